import { describe, expect, it } from "vitest";
import { callLines } from "~/content/calls";
import { historyLines } from "~/content/history";
import { timelineOf } from "~/content/tracking/timeline";
import { unansweredCalls } from "~db/queries/calls";
import { readTake } from "~db/queries/desk-takes";
import { readMessages } from "~db/queries/messages";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { verifyAudit } from "./audit";
import { cancelRequest } from "./cancel-request";
import { recordCallAtDesk } from "./record-call";
import { takeAtDesk } from "./take-at-desk";
import type { DeskActor } from "./work-at-desk";

const nadia: DeskActor = { kind: "desk", accountId: "nadia", name: "Nadia Rashid" };
const KEY = "a-key-of-ours";
/** A request of Monday at 9 is at risk then, and not a minute before. */
const AT_RISK = "2026-11-28T21:00:00.000Z";
const NOTE = "She will be at her sister's on Friday";

onEachDatabase((open) => {
  async function atRisk() {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const { part, request } = await standing(door, reference);
    door.at(AT_RISK);
    return {
      door,
      reference,
      part,
      request,
      call: (outcome: string, note = "", key: string | null = null) =>
        recordCallAtDesk(door.onedoor, TOWN, nadia, { partId: part.id, outcome, note, key }),
      rang: async () => (await unansweredCalls(door.onedoor.db.kysely, TOWN, [request.id])).get(part.id),
    };
  }

  describe("a call to the person", () => {
    it("is in the history of the front desk and of whoever has it, and not on the person’s page", async () => {
      const { door, reference, part, call } = await atRisk();
      const before = await standing(door, reference);
      expect(await call("spoke", NOTE)).toEqual({ kind: "done" });
      const after = await standing(door, reference);
      expect([after.part, after.fulfilments]).toEqual([before.part, before.fulfilments]);
      const value = `Rang them, and spoke to them. “${NOTE}”`;
      expect(callLines(after.events, part.id, AT_RISK)).toEqual([
        { label: expect.any(String), value: `${value} (Nadia Rashid)` },
      ]);
      const partners = historyLines(after.events, {
        partId: part.id,
        organisationId: "harbour",
        organisationName: (id) => id,
        organisationOf: () => "harbour",
        now: AT_RISK,
      });
      expect(partners.at(-1)?.value).toBe(`${value} (The front desk)`);
      const names = {
        brand: "Small Town Care",
        real: false,
        organisation: (id: string) => id,
        where: () => "",
        phone: () => null,
      };
      const { fulfilments, events } = after;
      const steps = timelineOf({ part, fulfilments, serviceName: "Physiotherapy" }, events, names, AT_RISK);
      expect(JSON.stringify(steps)).not.toMatch(/Rang|sister/);
      const messages = (of: typeof after) => readMessages(door.onedoor.db.kysely, TOWN, of.request.id);
      expect(await messages(after)).toEqual(await messages(before));
      expect((await verifyAudit(door.onedoor, TOWN)).faults).toEqual([]);
    });

    it("is counted while nobody answers, and begins anew once somebody spoke to them", async () => {
      const { call, rang } = await atRisk();
      expect(await rang()).toBeUndefined();
      await call("no-answer");
      await call("no-message", "Their voice on it");
      expect(await rang()).toBe(2);
      await call("spoke", NOTE);
      expect(await rang()).toBeUndefined();
      await call("no-answer");
      expect(await rang()).toBe(1);
    });

    it("is written down once by a form that is sent twice, and keeps what its caller took for longer", async () => {
      const { door, part, call, rang } = await atRisk();
      const work = { kind: "part" as const, itemId: part.id };
      await takeAtDesk(door.onedoor, TOWN, nadia, { ...work, over: null });
      door.at("2026-11-28T21:20:00.000Z");
      expect(await call("no-answer", "", KEY)).toEqual({ kind: "done" });
      expect(await call("no-answer", "", KEY)).toEqual({ kind: "done" });
      expect(await rang()).toBe(1);
      expect(await readTake(door.onedoor.db.kysely, TOWN, work)).toMatchObject({
        since: AT_RISK,
        until: "2026-11-28T21:50:00.000Z",
      });
    });

    it("says what came of it, and what they spoke about", async () => {
      const { call, rang } = await atRisk();
      expect(await call("")).toEqual({ kind: "refused", reasons: ["Choose what came of the call"] });
      expect(await call("spoke", " ")).toEqual({ kind: "refused", reasons: ["Say what you spoke about"] });
      expect(await call("no-answer", "a".repeat(501))).toMatchObject({ kind: "refused" });
      expect(await rang()).toBeUndefined();
    });

    it("is written down whatever has become of the part while they spoke, and of no part that is not there", async () => {
      const { door, reference, call } = await atRisk();
      door.at("2026-11-28T20:59:00.000Z");
      expect(await call("no-answer")).toEqual({ kind: "done" });
      await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, { kind: "patient", name: "Rosa" });
      expect(await call("no-answer")).toEqual({ kind: "done" });
      const elsewhere = { partId: "made-up", outcome: "no-answer", note: "" };
      expect(await recordCallAtDesk(door.onedoor, TOWN, nadia, elsewhere)).toEqual({ kind: "not-found" });
    });
  });
});
