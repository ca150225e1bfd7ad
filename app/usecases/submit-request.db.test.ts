import { describe, expect, test } from "vitest";
import { readDecisions } from "~db/queries/decisions";
import { findSent, readDraft } from "~db/queries/drafts";
import { readMessages } from "~db/queries/messages";
import { freeSlots } from "~db/queries/slots";
import { onEachDatabase } from "~tests/support/databases";
import {
  answeredDraft,
  type FrontDoor,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
  VISITOR,
} from "~tests/support/front-door";
import { brand, offer, service } from "~tests/support/small-town";
import { cancelRequest } from "./cancel-request";
import { takeEarlier } from "./earlier-list";
import { holdLeft } from "./hold-slot";
import { openDraft } from "./open-draft";
import { saveAnswers } from "./save-answers";
import { submitRequest } from "./submit-request";

const NEXT_MONDAY = "2026-11-30T00:00:00.000Z";
const free = async (door: Awaited<ReturnType<typeof openFrontDoor>>, offerId: string) =>
  (await freeSlots(door.onedoor.db.kysely, TOWN, offerId, MONDAY_9AM, NEXT_MONDAY, { now: MONDAY_9AM })).map(
    ({ startsAt }) => startsAt.slice(11, 16),
  );

/** Three partners' physiotherapy that asks where it hurts, of which one place is an emergency, and for anything more. */
const askingMore = (emergency = "head") => {
  const physiotherapy = service("physiotherapy", {
    questions: [
      {
        id: "where",
        kind: "choice",
        title: "Where does it hurt?",
        label: "Where",
        required: true,
        options: ["back", "head"].map((value) => ({
          value,
          label: value,
          ...(value === emergency ? { leadsTo: "999" as const } : {}),
        })),
      },
      {
        id: "more",
        kind: "text",
        title: "Is there more to tell?",
        label: "More",
        required: false,
        maxLength: 200,
      },
    ],
  });
  return threePartners({ services: [physiotherapy, service("eye-test", { name: "Eye test" })] });
};

async function readDraftOf({ onedoor }: FrontDoor, draftId: string) {
  const draft = await readDraft(onedoor.db.kysely, TOWN, {
    visitor: VISITOR,
    accountId: null,
    draftId,
    now: MONDAY_9AM,
  });
  if (!draft) throw new Error(`There is no draft ${draftId}`);
  return draft;
}

onEachDatabase((open) => {
  describe("a submitted request", () => {
    test("is whole: the part, the partner, the decision, the events and the messages", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const { request, detail, part, asked, fulfilments, happened } = await standing(door, reference);
      expect(request).toMatchObject({ reference, serviceId: "physiotherapy", consentToPassOn: true });
      expect(detail.person).toEqual({ name: "Rosa Marchetti", bornOn: "1992-03-27", sex: "female" });
      expect(asked).toEqual(["harbour requested"]);
      expect(part.owner).toEqual({ kind: "partner", organisationId: "harbour" });
      expect(part.dueAt).toBe(fulfilments[0]?.answerBy);
      expect(happened).toEqual(["request-submitted", "part-routed"]);

      const { kysely } = door.onedoor.db;
      const [decision] = await readDecisions(kysely, TOWN, request.id);
      expect(decision?.id).toBe(fulfilments[0]?.decisionId);
      expect(decision?.decision).toMatchObject({ outcome: "offered", chosenBy: "ranking" });
      const messages = await readMessages(kysely, TOWN, request.id);
      expect(messages.map(({ recipient, template, status }) => [recipient, template, status])).toEqual([
        ["patient", "request-received", "queued"],
        ["partner:harbour", "new-work", "kept-in-app"],
      ]);
    });

    test("is one, however often the form is sent, and also when it is sent twice at once", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door);
      const send = () => submitRequest(door.onedoor, TOWN, { visitor: VISITOR, draftId, accountId: null });
      const results = await Promise.all([send(), send(), send(), send()]);
      const later = await send();
      const references = [...results, later].map((result) => result.kind === "submitted" && result.reference);
      expect(new Set(references).size).toBe(1);
      expect(results.filter((result) => result.kind === "submitted" && !result.again)).toHaveLength(1);
      expect(later).toMatchObject({ kind: "submitted", again: true });
      const requests = await door.onedoor.db.kysely.selectFrom("requests").select("id").execute();
      expect(requests).toHaveLength(1);
    });

    test("is what the person saw: an older page sends nothing, and one sent again is the same request", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door);
      const version = (await readDraftOf(door, draftId)).version;
      const send = (seen: number, input = { consent: "no" }) =>
        submitRequest(door.onedoor, TOWN, {
          visitor: VISITOR,
          draftId,
          accountId: null,
          form: { version: seen, input },
        });
      const step = {
        visitor: VISITOR,
        accountId: null,
        draftId,
        step: "contact",
        input: { phone: "01632 960 999" },
      };
      expect(await saveAnswers(door.onedoor, TOWN, step)).toMatchObject({ kind: "saved" });
      expect(await send(version)).toEqual({ kind: "changed" });
      expect(await send(Number.NaN)).toEqual({ kind: "changed" });
      expect(await send(version + 1, { consent: "perhaps" })).toMatchObject({
        kind: "invalid",
        errors: [{ field: "consent" }],
      });
      expect(await door.onedoor.db.kysely.selectFrom("requests").select("id").execute()).toEqual([]);

      const results = await Promise.all([send(version + 1), send(version + 1)]);
      const again = await send(version);
      const references = [...results, again].map((sent) => sent.kind === "submitted" && sent.reference);
      expect(new Set(references).size).toBe(1);
      const { request, detail } = await standing(door, String(references[0]));
      expect(request.consentToPassOn).toBe(false);
      expect(detail.contact.phone).toBe("01632 960 999");
    });

    test("goes to the partner that the person chose", async () => {
      const door = await openFrontDoor(await open());
      const { asked, request } = await standing(
        door,
        await submitted(door, { choice: "physiotherapy-mead" }),
      );
      expect(asked).toEqual(["mead requested"]);
      const [decision] = await readDecisions(door.onedoor.db.kysely, TOWN, request.id);
      expect(decision?.decision).toMatchObject({ chosen: "physiotherapy-mead", chosenBy: "person" });
    });

    test("goes to the front desk when nobody can be asked", async () => {
      const contents = threePartners({
        offers: [offer("physiotherapy", "harbour", { ages: { from: null, until: 17 } })],
      });
      const door = await openFrontDoor(await open(), contents);
      const { part, asked, happened } = await standing(door, await submitted(door));
      expect(asked).toEqual([]);
      expect(part).toMatchObject({ owner: { kind: "desk" }, dueAt: "2026-11-24T17:00:00.000Z" });
      expect(happened).toEqual(["request-submitted", "handed-to-desk"]);
    });
  });

  describe("a draft", () => {
    test("is the visitor's own, and another's is not there", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door);
      const other = { visitor: "b".repeat(64), draftId, accountId: null };
      expect(await submitRequest(door.onedoor, TOWN, other)).toEqual({ kind: "no-draft" });
      const step = { ...other, step: "who", input: { who: "child" } };
      expect(await saveAnswers(door.onedoor, TOWN, step)).toEqual({ kind: "no-draft" });
    });

    test("that is not finished says where it goes on", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door);
      const moved = {
        visitor: VISITOR,
        accountId: null,
        draftId,
        step: "place",
        input: { postcode: "lk19zz", practice: "none" },
      };
      expect(await saveAnswers(door.onedoor, TOWN, moved)).toMatchObject({ kind: "saved" });
      const send = { visitor: VISITOR, draftId, accountId: null };
      expect(await submitRequest(door.onedoor, TOWN, send)).toEqual({ kind: "incomplete", step: "choose" });
    });

    test("keeps nothing of an emergency, and asks for a postcode that exists", async () => {
      const door = await openFrontDoor(await open());
      const draft = await openDraft(door.onedoor, TOWN, {
        visitor: VISITOR,
        accountId: null,
        serviceId: "physiotherapy",
      });
      const draftId = draft?.id ?? "";
      const save = (step: string, input: Record<string, string>) =>
        saveAnswers(door.onedoor, TOWN, { visitor: VISITOR, accountId: null, draftId, step, input });
      expect(await save("red-flags", { flags: "numb" })).toMatchObject({ kind: "danger", leadsTo: "999" });
      expect(await save("place", { postcode: "LK9 9ZZ", practice: "none" })).toMatchObject({
        kind: "invalid",
        errors: [{ field: "postcode" }],
        typed: { postcode: "LK9 9ZZ" },
      });
    });

    test("forgets “none of these” when a flag is ticked later, and an old page cannot send it", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door);
      const mine = { visitor: VISITOR, accountId: null, draftId };
      const flagged = { ...mine, step: "red-flags", input: { flags: "numb" } };
      expect(await saveAnswers(door.onedoor, TOWN, flagged)).toMatchObject({ kind: "danger" });
      const check = { ...mine, step: "check", input: { consent: "yes" } };
      expect(await saveAnswers(door.onedoor, TOWN, check)).toMatchObject({ kind: "saved" });
      const send = { ...mine, accountId: null };
      expect(await submitRequest(door.onedoor, TOWN, send)).toEqual({
        kind: "incomplete",
        step: "red-flags",
      });
      expect(await door.onedoor.db.kysely.selectFrom("requests").select("id").execute()).toEqual([]);
    });

    test("forgets a calm answer when words of danger or an emergency take its place", async () => {
      const door = await openFrontDoor(await open(), askingMore());
      const more = { "q-more": { answer: "A week" }, "q-where": { answer: "back" } };
      const draftId = await answeredDraft(door, { answers: more });
      const mine = { visitor: VISITOR, accountId: null, draftId };
      const save = (step: string, answer: string) =>
        saveAnswers(door.onedoor, TOWN, { ...mine, step, input: { answer } });
      const send = () => submitRequest(door.onedoor, TOWN, { ...mine, accountId: null });
      expect(await save("q-more", "I want to die")).toMatchObject({ kind: "danger", leadsTo: "crisis" });
      expect(await send()).toEqual({ kind: "incomplete", step: "q-more" });
      await save("q-more", "A week");
      expect(await save("q-where", "head")).toMatchObject({ kind: "danger", leadsTo: "999" });
      expect(await send()).toEqual({ kind: "incomplete", step: "q-where" });
    });

    test("is stopped by an answer that has become an emergency, and leads back to its question", async () => {
      const db = await open();
      const before = await openFrontDoor(db, askingMore("back"));
      const more = { "q-more": { answer: "A week" }, "q-where": { answer: "head" } };
      const draftId = await answeredDraft(before, { answers: more });
      const door = await openFrontDoor(db, askingMore());
      const send = { visitor: VISITOR, draftId, accountId: null };
      expect(await submitRequest(door.onedoor, TOWN, send)).toEqual({ kind: "red-flag", leadsTo: "999" });
      expect(await submitRequest(door.onedoor, TOWN, send)).toEqual({ kind: "incomplete", step: "q-where" });
    });

    test("asks for the red flags again when it is for somebody else", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door);
      const someone = { visitor: VISITOR, accountId: null, draftId, step: "who", input: { who: "someone" } };
      expect(await saveAnswers(door.onedoor, TOWN, someone)).toMatchObject({ kind: "saved" });
      const send = { visitor: VISITOR, draftId, accountId: null };
      expect(await submitRequest(door.onedoor, TOWN, send)).toEqual({
        kind: "incomplete",
        step: "red-flags",
      });
    });

    test("is found again by the same visitor, and is over after a day", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door);
      const ask = { visitor: VISITOR, accountId: null, serviceId: "physiotherapy" };
      expect((await openDraft(door.onedoor, TOWN, ask))?.id).toBe(draftId);
      door.at("2026-11-24T09:00:01.000Z");
      expect((await openDraft(door.onedoor, TOWN, ask))?.id).not.toBe(draftId);
      const send = { visitor: VISITOR, draftId, accountId: null };
      expect(await submitRequest(door.onedoor, TOWN, send)).toEqual({ kind: "no-draft" });
    });

    test("that was sent is told to whoever comes back, until they begin another", async () => {
      const door = await openFrontDoor(await open());
      const ask = { visitor: VISITOR, accountId: null, serviceId: "physiotherapy" };
      const sent = (asked = ask) =>
        findSent(door.onedoor.db.kysely, TOWN, { ...asked, now: "2026-11-23T09:05:00.000Z" });
      expect(await sent()).toBeUndefined();
      const reference = await submitted(door);
      expect(await sent()).toEqual({ reference, submittedAt: MONDAY_9AM });
      expect(await sent({ ...ask, visitor: "b".repeat(64) })).toBeUndefined();
      door.at("2026-11-23T09:04:00.000Z");
      await openDraft(door.onedoor, TOWN, ask);
      expect(await sent()).toBeUndefined();
    });

    test("is not made for what cannot be asked for", async () => {
      const door = await openFrontDoor(await open());
      const ask = { visitor: VISITOR, accountId: null, serviceId: "juggling" };
      expect(await openDraft(door.onedoor, TOWN, ask)).toBeNull();
    });

    test("of one brand is not there in another", async () => {
      const db = await open();
      const door = await openFrontDoor(db);
      const contents = threePartners({ brand: brand({ id: "other-town", name: "Other Town Care" }) });
      const other = await openFrontDoor(db, contents);
      const draftId = await answeredDraft(door);
      const send = { visitor: VISITOR, draftId, accountId: null };
      expect(await submitRequest(other.onedoor, "other-town", send)).toEqual({ kind: "no-draft" });
    });
  });

  describe("a slot", () => {
    const eyeTest = { serviceId: "eye-test", choice: "eye-test-harbour" };
    const TEN = "eye-test-harbour.20261123T1000Z";

    test("that the person picked is booked, and the request is accepted at once", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { ...eyeTest, slot: TEN });
      const { asked, fulfilments, part, happened } = await standing(door, reference);
      expect(asked).toEqual(["harbour accepted"]);
      expect(fulfilments[0]?.appointment).toEqual({
        slotId: TEN,
        startsAt: "2026-11-23T10:00:00.000Z",
        place: "The harbour centre, 1 High Street, Small Town, LK1 1AA",
      });
      expect(part.dueAt).toBe("2026-11-25T17:00:00.000Z");
      expect(happened).toEqual(["request-submitted", "part-routed", "fulfilment-accepted"]);
      expect(await free(door, "eye-test-harbour")).toEqual(["11:00"]);
    });

    test("is held for who picked it, and nobody else can pick it", async () => {
      const door = await openFrontDoor(await open());
      await answeredDraft(door, { ...eyeTest, slot: TEN });
      const another = answeredDraft(door, { ...eyeTest, slot: TEN, visitor: "b".repeat(64) });
      await expect(another).rejects.toThrow("Somebody else has just taken that time");
    });

    test("whose hold is over and that another took is told as taken", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door, { ...eyeTest, slot: TEN });
      door.at("2026-11-23T09:11:00.000Z");
      await submitted(door, { ...eyeTest, slot: TEN, visitor: "b".repeat(64) });
      const send = { visitor: VISITOR, draftId, accountId: null };
      expect(await submitRequest(door.onedoor, TOWN, send)).toEqual({ kind: "slot-taken" });
      expect(await door.onedoor.db.kysely.selectFrom("requests").select("id").execute()).toHaveLength(1);
    });

    test("picked anew lets the one before go", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door, { ...eyeTest, slot: TEN });
      const again = {
        visitor: VISITOR,
        accountId: null,
        draftId,
        step: "time",
        input: { slot: TEN.replace("T10", "T11") },
      };
      expect(await saveAnswers(door.onedoor, TOWN, again)).toMatchObject({ kind: "saved" });
      expect(await free(door, "eye-test-harbour")).toEqual(["10:00"]);
    });

    test("that is the soonest goes on to the next offer when the best has none left", async () => {
      const door = await openFrontDoor(await open());
      const soonest = { serviceId: "eye-test", choice: "best", slot: "soonest" };
      const seen: string[] = [];
      for (const visitor of ["1", "2", "3", "4"]) {
        const reference = await submitted(door, { ...soonest, visitor: visitor.repeat(64) });
        const { fulfilments } = await standing(door, reference);
        seen.push(fulfilments[0]?.appointment?.slotId ?? "none");
      }
      expect(seen.map((slot) => slot.slice(0, slot.indexOf(".")))).toEqual(
        expect.arrayContaining(["eye-test-harbour", "eye-test-hill"]),
      );
      expect(new Set(seen).size).toBe(4);
      // None is left anywhere: the best is asked to find one, and the person reads so.
      const reference = await submitted(door, { ...soonest, visitor: "5".repeat(64) });
      const { asked, happened, part } = await standing(door, reference);
      expect(asked).toEqual(["harbour requested"]);
      expect(happened).toEqual(["request-submitted", "part-routed", "no-time-free"]);
      expect(part.owner).toEqual({ kind: "partner", organisationId: "harbour" });
    });

    test("of the one partner that the person wants is asked of it when it has none, and of no other", async () => {
      const door = await openFrontDoor(await open());
      const soonest = { ...eyeTest, slot: "soonest" };
      for (const visitor of ["1", "2"]) await submitted(door, { ...soonest, visitor: visitor.repeat(64) });
      const { asked, happened } = await standing(door, await submitted(door, soonest));
      expect(asked).toEqual(["harbour requested"]);
      expect(happened).toContain("no-time-free");
    });

    test("that there is none of can be asked for, with word of one that comes free, which is taken then", async () => {
      const door = await openFrontDoor(await open(), eyeTestsAtFour());
      const first = await submitted(door, { ...eyeTest, slot: FOUR, visitor: "1".repeat(64) });
      const reference = await submitted(door, { ...eyeTest, slot: "ask-and-tell" });
      const before = await standing(door, reference);
      expect(before.asked).toEqual(["harbour requested"]);
      await cancelRequest(door.onedoor, TOWN, { reference: first, note: "" }, rosa);
      expect((await standing(door, reference)).happened.at(-1)).toBe("earlier-time-offered");
      const [held] = before.fulfilments;
      const take = { reference, fulfilmentId: held?.id ?? "", version: held?.version ?? 0, slotId: FOUR };
      expect(await takeEarlier(door.onedoor, TOWN, take, rosa)).toEqual({ kind: "done" });
      const { asked, fulfilments, part } = await standing(door, reference);
      expect([asked, fulfilments[0]?.appointment?.slotId]).toEqual([["harbour accepted"], FOUR]);
      expect(part.promise.settled?.how).toBe("kept");
    });

    test("that is kept is kept for another ten minutes when it is picked again", async () => {
      const door = await openFrontDoor(await open());
      const draftId = await answeredDraft(door, { ...eyeTest, slot: TEN });
      const left = async () => (await holdLeft(door.onedoor, TOWN, draftId))?.minutes ?? null;
      expect(await left()).toBe(10);
      door.at("2026-11-23T09:07:30.000Z");
      expect(await left()).toBe(3);
      const again = { visitor: VISITOR, accountId: null, draftId, step: "time", input: { slot: TEN } };
      expect(await saveAnswers(door.onedoor, TOWN, again)).toMatchObject({ kind: "saved" });
      expect(await left()).toBe(10);
      door.at("2026-11-23T09:17:30.000Z");
      expect(await left()).toBeNull();
    });
  });
});

const FOUR = "eye-test-harbour.20261123T1600Z";
const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
/** One eye test at the harbour this Monday, at four. */
const eyeTestsAtFour = () =>
  threePartners({
    offers: [
      offer("eye-test", "harbour", {
        slots: { minutes: 60, sessions: [{ weekday: 1, opens: "16:00", closes: "17:00" }] },
      }),
    ],
  });
