import { describe, expect, it } from "vitest";
import type { Service } from "~/domain/directory/types";
import { readDirectoryVersion, readServices, UnknownBrand } from "~db/queries/directory";
import { redFlagProposals } from "~db/queries/red-flag-proposals";
import { CLIFF, writeBrandManagers } from "~tests/support/brand-managers";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, TOWN } from "~tests/support/front-door";
import { service } from "~tests/support/small-town";
import { importCatalogue } from "./import-catalogue";
import { publishRedFlags } from "./propose-red-flags";

const ROOT = { kind: "operator" as const, name: "root" };

onEachDatabase((open) => {
  async function town() {
    const db = await open();
    const { onedoor } = await openFrontDoor(db);
    await writeBrandManagers(db);
    const all = () => readServices(db.kysely, TOWN);
    const [physio] = (await all()).filter(({ id }) => id === "physiotherapy");
    if (physio === undefined) throw new Error("The town has no physiotherapy");
    const everything = async () => ({
      services: await all(),
      proposals: await redFlagProposals(db.kysely, TOWN),
      version: await readDirectoryVersion(db.kysely, TOWN),
      audit: await db.kysely.selectFrom("audit").select("action").execute(),
    });
    const take = (file: readonly Service[], dryRun = false) =>
      importCatalogue(onedoor, TOWN, ROOT, file, { dryRun });
    return { db, onedoor, physio, all, everything, take };
  }

  describe("a catalogue from a file", () => {
    it("is taken in whole; its signs of danger wait for somebody of the front door", async () => {
      const { db, onedoor, physio, all, take } = await town();
      const before = await all();
      const dentist = service("dentist", { name: "Dentist" });
      const file = [{ ...physio, name: "Physio" }, dentist];
      const result = await take(file);
      expect(result).toMatchObject({
        kind: "done",
        changes: { added: ["dentist"], changed: [{ id: "physiotherapy", fields: ["name"] }] },
      });
      const after = await all();
      expect(after).toHaveLength(before.length + 1);
      expect(after.find(({ id }) => id === "physiotherapy")).toEqual({ ...physio, name: "Physio" });
      expect(after.find(({ id }) => id === "dentist")?.redFlags).toBeNull();
      const [waiting, ...others] = await redFlagProposals(db.kysely, TOWN);
      expect(others).toEqual([]);
      expect(waiting).toMatchObject({ serviceId: "dentist", by: { name: "root" }, baseVersion: 0 });
      expect((await publishRedFlags(onedoor, TOWN, CLIFF, waiting?.id ?? "")).kind).toBe("done");
      const published = (await all()).find(({ id }) => id === "dentist");
      expect(published?.redFlags).toMatchObject({ version: 1, approvedBy: ["root", "Cliff Dean"] });
      // The same file again finds nothing to do.
      expect(await take(file)).toMatchObject({ changes: { added: [], changed: [], toPropose: [] } });
    });

    it("says in a dry run what it would do, and leaves everything as it was", async () => {
      const { physio, everything, take } = await town();
      const before = await everything();
      const result = await take([{ ...physio, cost: "£5" }, service("dentist")], true);
      expect(result).toMatchObject({ kind: "done", changes: { added: ["dentist"] } });
      expect(await everything()).toEqual(before);
    });

    it("is refused whole for one fault in it", async () => {
      const { physio, everything, take } = await town();
      const before = await everything();
      const round = service("round", { parts: [{ serviceId: "physiotherapy", after: [] }] });
      const one = {
        kind: "choice" as const,
        id: "one",
        title: "One?",
        label: "One",
        required: true,
        options: [{ value: "only", label: "Only" }],
      };
      for (const bad of [round, service("odd", { questions: [one] })])
        expect(await take([{ ...physio, cost: "£5" }, bad])).toMatchObject({
          kind: "faulty",
          reasons: [expect.any(String)],
        });
      expect(await everything()).toEqual(before);
    });

    it("of a brand that is not there is refused", async () => {
      const { onedoor } = await town();
      await expect(importCatalogue(onedoor, "nowhere", ROOT, [])).rejects.toThrow(UnknownBrand);
    });
  });
});
