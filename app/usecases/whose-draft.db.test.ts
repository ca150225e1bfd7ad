import { describe, expect, test } from "vitest";
import { upsertAccount } from "~db/queries/accounts";
import { findOpenDraft, holdsAnothers } from "~db/queries/drafts";
import { isAskedBy } from "~db/queries/guests";
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
