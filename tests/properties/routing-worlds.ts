import fc from "fast-check";
import { CONDITIONS } from "~/domain/directory/conditions";
import type {
  AgeRange,
  Catchment,
  ConditionTerms,
  DirectoryContents,
  Location,
  Mode,
  Offer,
  OpeningHours,
  Overlay,
} from "~/domain/directory/types";
import type { Need, SpecialNeeds } from "~/domain/routing/types";
import type { AccessMet, AccessNeed } from "~/domain/shared/access-needs";
import type { Language, LanguagesGiven } from "~/domain/shared/languages";
import {
  brand,
  contents,
  HARBOUR,
  location,
  need,
  offer,
  organisation,
  partnership,
  service,
} from "~tests/support/directory";

/** A directory, its overlay and a need, as odd as the types allow, with everything close to the edges of the rules. */
export interface World {
  readonly contents: DirectoryContents;
  readonly overlay: Overlay;
  readonly need: Need;
}

const DAYS = ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"] as const;
const MODES: readonly Mode[] = ["in-person", "phone", "video", "home-visit"];
const OUTCODES = ["LK1", "LK2", "LK3"] as const;
const date = fc.constantFrom(...DAYS);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
/** Steps of about 700 m, so that some places coincide and some are beyond reach. */
const position = fc
  .tuple(fc.integer({ min: -25, max: 25 }), fc.integer({ min: -25, max: 25 }))
  .map(([north, east]) => ({ lat: HARBOUR.lat + north * 0.0063, lon: HARBOUR.lon + east * 0.01 }));
const modes = fc.subarray([...MODES], { minLength: 1 });
const catchment: fc.Arbitrary<Catchment | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  fc.record({
    kind: fc.constant("outcodes" as const),
    outcodes: fc.subarray([...OUTCODES], { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant("radius" as const), km: fc.constantFrom(1.37, 5.21, 13.3) }),
  // Corners stand where people do, so that some people live on an edge.
  fc.record({
    kind: fc.constant("polygon" as const),
    name: fc.constant("the shore"),
    ring: fc.array(position, { minLength: 3, maxLength: 6 }),
  }),
);
const ACCESS: readonly AccessNeed[] = ["step-free", "hoist", "bsl"];
const meets: fc.Arbitrary<AccessMet> = fc
  .tuple(...ACCESS.map((need) => fc.tuple(fc.constant(need), fc.constantFrom(true, false, undefined))))
  .map((pairs) => Object.fromEntries(pairs.filter(([, known]) => known !== undefined)));
const SPOKEN: readonly Language[] = ["pl", "so"];
const languages: fc.Arbitrary<LanguagesGiven> = fc.record({
  spoken: fc.subarray([...SPOKEN]),
  interpreter: fc.constantFrom(true, false, null),
});
/** About NOW, a Tuesday at 10, and about when a promise is due: at 14 the same day, at 10 the next. */
const openingHours: fc.Arbitrary<readonly OpeningHours[]> = fc.array(
  fc.record({
    weekday: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    opens: fc.constantFrom("08:00", "10:00", "14:00", "22:00"),
    closes: fc.constantFrom("02:00", "10:00", "14:00", "18:00"),
  }),
  { maxLength: 3 },
);
/** Mostly true: an offer that breaks every rule at once shows nothing about any of them. */
const usual = fc.nat(3).map((number) => number > 0);
const weighing = fc.constantFrom("not-much" as const, "some" as const, "a-lot" as const);
const age = fc.integer({ min: 33, max: 36 });
const month = fc.constantFrom(undefined, 0, 8, 11);
const ages: fc.Arbitrary<AgeRange> = fc.record({
  from: orNull(age),
  until: orNull(age),
  fromMonths: month,
  untilMonths: month,
});
const sex = fc.constantFrom("female" as const, "male" as const);
const conditions: fc.Arbitrary<readonly ConditionTerms[]> = fc.array(
  fc.record({ condition: fc.constantFrom(...CONDITIONS.slice(0, 3)), ages: orNull(ages), sex: orNull(sex) }),
  { minLength: 1, maxLength: 3 },
);

const organisationParts = fc.record({
  ods: fc.boolean(),
  closed: fc.boolean(),
  lead: fc.boolean(),
  startsOn: date,
  endsOn: orNull(date),
  suspendedFrom: orNull(date),
  usual,
});

const offerParts = fc.record({
  by: fc.nat(5),
  at: orNull(position),
  popUp: orNull(fc.tuple(date, date)),
  role: fc.nat(5).map((number) => (number === 5 ? ("referrer" as const) : ("provider" as const))),
  modes,
  ages: orNull(ages),
  sex: orNull(sex),
  conditions: orNull(conditions),
  meets: fc.constantFrom(undefined, "offer" as const, "place" as const),
  met: meets,
  languages: orNull(languages),
  opening: openingHours,
  onBankHolidays: fc.constantFrom("closed" as const, "as-usual" as const, undefined),
  exception: orNull(fc.constantFrom("2026-11-24", "2026-11-25")),
  ownListOnly: fc.boolean(),
  catchment,
  selfReferral: fc.boolean(),
  wait: orNull(fc.nat(200)),
  closed: fc.boolean(),
  usual,
  state: orNull(
    fc.record({
      capacity: orNull(fc.constantFrom("capacity" as const, "waitlist" as const, "no-capacity" as const)),
      capacityConfirmedAt: orNull(fc.constantFrom("2026-11-24T08:00:00.000Z", "2026-10-01T08:00:00.000Z")),
      nextFreeAt: orNull(fc.constantFrom("2026-11-24T15:00:00.000Z", "2026-12-09T09:00:00.000Z")),
      kept: orNull(fc.record({ kept: fc.nat(40), broken: fc.nat(12) })),
      given: fc.oneof(fc.constant(0), fc.nat(60)),
    }),
  ),
});
type OfferParts = typeof offerParts extends fc.Arbitrary<infer T> ? T : never;
type OrganisationParts = typeof organisationParts extends fc.Arbitrary<infer T> ? T : never;

const special: fc.Arbitrary<SpecialNeeds> = fc.record({
  access: fc.subarray([...ACCESS]),
  language: orNull(fc.constantFrom("pl" as const, "so" as const, "other" as const)),
  condition: orNull(fc.constantFrom(...CONDITIONS.slice(0, 4))),
});

const needs: fc.Arbitrary<Need> = fc
  .record({
    priority: fc.constantFrom("routine" as const, "urgent" as const, "asap" as const),
    special: fc.option(special, { nil: undefined }),
    bornOn: orNull(fc.constantFrom("1992-11-24", "1992-11-25", "1992-03-24", "1992-03-25", "1990-01-01")),
    sex: orNull(sex),
    practice: orNull(fc.record({ number: fc.nat(6), checked: fc.boolean() })),
    place: orNull(fc.record({ position, outcode: fc.constantFrom(...OUTCODES) })),
    wanted: fc.oneof(fc.constant([]), fc.subarray([...MODES])),
    weights: fc.record({ distance: weighing, wait: weighing, continuity: weighing }, { requiredKeys: [] }),
    first: fc.constantFrom("recommended" as const, "soonest" as const, "nearest" as const),
    knownTo: fc.subarray(["o0", "o1", "o2"]),
    asked: fc.subarray(["f0", "f1", "f2", "f3"]),
  })
  .map((parts) =>
    need({
      priority: parts.priority,
      needs: parts.special,
      person: {
        bornOn: parts.bornOn,
        sex: parts.sex,
        registeredWith:
          parts.practice === null
            ? null
            : { ods: `O${parts.practice.number}`, checked: parts.practice.checked },
      },
      place:
        parts.place === null
          ? null
          : { postcode: `${parts.place.outcode} 1AA`, position: parts.place.position },
      preferences: {
        modes: parts.wanted,
        first: parts.first,
        weights: parts.weights,
        knownTo: parts.knownTo,
      },
      alreadyAsked: parts.asked,
    }),
  );

const worldsOf = (offers: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<World> =>
  fc
    .record({
      organisations: fc.array(organisationParts, { minLength: 6, maxLength: 6 }),
      offers: fc.array(offerParts, offers),
      referralOnly: fc.nat(4),
      kind: fc.constantFrom("demo" as const, "real" as const),
      judged: fc.integer({ min: 1, max: 6 }),
      bankHolidays: fc.subarray(["2026-11-24", "2026-11-25"]),
      need: needs,
    })
    .map(({ organisations, offers, referralOnly, kind, judged, bankHolidays, need }) => {
      const reach = { ...brand().policy, reachKm: 12.3, judged };
      return {
        contents: contents({
          brand: brand({ kind, policy: reach }),
          services: [service("physio", { access: referralOnly === 0 ? "referral" : "self-referral" })],
          organisations: organisations.map(organisationOf),
          partnerships: organisations.map(partnershipOf),
          locations: offers.flatMap(locationOf),
          offers: offers.map(offerOf),
          bankHolidays,
        }),
        overlay: new Map(
          offers.flatMap(({ state }, place) => (state === null ? [] : [[`f${place}`, state]])),
        ),
        need,
      };
    });

export const worlds = worldsOf({ minLength: 4, maxLength: 40 });
/** So many offers that the index of their places has branches, and most are counted and not looked at. */
export const crowdedWorlds = worldsOf({ minLength: 150, maxLength: 300 });

const organisationOf = (parts: OrganisationParts, place: number) =>
  organisation(`o${place}`, {
    odsCode: parts.ods || parts.usual ? `O${place}` : null,
    status: parts.closed && !parts.usual ? "closed" : "active",
  });

const partnershipOf = (parts: OrganisationParts, place: number) =>
  partnership(
    `o${place}`,
    parts.usual
      ? {}
      : {
          leadOrganisationId: parts.lead ? "o0" : null,
          startsOn: parts.startsOn,
          endsOn: parts.endsOn,
          suspendedFrom: parts.suspendedFrom,
        },
  );

const locationOf = (parts: OfferParts, place: number): Location[] => {
  if (parts.at === null) return [];
  const temporary =
    parts.popUp === null || parts.usual ? null : { from: parts.popUp[0], until: parts.popUp[1] };
  const changes: Partial<Location> = parts.usual
    ? {}
    : {
        opening: parts.opening,
        onBankHolidays: parts.onBankHolidays,
        ...(parts.exception === null ? {} : { exceptions: [{ date: parts.exception, sessions: [] }] }),
        ...(parts.meets === "place" ? { meets: parts.met } : {}),
      };
  return [location(`l${place}`, `o${parts.by}`, parts.at, { temporary, ...changes })];
};

const offerOf = (parts: OfferParts, place: number): Offer =>
  offer(`f${place}`, `o${parts.by}`, {
    locationId: parts.at === null ? null : `l${place}`,
    role: parts.role,
    modes: parts.modes,
    catchment: parts.catchment,
    wait: parts.wait === null ? null : { days: parts.wait, asOf: "2026-11-01", source: "Larkmouth Care" },
    ...(parts.usual
      ? {}
      : {
          ages: parts.ages,
          sex: parts.sex,
          ...(parts.conditions === null ? {} : { conditions: parts.conditions }),
          ...(parts.meets === "offer" ? { meets: parts.met } : {}),
          ...(parts.languages === null ? {} : { languages: parts.languages }),
          ownListOnly: parts.ownListOnly,
          selfReferral: parts.selfReferral,
          status: parts.closed ? ("closed" as const) : ("open" as const),
        }),
  });
