import { describe, expect, it } from "vitest";
import type { ProposedFlags } from "~/domain/catalogue/red-flag-proposal";
import { auditOf } from "~db/queries/audit";
import { readService } from "~db/queries/directory";
import { redFlagProposals } from "~db/queries/red-flag-proposals";
import { BEA, CLIFF, DOT, writeBrandManagers } from "~tests/support/brand-managers";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, TOWN } from "~tests/support/front-door";
import { verifyAudit } from "./audit";
import { dropRedFlags, flagsStanding, proposeRedFlags, publishRedFlags } from "./propose-red-flags";

const serviceId = "physiotherapy";
const FLAGS: ProposedFlags = {
  source: "The physio’s handbook, 2026",
  notice: "Not clinically reviewed.",
  items: [{ id: "numb", text: "I am numb", leadsTo: "999" }],
};

onEachDatabase((open) => {
  async function town() {
    const db = await open();
    const { onedoor } = await openFrontDoor(db);
    await writeBrandManagers(db);
    const flags = async () => (await readService(db.kysely, TOWN, serviceId))?.redFlags;
    const waiting = () => redFlagProposals(db.kysely, TOWN);
    const propose = async (by = BEA, change: Partial<ProposedFlags> = {}) => {
      const result = await proposeRedFlags(onedoor, TOWN, by, { serviceId, flags: { ...FLAGS, ...change } });
      if (result.kind !== "done") throw new Error(result.kind);
      return result.proposal.id;
    };
    return { db, onedoor, flags, waiting, propose };
  }

  describe("signs of danger", () => {
    it("hold once a second person agrees, under the next version, with both names; and are asked of everybody", async () => {
      const { db, onedoor, flags, waiting, propose } = await town();
      const before = await flags();
      const id = await propose();
      expect(await flags()).toEqual(before);
      expect(await waiting()).toMatchObject([
        { id, serviceId, by: { id: "bea", name: "Bea Hart" }, flags: FLAGS },
      ]);
      expect((await publishRedFlags(onedoor, TOWN, CLIFF, id)).kind).toBe("done");
      expect(await flags()).toEqual({
        ...FLAGS,
        version: (before?.version ?? 0) + 1,
        approvedBy: ["Bea Hart", "Cliff Dean"],
        approvedOn: "2026-11-23",
      });
      expect((await onedoor.directories.current(TOWN)).service(serviceId)?.redFlags?.items).toEqual(
        FLAGS.items,
      );
      expect(await waiting()).toEqual([]);
      const trail = await auditOf(db.kysely, TOWN, serviceId);
      expect(trail.map(({ action }) => action)).toEqual(["red-flags-proposed", "red-flags-published"]);
      expect((await verifyAudit(onedoor, TOWN)).faults).toEqual([]);
    });

    it("are published by nobody alone, nor by who may not, nor twice", async () => {
      const { onedoor, flags, propose } = await town();
      const before = await flags();
      const id = await propose();
      expect((await publishRedFlags(onedoor, TOWN, BEA, id)).kind).toBe("own-proposal");
      expect((await publishRedFlags(onedoor, TOWN, DOT, id)).kind).toBe("not-allowed");
      expect((await dropRedFlags(onedoor, TOWN, DOT, id)).kind).toBe("not-allowed");
      const mine = { serviceId, flags: FLAGS };
      expect((await proposeRedFlags(onedoor, TOWN, DOT, mine)).kind).toBe("not-allowed");
      expect(await flags()).toEqual(before);
      expect((await publishRedFlags(onedoor, TOWN, CLIFF, id)).kind).toBe("done");
      expect((await publishRedFlags(onedoor, TOWN, CLIFF, id)).kind).toBe("not-found");
      expect((await flags())?.version).toBe((before?.version ?? 0) + 1);
    });

    it("are published by one of many who agree at once", async () => {
      const { onedoor, flags, propose } = await town();
      const before = (await flags())?.version ?? 0;
      const id = await propose();
      const results = await Promise.all(
        Array.from({ length: 10 }, () => publishRedFlags(onedoor, TOWN, CLIFF, id)),
      );
      expect(results.filter(({ kind }) => kind === "done")).toHaveLength(1);
      expect((await flags())?.version).toBe(before + 1);
    });

    it("are those that the second person saw: another proposal in its place is not published for it", async () => {
      const { onedoor, flags, waiting, propose } = await town();
      const before = await flags();
      const first = await propose();
      // Proposed a second time it is still the first one's.
      expect(await propose(CLIFF)).toBe(first);
      const second = await propose(BEA, { source: "Another book" });
      expect((await publishRedFlags(onedoor, TOWN, CLIFF, first)).kind).toBe("not-found");
      expect(await flags()).toEqual(before);
      expect((await waiting()).map(({ id }) => id)).toEqual([second]);
    });

    it("are not proposed over what somebody has not seen", async () => {
      const { onedoor, flags, waiting, propose } = await town();
      const seen = flagsStanding({ redFlags: (await flags()) ?? null }, undefined);
      const later = (source: string, stood: string) =>
        proposeRedFlags(onedoor, TOWN, CLIFF, { serviceId, seen: stood, flags: { ...FLAGS, source } });
      const first = await propose();
      expect((await later("Cliff’s book", seen)).kind).toBe("changed-meanwhile");
      expect((await waiting()).map(({ id }) => id)).toEqual([first]);
      const now = flagsStanding({ redFlags: (await flags()) ?? null }, { id: first });
      expect((await later("Cliff’s book", now)).kind).toBe("done");
      expect((await publishRedFlags(onedoor, TOWN, BEA, (await waiting())[0]?.id ?? "")).kind).toBe("done");
      expect((await later("Cliff’s other book", now)).kind).toBe("changed-meanwhile");
    });

    it("move on: what was proposed for others than those in force is not published", async () => {
      const { db, onedoor, propose } = await town();
      const id = await propose();
      await db.kysely.updateTable("red_flag_proposals").set({ base_version: 7 }).execute();
      expect((await publishRedFlags(onedoor, TOWN, CLIFF, id)).kind).toBe("moved-on");
    });

    it("can be taken back or turned down, once, and what says nothing new or is not whole is not proposed", async () => {
      const { db, onedoor, flags, waiting, propose } = await town();
      const id = await propose();
      expect((await dropRedFlags(onedoor, TOWN, CLIFF, id)).kind).toBe("done");
      expect((await dropRedFlags(onedoor, TOWN, CLIFF, id)).kind).toBe("not-found");
      expect(await waiting()).toEqual([]);
      const trail = await auditOf(db.kysely, TOWN, serviceId);
      expect(trail.at(-1)?.action).toBe("red-flags-dropped");
      const now = await flags();
      if (!now) throw new Error("There are none to say again");
      const again = (flags: ProposedFlags, of = serviceId) =>
        proposeRedFlags(onedoor, TOWN, BEA, { serviceId: of, flags });
      expect((await again(now)).kind).toBe("same");
      expect(await again({ ...now, items: [] })).toMatchObject({ kind: "faulty" });
      expect((await again(FLAGS, "no-such-service")).kind).toBe("not-found");
    });
  });
});
