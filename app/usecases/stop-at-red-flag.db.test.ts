import { describe, expect, test } from "vitest";
import { auditOf } from "~db/queries/audit";
import { countUnreached, openStops, readStop } from "~db/queries/red-flag-stops";
import { onEachDatabase } from "~tests/support/databases";
import {
  answeredDraft,
  type FrontDoor,
  MONDAY_9AM,
  openFrontDoor,
  TOWN,
  threePartners,
  VISITOR,
} from "~tests/support/front-door";
import { service } from "~tests/support/small-town";
import { openDraft } from "./open-draft";
import { saveAnswers } from "./save-answers";
import { closeRedFlag } from "./stop-at-red-flag";
import { submitRequest } from "./submit-request";

const ASKER = { visitor: VISITOR, accountId: null };
const DOT = { kind: "desk" as const, accountId: "dot", name: "Dot Lane" };

const town = () =>
  threePartners({
    services: [
      service("physiotherapy", {
        questions: [
          {
            id: "words",
            kind: "text",
            title: "What?",
            label: "What is wrong",
            required: false,
            maxLength: 400,
          },
        ],
      }),
    ],
    offers: threePartners().offers.slice(0, 3),
  });

const say = (door: FrontDoor, draftId: string, step: string, input: Record<string, string>) =>
  saveAnswers(door.onedoor, TOWN, { ...ASKER, draftId, step, input });
const kept = ({ onedoor }: FrontDoor) => openStops(onedoor.db.kysely, TOWN);
const counted = ({ onedoor }: FrontDoor) => countUnreached(onedoor.db.kysely, TOWN, MONDAY_9AM);

onEachDatabase((open) => {
  describe("a journey that a sign of an emergency stopped", () => {
    test("at the start is counted, and says nothing of who it was", async () => {
      const door = await openFrontDoor(await open(), town());
      const draft = await openDraft(door.onedoor, TOWN, { ...ASKER, serviceId: "physiotherapy" });
      const draftId = draft?.id ?? "";
      expect(await say(door, draftId, "red-flags", { flags: "numb" })).toMatchObject({ kind: "danger" });
      await say(door, draftId, "red-flags", { flags: "numb" });
      expect(await kept(door)).toEqual([]);
      expect(await counted(door)).toEqual({ "999": 1, "111": 0, crisis: 0 });
      const rows = await door.onedoor.db.kysely.selectFrom("red_flag_stops").selectAll().execute();
      expect(rows).toMatchObject([
        {
          service_id: "physiotherapy",
          step: "red-flags",
          leads_to: "999",
          times: 2,
          person: null,
          due_at: null,
        },
      ]);
    });

    test("midway names the person once a way to reach them was given, with a deadline, and not what else they wrote", async () => {
      const door = await openFrontDoor(await open(), town());
      const draftId = await answeredDraft(door, { answers: { "q-words": { answer: "A bad back" } } });
      await say(door, draftId, "q-words", { answer: "A bad back and now chest pain" });
      const [stop] = await kept(door);
      expect(stop).toMatchObject({
        leadsTo: "999",
        raised: { kind: "words", question: "What is wrong", words: "chest pain" },
        person: { name: "Rosa Marchetti", who: "myself", phone: "01632 960 001" },
        reference: null,
        closed: null,
      });
      expect(stop?.dueAt && stop.dueAt > MONDAY_9AM).toBe(true);
      expect(await counted(door)).toEqual({ "999": 0, "111": 0, crisis: 0 });
      expect(
        (await auditOf(door.onedoor.db.kysely, TOWN, stop?.id ?? "")).map(({ action }) => action),
      ).toEqual(["stopped"]);
    });

    test("that goes on after all is linked to the request, which says whom it is for", async () => {
      const door = await openFrontDoor(await open(), town());
      const draft = await openDraft(door.onedoor, TOWN, { ...ASKER, serviceId: "physiotherapy" });
      await say(door, draft?.id ?? "", "red-flags", { flags: "numb" });
      const draftId = await answeredDraft(door, { answers: { "q-words": { answer: "" } } });
      expect(draftId).toBe(draft?.id);
      const sent = await submitRequest(door.onedoor, TOWN, { ...ASKER, draftId });
      if (sent.kind !== "submitted") throw new Error(JSON.stringify(sent));
      expect(await kept(door)).toMatchObject([
        { reference: sent.reference, person: { name: "Rosa Marchetti", phone: "01632 960 001" } },
      ]);
    });

    test("is kept when answers have become dangerous before they are sent", async () => {
      const door = await openFrontDoor(await open(), town());
      const draftId = await answeredDraft(door, { answers: { "q-words": { answer: "A bad back" } } });
      const { kysely } = door.onedoor.db;
      const row = await kysely.selectFrom("drafts").select("answers").executeTakeFirstOrThrow();
      await kysely
        .updateTable("drafts")
        .set({ answers: row.answers.replace("A bad back", "chest pain") })
        .execute();
      expect(await submitRequest(door.onedoor, TOWN, { ...ASKER, draftId })).toEqual({
        kind: "red-flag",
        leadsTo: "999",
      });
      expect(await kept(door)).toMatchObject([{ raised: { words: "chest pain" } }]);
    });

    test("is closed once, with what was done and by whom, and it is written down", async () => {
      const door = await openFrontDoor(await open(), town());
      const draftId = await answeredDraft(door, { answers: { "q-words": { answer: "" } } });
      await say(door, draftId, "red-flags", { flags: "numb" });
      const stopId = (await kept(door))[0]?.id ?? "";
      const close = (outcome: string, brandId = TOWN) =>
        closeRedFlag(door.onedoor, brandId, DOT, { stopId, outcome });
      expect(await close(" ")).toEqual({ kind: "invalid", message: "Say what was done" });
      expect(await closeRedFlag(door.onedoor, TOWN, DOT, { stopId: "no-such", outcome: "x" })).toEqual({
        kind: "not-found",
      });
      const both = await Promise.all([close("I rang: an ambulance is there"), close("I rang too")]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(["closed", "closed-already"]);
      expect(await kept(door)).toEqual([]);
      const stop = await readStop(door.onedoor.db.kysely, TOWN, stopId);
      expect(stop?.closed).toMatchObject({ at: MONDAY_9AM });
      expect((await auditOf(door.onedoor.db.kysely, TOWN, stopId)).map(({ action }) => action)).toEqual([
        "stopped",
        "stop-closed",
      ]);
    });
  });
});
