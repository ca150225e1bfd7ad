import { describe, expect, test } from "vitest";
import { runDueWork } from "~/jobs/due-work";
import { openEarlierOffers } from "~db/queries/earlier-times";
import { readMessages } from "~db/queries/messages";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
} from "~tests/support/front-door";
import { offer } from "~tests/support/small-town";
import { cancelRequest } from "./cancel-request";
import { declineEarlier, joinEarlierList, leaveEarlierList, takeEarlier } from "./earlier-list";
import { rebook } from "./rebook";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const slotAt = (hour: number) => `eye-test-harbour.20261123T${hour}00Z`;
const LETTERS = ["a", "b", "c", "d", "e", "f", "0", "1"];

/** Eye tests at the harbour this Monday, on the hour from 2 in the afternoon to 9. It is 9 in the morning. */
const afternoons = threePartners({
  offers: [
    offer("eye-test", "harbour", {
      slots: { minutes: 60, sessions: [{ weekday: 1, opens: "14:00", closes: "22:00" }] },
    }),
    offer("eye-test", "hill", { booking: "partner", slots: null }),
  ],
});

onEachDatabase((open) => {
  /** One person an hour, from 2 in the afternoon; all but the first want an earlier time. */
  async function booked(howMany: number, wishes: readonly string[][] = []) {
    const door = await openFrontDoor(await open(), afternoons);
    const references: string[] = [];
    for (let number = 0; number < howMany; number += 1) {
      const visitor = (LETTERS[number] ?? "9").repeat(64);
      const slot = slotAt(14 + number);
      references.push(
        await submitted(door, { serviceId: "eye-test", choice: "eye-test-harbour", slot, visitor }),
      );
    }
    for (const [index, reference] of references.entries()) {
      if (index === 0) continue;
      const input = { ...(await named(door, reference)), partsOfDay: wishes[index] ?? [] };
      expect(await joinEarlierList(door.onedoor, TOWN, input, rosa)).toEqual({ kind: "done" });
    }
    return { door, references };
  }

  async function named(door: FrontDoor, reference: string) {
    return { reference, fulfilmentId: (await standing(door, reference)).fulfilments.at(-1)?.id ?? "" };
  }
  async function take(door: FrontDoor, reference: string, slotId: string) {
    const { fulfilments } = await standing(door, reference);
    const input = { ...(await named(door, reference)), version: fulfilments.at(-1)?.version ?? 0, slotId };
    return takeEarlier(door.onedoor, TOWN, input, rosa);
  }
  const cancel = (door: FrontDoor, reference = "") =>
    cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);

  async function offeredTo(door: FrontDoor, references: readonly string[]) {
    const offered: string[][] = [];
    for (const reference of references) {
      const { fulfilmentId } = await named(door, reference);
      const offers = await openEarlierOffers(
        door.onedoor.db.kysely,
        TOWN,
        fulfilmentId,
        door.onedoor.clock(),
      );
      offered.push(offers.map(({ startsAt }) => startsAt.slice(11, 13)));
    }
    return offered;
  }
  const timeOf = async (door: FrontDoor, reference = "") =>
    (await standing(door, reference)).fulfilments.at(-1)?.appointment?.startsAt.slice(11, 13);

  describe("a time that comes free", () => {
    test("is offered at once to the five who have waited longest, and they are told", async () => {
      const { door, references } = await booked(8);
      await cancel(door, references[0]);
      expect(await offeredTo(door, references)).toEqual([[], ["14"], ["14"], ["14"], ["14"], ["14"], [], []]);
      const { request, events } = await standing(door, references[1] ?? "");
      expect(events.at(-1)).toMatchObject({
        actor: { kind: "clock" },
        event: { type: "earlier-time-offered", until: "2026-11-23T12:00:00.000Z" },
      });
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.at(-1)).toMatchObject({ recipient: "patient", template: "earlier-time" });
    });

    test("goes to the first who takes it; the others are told, and keep what they have", async () => {
      const { door, references } = await booked(3);
      const [, second = "", third = ""] = references;
      await cancel(door, references[0]);
      expect(await take(door, third, slotAt(14))).toEqual({ kind: "done" });
      expect(await take(door, second, slotAt(14))).toEqual({
        kind: "refused",
        reasons: ["That time has gone to somebody else. Nothing of yours has changed"],
      });
      expect([await timeOf(door, second), await timeOf(door, third)]).toEqual(["15", "14"]);
      const { request, happened } = await standing(door, second);
      expect(happened.slice(-2)).toEqual(["earlier-time-offered", "earlier-time-gone"]);
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.map(({ template }) => template)).toContain("earlier-time-gone");
      // What the third let go is later than what the second has, and is offered to nobody.
      expect(await offeredTo(door, references)).toEqual([[], [], []]);
    });

    test("of somebody who moved is offered too, to those for whom it is earlier and when they want it", async () => {
      const { door, references } = await booked(4, [[], ["evening"], ["evening"], ["afternoon"]]);
      const [first = ""] = references;
      const { fulfilments } = await standing(door, first);
      const input = {
        ...(await named(door, first)),
        version: fulfilments[0]?.version ?? 0,
        slotId: slotAt(20),
      };
      expect(await rebook(door.onedoor, TOWN, input, rosa)).toEqual({ kind: "done" });
      expect(await offeredTo(door, references)).toEqual([[], [], [], ["14"]]);
    });

    test("is not offered to who said no to it; when nobody of the five takes it, the next five hear of it", async () => {
      const { door, references } = await booked(8);
      await cancel(door, references[0]);
      for (const reference of references.slice(1, 6)) {
        const input = { ...(await named(door, reference)), slotId: slotAt(14) };
        expect(await declineEarlier(door.onedoor, TOWN, input, rosa)).toEqual({ kind: "done" });
      }
      expect(await offeredTo(door, references)).toEqual([[], [], [], [], [], [], ["14"], ["14"]]);
      // The sixth takes it, and lets it go again: those who said no hear nothing of it.
      expect(await take(door, references[6] ?? "", slotAt(14))).toEqual({ kind: "done" });
      await cancel(door, references[6]);
      // What the sixth had before is free as well.
      expect(await offeredTo(door, references)).toEqual([[], [], [], [], [], [], [], ["14", "20"]]);
    });

    test("lapses by the clock, and goes to the next five then", async () => {
      const { door, references } = await booked(7);
      await cancel(door, references[0]);
      door.at("2026-11-23T10:00:00.000Z");
      expect(await offeredTo(door, references.slice(5))).toEqual([["14"], []]);
      door.at("2026-11-23T12:00:00.000Z");
      expect(await offeredTo(door, references.slice(5))).toEqual([[], []]);
      await runDueWork(door.onedoor);
      // It is too near by now for anybody to plan for it.
      expect(await offeredTo(door, references)).toEqual([[], [], [], [], [], [], []]);
      const answers = await door.onedoor.db.kysely.selectFrom("earlier_offers").select("answer").execute();
      expect(answers.map(({ answer }) => answer)).toEqual(Array.from({ length: 5 }, () => "lapsed"));
      expect(await take(door, references[1] ?? "", slotAt(14))).toMatchObject({ kind: "refused" });
      expect(await timeOf(door, references[1])).toBe("15");
    });

    test("that is too near is offered to nobody", async () => {
      const { door, references } = await booked(2);
      door.at("2026-11-23T10:30:00.000Z");
      await cancel(door, references[0]);
      expect(await offeredTo(door, references)).toEqual([[], []]);
    });

    test("that anybody books from the front is told to have gone by the sweep", async () => {
      const { door, references } = await booked(2);
      const [, second = ""] = references;
      await cancel(door, references[0]);
      const visitor = "9".repeat(64);
      await submitted(door, { serviceId: "eye-test", choice: "eye-test-harbour", slot: slotAt(14), visitor });
      expect(await offeredTo(door, references)).toEqual([[], []]);
      await runDueWork(door.onedoor);
      expect((await standing(door, second)).happened.at(-1)).toBe("earlier-time-gone");
    });
  });

  test("who leaves the list hears of nothing more, and what was offered to them goes to the next", async () => {
    const { door, references } = await booked(7);
    await cancel(door, references[0]);
    for (const reference of references.slice(1, 6))
      await leaveEarlierList(door.onedoor, TOWN, await named(door, reference), rosa);
    expect(await offeredTo(door, references)).toEqual([[], [], [], [], [], [], ["14"]]);
  });

  test("nobody waits for a time that a partner gives itself, nor once care is over", async () => {
    const { door, references } = await booked(2);
    const visitor = "9".repeat(64);
    const byHill = await submitted(door, { serviceId: "eye-test", choice: "eye-test-hill", visitor });
    const join = async (reference: string) =>
      joinEarlierList(door.onedoor, TOWN, { ...(await named(door, reference)), partsOfDay: [] }, rosa);
    expect(await join(byHill)).toMatchObject({ kind: "refused" });
    await cancel(door, references[1]);
    expect(await join(references[1] ?? "")).toMatchObject({ kind: "refused" });
    const another = { reference: references[0] ?? "", fulfilmentId: "made-up", partsOfDay: [] };
    expect(await joinEarlierList(door.onedoor, TOWN, another, rosa)).toEqual({ kind: "not-found" });
  });
});
