import { buildDirectory } from "~/domain/directory/directory";
import {
  type DirectoryContents,
  type Location,
  type Offer,
  type OfferState,
  type Organisation,
  type Partnership,
  UNKNOWN_STATE,
} from "~/domain/directory/types";
import { choose, route } from "~/domain/routing/route";
import type { Need, RoutingDecision } from "~/domain/routing/types";
import {
  brand,
  contents,
  location,
  NOW,
  need,
  northOf,
  offer,
  organisation,
  partnership,
  service,
} from "~tests/support/directory";

/** A situation that a patient can be in, and the decision that routing really made of it. */
export interface ExplainedCase {
  readonly title: string;
  /** What is so, in a sentence for whoever reads the document. */
  readonly situation: string;
  readonly decision: RoutingDecision;
}

/** A partner of the case: an organisation with one place and one offer of physiotherapy. */
interface Partner {
  readonly id: string;
  readonly name: string;
  /** Kilometres from the person; null for care without a place. */
  readonly km: number | null;
  readonly wait?: number;
  readonly state?: Partial<OfferState>;
  readonly offer?: Partial<Offer>;
  readonly organisation?: Partial<Organisation>;
  readonly partnership?: Partial<Partnership>;
  readonly location?: Partial<Location>;
}

const QUAY: Partner = { id: "quay", name: "Quay Clinic", km: 2, wait: 9 };
const HILL: Partner = { id: "hill", name: "Hill Street Clinic", km: 5, wait: 12 };
const MILL: Partner = { id: "mill", name: "Mill Lane Clinic", km: 8, wait: 20 };
const PRACTICE: Partner = {
  id: "oak",
  name: "Oak Tree Surgery",
  km: 4,
  wait: 12,
  organisation: { kind: "practice", odsCode: "L81001" },
};

const has = (capacity: OfferState["capacity"], confirmed = "2026-11-24T08:00:00.000Z") => ({
  capacity,
  capacityConfirmedAt: confirmed,
});

const POLICY = {
  ...brand().policy,
  points: { distance: 40, wait: 25, continuity: 15, preference: 10, capacity: 10, kept: 10, share: 6 },
};

function decided(
  partners: readonly Partner[],
  changes: Partial<Need> = {},
  parts: Partial<DirectoryContents> = {},
): RoutingDecision {
  const organisations = partners.map(({ id, name, organisation: own = {} }) =>
    organisation(id, { name, ...own }),
  );
  const directory = buildDirectory(
    contents({
      brand: brand({ policy: POLICY }),
      organisations,
      partnerships: partners.map(({ id, partnership: own = {} }) => partnership(id, own)),
      locations: partners.flatMap(({ id, name, km, location: own = {} }) =>
        km === null ? [] : [location(id, id, northOf(km), { name, ...own })],
      ),
      offers: partners.map(({ id, km, wait, offer: own = {} }) =>
        offer(`${id}-offer`, id, {
          locationId: km === null ? null : id,
          wait: wait === undefined ? null : { days: wait, asOf: "2026-11-01", source: "Larkmouth Care" },
          ...own,
        }),
      ),
      ...parts,
    }),
  );
  const overlay = new Map(
    partners.flatMap(({ id, state }) =>
      state === undefined ? [] : [[`${id}-offer`, { ...UNKNOWN_STATE, ...state }] as const],
    ),
  );
  return route(directory, overlay, need(changes), NOW);
}

const wanting = (preferences: Partial<Need["preferences"]>): Partial<Need> => ({
  preferences: { modes: [], first: "recommended", knownTo: [], ...preferences },
});
const registered = (checked: boolean, bornOn: string | null = "1992-03-14"): Partial<Need> => ({
  person: { bornOn, sex: "female", registeredWith: { ods: "L81001", checked } },
});

function chosenBy(decision: RoutingDecision, offerId: string): RoutingDecision {
  const chosen = choose(decision, offerId);
  if (chosen === undefined) throw new Error(`${offerId} cannot be chosen in this case`);
  return chosen;
}

const crowd = (count: number): Partner[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `clinic-${place + 10}`,
    name: `Clinic ${place + 1}`,
    km: 2 + place / 4,
    wait: 10 + place,
  }));

const byReferral = { services: [service("physio", { access: "referral" as const })] };

export const EXPLAINED_CASES: readonly ExplainedCase[] = [
  {
    title: "Your own practice",
    situation: "A person's own practice is farther away than a clinic, and knows them.",
    decision: decided([QUAY, { ...PRACTICE, km: 3, wait: 9 }], registered(true)),
  },
  {
    title: "By referral only",
    situation: "The service needs a referral, and the person's practice can make one.",
    decision: decided(
      [QUAY, { ...PRACTICE, km: null, offer: { role: "referrer", ownListOnly: true, wait: null } }],
      registered(true),
      byReferral,
    ),
  },
  {
    title: "Nobody can be asked",
    situation: "The only clinic is closed.",
    decision: decided([{ ...QUAY, offer: { status: "closed" } }]),
  },
  {
    title: "All are too far away",
    situation: "Two clinics give this care, both beyond the reach of the policy.",
    decision: decided([
      { ...QUAY, km: 48 },
      { ...HILL, km: 55 },
    ]),
  },
  {
    title: "Old news about room",
    situation: "One clinic last said how full it is more than three weeks ago.",
    decision: decided([
      { ...QUAY, state: has("capacity") },
      { ...HILL, state: has("no-capacity", "2026-11-01T08:00:00.000Z") },
    ]),
  },
  {
    title: "No room, but chosen",
    situation: "A person chooses the clinic that says it has no room. They may.",
    decision: chosenBy(
      decided([
        { ...QUAY, state: has("no-capacity") },
        { ...HILL, km: 2.4, wait: 9, state: has("capacity") },
      ]),
      "quay-offer",
    ),
  },
  {
    title: "After a refusal",
    situation: "The first clinic said no, and the request goes to the next.",
    decision: decided([QUAY, HILL, MILL], { alreadyAsked: ["quay-offer"] }),
  },
  {
    title: "A visit at home",
    situation: "A person asks for a visit at home. One team makes them, and one clinic does not.",
    decision: decided(
      [QUAY, { id: "team", name: "The Home Team", km: null, wait: 14, offer: { modes: ["home-visit"] } }],
      wanting({ modes: ["home-visit"] }),
    ),
  },
  {
    title: "Not for this age",
    situation: "A person of 34, and a clinic for young people that is nearer.",
    decision: decided([
      HILL,
      { id: "young", name: "Young Larkmouth", km: 1, offer: { ages: { from: null, until: 17 } } },
    ]),
  },
  {
    title: "A pop-up clinic",
    situation: "A clinic that is here for six weeks only.",
    decision: decided([
      {
        id: "winter",
        name: "The Winter Shop",
        km: 1,
        wait: 3,
        location: { temporary: { from: "2026-11-01", until: "2026-12-12" } },
      },
      HILL,
    ]),
  },
  {
    title: "A lead provider has left",
    situation: "A small group gives care under a lead provider, whose time with Larkmouth Care has ended.",
    decision: decided([
      HILL,
      { id: "group", name: "The Walking Group", km: 1, partnership: { leadOrganisationId: "lead" } },
      {
        id: "lead",
        name: "The Lead",
        km: 30.5,
        offer: { status: "closed" },
        partnership: { endsOn: "2026-11-01" },
      },
    ]),
  },
  {
    title: "A guest",
    situation: "A person who is not signed in says which practice they go to, and not when they were born.",
    decision: decided(
      [{ ...PRACTICE, offer: { ownListOnly: true, ages: { from: 16, until: null } } }, QUAY],
      registered(false, null),
    ),
  },
  {
    title: "Level",
    situation: "Two clinics in one house are alike in all that counts.",
    decision: decided([QUAY, { ...QUAY, id: "quay-two", name: "Quay House" }]),
  },
  {
    title: "A person's own choice",
    situation: "A person takes the second on the list.",
    decision: chosenBy(
      decided([
        { ...QUAY, state: has("capacity") },
        { ...HILL, state: has("capacity") },
      ]),
      "hill-offer",
    ),
  },
  {
    title: "What matters to a person",
    situation: "A person says that a short wait matters a lot, and that distance does not matter much.",
    decision: decided(
      [
        { ...QUAY, wait: 30 },
        { ...MILL, wait: 5 },
      ],
      wanting({ weights: { wait: "a-lot", distance: "not-much" } }),
    ),
  },
  {
    title: "Promises kept",
    situation: "Two clinics close to each other; one keeps its promises far more often.",
    decision: decided([
      { ...QUAY, state: { kept: { kept: 12, broken: 18 } } },
      { ...HILL, km: 2.2, wait: 9, state: { kept: { kept: 39, broken: 1 } } },
    ]),
  },
  {
    title: "A fair share",
    situation: "Two clinics alike in all but this: one was given far more requests this month.",
    decision: decided([
      { ...QUAY, wait: 5, state: { given: 40 } },
      { ...QUAY, id: "quay-two", name: "Quay House", wait: 5, state: { given: 2 } },
    ]),
  },
  {
    title: "A wait that is not known",
    situation: "The nearest clinic does not say how long people wait.",
    decision: decided([
      { id: "quay", name: "Quay Clinic", km: 3, state: has("capacity") },
      { ...HILL, km: 3.5, wait: 4, state: has("capacity") },
    ]),
  },
  {
    title: "Many more than are shown",
    situation: "Forty clinics can help; thirty are on the first page, and one more is beyond reach.",
    decision: decided([...crowd(40), { id: "far", name: "Far Away Clinic", km: 60 }]),
  },
  {
    title: "By video only",
    situation: "A person asks to be seen by video, has told no postcode, and one team works by video.",
    decision: decided(
      [QUAY, { id: "screen", name: "The Screen Team", km: null, wait: 2, offer: { modes: ["video"] } }],
      { ...wanting({ modes: ["video"] }), place: null },
    ),
  },
  {
    title: "A free time today",
    situation: "A clinic has a free time this afternoon, and looks after this person already.",
    decision: decided(
      [
        { ...QUAY, state: { nextFreeAt: "2026-11-24T15:00:00.000Z" } },
        { ...HILL, km: 1, wait: 30 },
      ],
      wanting({ knownTo: ["quay"] }),
    ),
  },
];
