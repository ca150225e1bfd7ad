import { describe, expect, it } from "vitest";
import { type ServiceWords, wordsOf } from "~/domain/catalogue/service-words";
import type { Question } from "~/domain/journeys/types";
import { auditOf } from "~db/queries/audit";
import { readService } from "~db/queries/directory";
import { BEA, CLIFF, DOT, writeBrandManagers } from "~tests/support/brand-managers";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, submitted, TOWN } from "~tests/support/front-door";
import { service } from "~tests/support/small-town";
import { verifyAudit } from "./audit";
import { addService, setQuestions, setServiceStatus, setServiceWords, standingOf } from "./change-catalogue";

const PHYSIO = "physiotherapy";
const WORDS: ServiceWords = {
  ...wordsOf(service("any", { name: "Hand clinic", synonyms: ["sore thumb"] })),
  howLong: ["Half an hour."],
};
const WHEN: Question = {
  kind: "choice",
  id: "when",
  title: "When did it begin?",
  label: "Since",
  required: true,
  options: [
    { value: "now", label: "This week" },
    { value: "before", label: "Before" },
  ],
};

onEachDatabase((open) => {
  async function town() {
    const db = await open();
    const door = await openFrontDoor(db);
    await writeBrandManagers(db);
    const { onedoor } = door;
    const now = async (serviceId = PHYSIO) => {
      const found = await readService(db.kysely, TOWN, serviceId);
      if (found === undefined) throw new Error(`There is no ${serviceId}`);
      return found;
    };
    const seen = async (serviceId = PHYSIO) => standingOf(await now(serviceId));
    const found = async (words: string) =>
      (await onedoor.directories.current(TOWN)).services.filter(({ synonyms }) => synonyms.includes(words));
    return { db, door, onedoor, now, seen, found };
  }

  describe("a line of the catalogue", () => {
    it("is added under an id of its own, can be read at once, and cannot be asked for yet", async () => {
      const { onedoor, now, found } = await town();
      const first = await addService(onedoor, TOWN, BEA, WORDS);
      expect(first).toMatchObject({ kind: "done", serviceId: "hand-clinic" });
      expect(await addService(onedoor, TOWN, BEA, { ...WORDS, name: "HAND clinic" })).toMatchObject({
        kind: "faulty",
        reasons: [expect.stringContaining("already")],
      });
      expect((await addService(onedoor, TOWN, BEA, { ...WORDS, name: "Hand, clinic" })).serviceId).toBe(
        "hand-clinic-2",
      );
      expect((await addService(onedoor, TOWN, BEA, { ...WORDS, name: "New" })).serviceId).toBe("new-2");
      expect(await now("hand-clinic")).toMatchObject({ redFlags: null, questions: [], status: "open" });
      expect(wordsOf(await now("hand-clinic"))).toEqual(WORDS);
      expect((await found("sore thumb")).map(({ id }) => id)).toEqual([
        "hand-clinic",
        "hand-clinic-2",
        "new-2",
      ]);
    });

    it("says something else from now on, with what it said before on record", async () => {
      const { db, onedoor, now, seen, found } = await town();
      const before = await now();
      const words = { ...wordsOf(before), synonyms: ["creaky knees"], howLong: [] };
      const asked = { serviceId: PHYSIO, seen: await seen(), words };
      expect((await setServiceWords(onedoor, TOWN, BEA, asked)).kind).toBe("done");
      expect(await found("creaky knees")).toHaveLength(1);
      // Its questions and signs of danger are what they were.
      const { questions, redFlags } = await now();
      expect({ questions, redFlags }).toEqual({ questions: before.questions, redFlags: before.redFlags });
      const [entry] = (await auditOf(db.kysely, TOWN, PHYSIO)).slice(-1);
      expect(entry?.action).toBe("service-words-set");
      expect(JSON.parse(entry?.body ?? "{}").before.synonyms).toEqual(before.synonyms);
      expect((await verifyAudit(onedoor, TOWN)).faults).toEqual([]);
    });

    it("is not overwritten by who has not seen it as it is, nor touched by who may not", async () => {
      const { onedoor, now, seen } = await town();
      const old = await seen();
      const words = { ...wordsOf(await now()), cost: "Free, always" };
      const set = (by = BEA, stood = old, serviceId = PHYSIO) =>
        setServiceWords(onedoor, TOWN, by, { serviceId, seen: stood, words });
      expect((await set(DOT)).kind).toBe("not-allowed");
      expect((await set(BEA, old, "no-such-service")).kind).toBe("not-found");
      expect((await addService(onedoor, TOWN, DOT, words)).kind).toBe("not-allowed");
      expect((await set()).kind).toBe("done");
      const between = await now();
      expect((await set(CLIFF)).kind).toBe("changed-meanwhile");
      expect(await now()).toEqual(between);
    });

    it("is changed by one of many who saw the same, and by no other", async () => {
      const { onedoor, now, seen } = await town();
      const stood = await seen();
      const results = await Promise.all(
        Array.from({ length: 10 }, async (_, at) =>
          setServiceWords(onedoor, TOWN, BEA, {
            serviceId: PHYSIO,
            seen: stood,
            words: { ...wordsOf(await now()), cost: `Cost ${at}` },
          }),
        ),
      );
      const kinds = results.map(({ kind }) => kind).sort();
      expect(kinds).toEqual([...Array.from({ length: 9 }, () => "changed-meanwhile"), "done"]);
    });

    it("is closed: nobody can ask, what was asked goes on; and is opened again", async () => {
      const { door, onedoor, seen } = await town();
      const reference = await submitted(door);
      const set = async (status: "open" | "closed") =>
        setServiceStatus(onedoor, TOWN, BEA, { serviceId: PHYSIO, seen: await seen(), status });
      expect((await set("closed")).kind).toBe("done");
      await expect(submitted(door, { visitor: "b".repeat(64) })).rejects.toThrow();
      const open = await onedoor.db.kysely.selectFrom("parts").select("status").execute();
      expect([reference.length > 0, open.map(({ status }) => status)]).toEqual([true, ["open"]]);
      expect((await set("open")).kind).toBe("done");
      expect(await submitted(door, { visitor: "c".repeat(64) })).not.toBe(reference);
    });

    it("asks what is put, in its order, and nothing that does not hang together", async () => {
      const { onedoor, now, seen } = await town();
      const set = async (questions: readonly Question[]) =>
        setQuestions(onedoor, TOWN, BEA, { serviceId: PHYSIO, seen: await seen(), change: () => questions });
      expect((await set([WHEN])).kind).toBe("done");
      expect((await now()).questions).toEqual([WHEN]);
      const waits = { ...WHEN, id: "other", onlyIf: { question: "nothing", isOneOf: ["x"] } };
      expect(await set([WHEN, waits])).toMatchObject({
        kind: "faulty",
        reasons: [expect.stringContaining("depends on")],
      });
      const danger = {
        ...WHEN,
        options: [...WHEN.options, { value: "x", label: "X", leadsTo: "999" as const }],
      };
      expect(await set([danger])).toMatchObject({ kind: "faulty" });
      expect((await now()).questions).toEqual([WHEN]);
    });
  });
});
