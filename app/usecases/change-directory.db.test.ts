import { describe, expect, it } from "vitest";
import type { Service } from "~/domain/directory/types";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { readDirectoryContents, UnknownBrand } from "~db/queries/directory";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN } from "~tests/support/front-door";
import { organisation } from "~tests/support/small-town";
import { verifyAudit } from "./audit";
import { type ByManager, changeDirectory, type DirectoryEdit } from "./change-directory";

const by = (accountId: string): ByManager => ({
  who: { kind: "desk", accountId, name: accountId },
  right: "run-front-door",
});
const BEA = by("bea");
const PHYSIO = "physiotherapy";

onEachDatabase((open) => {
  /** Bea runs the front door, Dot is at its desk, Max manages the harbour. */
  async function town() {
    const db = await open();
    const door = await openFrontDoor(db);
    await db.write(async (tx) => {
      for (const [id, organisationId, role] of [
        ["bea", null, "manager"],
        ["dot", null, "desk"],
        ["max", "harbour", "manager"],
      ] as const) {
        await upsertAccount(
          tx,
          { id, issuer: "https://id.example", subject: id, name: id, email: null, claims: {} },
          MONDAY_9AM,
        );
        await addMembership(tx, TOWN, { accountId: id, organisationId, role });
      }
    });
    const contents = () => readDirectoryContents(db.kysely, TOWN);
    const synonyms = async () => (await contents()).services.find(({ id }) => id === PHYSIO)?.synonyms ?? [];
    return { ...door, db, contents, synonyms };
  }
  /** One more word by which the service is found. */
  const named =
    (word: string) =>
    ({ services }: { readonly services: readonly Service[] }): DirectoryEdit => {
      const service = services.find(({ id }) => id === PHYSIO);
      if (service === undefined) throw new Error("There is no such service");
      const synonyms = [...service.synonyms, word];
      return {
        kind: "edit",
        put: { services: [{ ...service, synonyms }] },
        action: "named",
        subject: PHYSIO,
        detail: { synonyms },
      };
    };

  describe("a brand’s directory is changed", () => {
    it("by whoever may, under a new version, which this process has at once, and it is on record", async () => {
      const { onedoor, db, contents } = await town();
      const { version } = await contents();
      const result = await changeDirectory(onedoor, TOWN, BEA, named("sore back"));
      expect(result.kind).toBe("done");
      const after = await contents();
      expect(after.version).toBe(version + 1);
      const directory = await onedoor.directories.current(TOWN);
      expect(directory.version).toBe(version + 1);
      expect(directory.service(PHYSIO)?.synonyms).toContain("sore back");
      const [entry] = await auditOf(db.kysely, TOWN, PHYSIO);
      expect(entry).toMatchObject({ action: "named", at: MONDAY_9AM });
      expect(JSON.parse(entry?.actor ?? "")).toEqual(BEA.who);
      expect((await verifyAudit(onedoor, TOWN)).faults).toEqual([]);
    });

    it.each(["dot", "max", "nobody"])("not by %s, and nothing is written", async (accountId) => {
      const { onedoor, db, contents } = await town();
      const before = await contents();
      expect(await changeDirectory(onedoor, TOWN, by(accountId), named("knee"))).toEqual({
        kind: "not-allowed",
      });
      expect(await contents()).toEqual(before);
      expect(await auditOf(db.kysely, TOWN, PHYSIO)).toEqual([]);
    });

    it("at an organisation only by its own people who may", async () => {
      const { onedoor } = await town();
      const max = (organisationId: string) => ({
        who: { kind: "partner" as const, organisationId, accountId: "max", name: "max" },
        right: "set-box" as const,
      });
      expect((await changeDirectory(onedoor, TOWN, max("harbour"), named("a"))).kind).toBe("done");
      expect((await changeDirectory(onedoor, TOWN, max("hill"), named("b"))).kind).toBe("not-allowed");
    });

    it("not at all when it is refused, is dry, would leave what is not whole, or what goes with it fails", async () => {
      const { onedoor, contents } = await town();
      const before = await contents();
      const refused = await changeDirectory<{ kind: "gone" }>(onedoor, TOWN, BEA, () => ({ kind: "gone" }));
      expect(refused).toEqual({ kind: "gone" });
      const dry = await changeDirectory(onedoor, TOWN, BEA, named("dry"), { dryRun: true });
      expect(dry.kind === "done" && dry.directory.service(PHYSIO)?.synonyms).toContain("dry");
      const pale = organisation("harbour", { mark: { letters: "H", colour: "#ffe600" } });
      const faulty = await changeDirectory(onedoor, TOWN, BEA, () => ({
        kind: "edit",
        put: { organisations: [pale] },
        action: "painted",
        subject: pale.id,
        detail: pale,
      }));
      expect(faulty).toMatchObject({
        kind: "faulty",
        reasons: [expect.stringContaining("darker"), expect.any(String)],
      });
      const also = async () => {
        throw new Error("It cannot be");
      };
      await expect(changeDirectory(onedoor, TOWN, BEA, named("no"), { also })).rejects.toThrow(
        "It cannot be",
      );
      expect(await contents()).toEqual(before);
      await expect(changeDirectory(onedoor, "nowhere", BEA, named("no"))).rejects.toThrow(UnknownBrand);
    });

    it("by many at once, and no change is lost", async () => {
      const { onedoor, synonyms } = await town();
      const words = Array.from({ length: 12 }, (_, number) => `word ${number}`);
      await Promise.all(words.map((word) => changeDirectory(onedoor, TOWN, BEA, named(word))));
      expect((await synonyms()).filter((word) => words.includes(word)).sort()).toEqual(words.sort());
    });
  });
});
