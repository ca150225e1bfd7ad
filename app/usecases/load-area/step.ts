import type {
  BoxSettings,
  DirectoryContents,
  Location,
  Offer,
  Organisation,
  OrganisationKind,
  Partnership,
} from "~/domain/directory/types";
import type { OdsOrganisation } from "~/integrations/ods/row";
import { colourOf, lettersOf } from "~/integrations/published/names";
import type { Tally } from "./change";
import type { Places, Whereabouts } from "./places";
import type { AreaRules } from "./rules";

/** What each file's step may look at: the directory so far, the area's rules, and where postcodes are. */
export interface StepInput<T> {
  readonly contents: DirectoryContents;
  readonly rules: AreaRules;
  readonly records: readonly T[];
  readonly edition: string;
  readonly position: Places["position"];
  readonly whereIs: Places["whereIs"];
  /** Says that a record cannot be used after all; `index` is its place in `records`. */
  readonly refuse: (index: number, reason: string) => void;
}

export interface StepOutput {
  readonly contents: DirectoryContents;
  readonly tally: Tally;
}

export type Step<T> = (input: StepInput<T>) => StepOutput;

/** Nothing is known of the partner's own letters, callers or signs: they stand under its name. */
export const PARTNER_BOX: BoxSettings = {
  style: "partner",
  letterhead: null,
  textSender: null,
  caller: null,
  doorSign: null,
  questionsPhone: null,
};

interface OrganisationFacts {
  readonly id: string;
  readonly odsCode: string | null;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: OrganisationKind;
  readonly phone?: string | null;
  readonly website?: string | null;
  readonly about?: string;
  readonly source: { readonly file: string; readonly edition: string };
}

export const organisationOf = (facts: OrganisationFacts): Organisation => ({
  id: facts.id,
  odsCode: facts.odsCode,
  name: facts.name,
  shortName: facts.shortName ?? facts.name,
  kind: facts.kind,
  phone: facts.phone ?? null,
  website: facts.website ?? null,
  mark: { letters: lettersOf(facts.name), colour: colourOf(facts.odsCode ?? facts.id) },
  about: facts.about ?? "",
  listSize: null,
  status: "active",
  source: facts.source,
});

export const membershipOf = (id: string, organisationId: string, rules: AreaRules): Partnership => ({
  id,
  organisationId,
  arrangement: "own-contract",
  leadOrganisationId: null,
  startsOn: rules.membersFrom,
  endsOn: null,
  suspendedFrom: null,
  returnTicket: rules.returnTicket,
});

/** Opening hours and access are in none of these files: they stay unknown. */
export const locationOf = (
  place: Pick<Location, "id" | "organisationId" | "name" | "address" | "postcode" | "position">,
): Location => ({ ...place, opening: [], access: [], temporary: null });

/** An offer of which nothing more is known: for anyone who asks, with no wait and no diary. */
export const offerOf = (
  facts: Pick<Offer, "id" | "serviceId" | "organisationId" | "locationId"> & Partial<Offer>,
): Offer => ({
  role: "provider",
  modes: ["in-person"],
  ages: null,
  sex: null,
  ownListOnly: false,
  catchment: null,
  selfReferral: true,
  booking: "partner",
  slots: null,
  wait: null,
  box: PARTNER_BOX,
  status: "open",
  ...facts,
});

/** Whether an organisation of the national lists sees people of the area. */
export const seesTheArea = ({ regions }: AreaRules, { region }: OdsOrganisation): boolean =>
  regions === null || regions.test(region);

/** An address that says so where the distance is not to its own door. */
export const addressAt = (address: readonly string[], { middleOf }: Whereabouts): readonly string[] =>
  middleOf === undefined ? address : [...address, `(distance is to the middle of ${middleOf})`];

/** For organisations that share a name, the street tells them apart: "Boots, Langton Road"; then the outcode does. */
export function withShortNames(
  organisations: readonly Organisation[],
  street: (organisation: Organisation) => string,
  outcode: (organisation: Organisation) => string,
): Organisation[] {
  const byStreet = toldApart(
    organisations,
    organisations.map(({ name }) => name),
    street,
  );
  return toldApart(
    byStreet,
    byStreet.map(({ shortName }) => shortName),
    outcode,
  );
}

function toldApart(
  organisations: readonly Organisation[],
  names: readonly string[],
  by: (organisation: Organisation) => string,
): Organisation[] {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return organisations.map((organisation, index) => {
    const name = names[index] ?? organisation.name;
    const more = by(organisation);
    return (count.get(name) ?? 0) > 1 && more !== ""
      ? { ...organisation, shortName: `${name}, ${more}` }
      : organisation;
  });
}

/** The street of an address: its first line that has a house number, without the number; else its first line. */
export function streetOf(address: readonly string[]): string {
  const numbered = address.find((line) => /^\d/.test(line));
  return (numbered ?? address[0] ?? "").replace(/^[\d\w/-]*\d[\d\w/-]*\s+/, "");
}

/** What counts as a change of an organisation: its facts, not the edition that they were read from. */
export const factsOf = (organisation: Organisation): Organisation => ({ ...organisation, source: null });
