import type { Terms } from "../directory/terms";
import type { Mode, Service } from "../directory/types";
import type { AccessNeed } from "../shared/access-needs";
import { IN_A_BUILDING } from "../shared/access-needs";
import { KM_IN_A_MILE } from "../shared/in-words";
import type { Language } from "../shared/languages";
import { type Instant, milliseconds } from "../shared/time";
import { isOpenToVisitor } from "./glance";
import type { Candidate, RoutingDecision } from "./types";

export const FILTER_WHO = ["child", "adult", "carer"] as const;
export type FilterWho = (typeof FILTER_WHO)[number];
export const FILTER_MILES = [1, 3, 5, 10] as const;
export const FILTER_DAYS = [2, 7, 14, 42] as const;

/** What a visitor narrows a list of services by. Each is left open until it is chosen. */
export interface Filters {
  readonly who: FilterWho | null;
  /** Any of them will do. */
  readonly how: readonly Mode[];
  /** From the person's place. Care that nobody travels for is within any distance. */
  readonly miles: number | null;
  /** A free time, or else the usual wait, within so many days. */
  readonly days: number | null;
  readonly language: Language | null;
  /** All of them are needed. */
  readonly access: readonly AccessNeed[];
}

export const NO_FILTERS: Filters = {
  who: null,
  how: [],
  miles: null,
  days: null,
  language: null,
  access: [],
};

/**
 * `maybe`: nobody has said. It is never taken for a yes, and never hidden as a no. In this order the lesser one decides
 * where all must be met, and the greater where one is enough.
 */
export const FITS = ["no", "maybe", "yes"] as const;
export type Fit = (typeof FITS)[number];

const rank = (fit: Fit): number => FITS.indexOf(fit);
const least = (fits: readonly Fit[]): Fit => fits.reduce((a, b) => (rank(b) < rank(a) ? b : a), "yes");
const most = (fits: readonly Fit[]): Fit => fits.reduce((a, b) => (rank(b) > rank(a) ? b : a), "no");
const known = (met: boolean | undefined): Fit => (met === undefined ? "maybe" : met ? "yes" : "no");

/** A service as filters see it: what it says of itself, and the decisions for what is asked for at once. */
export interface Filtered {
  readonly service: Pick<Service, "forCarers">;
  readonly decisions: readonly RoutingDecision[];
}

/**
 * Whether somebody gives the service in the way that is wanted: one offer that meets everything. Of a service of several
 * parts one part is enough. Offers that were counted and not judged may fit.
 */
export function fitOf({ service, decisions }: Filtered, filters: Filters, now: Instant): Fit {
  if (filters.who === "carer" && service.forCarers !== true) return "no";
  if (isUnfiltered(filters)) return "yes";
  return most(
    decisions.map(({ candidates, terms, notShown }) =>
      most([
        notShown.eligible > 0 ? "maybe" : "no",
        ...candidates.filter(isOpenToVisitor).map((candidate) => offerFit(candidate, terms, filters, now)),
      ]),
    ),
  );
}

export const isUnfiltered = ({ who, how, miles, days, language, access }: Filters): boolean =>
  who === null && how.length + access.length === 0 && miles === null && days === null && language === null;

function offerFit(
  { facts }: Candidate,
  allTerms: readonly Terms[],
  { who, how, miles, days, language, access }: Filters,
  now: Instant,
): Fit {
  const terms = allTerms[facts.terms];
  if (terms === undefined) return "maybe";
  const { modes, ages, languages, meets, hasPlace } = terms;
  return least([
    who === "child" ? known((ages?.from ?? 0) < GROWN_UP) : "yes",
    who === "adult" ? known((ages?.until ?? GROWN_UP) >= GROWN_UP) : "yes",
    how.length === 0 ? "yes" : modes.length === 0 ? "maybe" : known(how.some((mode) => modes.includes(mode))),
    miles === null ? "yes" : distanceFit(facts, modes, miles),
    days === null ? "yes" : soonFit(facts, days, now),
    language === null || languages?.spoken.includes(language)
      ? "yes"
      : known(languages?.interpreter ?? undefined),
    ...access.filter((need) => hasPlace || !IN_A_BUILDING.has(need)).map((need) => known(meets[need])),
  ]);
}

/** Whoever is younger is a child to a filter: at 16 people ask for themselves. */
const GROWN_UP = 16;

function distanceFit(
  { distanceKm, locationId }: Candidate["facts"],
  modes: readonly Mode[],
  miles: number,
): Fit {
  if (distanceKm !== null) return known(distanceKm <= miles * KM_IN_A_MILE);
  const noTravel = locationId === null && modes.length > 0 && !modes.includes("in-person");
  return noTravel ? "yes" : "maybe";
}

function soonFit({ nextFreeAt, wait }: Candidate["facts"], days: number, now: Instant): Fit {
  if (nextFreeAt !== null) return known(milliseconds(nextFreeAt) <= milliseconds(now) + days * 86_400_000);
  return known(wait === null ? undefined : wait.days <= days);
}

/** One thing that can be chosen of a filter. */
export type FilterOption =
  | { readonly filter: "who"; readonly value: FilterWho }
  | { readonly filter: "how"; readonly value: Mode }
  | { readonly filter: "miles"; readonly value: number }
  | { readonly filter: "days"; readonly value: number }
  | { readonly filter: "language"; readonly value: Language }
  | { readonly filter: "access"; readonly value: AccessNeed };

/** Everything that is chosen, one by one. */
export const chosenOptions = ({ who, how, miles, days, language, access }: Filters): FilterOption[] => [
  ...(who === null ? [] : [{ filter: "who" as const, value: who }]),
  ...how.map((value) => ({ filter: "how" as const, value })),
  ...(miles === null ? [] : [{ filter: "miles" as const, value: miles }]),
  ...(days === null ? [] : [{ filter: "days" as const, value: days }]),
  ...(language === null ? [] : [{ filter: "language" as const, value: language }]),
  ...access.map((value) => ({ filter: "access" as const, value })),
];

/** The filters with one option taken off. */
export function withoutOption(filters: Filters, option: FilterOption): Filters {
  switch (option.filter) {
    case "how":
      return { ...filters, how: filters.how.filter((mode) => mode !== option.value) };
    case "access":
      return { ...filters, access: filters.access.filter((need) => need !== option.value) };
    default:
      return { ...filters, [option.filter]: null };
  }
}

/** The filters with one option in place of what the same filter says; an access need is added to the others. */
export function withOption(filters: Filters, option: FilterOption): Filters {
  switch (option.filter) {
    case "how":
      return { ...filters, how: [option.value] };
    case "access":
      return { ...filters, access: [...new Set([...filters.access, option.value])] };
    default:
      return { ...filters, [option.filter]: option.value };
  }
}
