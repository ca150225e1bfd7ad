import { describe, expect, test } from "vitest";
import { offer, organisation, partnership, service, smallTown } from "~tests/support/small-town";
import { buildDirectory } from "./directory";
import { membersOn, peopleOf, withoutPartner } from "./members";

const DAY = "2026-11-23";
const list = (patients: number) => ({ listSize: { patients, asOf: "2026-10-01" } });

/** Harbour and hill are practices; harbour leads the club, and gone has left. */
const town = buildDirectory(
  smallTown({
    organisations: [
      organisation("harbour", { kind: "practice", ...list(20_000) }),
      organisation("hill", { kind: "practice", ...list(15_000) }),
      organisation("club"),
      organisation("gone", list(9_000)),
    ],
    partnerships: [
      partnership("harbour"),
      partnership("hill", { suspendedFrom: "2026-11-01" }),
      partnership("club", { arrangement: "subcontract", leadOrganisationId: "harbour" }),
      partnership("gone", { endsOn: "2026-10-31" }),
    ],
    locations: [],
    services: [
      service("physiotherapy"),
      service("classes", { name: "Classes" }),
      service("both", {
        name: "Both",
        parts: [
          { serviceId: "physiotherapy", after: [] },
          { serviceId: "classes", after: [] },
        ],
      }),
    ],
    offers: [
      offer("physiotherapy", "harbour", { locationId: null }),
      offer("physiotherapy", "club", { locationId: null }),
      offer("classes", "club", { locationId: null }),
      offer("classes", "gone", { locationId: null }),
    ],
  }),
);

describe("members of a brand on a day", () => {
  test("are those in force and those suspended, each with who answers for it", () => {
    const members = membersOn(town, DAY);
    expect(
      members.map(({ organisation: { id }, standing, lead, leads }) => [
        id,
        standing,
        lead?.id ?? null,
        leads.map((led) => led.id),
      ]),
    ).toEqual([
      ["club", "partner", "harbour", []],
      ["harbour", "partner", null, ["club"]],
      ["hill", "suspended", null, []],
    ]);
    expect(peopleOf(members)).toBe(35_000);
  });
});

describe("a partner that leaves", () => {
  test("takes its list, and those that it answers for, along", () => {
    const { kind, ...rest } = withoutPartner(town, "harbour", DAY);
    expect(kind).toBe("without");
    expect(rest).toMatchObject({
      without: {
        listGone: 20_000,
        listLeft: 15_000,
        nobodyGives: ["physiotherapy", "classes", "both"],
        oneGives: [],
      },
    });
  });

  test("leaves the services that others give, and breaks those of several parts that it was needed for", () => {
    const result = withoutPartner(town, "club", DAY);
    expect(result).toMatchObject({
      without: {
        listGone: 0,
        listLeft: 35_000,
        nobodyGives: ["classes", "both"],
        oneGives: ["physiotherapy"],
      },
    });
  });

  test("cannot, when it is none", () => {
    expect(withoutPartner(town, "gone", DAY).kind).toBe("refused");
    expect(withoutPartner(town, "nobody", DAY).kind).toBe("refused");
  });
});
