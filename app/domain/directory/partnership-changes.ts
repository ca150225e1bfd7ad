import { dateInWords } from "../shared/in-words";
import { dayBefore, type PlainDate } from "../shared/time";
import { buildDirectory, type Directory } from "./directory";
import { latestBegun, standings } from "./standing";
import { organisationFaults } from "./theme";
import type {
  Arrangement,
  BoxStyle,
  DirectoryContents,
  Location,
  Offer,
  OpenWork,
  Organisation,
  Partnership,
} from "./types";

/** An organisation that the directory does not have yet, with where it gives care and what it offers. */
export interface Newcomer {
  readonly organisation: Organisation;
  readonly locations: readonly Location[];
  readonly offers: readonly Offer[];
}

/** A partner comes, goes, pauses, or comes back. Dates are days of the brand's place. */
export type PartnershipChange =
  | {
      readonly kind: "join";
      readonly organisationId: string;
      readonly newcomer: Newcomer | null;
      /** Its first day as a partner. */
      readonly on: PlainDate;
      readonly arrangement: Arrangement;
      readonly leadOrganisationId: string | null;
      readonly returnTicket: string;
      readonly boxStyles?: readonly BoxStyle[];
    }
  | {
      readonly kind: "leave";
      readonly organisationId: string;
      /** The first day on which it is no longer a partner: today, or later. */
      readonly on: PlainDate;
      readonly openWork: OpenWork;
    }
  | { readonly kind: "suspend"; readonly organisationId: string; readonly openWork: OpenWork }
  | { readonly kind: "resume"; readonly organisationId: string };

/** What a change looks at and makes anew; a Directory has them all. */
export type Parties = Pick<DirectoryContents, "organisations" | "partnerships" | "locations" | "offers">;

export type PartnershipChanged =
  | { readonly kind: "changed"; readonly parties: Parties; readonly partnership: Partnership }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

const refused = (reason: string): PartnershipChanged => ({ kind: "refused", reasons: [reason] });

/** What a change of partnership makes of those in a directory, as of a day; refused with what to do instead. */
export function changePartnership(
  parties: Parties,
  change: PartnershipChange,
  today: PlainDate,
): PartnershipChanged {
  switch (change.kind) {
    case "join":
      return join(parties, change, today);
    case "leave":
      return leave(parties, change, today);
    case "suspend":
      return suspend(parties, change, today);
    case "resume":
      return resume(parties, change, today);
    default:
      return change satisfies never;
  }
}

/** A directory as it would be with other parties, under the same version: what routing goes by in a what-if. */
export const directoryWith = (directory: Directory, parties: Parties): Directory =>
  buildDirectory({
    brand: directory.brand,
    version: directory.version,
    services: directory.services,
    bankHolidays: [...directory.bankHolidays],
    organisations: parties.organisations,
    partnerships: parties.partnerships,
    locations: parties.locations,
    offers: parties.offers,
  });

/** The organisation and those that it answers for as their lead provider: they come and go with it. */
export const withThoseItLeads = (
  partnerships: readonly Partnership[],
  organisationId: string,
): readonly string[] => [
  ...new Set([
    organisationId,
    ...partnerships.flatMap((one) => (one.leadOrganisationId === organisationId ? [one.organisationId] : [])),
  ]),
];

type Of<K extends PartnershipChange["kind"]> = Extract<PartnershipChange, { kind: K }>;

function join(parties: Parties, change: Of<"join">, today: PlainDate): PartnershipChanged {
  const { organisationId, newcomer, on, arrangement, leadOrganisationId, returnTicket, boxStyles } = change;
  const known = parties.organisations.find(({ id }) => id === organisationId);
  if (newcomer && known) return refused(`${known.name} is in the directory already: join it as it is`);
  const organisation = newcomer?.organisation ?? known;
  if (organisation === undefined || organisation.id !== organisationId)
    return refused(`There is no organisation "${organisationId}" in the directory`);
  if (organisation.status === "closed") return refused(`${organisation.name} has closed`);
  if (on < today) return refused("A partner joins today or on a day to come");
  const unreadable = newcomer ? organisationFaults(newcomer.organisation)[0] : undefined;
  if (unreadable) return refused(unreadable);
  if (newcomer && !isOwn(newcomer, parties))
    return refused("A place or an offer is another organisation’s: give each an id of its own");
  const there = parties.partnerships.find(
    (one) => one.organisationId === organisationId && (one.endsOn === null || one.endsOn >= on),
  );
  if (there) return refused(`${organisation.name} is a partner already, from ${dateInWords(there.startsOn)}`);
  if (leadOrganisationId === null && arrangement === "subcontract")
    return refused("A subcontract needs the lead provider that it is under");
  if (leadOrganisationId !== null) {
    const stands = standings(parties.partnerships)(leadOrganisationId, on).kind;
    if (leadOrganisationId === organisationId || stands !== "partner")
      return refused(`The lead provider must be another partner, in force on ${dateInWords(on)}`);
  }
  const partnership: Partnership = {
    id: `${organisationId}.${on}`,
    organisationId,
    arrangement,
    leadOrganisationId,
    startsOn: on,
    endsOn: null,
    suspendedFrom: null,
    returnTicket,
    ...(boxStyles === undefined ? {} : { boxStyles }),
  };
  return {
    kind: "changed",
    partnership,
    parties: {
      organisations: newcomer ? [...parties.organisations, newcomer.organisation] : parties.organisations,
      locations: newcomer ? [...parties.locations, ...newcomer.locations] : parties.locations,
      offers: newcomer ? [...parties.offers, ...newcomer.offers] : parties.offers,
      // Who left today and comes back today has the one partnership on.
      partnerships: [...parties.partnerships.filter(({ id }) => id !== partnership.id), partnership],
    },
  };
}

function isOwn({ organisation, locations, offers }: Newcomer, parties: Parties): boolean {
  const taken = new Set([...parties.locations, ...parties.offers].map(({ id }) => id));
  return [...locations, ...offers].every(
    ({ id, organisationId }) => organisationId === organisation.id && !taken.has(id),
  );
}

function leave(parties: Parties, change: Of<"leave">, today: PlainDate): PartnershipChanged {
  const { on, openWork } = change;
  const partnership = currentOf(parties, change.organisationId, today);
  if (partnership === undefined) return refused(noPartner(parties, change.organisationId));
  if (on < today) return refused("A partner leaves today or on a day to come");
  return changed(parties, { ...partnership, endsOn: dayBefore(on), openWork });
}

function suspend(parties: Parties, change: Of<"suspend">, today: PlainDate): PartnershipChanged {
  const partnership = currentOf(parties, change.organisationId, today);
  if (partnership === undefined || partnership.startsOn > today)
    return refused(noPartner(parties, change.organisationId));
  if (partnership.suspendedFrom !== null && partnership.suspendedFrom <= today)
    return refused(
      `${nameOf(parties, change.organisationId)} is suspended since ${dateInWords(partnership.suspendedFrom)}`,
    );
  return changed(parties, { ...partnership, suspendedFrom: today, openWork: change.openWork });
}

function resume(parties: Parties, change: Of<"resume">, today: PlainDate): PartnershipChanged {
  const partnership = currentOf(parties, change.organisationId, today);
  if (partnership === undefined) return refused(noPartner(parties, change.organisationId));
  if (partnership.suspendedFrom === null)
    return refused(`${nameOf(parties, change.organisationId)} is not suspended`);
  return changed(parties, { ...partnership, suspendedFrom: null });
}

/** The partnership that has not ended: the one that is in force or suspended, else the next that will begin. */
function currentOf(
  { partnerships }: Parties,
  organisationId: string,
  today: PlainDate,
): Partnership | undefined {
  const own = partnerships.filter(
    (one) => one.organisationId === organisationId && (one.endsOn === null || one.endsOn >= today),
  );
  return latestBegun(own, today) ?? own.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
}

const changed = (parties: Parties, partnership: Partnership): PartnershipChanged => ({
  kind: "changed",
  partnership,
  parties: {
    organisations: parties.organisations,
    locations: parties.locations,
    offers: parties.offers,
    partnerships: parties.partnerships.map((one) => (one.id === partnership.id ? partnership : one)),
  },
});

const nameOf = ({ organisations }: Parties, id: string): string =>
  organisations.find((organisation) => organisation.id === id)?.name ?? id;

function noPartner(parties: Parties, organisationId: string): string {
  const organisation = parties.organisations.find(({ id }) => id === organisationId);
  return organisation === undefined
    ? `There is no organisation "${organisationId}" in the directory`
    : `${organisation.name} is not a partner at the moment`;
}
