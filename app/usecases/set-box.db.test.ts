import { describe, expect, it } from "vitest";
import type { BoxSettings } from "~/domain/directory/types";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { onEachDatabase } from "~tests/support/databases";
import {
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
} from "~tests/support/front-door";
import { partnership } from "~tests/support/small-town";
import { verifyAudit } from "./audit";
import type { PartnerActor } from "./respond-to-fulfilment";
import { boxVersions, setBox } from "./set-box";

const at = (organisationId: string, accountId: string): PartnerActor => ({
  kind: "partner",
  organisationId,
  accountId,
  name: accountId,
});
const MAX = at("harbour", "max");
const PHYSIO = "physiotherapy-harbour";
const BOX: BoxSettings = {
  style: "both",
  letterhead: "The Harbour, with Small Town Care",
  textSender: "TheHarbour",
  caller: null,
  doorSign: null,
  questionsPhone: null,
};

onEachDatabase((open) => {
  async function town(boxStyles?: readonly ("brand" | "partner" | "both")[]) {
    const db = await open();
    const { partnerships } = threePartners();
    const agreed = boxStyles === undefined ? {} : { boxStyles };
    const door = await openFrontDoor(
      db,
      threePartners({
        partnerships: partnerships.map((one) =>
          one.organisationId === "harbour" ? partnership("harbour", agreed) : one,
        ),
      }),
    );
    await db.write(async (tx) => {
      for (const [id, organisationId, role] of [
        ["max", "harbour", "manager"],
        ["pat", "harbour", "booker"],
        ["hal", "hill", "manager"],
      ] as const) {
        await upsertAccount(
          tx,
          { id, issuer: "https://id.example", subject: id, name: id, email: null, claims: {} },
          MONDAY_9AM,
        );
        await addMembership(tx, TOWN, { accountId: id, organisationId, role });
      }
    });
    const { onedoor } = door;
    const set = (settings: BoxSettings, actor = MAX) =>
      setBox(onedoor, TOWN, actor, { offerId: PHYSIO, settings });
    const boxNow = async () => (await onedoor.directories.current(TOWN)).offer(PHYSIO)?.box;
    const versions = () => boxVersions(db.kysely, TOWN, PHYSIO);
    const promised = async (reference: string) =>
      (await standing(door, reference)).fulfilments.at(-1)?.box.lines.letter;
    return { ...door, db, door, set, boxNow, versions, promised };
  }

  describe("a partner sets its box", () => {
    it("for whoever asks from now on; who asked before keeps what they were told", async () => {
      const { onedoor, door, set, boxNow, promised } = await town();
      const before = await submitted(door);
      const told = await promised(before);
      expect((await set(BOX)).kind).toBe("done");
      expect(await boxNow()).toEqual(BOX);
      const after = await submitted(door, { visitor: "b".repeat(64) });
      expect(await promised(before)).toBe(told);
      expect(await promised(after)).toBe("A letter headed The Harbour, with Small Town Care");
      expect((await verifyAudit(onedoor, TOWN)).faults).toEqual([]);
    });

    it("speaks in its letters as it likes, also to who asks from now on", async () => {
      const { door, set, boxNow } = await town();
      expect((await set({ ...BOX, tone: "formal" })).kind).toBe("done");
      expect((await boxNow())?.tone).toBe("formal");
      const asked = await submitted(door);
      expect((await standing(door, asked)).fulfilments.at(-1)?.box.tone).toBe("formal");
      expect((await set(BOX)).kind).toBe("done");
      expect((await boxNow())?.tone).toBeUndefined();
      expect((await set(BOX)).kind).toBe("same");
    });

    it("with every version kept, who made it, and the same said twice kept once", async () => {
      const { db, set, boxNow, versions } = await town();
      const first = await boxNow();
      const plain = { ...BOX, style: "partner" as const };
      await set(BOX);
      expect((await set(BOX)).kind).toBe("same");
      await set(plain);
      expect(await versions()).toMatchObject([
        { by: { name: "max" }, at: MONDAY_9AM, before: BOX, after: plain },
        { before: first, after: BOX },
      ]);
      expect(await auditOf(db.kysely, TOWN, PHYSIO)).toHaveLength(2);
    });

    it.each([
      ["by a booker", at("harbour", "pat"), "not-allowed"],
      ["by another’s manager", at("hill", "hal"), "not-found"],
      ["by another’s manager for this one", at("harbour", "hal"), "not-allowed"],
    ] as const)("not %s", async (_who, actor, kind) => {
      const { set, boxNow, versions } = await town();
      const before = await boxNow();
      expect((await set(BOX, actor)).kind).toBe(kind);
      expect(await boxNow()).toEqual(before);
      expect(await versions()).toEqual([]);
    });

    it("only within what the partnership agreed", async () => {
      const { set, boxNow } = await town(["brand", "partner"]);
      expect((await set(BOX)).kind).toBe("not-agreed");
      expect((await set({ ...BOX, style: "partner" })).kind).toBe("done");
      expect((await boxNow())?.style).toBe("partner");
    });
  });
});
