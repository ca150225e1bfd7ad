import { describe, expect, it } from "vitest";
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
import { buildDirectory } from "../directory/directory";
import type { DirectoryContents, Overlay } from "../directory/types";
import { choose, route, routeTo } from "./route";

const NOTHING_KNOWN: Overlay = new Map();

/** Clinics at these distances north of the harbour, each of an organisation of its own: "a" at the first, "b" … */
function clinics(distances: readonly number[], changes: Parameters<typeof offer>[2] = {}): DirectoryContents {
  const ids = distances.map((_, place) => String.fromCharCode(97 + place));
  return contents({
    organisations: ids.map((id) => organisation(id)),
    locations: ids.map((id, place) => location(id, id, northOf(distances[place] ?? 0))),
    offers: ids.map((id) => offer(`offer-${id}`, id, { locationId: id, ...changes })),
  });
}

const order = (decision: ReturnType<typeof route>) =>
  decision.candidates
    .filter((candidate) => candidate.eligible)
    .map((candidate) => candidate.facts.organisationId);

describe("the order of offers", () => {
  it("is by distance where nothing else is known, whatever is wanted first", () => {
    const directory = buildDirectory(clinics([7, 0.4, 12, 0.41, 3]));
    for (const first of ["recommended", "nearest", "soonest"] as const) {
      const decision = route(
        directory,
        NOTHING_KNOWN,
        need({ preferences: { modes: [], first, knownTo: [] } }),
        NOW,
      );
      expect(order(decision)).toEqual(["b", "d", "e", "a", "c"]);
      expect(decision.outcome).toBe("offered");
      expect(decision.chosen).toBe("offer-b");
    }
  });

  it("breaks ties by ODS code, those without one last, then by the offer's id", () => {
    const rows = clinics([1, 1, 1, 1]);
    const directory = buildDirectory({
      ...rows,
      organisations: [
        organisation("a", { odsCode: null }),
        organisation("b", { odsCode: "FZ9" }),
        organisation("c", { odsCode: "FA1" }),
        organisation("d", { odsCode: null }),
      ],
    });
    expect(order(route(directory, NOTHING_KNOWN, need(), NOW))).toEqual(["c", "b", "a", "d"]);
  });

  it("puts a shorter wait before a little less travel, and travel before all for who asks for the nearest", () => {
    const rows = clinics([1, 2]);
    const [near, far] = rows.offers;
    if (near === undefined || far === undefined) throw new Error("two offers");
    const wait = (days: number) => ({ days, asOf: "2026-11-01", source: "Larkmouth Care" });
    const directory = buildDirectory({
      ...rows,
      offers: [
        { ...near, wait: wait(90) },
        { ...far, wait: wait(5) },
      ],
    });
    const wanting = (first: "recommended" | "nearest" | "soonest") =>
      order(route(directory, NOTHING_KNOWN, need({ preferences: { modes: [], first, knownTo: [] } }), NOW));
    expect(wanting("recommended")).toEqual(["b", "a"]);
    expect(wanting("soonest")).toEqual(["b", "a"]);
    expect(wanting("nearest")).toEqual(["a", "b"]);
  });

  it("demotes an offer without room and never hides it; a stale status counts as unknown", () => {
    const directory = buildDirectory(clinics([1, 1.1, 1.2]));
    const state = (capacity: "no-capacity" | "capacity", confirmedAt: string) => ({
      capacity,
      capacityConfirmedAt: confirmedAt,
      nextFreeAt: null,
      kept: null,
      given: 0,
    });
    const overlay: Overlay = new Map([
      ["offer-a", state("no-capacity", "2026-11-24T08:00:00.000Z")],
      ["offer-b", state("no-capacity", "2026-11-01T08:00:00.000Z")],
      ["offer-c", state("capacity", "2026-11-24T08:00:00.000Z")],
    ]);
    const decision = route(directory, overlay, need(), NOW);
    expect(order(decision)).toEqual(["c", "b", "a"]);
    const texts = decision.candidates.map(
      ({ lines }) => lines.find(({ reason }) => reason === "capacity")?.text,
    );
    expect(texts).toEqual([
      "Has room (confirmed 2 hours ago)",
      "Not known if they have room (last confirmed 23 days ago)",
      "No room at the moment (confirmed 2 hours ago)",
    ]);
    expect(decision.candidates[1]?.facts.capacity).toBeNull();
  });

  it("favours who looks after the person already", () => {
    const directory = buildDirectory(clinics([1, 2]));
    const decision = route(
      directory,
      NOTHING_KNOWN,
      need({ preferences: { modes: [], first: "recommended", knownTo: ["b"] } }),
      NOW,
    );
    expect(order(decision)).toEqual(["b", "a"]);
    expect(decision.candidates[0]?.lines).toContainEqual({
      reason: "continuity",
      points: 15,
      text: "They look after you already",
    });
  });
});

describe("a list for a practice's own people", () => {
  const rows = () => ({ ...clinics([1, 2, 60], { ownListOnly: true }) });

  it("is open to that practice's people and to nobody else's, however far they live", () => {
    const person = (ods: string) =>
      need({ person: { bornOn: null, sex: null, registeredWith: { ods, checked: true } } });
    const directory = buildDirectory(rows());
    expect(order(route(directory, NOTHING_KNOWN, person("B"), NOW))).toEqual(["b"]);
    expect(order(route(directory, NOTHING_KNOWN, person("C"), NOW))).toEqual(["c"]);
    expect(route(directory, NOTHING_KNOWN, person("ELSE"), NOW).outcome).toBe("none");
  });

  it("says that a practice which only the person named is not checked", () => {
    const decision = route(
      buildDirectory(rows()),
      NOTHING_KNOWN,
      need({ person: { bornOn: null, sex: null, registeredWith: { ods: "A", checked: false } } }),
      NOW,
    );
    expect(decision.candidates[0]?.verdicts).toContainEqual({
      rule: "registered-list",
      pass: true,
      code: null,
      text: "You said you are registered with a organisation: this is not checked yet",
    });
  });
});

describe("a service that asks for a referral", () => {
  const rows = (): DirectoryContents => ({
    ...clinics([1, 2], { wait: { days: 120, asOf: "2026-03-31", source: "NHS England" } }),
    services: [service("physio", { access: "referral" })],
  });
  const withPractice = (): DirectoryContents => {
    const base = rows();
    const practice = organisation("practice", { kind: "practice", odsCode: "L81001" });
    return {
      ...base,
      organisations: [...base.organisations, practice],
      partnerships: [...base.partnerships, partnership("practice")],
      offers: [...base.offers, offer("offer-practice", "practice", { role: "referrer", ownListOnly: true })],
    };
  };

  it("goes to the person's own practice, and shows the providers with their waits", () => {
    const directory = buildDirectory(withPractice());
    const decision = route(
      directory,
      NOTHING_KNOWN,
      need({ person: { bornOn: null, sex: null, registeredWith: { ods: "L81001", checked: true } } }),
      NOW,
    );
    expect(decision.outcome).toBe("referral");
    expect(decision.chosen).toBe("offer-practice");
    const providers = decision.candidates.filter(({ facts }) => facts.role === "provider");
    expect(providers.map(({ eligible }) => eligible)).toEqual([false, false]);
    expect(providers[0]?.verdicts).toEqual([
      { rule: "self-referral", pass: false, code: "40", text: "Your practice refers you" },
    ]);
    expect(providers[0]?.facts.wait?.days).toBe(120);
  });

  it("has no outcome but the front desk when the practice is not known", () => {
    const decision = route(buildDirectory(rows()), NOTHING_KNOWN, need(), NOW);
    expect(decision.outcome).toBe("none");
    expect(decision.chosen).toBeNull();
  });
});

describe("what is not shown", () => {
  it("is counted by the rule it failed, and show more goes on in the same order", () => {
    const rows = clinics([1, 2, 3, 4, 5, 6, 50]);
    const policy = { ...rows.brand.policy, judged: 2 };
    const directory = buildDirectory({ ...rows, brand: brand({ policy }) });
    const two = route(directory, NOTHING_KNOWN, need(), NOW);
    expect(order(two)).toEqual(["a", "b"]);
    expect(two.notShown).toEqual({ eligible: 4, failed: { reach: 1 } });
    const five = route(directory, NOTHING_KNOWN, need(), NOW, { judged: 5 });
    expect(order(five)).toEqual(["a", "b", "c", "d", "e"]);
    expect(five.notShown.eligible).toBe(1);
    expect(five.chosen).toBe(two.chosen);
  });

  it("can be chosen all the same", () => {
    const rows = clinics([1, 2, 3, 4, 5, 6, 50]);
    const directory = buildDirectory({
      ...rows,
      brand: brand({ policy: { ...rows.brand.policy, judged: 2 } }),
    });
    expect(routeTo(directory, NOTHING_KNOWN, need(), NOW, "offer-f")?.chosen).toBe("offer-f");
    expect(routeTo(directory, NOTHING_KNOWN, need(), NOW, "offer-g")).toBeUndefined();
    expect(routeTo(directory, NOTHING_KNOWN, need(), NOW, "nothing")).toBeUndefined();
  });
});

describe("choosing", () => {
  it("marks an eligible offer as the person's choice, and no other", () => {
    const directory = buildDirectory(clinics([1, 2]));
    const decision = route(directory, NOTHING_KNOWN, need({ alreadyAsked: ["offer-a"] }), NOW);
    expect(choose(decision, "offer-b")).toMatchObject({ chosen: "offer-b", chosenBy: "person" });
    expect(choose(decision, "offer-a")).toBeUndefined();
  });

  it("of an unknown service is the explicit outcome none", () => {
    const decision = route(buildDirectory(contents()), NOTHING_KNOWN, need({ serviceId: "nothing" }), NOW);
    expect(decision).toMatchObject({ outcome: "none", chosen: null, candidates: [] });
  });
});
