import { buildDirectory, type Directory } from "../directory/directory";
import {
  type AskedOffer,
  offerFrom,
  organisationFrom,
  placeFrom,
  type WeekHours,
} from "../directory/newcomers";
import { changePartnership, type PartnershipChange } from "../directory/partnership-changes";
import {
  BOX_STYLES,
  type DirectoryContents,
  type Offer,
  type Policy,
  type Priority,
} from "../directory/types";
import { dateInWords, possessive } from "../shared/in-words";
import { dayBefore, daysFrom, type PlainDate, type Span } from "../shared/time";
import type { Change, ChangeOf } from "./changes";
import { placesInDiary } from "./places";

/** What a replay goes by that a change can touch: the directory, and how many people an offer sees in a week. */
export interface ChangeableWorld {
  readonly directory: Directory;
  /** By offer id, where it is told. */
  readonly placesAWeek?: Readonly<Record<string, number>>;
  /** Of an offer that is not told of, and has no diary. */
  readonly otherwise?: number;
}

/** The days of the requests that are replayed, both inclusive. */
export interface ReplayedDays {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** A directory's rows and the places of its offers, while changes are made upon them. */
export interface Draft {
  readonly contents: DirectoryContents;
  readonly placesAWeek: Readonly<Record<string, number>>;
}

export type Drafted = { readonly kind: "changed"; readonly draft: Draft } | Refused;
export interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

const refused = (reason: string): Refused => ({ kind: "refused", reason });

export const contentsOf = (directory: Directory): DirectoryContents => ({
  brand: directory.brand,
  version: directory.version,
  organisations: directory.organisations,
  partnerships: directory.partnerships,
  locations: directory.locations,
  services: directory.services,
  offers: directory.offers,
  bankHolidays: [...directory.bankHolidays],
});

export const directoryOf = ({ contents }: Draft): Directory => buildDirectory(contents);

/** The changes that change who is asked, and how; the others change who asks. */
export type DirectoryChange = Exclude<Change, { readonly kind: "demand" | "population" }>;

/** One change made upon what stands so far; refused, with a reason, when it names what is not there. */
export function changeDraft(
  draft: Draft,
  change: DirectoryChange,
  days: ReplayedDays,
  otherwise: number,
): Drafted {
  switch (change.kind) {
    case "leave":
      return leave(draft, change, days);
    case "suspend":
      return suspend(draft, change, days);
    case "join":
      return join(draft, change, days);
    case "pop-up":
      return popUp(draft, change, days);
    case "start":
      return start(draft, change);
    case "move":
      return move(draft, change);
    case "capacity":
      return capacity(draft, change, otherwise);
    case "deadline":
      return withPolicy(draft, (policy) => ({
        ...policy,
        answerWithin: halved(policy.answerWithin, change.priority),
        promiseWithin: halved(policy.promiseWithin, change.priority),
      }));
    case "weights":
      return withPolicy(draft, (policy) => ({ ...policy, points: { ...policy.points, ...change.points } }));
    case "service":
      return service(draft, change);
    default:
      return change satisfies never;
  }
}

const changed = (draft: Draft, contents: Partial<DirectoryContents>, places = {}): Drafted => ({
  kind: "changed",
  draft: {
    contents: { ...draft.contents, ...contents },
    placesAWeek: { ...draft.placesAWeek, ...places },
  },
});

/** As a partner really leaves, from the first day on, and every partnership that it would have had since. */
function leave(
  { contents, placesAWeek }: Draft,
  { organisationId }: ChangeOf<"leave">,
  days: ReplayedDays,
): Drafted {
  const leaving: PartnershipChange = { kind: "leave", organisationId, on: days.from, openWork: "reroute" };
  let last = changePartnership(contents, leaving, days.from);
  if (last.kind === "refused") return refused(last.reasons.join(". "));
  for (;;) {
    const next = changePartnership(last.parties, leaving, days.from);
    if (next.kind === "refused") break;
    last = next;
  }
  return changed({ contents, placesAWeek }, last.parties);
}

/** As a partner is really suspended, and back when the weeks are over. */
function suspend(
  draft: Draft,
  { organisationId, from, weeks }: ChangeOf<"suspend">,
  days: ReplayedDays,
): Drafted {
  const back = daysFrom(from, weeks * 7);
  if (from > days.until || back <= days.from) return refused(outside(days));
  const suspended = changePartnership(
    draft.contents,
    { kind: "suspend", organisationId, openWork: "reroute" },
    from,
  );
  if (suspended.kind === "refused") return refused(suspended.reasons.join(". "));
  const { id } = suspended.partnership;
  const partnerships = draft.contents.partnerships.flatMap((one) => {
    if (one.id !== id) return [one];
    const before = { ...one, endsOn: dayBefore(from) };
    const after = { ...one, id: `${id}.back`, startsOn: back };
    return one.endsOn !== null && one.endsOn < back ? [before] : [before, after];
  });
  return changed(draft, { partnerships });
}

/** Open on weekdays, as most places are: a what-if asks no more of who tries it. */
const WEEKDAYS: WeekHours = { days: [1, 2, 3, 4, 5], opens: "09:00", closes: "17:00" };
const NEW_COLOUR = "#5b3a8c";
const RETURN_TICKET = "Made up for a what-if.";

function join({ contents, placesAWeek }: Draft, change: ChangeOf<"join">, days: ReplayedDays): Drafted {
  const wrong = change.services.flatMap((id) => cannotBeGiven(contents, id) ?? [])[0];
  if (wrong !== undefined) return refused(wrong);
  const organisation = organisationFrom(
    {
      name: change.name,
      shortName: "",
      kind: change.organisationKind,
      odsCode: null,
      phone: null,
      website: null,
      about: "",
      letters:
        change.name
          .replace(/[^\p{L}\p{N}]/gu, "")
          .slice(0, 2)
          .toUpperCase() || "N",
      colour: NEW_COLOUR,
      arrangement: "alliance",
      leadOrganisationId: null,
      boxStyles: BOX_STYLES,
    },
    contents,
  );
  const place = placeFrom(
    {
      organisationId: organisation.id,
      name: change.name,
      address: [],
      postcode: change.postcode,
      position: change.position,
      hours: WEEKDAYS,
      stepFree: null,
      temporary: null,
    },
    contents,
  );
  const offers: Offer[] = [];
  for (const serviceId of change.services)
    offers.push(
      madeOffer(
        { ...contents, offers: [...contents.offers, ...offers] },
        organisation.id,
        serviceId,
        place.id,
      ),
    );
  const joined = changePartnership(
    contents,
    {
      kind: "join",
      organisationId: organisation.id,
      newcomer: { organisation, locations: [place], offers },
      on: days.from,
      arrangement: "alliance",
      leadOrganisationId: null,
      returnTicket: RETURN_TICKET,
    },
    days.from,
  );
  if (joined.kind === "refused") return refused(joined.reasons.join(". "));
  return changed({ contents, placesAWeek }, joined.parties, placesOf(offers, change.placesAWeek));
}

function popUp(draft: Draft, change: ChangeOf<"pop-up">, days: ReplayedDays): Drafted {
  const { contents } = draft;
  const { organisationId, serviceId, postcode, position, from, until, placesAWeek } = change;
  const name = nameOf(contents, organisationId);
  if (name === undefined) return refused(noOrganisation(organisationId));
  const wrong = cannotBeGiven(contents, serviceId);
  if (wrong !== undefined) return refused(wrong);
  if (until < from) return refused("A pop-up closes on the day it opens, or later");
  if (from > days.until || until < days.from) return refused(outside(days));
  const place = placeFrom(
    {
      organisationId,
      name: `${possessive(name)} pop-up`,
      address: [],
      postcode,
      position,
      hours: { ...WEEKDAYS, days: [1, 2, 3, 4, 5, 6, 7] },
      stepFree: null,
      temporary: { from, until },
    },
    contents,
  );
  const offer = madeOffer(contents, organisationId, serviceId, place.id);
  return changed(
    draft,
    { locations: [...contents.locations, place], offers: [...contents.offers, offer] },
    placesOf([offer], placesAWeek),
  );
}

function start(draft: Draft, { organisationId, serviceId, placesAWeek }: ChangeOf<"start">): Drafted {
  const { contents } = draft;
  const name = nameOf(contents, organisationId);
  if (name === undefined) return refused(noOrganisation(organisationId));
  const wrong = cannotBeGiven(contents, serviceId);
  if (wrong !== undefined) return refused(wrong);
  if (givenBy(contents, organisationId, serviceId).length > 0)
    return refused(`${name} gives ${serviceName(contents, serviceId)} already`);
  const place = placeOf(contents, organisationId);
  if (place === undefined) return refused(`${name} has no place of its own to give care at`);
  const offer = madeOffer(contents, organisationId, serviceId, place.id);
  return changed(draft, { offers: [...contents.offers, offer] }, placesOf([offer], placesAWeek));
}

function move(draft: Draft, { from, to, services }: ChangeOf<"move">): Drafted {
  const { contents } = draft;
  const [giver, taker] = [nameOf(contents, from), nameOf(contents, to)];
  if (giver === undefined) return refused(noOrganisation(from));
  if (taker === undefined) return refused(noOrganisation(to));
  if (from === to) return refused("Choose another partner for care to move to");
  const place = placeOf(contents, to);
  if (place === undefined) return refused(`${taker} has no place of its own to give care at`);
  const missing = services.find((id) => givenBy(contents, from, id).length === 0);
  if (missing !== undefined) return refused(`${giver} does not give ${serviceName(contents, missing)}`);
  const moving = new Set(services.flatMap((id) => givenBy(contents, from, id)));
  const offers = contents.offers.map((offer) =>
    moving.has(offer)
      ? { ...offer, organisationId: to, locationId: offer.locationId === null ? null : place.id }
      : offer,
  );
  return changed(draft, { offers });
}

function capacity(draft: Draft, change: ChangeOf<"capacity">, otherwise: number): Drafted {
  const { contents } = draft;
  const { organisationId, offerId, percent } = change;
  const name = nameOf(contents, organisationId);
  if (name === undefined) return refused(noOrganisation(organisationId));
  const offers = contents.offers.filter(
    (offer) =>
      offer.organisationId === organisationId && isGiven(offer) && (offerId === null || offer.id === offerId),
  );
  if (offers.length === 0) return refused(`${name} gives no such care at the moment`);
  const places = offers.map((offer): [string, number] => {
    const now = draft.placesAWeek[offer.id] ?? placesInDiary(offer) ?? otherwise;
    return [offer.id, Math.max(1, Math.round((now * (100 + percent)) / 100))];
  });
  return changed(draft, {}, Object.fromEntries(places));
}

function service(draft: Draft, { serviceId, becomes }: ChangeOf<"service">): Drafted {
  const { contents } = draft;
  const known = contents.services.find(({ id }) => id === serviceId);
  if (known === undefined) return refused(noService(serviceId));
  const offers = contents.offers.filter((offer) => offer.serviceId === serviceId);
  if (known.status === becomes && offers.every(({ status }) => status === becomes))
    return refused(`${known.name} is ${becomes} already`);
  return changed(draft, {
    services: contents.services.map((one) => (one === known ? { ...one, status: becomes } : one)),
    offers: contents.offers.map((offer) =>
      offer.serviceId === serviceId ? { ...offer, status: becomes } : offer,
    ),
  });
}

const withPolicy = (draft: Draft, change: (policy: Policy) => Policy): Drafted =>
  changed(draft, { brand: { ...draft.contents.brand, policy: change(draft.contents.brand.policy) } });

type Spans = Readonly<Record<Priority, Span>>;
const halved = (spans: Spans, priority: Priority): Spans => ({ ...spans, [priority]: half(spans[priority]) });

/** Half a working day is no span of ours: a night and half a day is the nearest in hours. */
const half = (span: Span): Span => {
  if ("hours" in span) return { hours: Math.max(1, Math.ceil(span.hours / 2)) };
  return span.workingDays > 1 ? { workingDays: Math.floor(span.workingDays / 2) } : { hours: 12 };
};

function madeOffer(
  contents: DirectoryContents,
  organisationId: string,
  serviceId: string,
  locationId: string,
): Offer {
  const asked: AskedOffer = {
    organisationId,
    serviceId,
    locationId,
    modes: ["in-person"],
    ages: null,
    ownListOnly: false,
    withinKm: null,
    boxStyle: "both",
    times: null,
  };
  return offerFrom(
    asked,
    { access: contents.services.find(({ id }) => id === serviceId)?.access ?? "self-referral" },
    contents,
  );
}

const placesOf = (offers: readonly Offer[], places: number): Record<string, number> =>
  Object.fromEntries(offers.map(({ id }) => [id, places]));

const isGiven = ({ role, status }: Offer): boolean => role === "provider" && status === "open";
const givenBy = (
  { offers }: DirectoryContents,
  organisationId: string,
  serviceId: string,
): readonly Offer[] =>
  offers.filter(
    (offer) => offer.organisationId === organisationId && offer.serviceId === serviceId && isGiven(offer),
  );

/** An organisation's lasting place, the first by its id: a move asks for no more than whose it goes to. */
const placeOf = ({ locations }: DirectoryContents, organisationId: string) =>
  locations
    .filter((one) => one.organisationId === organisationId && one.temporary === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];

const nameOf = ({ organisations }: DirectoryContents, id: string): string | undefined =>
  organisations.find((organisation) => organisation.id === id)?.name;
const serviceName = ({ services }: DirectoryContents, id: string): string =>
  services.find((one) => one.id === id)?.name ?? id;

/** Why nobody can give a service: it is not there, or is made of others. */
function cannotBeGiven({ services }: DirectoryContents, id: string): string | undefined {
  const known = services.find((one) => one.id === id);
  if (known === undefined) return noService(id);
  return known.parts === undefined
    ? undefined
    : `${known.name} is made of other services: choose one of those`;
}

const noOrganisation = (id: string): string => `There is no partner “${id}” here`;
const noService = (id: string): string => `There is no service “${id}” here`;
const outside = ({ from, until }: ReplayedDays): string =>
  `Choose days from ${dateInWords(from)} to ${dateInWords(until)}: those are the ones that are played again`;
