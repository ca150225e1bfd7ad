import { describe, expect, it } from "vitest";
import { instant } from "~/domain/shared/time";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { putCapacity, readCapacities, readOverlay } from "~db/queries/overlay";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN, threePartners } from "~tests/support/front-door";
import { offer } from "~tests/support/small-town";
import { verifyAudit } from "./audit";
import type { PartnerActor } from "./respond-to-fulfilment";
import { setCapacity } from "./set-capacity";

const later = (minutes: number) => instant(Date.parse(MONDAY_9AM) + minutes * 60_000);
const at = (organisationId: string, accountId: string): PartnerActor => ({
  kind: "partner",
  organisationId,
  accountId,
  name: accountId,
});
const MAGGIE = at("harbour", "maggie");
const PHYSIO = "physiotherapy-harbour";

onEachDatabase((open) => {
  /** Maggie books at the harbour and Win reads there; Hal manages the hill. */
  async function town() {
    const db = await open();
    const { offers } = threePartners();
    const closed = { ...offer("eye-test", "mead"), status: "closed" as const };
    const door = await openFrontDoor(db, threePartners({ offers: [...offers, closed] }));
    await db.write(async (tx) => {
      for (const [id, organisationId, role] of [
        ["maggie", "harbour", "booker"],
        ["win", "harbour", "reader"],
        ["hal", "hill", "manager"],
        ["mo", "mead", "manager"],
      ] as const) {
        await upsertAccount(
          tx,
          { id, issuer: "https://id.example", subject: id, name: id, email: null, claims: {} },
          MONDAY_9AM,
        );
        await addMembership(tx, TOWN, { accountId: id, organisationId, role });
      }
    });
    const told = async (offerId = PHYSIO) => (await readCapacities(db.kysely, TOWN, [offerId])).get(offerId);
    const written = async (offerId = PHYSIO) =>
      (await auditOf(db.kysely, TOWN, offerId)).map(({ action, body }) => `${action} ${body}`);
    return { ...door, db, told, written };
  }

  describe("a partner says how full it is", () => {
    it("which counts from then on, with who said it, and is written down", async () => {
      const { onedoor, db, told, written } = await town();
      expect(await told()).toBeUndefined();
      expect(await setCapacity(onedoor, TOWN, MAGGIE, { offerId: PHYSIO, capacity: "no-capacity" })).toEqual({
        kind: "done",
      });
      expect(await told()).toEqual({ capacity: "no-capacity", confirmedAt: MONDAY_9AM, by: "maggie" });
      expect((await readOverlay(db.kysely, TOWN, later(1))).get(PHYSIO)).toMatchObject({
        capacity: "no-capacity",
        capacityConfirmedAt: MONDAY_9AM,
      });
      expect(await written()).toEqual(['capacity-set {"capacity":"no-capacity"}']);
      expect((await verifyAudit(onedoor, TOWN)).faults).toEqual([]);
    });

    it("once, however often and at once the same is tapped; and anew when it is confirmed later", async () => {
      const { onedoor, at: moveTo, told, written } = await town();
      const tap = (capacity: "capacity" | "waitlist", actor = MAGGIE) =>
        setCapacity(onedoor, TOWN, actor, { offerId: PHYSIO, capacity });
      await Promise.all([tap("capacity"), tap("capacity"), tap("capacity")]);
      expect(await written()).toHaveLength(1);
      moveTo(later(1));
      await tap("capacity");
      expect(await written()).toHaveLength(1);
      moveTo(later(2));
      await tap("capacity");
      expect(await told()).toMatchObject({ capacity: "capacity", confirmedAt: later(2) });
      await tap("waitlist");
      expect(await told()).toMatchObject({ capacity: "waitlist", confirmedAt: later(2) });
      expect(await written()).toHaveLength(3);
    });

    it.each([
      ["a reader", at("harbour", "win"), PHYSIO, "not-allowed"],
      ["somebody of another organisation", at("harbour", "hal"), PHYSIO, "not-allowed"],
      ["another organisation's offer", at("hill", "hal"), PHYSIO, "not-found"],
      ["an offer that is none", MAGGIE, "nothing", "not-found"],
      ["a closed offer", at("mead", "mo"), "eye-test-mead", "not-found"],
    ] as const)("but not %s", async (_who, actor, offerId, kind) => {
      const { onedoor, told, written } = await town();
      expect(await setCapacity(onedoor, TOWN, actor, { offerId, capacity: "waitlist" })).toEqual({ kind });
      expect(await told(offerId)).toBeUndefined();
      expect(await written(offerId)).toEqual([]);
    });

    it("what was told without a name is shown without one", async () => {
      const { db, told } = await town();
      await db.write((tx) => putCapacity(tx, TOWN, PHYSIO, "waitlist", MONDAY_9AM));
      expect(await told()).toEqual({ capacity: "waitlist", confirmedAt: MONDAY_9AM, by: null });
    });
  });
});
