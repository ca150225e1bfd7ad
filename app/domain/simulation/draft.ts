import { buildDirectory, type Directory } from "../directory/directory";
import type { DirectoryContents, Offer } from "../directory/types";
import { dateInWords } from "../shared/in-words";
import type { PlainDate } from "../shared/time";

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

/** What a change comes to; refused, with a reason in words, when it names what is not there. */
export type Drafted = { readonly kind: "changed"; readonly draft: Draft } | Refused;
export interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

export const refused = (reason: string): Refused => ({ kind: "refused", reason });

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

/** The draft with some of its rows, and the places of some of its offers, in place of those that were there. */
export const changed = (draft: Draft, contents: Partial<DirectoryContents>, places = {}): Drafted => ({
  kind: "changed",
  draft: {
    contents: { ...draft.contents, ...contents },
    placesAWeek: { ...draft.placesAWeek, ...places },
  },
});

/** Care that people can have now, from whoever gives it and does not only refer them on. */
export const isGiven = ({ role, status }: Offer): boolean => role === "provider" && status === "open";
export const givenBy = (
  { offers }: DirectoryContents,
  organisationId: string,
  serviceId: string,
): readonly Offer[] =>
  offers.filter(
    (offer) => offer.organisationId === organisationId && offer.serviceId === serviceId && isGiven(offer),
  );

/** An organisation's lasting place, the first by its id: a move asks for no more than whose it goes to. */
export const placeOf = ({ locations }: DirectoryContents, organisationId: string) =>
  locations
    .filter((one) => one.organisationId === organisationId && one.temporary === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];

export const nameOf = ({ organisations }: DirectoryContents, id: string): string | undefined =>
  organisations.find((organisation) => organisation.id === id)?.name;
export const serviceName = ({ services }: DirectoryContents, id: string): string =>
  services.find((one) => one.id === id)?.name ?? id;

/** Why nobody can give a service: it is not there, or is made of others. */
export function cannotBeGiven({ services }: DirectoryContents, id: string): string | undefined {
  const known = services.find((one) => one.id === id);
  if (known === undefined) return noService(id);
  return known.parts === undefined
    ? undefined
    : `${known.name} is made of other services: choose one of those`;
}

export const noOrganisation = (id: string): string => `There is no partner “${id}” here`;
export const noService = (id: string): string => `There is no service “${id}” here`;
export const outside = ({ from, until }: ReplayedDays): string =>
  `Choose days from ${dateInWords(from)} to ${dateInWords(until)}: those are the ones that are played again`;
