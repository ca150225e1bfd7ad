import { describe, expect, test } from "vitest";
import { deskList } from "~db/queries/desk";
import { readMessages } from "~db/queries/messages";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  worker,
} from "~tests/support/front-door";
import { runDueWork } from "../jobs/due-work";
import { answerQuestion, askForInformation, giveInformationAtDesk } from "./ask-for-information";
import { acceptFulfilment } from "./respond-to-fulfilment";
import type { DeskActor } from "./work-at-desk";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const desk: DeskActor = { kind: "desk", accountId: "account-desk", name: "Nadia at the front desk" };
const QUESTION = "Which shoulder is it?";

const ask = async (door: FrontDoor, of: "patient" | "referrer", question = QUESTION) =>
  askForInformation(door.onedoor, TOWN, worker("harbour"), {
    ...(await firstWork(door, "harbour")),
    of,
    question,
  });

async function onHold(door: FrontDoor) {
  const reference = await submitted(door);
  expect(await ask(door, "patient")).toEqual({ kind: "done" });
  const { part } = await standing(door, reference);
  return { reference, own: { reference, partId: part.id, version: part.version } };
}

onEachDatabase((open) => {
  describe("a question to the patient", () => {
    test("puts the request on hold, with a date of its own, and the answer gives the partner its time back", async () => {
      const door = await openFrontDoor(await open());
      const { reference, own } = await onHold(door);
      const held = await standing(door, reference);
      expect(held.asked).toEqual(["harbour on-hold"]);
      expect(held.part).toMatchObject({ owner: { kind: "patient" }, dueAt: "2026-11-26T17:00:00.000Z" });
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, held.request.id);
      expect(messages.at(-1)).toMatchObject({ recipient: "patient", template: "please-answer" });

      door.at("2026-11-25T10:00:00.000Z");
      const answer = (text: string) => answerQuestion(door.onedoor, TOWN, rosa, { ...own, text });
      expect(await answer(" ")).toEqual({ kind: "refused", reasons: ["Write your answer"] });
      expect(await answer("x".repeat(501))).toMatchObject({ kind: "refused" });
      expect(await answer("The left one")).toEqual({ kind: "done" });
      const { asked, part, fulfilments, events } = await standing(door, reference);
      expect(asked).toEqual(["harbour requested"]);
      expect(part.owner).toEqual({ kind: "partner", organisationId: "harbour" });
      expect(fulfilments[0]).toMatchObject({ hold: null, answerBy: "2026-11-27T17:00:00.000Z" });
      expect(events.at(-1)?.event).toMatchObject({ type: "information-given", text: "The left one" });
      expect(await answer("The left one")).toEqual({ kind: "changed", by: "the patient" });
    });

    test("that is not answered in time goes back to the partner, who decides without it", async () => {
      const door = await openFrontDoor(await open());
      const { reference } = await onHold(door);
      door.at((await standing(door, reference)).part.dueAt ?? "");
      await runDueWork(door.onedoor);
      const { asked, happened } = await standing(door, reference);
      expect(asked).toEqual(["harbour requested"]);
      expect(happened).toContain("information-not-given");
    });

    test("is answered by whoever the request is of, and by nobody else", async () => {
      const door = await openFrontDoor(await open());
      const { own } = await onHold(door);
      const other = await submitted(door, { visitor: "b".repeat(64) });
      const text = "The left one";
      expect(await answerQuestion(door.onedoor, TOWN, rosa, { ...own, reference: other, text })).toEqual({
        kind: "not-found",
      });
    });

    test("is written by one who has it, and not twice", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      expect(await ask(door, "patient", "  ")).toEqual({
        kind: "refused",
        reasons: ["Write what you need to know"],
      });
      const first = await firstWork(door, "harbour");
      expect(await ask(door, "patient")).toEqual({ kind: "done" });
      const again = { ...first, of: "patient" as const, question: QUESTION };
      expect(await askForInformation(door.onedoor, TOWN, worker("harbour"), again)).toMatchObject({
        kind: "changed",
      });
      expect(await askForInformation(door.onedoor, TOWN, worker("hill"), again)).toEqual({
        kind: "not-found",
      });
      expect(await ask(door, "patient")).toMatchObject({ kind: "refused" });
    });
  });

  test("a question to the practice is the front desk’s, who passes the answer on", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const startsAt = "2026-11-26T14:00:00.000Z";
    await acceptFulfilment(door.onedoor, TOWN, worker("harbour"), {
      ...(await firstWork(door, "harbour")),
      startsAt,
    });
    await ask(door, "referrer");
    const { items } = await deskList(door.onedoor.db.kysely, TOWN);
    expect(items.map(({ because }) => because)).toEqual(["ask-referrer"]);
    const [item] = items;
    const on = { partId: item?.part.id ?? "", version: item?.part.version ?? 0 };
    const say = (text: string) => giveInformationAtDesk(door.onedoor, TOWN, desk, { ...on, text });
    expect(await say("They say the left")).toEqual({ kind: "done" });
    expect(await say("They say the left")).toEqual({ kind: "changed", by: "Nadia at the front desk" });
    const { asked, part, fulfilments } = await standing(door, reference);
    expect(asked).toEqual(["harbour accepted"]);
    expect(fulfilments[0]?.appointment?.startsAt).toBe(startsAt);
    expect(part.dueAt).toBe("2026-11-30T17:00:00.000Z");
  });
});
