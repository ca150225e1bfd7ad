import { describe, expect, it } from "vitest";
import { larkmouth } from "~seeds/reference/larkmouth";
import { boxOf } from "../boxes/box";
import { buildDirectory } from "../directory/directory";
import type { Fulfilment, Part } from "../fulfilment/types";
import { TRUTHS } from "./study";
import { type TrackedRequest, truthOf } from "./truth";
import { withVariant } from "./variants";

const NOW = "2026-11-30T09:30:00.000Z";
const TOWN = buildDirectory(larkmouth("2026-11-30"));
const THEIRS = "physiotherapy-capstan-house";
const OURS = "physiotherapy-lighthouse-centre";

interface With {
  readonly offer: string;
  readonly status?: Fulfilment["status"];
  readonly startsAt?: string;
}

/** One part with those it was with, the last of them now; promised by the Friday. */
function part(position: number, ...had: readonly With[]): TrackedRequest["parts"][number] {
  const offers = had.map(({ offer }) => TOWN.offer(offer));
  return {
    part: {
      id: `part-${position}`,
      position,
      serviceId: offers[0]?.serviceId ?? "",
      promise: { by: "2026-12-04T17:00:00.000Z", settled: null },
    } as Part,
    fulfilments: had.map(({ offer, status = "requested", startsAt }) => ({
      offerId: offer,
      organisationId: TOWN.offer(offer)?.organisationId,
      status,
      box: boxOf(TOWN, offer),
      appointment: startsAt === undefined ? null : { slotId: null, startsAt, place: "There" },
    })) as unknown as readonly Fulfilment[],
  };
}

const request = (...parts: TrackedRequest["parts"]): TrackedRequest => ({ parts });
const truth = (kind: (typeof TRUTHS)[number], asked: TrackedRequest | undefined, town = TOWN) =>
  truthOf(kind, asked, town, NOW);

describe("what is true of a request", () => {
  const passedOn = request(part(1, { offer: THEIRS, status: "rejected" }, { offer: OURS }));

  it("is of whoever has it now; whoever had it before is a likely mistake", () => {
    const who = truth("who-treats", passedOn);
    expect(who?.right).toBe("Lighthouse Medical Centre");
    expect(who?.wrong).toContain("Larkmouth Care");
    expect(who?.wrong).toContain("Harbour Community Trust");
  });

  it("is what the label says: letter, whom to ring, in whose name", () => {
    const theirs = request(part(1, { offer: THEIRS }));
    const { lines } = boxOf(TOWN, THEIRS);
    expect(truth("whose-letter", theirs)?.right).toBe(lines.letter.replace("A letter headed ", ""));
    expect(truth("who-to-ring", theirs)?.right).toBe(lines.questions.replace("Ask ", ""));
    expect(truth("whose-box", theirs)).toEqual({
      right: "In Harbour Community Trust’s name",
      wrong: ["In Larkmouth Care’s name", "In both names: Harbour Community Trust with Larkmouth Care"],
    });
    expect(truth("whose-letter", passedOn)?.right).toBe("Larkmouth Care");
  });

  it("follows the variant of the world, for the box of a request is made there", () => {
    const town = buildDirectory(
      withVariant(larkmouth("2026-11-30"), {
        changes: [{ change: "box-style", services: [], style: "both" }],
      }),
    );
    const asked = part(1, { offer: THEIRS });
    const inBoth = {
      ...asked,
      fulfilments: asked.fulfilments.map((each) => ({ ...each, box: boxOf(town, THEIRS) })),
    };
    expect(truth("whose-letter", request(inBoth), town)?.right).toBe(
      "Harbour Community Trust and Larkmouth Care",
    );
  });

  it("names each of several parts, and to name fewer is wrong", () => {
    const who = truth("who-treats", request(part(1, { offer: OURS }), part(2, { offer: THEIRS })));
    expect(who?.right).toBe("Lighthouse Medical Centre and Harbour Community Trust");
    expect(who?.wrong).toContain("Lighthouse Medical Centre");
  });

  it("promises a day until there is a time, and then says the time", () => {
    const waiting = request(part(1, { offer: THEIRS }));
    expect(truth("by-when", waiting)).toEqual({
      right: "Friday 4 December",
      wrong: ["Friday 11 December", "Wednesday 2 December", "No day was promised"],
    });
    expect(truth("when-is-it", waiting)?.right).toBe("I have no time yet");
    const booked = request(
      part(1, { offer: THEIRS, status: "accepted", startsAt: "2026-12-03T10:30:00.000Z" }),
    );
    expect(truth("by-when", booked)).toBeNull();
    expect(truth("when-is-it", booked)).toEqual({
      right: "Thursday 3 December, 10.30 am",
      wrong: ["Friday 4 December, 10.30 am", "Thursday 3 December, midday", "I have no time yet"],
    });
  });

  it("is nothing without a request, and nothing once nobody has it", () => {
    const over = request(part(1, { offer: THEIRS, status: "cancelled" }));
    for (const kind of TRUTHS) {
      expect(truth(kind, undefined)).toBeNull();
      expect(truth(kind, over)).toBeNull();
    }
  });

  it("does not say who treats while a practice refers on", () => {
    const refers = TOWN.offers.find(({ role }) => role === "referrer");
    if (refers === undefined) throw new Error("No practice of Larkmouth refers");
    expect(truth("who-treats", request(part(1, { offer: refers.id })))).toBeNull();
  });
});

it("of every offer of the town, each question has one right answer and wrong ones that are none", () => {
  for (const { id } of TOWN.offers)
    for (const kind of TRUTHS) {
      const found = truth(kind, request(part(1, { offer: id })));
      if (found === null) continue;
      expect(found.right).not.toBe("");
      expect(found.wrong.length).toBeGreaterThanOrEqual(2);
      expect(new Set([found.right, ...found.wrong]).size).toBe(found.wrong.length + 1);
    }
});
