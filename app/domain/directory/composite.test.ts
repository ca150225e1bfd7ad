import { describe, expect, test } from "vitest";
import { fallsTown } from "~tests/support/several-parts";
import { service } from "~tests/support/small-town";
import { partsProblems, withPartsFlags } from "./composite";
import { buildDirectory } from "./directory";
import type { Service, ServicePart } from "./types";

const parts = (...ids: readonly string[]): readonly ServicePart[] =>
  ids.map((serviceId) => ({ serviceId, after: [] }));
const catalogue = (of: readonly ServicePart[]): readonly Service[] => [
  service("scan"),
  service("clinic"),
  service("package", { parts: parts("scan", "clinic") }),
  service("whole", { parts: of }),
];

describe("a service of several parts", () => {
  test.each<readonly [string, readonly ServicePart[]]>([
    ["must have two parts or more, or none", parts("scan")],
    ["has a part x-ray, which is not in the catalogue", parts("scan", "x-ray")],
    ["has a part package, which has parts itself", parts("scan", "package")],
    ["has the part scan twice", parts("scan", "scan")],
    [
      "has a part scan that waits for x-ray, which is not a part of it",
      [...parts("clinic"), { serviceId: "scan", after: ["x-ray"] }],
    ],
    [
      "has parts that wait for each other",
      [
        { serviceId: "scan", after: ["clinic"] },
        { serviceId: "clinic", after: ["scan"] },
      ],
    ],
  ])("%s", (problem, of) => {
    expect(partsProblems(catalogue(of))).toEqual([`Service whole ${problem}`]);
    const town = fallsTown();
    expect(() => buildDirectory({ ...town, services: [...town.services, ...catalogue(of)] })).toThrow(
      problem,
    );
  });

  test("is whole when each part is in the catalogue and comes after others of it, in any order", () => {
    expect(partsProblems(catalogue([{ serviceId: "clinic", after: ["scan"] }, ...parts("scan")]))).toEqual(
      [],
    );
  });
});

describe("the red flags of a service of several parts", () => {
  const flagsOf = (services: readonly Service[]) =>
    buildDirectory(fallsTown(undefined, { services })).service("falls-check")?.redFlags ?? null;
  const { services } = fallsTown();
  const changed = (id: string, change: Partial<Service>) =>
    services.map((each) => (each.id === id ? { ...each, ...change } : each));

  test("are its own and those of every part, each said once", () => {
    expect(flagsOf(services)?.items.map(({ id }) => id)).toEqual([
      "numb",
      "home-visit.fallen",
      "medicines.took",
      "classes.chest",
    ]);
    const alike = changed("classes", { redFlags: service("any").redFlags });
    expect(flagsOf(alike)?.items.map(({ id }) => id)).toEqual([
      "numb",
      "home-visit.fallen",
      "medicines.took",
    ]);
  });

  test("hold what a part's own questions would have stopped for", () => {
    const asking = changed("classes", {
      questions: [
        {
          kind: "choice",
          id: "fell",
          title: "When did you fall?",
          label: "Fall",
          required: true,
          options: [
            { value: "now", label: "Just now, and I hit my head", leadsTo: "999" },
            { value: "before", label: "Before" },
          ],
        },
      ],
    });
    expect(flagsOf(asking)?.items.at(-1)).toEqual({
      id: "classes.fell.now",
      text: "Fall: Just now, and I hit my head",
      leadsTo: "999",
    });
  });

  test("are asked again when those of a part change, and are missing when a part has none that are approved", () => {
    const before = flagsOf(services);
    const { redFlags } = service("any");
    const newer = changed("classes", { redFlags: redFlags && { ...redFlags, version: 2 } });
    expect(flagsOf(newer)?.version).not.toBe(before?.version);
    expect(flagsOf(services)?.version).toBe(before?.version);
    expect(flagsOf(changed("classes", { redFlags: null }))).toBeNull();
  });

  test("stay for whoever has asked when a part is closed, and with it the whole", () => {
    const closed = changed("classes", { status: "closed" });
    expect(flagsOf(closed)?.items).toEqual(flagsOf(services)?.items);
    const statusOf = (all: readonly Service[]) =>
      withPartsFlags(all).find(({ parts }) => parts !== undefined)?.status;
    expect([statusOf(services), statusOf(closed)]).toEqual(["open", "closed"]);
  });
});
