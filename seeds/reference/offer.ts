import { DateTime } from "luxon";
import type {
  AgeRange,
  BoxSettings,
  ConditionTerms,
  Location,
  Mode,
  Offer,
  Service,
  SlotPattern,
} from "~/domain/directory/types";
import type { AccessMet } from "~/domain/shared/access-needs";
import type { LanguagesGiven } from "~/domain/shared/languages";
import type { Position } from "~/domain/shared/place";
import type { PlainDate } from "~/domain/shared/time";

/**
 * A rule that stands for several offers of one service, all alike: one at each location in `at`, and one from each
 * organisation in `from`, for care that has no place of its own (telephone, video, home visit).
 */
export interface OfferRule {
  readonly service: string;
  readonly at?: readonly string[];
  readonly from?: readonly string[];
  /** In person when there is a location, unless said otherwise. */
  readonly modes?: readonly Mode[];
  /** Whole years, both inclusive; or a range in full, where months matter. */
  readonly ages?: readonly [from: number | null, until: number | null] | AgeRange;
  readonly conditions?: readonly ConditionTerms[];
  readonly ownListOnly?: boolean;
  readonly role?: Offer["role"];
  readonly selfReferral?: boolean;
  readonly outcodes?: readonly string[];
  readonly radiusKm?: number;
  readonly area?: { readonly name: string; readonly ring: readonly Position[] };
  /** Days that people typically wait; not given where people choose a slot for themselves. */
  readonly waitDays?: number;
  /** A diary makes the booking direct. */
  readonly slots?: SlotPattern;
  readonly box?: Partial<BoxSettings>;
}

export interface OfferWorld {
  readonly locations: readonly Location[];
  readonly services: readonly Service[];
  /** How each organisation's care shows up, by organisation id. */
  readonly boxes: Readonly<Record<string, BoxSettings>>;
  /** What each organisation's people are known to bring, by organisation id; one that is left out is not known. */
  readonly people?: Readonly<Record<string, PeopleOfOrganisation>>;
  readonly today: PlainDate;
  readonly waitSource: string;
  /** Who the front door's own texts are from: letters and digits, eleven at most. */
  readonly textSender: string;
}

export interface PeopleOfOrganisation {
  readonly languages?: LanguagesGiven;
  readonly meets?: AccessMet;
}

/** Waits are counted once a month: the figure is of the first day of the month before. */
const waitCountedOn = (today: PlainDate): PlainDate =>
  DateTime.fromISO(today, { zone: "utc" }).startOf("month").minus({ months: 1 }).toFormat("yyyy-MM-dd");

/** The offers that the rules stand for. Throws on a location, organisation or service that does not exist. */
export function offersFrom(rules: readonly OfferRule[], world: OfferWorld): Offer[] {
  const locations = new Map(world.locations.map((location) => [location.id, location]));
  const services = new Set(world.services.map((service) => service.id));
  return rules.flatMap((rule) => {
    if (!services.has(rule.service)) throw new Error(`An offer of an unknown service: ${rule.service}`);
    const placed = (rule.at ?? []).map((locationId) => {
      const location = locations.get(locationId);
      if (location === undefined) throw new Error(`An offer at an unknown location: ${locationId}`);
      return offer(rule, world, location.organisationId, locationId);
    });
    return [
      ...placed,
      ...(rule.from ?? []).map((organisationId) => offer(rule, world, organisationId, null)),
    ];
  });
}

function offer(rule: OfferRule, world: OfferWorld, organisationId: string, locationId: string | null): Offer {
  const usual = world.boxes[organisationId];
  if (usual === undefined) throw new Error(`No box settings for ${organisationId}`);
  const box: BoxSettings = { ...usual, ...rule.box };
  const modes = rule.modes ?? ["in-person"];
  const where = locationId ?? [organisationId, ...modes].join("-");
  const { languages, meets } = world.people?.[organisationId] ?? {};
  return {
    id: [rule.service, where, ...(rule.role === "referrer" ? ["refers"] : [])].join("-"),
    serviceId: rule.service,
    organisationId,
    locationId,
    role: rule.role ?? "provider",
    modes,
    ages: agesOf(rule.ages),
    sex: null,
    ...(rule.conditions === undefined ? {} : { conditions: rule.conditions }),
    ...(meets === undefined ? {} : { meets }),
    ...(languages === undefined ? {} : { languages }),
    ownListOnly: rule.ownListOnly ?? false,
    catchment: catchmentOf(rule),
    selfReferral: rule.selfReferral ?? true,
    booking: rule.slots === undefined ? "partner" : "direct",
    slots: rule.slots ?? null,
    wait:
      rule.waitDays === undefined
        ? null
        : { days: rule.waitDays, asOf: waitCountedOn(world.today), source: world.waitSource },
    box: box.style === "partner" ? box : { ...box, textSender: world.textSender },
    status: "open",
  };
}

function agesOf(ages: OfferRule["ages"]): AgeRange | null {
  if (ages === undefined) return null;
  if ("from" in ages) return ages;
  const [from, until] = ages;
  return { from, until };
}

function catchmentOf({ outcodes, radiusKm, area }: OfferRule): Offer["catchment"] {
  if (area !== undefined) return { kind: "polygon", ...area };
  if (outcodes !== undefined) return { kind: "outcodes", outcodes };
  return radiusKm === undefined ? null : { kind: "radius", km: radiusKm };
}
