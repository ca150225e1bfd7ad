import { describe, expect, it } from "vitest";
import { larkmouth } from "~seeds/reference/larkmouth";
import { service } from "~tests/support/small-town";
import { catalogueChanges } from "./catalogue-changes";
import { catalogueFile, readCatalogue } from "./catalogue-file";

const services = larkmouth("2026-11-28").services;
const written = (change: (file: ReturnType<typeof catalogueFile>) => unknown = (file) => file): string =>
  JSON.stringify(change(structuredClone(catalogueFile("larkmouth", services))));
const faultsOf = (text: string) => {
  const read = readCatalogue(text);
  return read.kind === "bad" ? read.faults : [];
};

describe("a catalogue as a file", () => {
  it("is the same catalogue when it is read again, whole", () => {
    const read = readCatalogue(written());
    if (read.kind !== "read") throw new Error(read.faults.join("\n"));
    expect(read.file.services).toHaveLength(services.length);
    expect(services.length).toBeGreaterThan(40);
    const { put, unchanged, toPropose, faults } = catalogueChanges(services, read.file.services);
    expect({ put, toPropose, faults }).toEqual({ put: [], toPropose: [], faults: [] });
    expect(unchanged).toHaveLength(services.length);
  });

  it.each([
    ["what is no JSON", "{", /^It is not JSON/],
    ["another file", JSON.stringify({ onedoor: "box" }), /^onedoor: /],
    ["a later version", written((file) => ({ ...file, version: 2 })), /^version: /],
    [
      "a slip in a field, with the service that it is in",
      written((file) => ({ ...file, services: file.services.map((one) => ({ ...one, cost: "" })) })),
      /^[a-z-]+, cost: /,
    ],
    [
      "a field that is not known",
      written((file) => ({ ...file, services: file.services.map((one) => ({ ...one, price: 3 })) })),
      /^[a-z-]+: .*price/,
    ],
    [
      "a service twice",
      written((file) => ({ ...file, services: [...file.services, ...file.services.slice(0, 1)] })),
      /is in the file twice/,
    ],
    [
      "a need that is not known",
      written((file) => ({ ...file, services: file.services.map((one) => ({ ...one, needs: ["fun"] })) })),
      /needs.0: /,
    ],
  ])("is refused with %s", (_, text, fault) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeLessThanOrEqual(20);
    expect(faults[0]).toMatch(fault);
  });
});

describe("what a file makes of a catalogue", () => {
  const physiotherapy = service("physiotherapy");
  const meals = service("meals", { name: "Meals at home" });

  it("adds, changes and leaves, and takes nothing away", () => {
    const other = { ...physiotherapy, name: "Physio", synonyms: ["sore back"] };
    const changes = catalogueChanges([physiotherapy, meals], [other, service("dentist")]);
    expect(changes).toMatchObject({
      added: ["dentist"],
      changed: [{ id: "physiotherapy", fields: ["name", "synonyms"] }],
      unchanged: [],
      notInFile: ["meals"],
      faults: [],
    });
  });

  it("publishes no sign of danger: those that differ are to be proposed, and those in force stay", () => {
    const { redFlags } = physiotherapy;
    if (redFlags === null) throw new Error("Nothing to differ from");
    const other = { ...physiotherapy, redFlags: { ...redFlags, source: "Another book", version: 9 } };
    const added = service("dentist");
    const changes = catalogueChanges([physiotherapy], [other, added]);
    expect(changes.put).toEqual([{ ...added, redFlags: null }]);
    expect(changes.toPropose.map(({ id }) => id)).toEqual(["physiotherapy", "dentist"]);
    // A file without any says nothing of them.
    expect(catalogueChanges([physiotherapy], [{ ...physiotherapy, redFlags: null }])).toMatchObject({
      put: [],
      toPropose: [],
    });
  });

  it("takes no sign of danger away by other parts of a service that has some", () => {
    const flag = (id: string) => ({ id, text: `Sign of ${id}`, leadsTo: "999" as const });
    const { redFlags } = physiotherapy;
    if (redFlags === null) throw new Error("Nothing to ask for");
    const part = (id: string) => service(id, { redFlags: { ...redFlags, items: [flag(id)] } });
    const parts = (...ids: readonly string[]) => ids.map((serviceId) => ({ serviceId, after: [] }));
    const whole = service("whole", { parts: parts("scan", "clinic", "talk") });
    const before = [part("scan"), part("clinic"), part("talk"), whole];
    const other = { ...whole, parts: parts("scan", "clinic") };
    expect(catalogueChanges(before, [other]).faults).toEqual([
      "whole: would not ask for “Sign of talk” any more. Signs of danger need two people",
    ]);
    expect(
      catalogueChanges(
        [...before, part("more")],
        [{ ...whole, parts: parts("scan", "clinic", "talk", "more") }],
      ).faults,
    ).toEqual([]);
  });

  it("has signs that can be proposed as they are", () => {
    const { redFlags } = physiotherapy;
    if (redFlags === null) throw new Error("Nothing to differ from");
    const [first] = redFlags.items;
    const twice = { ...redFlags, items: [...redFlags.items, { ...first, id: "again" }] } as typeof redFlags;
    expect(catalogueChanges([], [{ ...physiotherapy, redFlags: twice }]).faults.join()).toMatch(
      /^physiotherapy: The same sign is there twice/,
    );
  });

  it("touches no answer that leads to help at once, and says so by the service", () => {
    const numb = { value: "numb", label: "I am numb", leadsTo: "999" as const };
    const question = {
      kind: "choice" as const,
      id: "leg",
      title: "Your leg?",
      label: "Leg",
      required: true,
      options: [numb, { value: "no", label: "No" }],
    };
    const before = { ...physiotherapy, questions: [question] };
    const { faults } = catalogueChanges([before], [{ ...before, questions: [] }]);
    expect(faults.join()).toMatch(/^physiotherapy: .*signs of danger need two people/);
  });
});
