import { expect, it } from "vitest";
import { figuresOf } from "~/domain/fulfilment/figures";
import { instant, milliseconds } from "~/domain/shared/time";
import { giveFeedback } from "~/usecases/give-feedback";
import { completeFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment, declineFulfilment } from "~/usecases/respond-to-fulfilment";
import { onEachDatabase } from "~tests/support/databases";
import {
  firstWork,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  worker,
} from "~tests/support/front-door";
import { readCounted } from "./figures";

const after = (minutes: number) => instant(milliseconds(MONDAY_9AM) + minutes * 60_000);
const HARBOUR = {
  organisationId: "harbour",
  offerIds: ["physiotherapy-harbour"],
  serviceIds: ["physiotherapy"],
};
const HILL = { organisationId: "hill", offerIds: ["physiotherapy-hill"], serviceIds: ["physiotherapy"] };

onEachDatabase((open) => {
  /** Of two requests the harbour declines one after an hour, and accepts and completes the other, whose patient is glad. */
  async function aDay() {
    const door = await openFrontDoor(await open());
    const { onedoor, at } = door;
    const sam = worker("harbour");
    await submitted(door, { visitor: "b".repeat(64) });
    at(after(60));
    await declineFulfilment(onedoor, TOWN, sam, {
      ...(await firstWork(door, "harbour")),
      reason: "22",
      note: "Full",
    });
    const reference = await submitted(door, { visitor: "c".repeat(64) });
    at(after(90));
    await acceptFulfilment(onedoor, TOWN, sam, {
      ...(await firstWork(door, "harbour")),
      startsAt: after(120),
    });
    at(after(200));
    const { fulfilments, part } = await standing(door, reference);
    const last = fulfilments.at(-1);
    if (last === undefined) throw new Error("Nobody has it");
    const done = await completeFulfilment(onedoor, TOWN, sam, {
      fulfilmentId: last.id,
      version: last.version,
      code: "treated",
      outcome: "All done",
    });
    expect(done.kind).toBe("done");
    const counted = (period: { since: string; until: string }) =>
      readCounted(onedoor.db.kysely, TOWN, [HARBOUR, HILL], period);
    return { door, reference, partId: part.id, counted };
  }
  const whole = { since: MONDAY_9AM, until: after(10 * 24 * 60) };

  it("counts what a partner was given, how soon it answered, what it kept and why it said no", async () => {
    const { counted } = await aDay();
    const figures = await counted(whole);
    expect(figures.get("harbour")?.given).toMatchObject([
      { requestedAt: MONDAY_9AM, answeredAt: after(60), kept: null, refused: "22" },
      { requestedAt: after(60), answeredAt: after(90), kept: true, refused: null },
    ]);
    const harbour = figures.get("harbour");
    expect(harbour && figuresOf(harbour)).toMatchObject({
      kept: { value: 1, of: 1 },
      answer: { value: 45, of: 2 },
      declined: { value: 0.5, of: 2 },
    });
    // What the harbour declined went on to the hill, which has not answered.
    expect(figures.get("hill")?.given).toMatchObject([{ answeredAt: null, kept: null, refused: null }]);
  });

  it("counts nothing of another time, another offer or another brand", async () => {
    const { door, counted } = await aDay();
    const { kysely } = door.onedoor.db;
    const before = { since: after(-100), until: MONDAY_9AM };
    expect((await counted(before)).get("harbour")).toEqual({
      given: [],
      times: { passed: 0, unused: 0 },
      feedback: {},
    });
    const none = { ...HARBOUR, offerIds: [], serviceIds: [] };
    expect((await readCounted(kysely, TOWN, [none], whole)).get("harbour")?.given).toEqual([]);
    expect((await readCounted(kysely, "nowhere", [HARBOUR], whole)).get("harbour")?.given).toEqual([]);
  });

  it("counts the times of a diary that passed, and what people said", async () => {
    const { door, reference, partId, counted } = await aDay();
    const { onedoor } = door;
    await giveFeedback(onedoor, TOWN, {
      reference,
      partId,
      score: "good",
      why: "",
      named: false,
    });
    const { harbour, hill } = Object.fromEntries(await counted(whole));
    expect(harbour?.feedback).toEqual({ good: 1 });
    expect(hill?.feedback).toEqual({});
    // A blocked time was not there to be had, and one to come has not passed.
    const { id: fulfilment_id } = await onedoor.db.kysely
      .selectFrom("fulfilments")
      .select("id")
      .where("organisation_id", "=", "hill")
      .executeTakeFirstOrThrow();
    const free = { status: "free", fulfilment_id: null, held_by: null, held_until: null, blocked_why: null };
    const day = [
      { ...free, minute: 100, status: "busy", fulfilment_id },
      { ...free, minute: 120 },
      { ...free, minute: 140, held_by: "diary", held_until: after(1_000_000), blocked_why: "Training" },
      { ...free, minute: 30 * 24 * 60 },
    ];
    await onedoor.db.kysely
      .insertInto("slots")
      .values(
        day.map(({ minute, ...slot }) => ({
          brand_id: TOWN,
          id: `hill-${minute}`,
          offer_id: "physiotherapy-hill",
          starts_at: after(minute),
          ends_at: after(minute + 20),
          ...slot,
        })),
      )
      .execute();
    expect((await counted(whole)).get("hill")?.times).toEqual({ passed: 2, unused: 1 });
    expect((await counted(whole)).get("harbour")?.times).toEqual({ passed: 0, unused: 0 });
  });
});
