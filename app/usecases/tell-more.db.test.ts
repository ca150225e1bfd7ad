import { describe, expect, test } from "vitest";
import { readMessages } from "~db/queries/messages";
import { redFlagsSince } from "~db/queries/said";
import { worklist } from "~db/queries/worklist";
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
import { addInformation } from "./add-information";
import { auditRead, verifyAudit } from "./audit";
import { cancelRequest } from "./cancel-request";
import { replyAsPartner, replyAtDesk } from "./reply";
import { declineFulfilment } from "./respond-to-fulfilment";
import { tellRedFlag } from "./tell-red-flag";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const desk = { kind: "desk" as const, accountId: "dee", name: "Dee at the front desk" };
const flag = { leadsTo: "999", signs: ["I cannot feel my legs"], how: "ticked" } as const;

async function asked(door: FrontDoor) {
  const reference = await submitted(door);
  const { part, request } = await standing(door, reference);
  return { reference, requestId: request.id, part, own: { reference, partId: part.id } };
}
const unseen = async ({ onedoor }: FrontDoor, organisationId = "harbour") =>
  (await worklist(onedoor.db.kysely, { brandId: TOWN, organisationId, now: onedoor.clock() })).items.map(
    (item) => item.unseen,
  );

const opens = ({ onedoor }: FrontDoor, organisationId: string, subject: string) =>
  auditRead(onedoor, TOWN, { who: worker(organisationId), action: "opened", subject });

onEachDatabase((open) => {
  describe("what a person writes of their own accord", () => {
    test("is on the partner's worklist until somebody there opens it, and changes nobody's turn", async () => {
      const door = await openFrontDoor(await open());
      const { own, part, requestId } = await asked(door);
      await opens(door, "harbour", requestId);
      expect(await unseen(door)).toEqual([null]);
      door.at("2026-11-23T10:00:00.000Z");
      const more = { ...own, isQuestion: false, text: "It hurts at night" };
      expect(await addInformation(door.onedoor, TOWN, rosa, more)).toEqual({ kind: "done" });
      expect(await unseen(door)).toEqual(["information"]);
      const after = await standing(door, own.reference);
      expect(after.part).toEqual(part);
      expect(after.events.at(-1)?.event).toEqual({ type: "information-added", text: "It hurts at night" });
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, requestId);
      expect(messages.at(-1)).toMatchObject({ recipient: "partner:harbour", template: "person-wrote" });

      await opens(door, "hill", requestId);
      expect(await unseen(door)).toEqual(["information"]);
      await opens(door, "harbour", requestId);
      expect(await unseen(door)).toEqual([null]);
    });

    test("is refused when it is empty, too long, or the part is over, and another's is not found", async () => {
      const door = await openFrontDoor(await open());
      const { own } = await asked(door);
      const write = (text: string, change = {}) =>
        addInformation(door.onedoor, TOWN, rosa, { ...own, isQuestion: true, text, ...change });
      expect(await write("  ")).toEqual({ kind: "refused", reasons: ["Write your question"] });
      expect(await write("x".repeat(501))).toMatchObject({ kind: "refused" });
      const other = await submitted(door, { visitor: "b".repeat(64) });
      expect(await write("Mine?", { reference: other })).toEqual({ kind: "not-found" });
      await cancelRequest(door.onedoor, TOWN, { reference: own.reference, note: "" }, rosa);
      expect(await write("Still there?")).toEqual({ kind: "refused", reasons: ["This request is over"] });
    });

    test("a question stays on the list until it is answered, once under its key", async () => {
      const door = await openFrontDoor(await open());
      const { own, part, requestId } = await asked(door);
      const question = { ...own, isQuestion: true, text: "Shall I bring my stick?", key: "question-1" };
      await addInformation(door.onedoor, TOWN, rosa, question);
      await addInformation(door.onedoor, TOWN, rosa, question);
      door.at("2026-11-23T10:00:00.000Z");
      await opens(door, "harbour", requestId);
      expect(await unseen(door)).toEqual(["question"]);
      const { fulfilmentId } = await firstWork(door, "harbour");
      const reply = { fulfilmentId, partVersion: part.version, text: "Yes, please" };
      expect(await replyAsPartner(door.onedoor, TOWN, worker("hill"), reply)).toEqual({ kind: "not-found" });
      expect(
        await replyAtDesk(door.onedoor, TOWN, desk, { ...own, version: part.version, text: "Yes" }),
      ).toEqual({ kind: "refused", reasons: ["This is with a partner now, who answers it"] });
      expect(await replyAsPartner(door.onedoor, TOWN, worker("harbour"), reply)).toEqual({ kind: "done" });
      expect(await unseen(door)).toEqual([null]);
      const { happened, events } = await standing(door, own.reference);
      expect(happened.filter((type) => type === "question-asked")).toHaveLength(1);
      expect(events.at(-1)?.event).toEqual({ type: "question-answered", fulfilmentId, text: "Yes, please" });
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, requestId);
      expect(messages.at(-1)).toMatchObject({ recipient: "patient", template: "question-answered" });
    });

    test("goes on to the partner that is asked next, and leaves the list of the one that let it go", async () => {
      const door = await openFrontDoor(await open());
      const { own } = await asked(door);
      await addInformation(door.onedoor, TOWN, rosa, { ...own, isQuestion: true, text: "Is there a lift?" });
      await declineFulfilment(door.onedoor, TOWN, worker("harbour"), {
        ...(await firstWork(door, "harbour")),
        reason: "22",
        note: "",
      });
      expect(await unseen(door, "hill")).toEqual(["question"]);
      expect(await unseen(door, "harbour")).toEqual([]);
    });
  });

  describe("signs of an emergency while a person waits", () => {
    test("are seen by the partner that has it and by the front desk, and put nothing off", async () => {
      const door = await openFrontDoor(await open());
      const { own, part, requestId } = await asked(door);
      door.at("2026-11-23T10:00:00.000Z");
      expect(await tellRedFlag(door.onedoor, TOWN, rosa, { ...own, ...flag })).toEqual({ kind: "done" });
      expect(await unseen(door)).toEqual(["red-flag"]);
      const [seen, ...others] = await redFlagsSince(door.onedoor.db.kysely, TOWN, "2026-11-20T00:00:00.000Z");
      expect(others).toEqual([]);
      expect(seen).toMatchObject({
        reference: own.reference,
        told: { signs: ["I cannot feel my legs"] },
        owner: { kind: "partner", organisationId: "harbour" },
        person: { name: "Rosa Marchetti" },
      });
      expect(await redFlagsSince(door.onedoor.db.kysely, TOWN, "2026-11-23T11:00:00.000Z")).toEqual([]);
      expect((await standing(door, own.reference)).part).toEqual(part);
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, requestId);
      expect(
        messages
          .slice(-2)
          .map(({ recipient }) => recipient)
          .sort(),
      ).toEqual(["desk", "partner:harbour"]);
    });

    test("are written down on what is over too, and vouched for like all that happens", async () => {
      const door = await openFrontDoor(await open());
      const { own } = await asked(door);
      await cancelRequest(door.onedoor, TOWN, { reference: own.reference, note: "" }, rosa);
      expect(await tellRedFlag(door.onedoor, TOWN, rosa, { ...own, ...flag })).toEqual({ kind: "done" });
      expect((await standing(door, own.reference)).happened.at(-1)).toBe("red-flag-told");
      expect(await redFlagsSince(door.onedoor.db.kysely, TOWN, "2026-11-20T00:00:00.000Z")).toEqual([]);
      expect((await verifyAudit(door.onedoor, TOWN)).faults).toEqual([]);
    });
  });
});
