import type { Position } from "../shared/place";
import type { PlainDate, TimeOfDay } from "../shared/time";
import { newId } from "./new-ids";
import type {
  AgeRange,
  Arrangement,
  BoxStyle,
  DirectoryContents,
  Location,
  Mode,
  Offer,
  OpeningHours,
  Organisation,
  OrganisationKind,
  Service,
  SlotPattern,
} from "./types";

/** An organisation as whoever runs a front door writes it down, and how it is bound. */
export interface AskedPartner {
  readonly name: string;
  /** How people say it; empty is the whole name. */
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly odsCode: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly about: string;
  readonly letters: string;
  readonly colour: string;
  readonly arrangement: Arrangement;
  readonly leadOrganisationId: string | null;
  /** Whose names its care may come in. */
  readonly boxStyles: readonly BoxStyle[];
}

type Known = Pick<DirectoryContents, "organisations">;

/** The organisation that was written down, under an id that no other has. */
export function organisationFrom(asked: AskedPartner, { organisations }: Known): Organisation {
  const { name, shortName, kind, odsCode, phone, website, about, letters, colour } = asked;
  return {
    id: newId(name, new Set(organisations.map(({ id }) => id))),
    odsCode,
    name,
    shortName: shortName === "" ? name : shortName,
    kind,
    phone,
    website,
    mark: { letters, colour },
    about,
    listSize: null,
    status: "active",
    source: null,
  };
}

/** A session of some days of the week, alike on each. */
export interface WeekHours {
  readonly days: readonly OpeningHours["weekday"][];
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

const week = ({ days, opens, closes }: WeekHours): OpeningHours[] =>
  [...days].sort().map((weekday) => ({ weekday, opens, closes }));

/** A place where care is given, as it was written down; with dates it is a pop-up. */
export interface AskedPlace {
  readonly organisationId: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly postcode: string;
  readonly position: Position;
  readonly hours: WeekHours;
  readonly stepFree: boolean | null;
  readonly temporary: { readonly from: PlainDate; readonly until: PlainDate } | null;
}

export function placeFrom(asked: AskedPlace, { locations }: Pick<DirectoryContents, "locations">): Location {
  const { organisationId, name, address, postcode, position, hours, stepFree, temporary } = asked;
  return {
    id: newId(name, new Set(locations.map(({ id }) => id))),
    organisationId,
    name,
    address,
    postcode,
    position,
    opening: week(hours),
    onBankHolidays: "closed",
    ...(stepFree === null ? {} : { meets: { "step-free": stepFree } }),
    access: [],
    temporary,
  };
}

/** One organisation's way to deliver one service, as it was written down. */
export interface AskedOffer {
  readonly organisationId: string;
  readonly serviceId: string;
  readonly locationId: string | null;
  readonly modes: readonly Mode[];
  readonly ages: AgeRange | null;
  readonly ownListOnly: boolean;
  /** No farther than this from where it is given; null is from anywhere. */
  readonly withinKm: number | null;
  readonly boxStyle: BoxStyle;
  /** Times that people choose from as they ask; null where the partner gives a time. */
  readonly times: (WeekHours & { readonly minutes: number }) | null;
}

export function offerFrom(
  asked: AskedOffer,
  { access }: Pick<Service, "access">,
  { offers }: Pick<DirectoryContents, "offers">,
): Offer {
  const { organisationId, serviceId, locationId, modes, ages, ownListOnly, withinKm, boxStyle } = asked;
  const name = [serviceId, locationId ?? organisationId, ...(locationId === null ? modes : [])].join(" ");
  const slots = asked.times === null ? null : patternFrom(asked.times);
  return {
    id: newId(name, new Set(offers.map(({ id }) => id))),
    serviceId,
    organisationId,
    locationId,
    role: "provider",
    modes,
    ages,
    sex: null,
    ownListOnly,
    catchment: withinKm === null ? null : { kind: "radius", km: withinKm },
    selfReferral: access === "self-referral",
    booking: slots === null ? "partner" : "direct",
    slots,
    wait: null,
    box: {
      style: boxStyle,
      letterhead: null,
      textSender: null,
      caller: null,
      doorSign: null,
      questionsPhone: null,
    },
    status: "open",
  };
}

const patternFrom = ({ minutes, ...hours }: NonNullable<AskedOffer["times"]>): SlotPattern => ({
  minutes,
  sessions: week(hours),
});
