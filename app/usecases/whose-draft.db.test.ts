import { describe, expect, test } from "vitest";
import { upsertAccount } from "~db/queries/accounts";
import { findOpenDraft, holdsAnothers } from "~db/queries/drafts";
import { isAskedBy } from "~db/queries/guests";
import { openRequestsFor } from "~db/queries/requests";
import { onEachDatabase } from "~tests/support/databases";
import {
  answeredDraft,
  type FrontDoor,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  VISITOR,
} from "~tests/support/front-door";
import { discardDraft } from "./discard-draft";
import { openDraft } from "./open-draft";
import { saveAnswers } from "./save-answers";
import { submitRequest } from "./submit-request";

const of = (accountId: string | null) => ({ visitor: VISITOR, accountId });
const PHYSIOTHERAPY = { serviceId: "physiotherapy", now: MONDAY_9AM };

async function withTwoAccounts(door: FrontDoor): Promise<FrontDoor> {
  for (const id of ["amal", "bea"]) {
    const account = { id, issuer: "http://localhost/oidc", subject: id, name: id, email: null, claims: {} };
    await door.onedoor.db.write((tx) => upsertAccount(tx, account, MONDAY_9AM));
  }
  return door;
}

onEachDatabase((open) => {
  describe("what was begun and is not sent", () => {
    const elsewhere = (accountId: string | null) => ({ visitor: "b".repeat(64), accountId });

    test("is found from any browser by who is signed in, and from no other browser by a guest", async () => {
      const door = await withTwoAccounts(await openFrontDoor(await open()));
      const { kysely } = door.onedoor.db;
      const draftId = await answeredDraft(door, of("amal"));
      const found = (accountId: string | null) =>
        findOpenDraft(kysely, TOWN, { ...elsewhere(accountId), ...PHYSIOTHERAPY });
      expect((await found("amal"))?.id).toBe(draftId);
      expect(await found("bea")).toBeUndefined();
      expect(await found(null)).toBeUndefined();
      const sent = await submitRequest(door.onedoor, TOWN, { ...elsewhere("amal"), draftId });
      expect(sent.kind).toBe("submitted");
    });

    test("is thrown away by its own asker, and by nobody else; what was sent is not", async () => {
      const door = await withTwoAccounts(await openFrontDoor(await open()));
      const draftId = await answeredDraft(door, of("amal"));
      expect(await discardDraft(door.onedoor, TOWN, { ...of("bea"), draftId })).toBe(false);
      expect(await discardDraft(door.onedoor, TOWN, { ...elsewhere(null), draftId })).toBe(false);
      expect(await discardDraft(door.onedoor, TOWN, { ...elsewhere("amal"), draftId })).toBe(true);
      expect(
        await findOpenDraft(door.onedoor.db.kysely, TOWN, { ...of("amal"), ...PHYSIOTHERAPY }),
      ).toBeUndefined();
      const next = await answeredDraft(door, of("amal"));
      await submitRequest(door.onedoor, TOWN, { ...of("amal"), draftId: next });
      expect(await discardDraft(door.onedoor, TOWN, { ...of("amal"), draftId: next })).toBe(false);
    });

    test("and was asked for already is told by account from any browser, by a guest's own browser, while it is open", async () => {
      const door = await withTwoAccounts(await openFrontDoor(await open()));
      const { kysely } = door.onedoor.db;
      const told = async (
        asker: { visitor: string; accountId: string | null },
        serviceId = "physiotherapy",
      ) =>
        (await openRequestsFor(kysely, TOWN, { ...asker, serviceId, now: MONDAY_9AM })).map(
          ({ reference, personName }) => `${reference} ${personName}`,
        );
      const reference = await submitted(door, of("amal"));
      const line = [`${reference} Rosa Marchetti`];
      expect(await told(elsewhere("amal"))).toEqual(line);
      expect(await told(of(null))).toEqual(line);
      expect(await told(of("bea"))).toEqual([]);
      expect(await told(elsewhere(null))).toEqual([]);
      expect(await told(of("amal"), "eye-test")).toEqual([]);
      // However much they asked for since: 21 more are over, and none of them is told of.
      for (let more = 0; more < 21; more += 1) await submitted(door, of("amal"));
      await kysely
        .updateTable("parts")
        .set({ status: "closed" })
        .where("request_id", "in", (eb) =>
          eb.selectFrom("requests").select("id").where("reference", "!=", reference),
        )
        .execute();
      expect(await told(elsewhere("amal"))).toEqual(line);
      await kysely.updateTable("parts").set({ status: "closed" }).execute();
      expect(await told(of("amal"))).toEqual([]);
    });
  });

  describe("in one browser", () => {
    test("another account never sees, answers or sends a draft, and is given one of its own", async () => {
      const door = await withTwoAccounts(await openFrontDoor(await open()));
      const { kysely } = door.onedoor.db;
      const draftId = await answeredDraft(door, of("amal"));
      expect(await findOpenDraft(kysely, TOWN, { ...of("bea"), ...PHYSIOTHERAPY })).toBeUndefined();
      const answer = { ...of("bea"), draftId, step: "who", input: { who: "child" } };
      expect(await saveAnswers(door.onedoor, TOWN, answer)).toEqual({ kind: "no-draft" });
      expect(await submitRequest(door.onedoor, TOWN, { ...of("bea"), draftId })).toEqual({
        kind: "no-draft",
      });
      const own = await openDraft(door.onedoor, TOWN, { ...of("bea"), serviceId: "physiotherapy" });
      expect(own).toMatchObject({ accountId: "bea", answers: {} });
      expect(own?.id).not.toBe(draftId);
      const again = await openDraft(door.onedoor, TOWN, { ...of("amal"), serviceId: "physiotherapy" });
      expect(again?.id).toBe(draftId);
    });

    test("another account does not track what was asked, and signing in tells that it is another's", async () => {
      const door = await withTwoAccounts(await openFrontDoor(await open()));
      const { kysely } = door.onedoor.db;
      // A guest who signs in before the last page: the request is theirs, and so is its draft.
      const draftId = await answeredDraft(door);
      const sent = await submitRequest(door.onedoor, TOWN, { ...of("amal"), draftId });
      if (sent.kind !== "submitted") throw new Error(JSON.stringify(sent));
      const asked = (accountId: string | null) =>
        isAskedBy(kysely, TOWN, { ...of(accountId), reference: sent.reference, now: MONDAY_9AM });
      expect(await asked("amal")).toBe(true);
      expect(await asked("bea")).toBe(false);
      expect(await holdsAnothers(kysely, TOWN, { visitor: VISITOR, accountId: "bea" })).toBe(true);
      expect(await holdsAnothers(kysely, TOWN, { visitor: VISITOR, accountId: "amal" })).toBe(false);
    });

    test("what a guest began is nobody else's, so whoever signs in goes on with it", async () => {
      const door = await withTwoAccounts(await openFrontDoor(await open()));
      await submitted(door);
      expect(await holdsAnothers(door.onedoor.db.kysely, TOWN, { visitor: VISITOR, accountId: "bea" })).toBe(
        false,
      );
    });

    test("answers survive a lost session, and what is sent without it still belongs to who began it", async () => {
      const door = await withTwoAccounts(await openFrontDoor(await open()));
      const draftId = await answeredDraft(door, of("amal"));
      const found = await findOpenDraft(door.onedoor.db.kysely, TOWN, { ...of(null), ...PHYSIOTHERAPY });
      expect(found?.id).toBe(draftId);
      const sent = await submitRequest(door.onedoor, TOWN, { ...of(null), draftId });
      if (sent.kind !== "submitted") throw new Error(JSON.stringify(sent));
      expect((await standing(door, sent.reference)).accountId).toBe("amal");
    });
  });
});
