import fc from "fast-check";
import type { Catchment, DirectoryContents, Location, Mode, Offer, Overlay } from "~/domain/directory/types";
import type { Need } from "~/domain/routing/types";
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
);
/** Mostly true: an offer that breaks every rule at once shows nothing about any of them. */
const usual = fc.nat(3).map((number) => number > 0);
const age = fc.integer({ min: 33, max: 36 });

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
  ages: orNull(fc.record({ from: orNull(age), until: orNull(age) })),
  sex: orNull(fc.constantFrom("female" as const, "male" as const)),
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
    }),
  ),
});
type OfferParts = typeof offerParts extends fc.Arbitrary<infer T> ? T : never;
type OrganisationParts = typeof organisationParts extends fc.Arbitrary<infer T> ? T : never;

const needs: fc.Arbitrary<Need> = fc
  .record({
    bornOn: orNull(fc.constantFrom("1992-11-24", "1992-11-25", "1990-01-01")),
    sex: orNull(fc.constantFrom("female" as const, "male" as const)),
    practice: orNull(fc.record({ number: fc.nat(6), checked: fc.boolean() })),
    place: orNull(fc.record({ position, outcode: fc.constantFrom(...OUTCODES) })),
    wanted: fc.oneof(fc.constant([]), fc.subarray([...MODES])),
    first: fc.constantFrom("recommended" as const, "soonest" as const, "nearest" as const),
    knownTo: fc.subarray(["o0", "o1", "o2"]),
    asked: fc.subarray(["f0", "f1", "f2", "f3"]),
  })
  .map((parts) =>
    need({
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
      preferences: { modes: parts.wanted, first: parts.first, knownTo: parts.knownTo },
      alreadyAsked: parts.asked,
    }),
  );

const worldsOf = (offers: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<World> =>
  fc
    .record({
      organisations: fc.array(organisationParts, { minLength: 6, maxLength: 6 }),
      offers: fc.array(offerParts, offers),
      referralOnly: fc.nat(4),
      judged: fc.integer({ min: 1, max: 6 }),
      need: needs,
    })
    .map(({ organisations, offers, referralOnly, judged, need }) => {
      const reach = { ...brand().policy, reachKm: 12.3, judged };
      return {
        contents: contents({
          brand: brand({ policy: reach }),
          services: [service("physio", { access: referralOnly === 0 ? "referral" : "self-referral" })],
          organisations: organisations.map(organisationOf),
          partnerships: organisations.map(partnershipOf),
          locations: offers.flatMap(locationOf),
          offers: offers.map(offerOf),
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
  return [location(`l${place}`, `o${parts.by}`, parts.at, { temporary })];
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
          ownListOnly: parts.ownListOnly,
          selfReferral: parts.selfReferral,
          status: parts.closed ? ("closed" as const) : ("open" as const),
        }),
  });
