import { describe, expect, it } from "vitest";
import { larkmouth } from "~seeds/reference/larkmouth";
import { boxOf } from "../boxes/box";
import { buildDirectory } from "../directory/directory";
import { rowsOfVariant, withVariant } from "./variants";

const TOWN = larkmouth("2026-11-30");
const THEIRS = "physiotherapy-capstan-house";

const styled = (style: "brand" | "partner" | "both", services: string[] = []) => ({
  changes: [{ change: "box-style" as const, services, style }],
});

describe("a variant of whose box it is", () => {
  it("has every offer come in the name that it says, letters, calls and signs with it", () => {
    const town = withVariant(TOWN, styled("brand"));
    expect(new Set(town.offers.map(({ box }) => box.style))).toEqual(new Set(["brand"]));
    const directory = buildDirectory(town);
    const { lines } = boxOf(directory, THEIRS);
    expect(lines).toMatchObject({
      letter: "A letter headed Larkmouth Care",
      door: "The sign on the door says Larkmouth Care",
      questions: `Ask ${TOWN.brand.desk.name} on ${TOWN.brand.desk.phone}`,
    });
    const senders = town.offers.map(({ id }) => boxOf(directory, id).lines.text);
    expect(new Set(senders).size).toBe(1);
  });

  it("writes what it makes different, and leaves what was so already as it was agreed", () => {
    const rows = rowsOfVariant(TOWN, styled("brand"));
    const before = TOWN.offers.filter(({ box }) => box.style !== "brand").map(({ id }) => id);
    expect(rows.offers?.map(({ id }) => id)).toEqual(before);
    expect(rows).not.toHaveProperty("services");
    expect(rows).not.toHaveProperty("brand");
  });

  it("is of the services that it names alone", () => {
    const rows = rowsOfVariant(TOWN, styled("both", ["physiotherapy"]));
    expect(new Set(rows.offers?.map(({ serviceId }) => serviceId))).toEqual(new Set(["physiotherapy"]));
  });

  it("makes nothing of no changes", () => {
    expect(rowsOfVariant(TOWN, { changes: [] })).toEqual({});
    expect(withVariant(TOWN, { changes: [] })).toBe(TOWN);
  });
});

describe("a variant of words and of order", () => {
  it("calls a service something else, and leaves what it does not name", () => {
    const { services = [] } = rowsOfVariant(TOWN, {
      changes: [{ change: "words", service: "physiotherapy", name: "Backs and joints", summary: null }],
    });
    const before = TOWN.services.find(({ id }) => id === "physiotherapy");
    expect(services).toEqual([{ ...before, name: "Backs and joints" }]);
  });

  it("counts other points, as another version of the policy", () => {
    const { brand } = rowsOfVariant(TOWN, { changes: [{ change: "order", points: { distance: 0 } }] });
    const { policy } = TOWN.brand;
    expect(brand?.policy).toEqual({
      ...policy,
      version: policy.version + 1,
      points: { ...policy.points, distance: 0 },
    });
  });

  it("of what is not there is a mistake that is told", () => {
    expect(() => withVariant(TOWN, styled("both", ["alchemy"]))).toThrow("unknown service: alchemy");
    expect(() =>
      withVariant(TOWN, {
        changes: [{ change: "words", service: "alchemy", name: "Gold", summary: null }],
      }),
    ).toThrow("unknown service: alchemy");
    expect(() => withVariant(TOWN, { changes: [{ change: "order", points: { luck: 9 } }] })).toThrow(
      "unknown reason: luck",
    );
  });
});
