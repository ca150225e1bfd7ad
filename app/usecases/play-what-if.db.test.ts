import { describe, expect, it } from "vitest";
import { roundedCount } from "~/domain/flow/few";
import { toJson } from "~/domain/shared/json";
import { localDate } from "~/domain/shared/time";
import type { Change } from "~/domain/simulation/changes";
import { simulateAll } from "~/domain/simulation/simulate";
import { throughout } from "~/domain/simulation/throughout";
import { weeklyPlaces } from "~/domain/simulation/weekly-places";
import { weekOf } from "~/domain/simulation/weeks";
import type { Database } from "~db/connect";
import { writePastWeeks } from "~db/queries/past-weeks";
import { LARKMOUTH_DEMAND } from "~seeds/reference/larkmouth/demand";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN, threePartners } from "~tests/support/front-door";
import { askedOver, BEHAVIOUR } from "~tests/support/simulated";
import { brand } from "~tests/support/small-town";
import { type Playing, playWhatIf } from "./play-what-if";

const FROM = "2025-11-24";
const UNTIL = "2025-12-21";
const REQUESTS = askedOver(FROM, 28, 120, "physiotherapy");
const LEAVES: Change = { kind: "leave", organisationId: "harbour" };

/** A month of recorded requests; what became of them is not what a replay asks. */
async function record(db: Database, behaviour: typeof BEHAVIOUR | null = BEHAVIOUR): Promise<void> {
  const mondays = [...new Set(REQUESTS.map(({ at }) => weekOf(at.slice(0, 10))))];
  const parameters = { seed: 1, from: FROM, until: UNTIL, demand: LARKMOUTH_DEMAND, behaviour };
  await db.write((tx) =>
    writePastWeeks(
      tx,
      TOWN,
      parameters,
      mondays.map((startsOn) => ({
        startsOn,
        of: REQUESTS.filter(({ at }) => weekOf(at.slice(0, 10)) === startsOn).map((need) => ({
          need,
          fact: null,
        })),
      })),
    ),
  );
}

async function played(db: Database, changes: readonly Change[], brandId = TOWN): Promise<Playing[]> {
  const said: Playing[] = [];
  for await (const playing of playWhatIf(db.kysely, brandId, { changes }, MONDAY_9AM)) said.push(playing);
  return said;
}

const resultOf = (said: readonly Playing[]) => {
  const last = said.at(-1);
  if (last?.kind !== "done") throw new Error(JSON.stringify(last));
  return last.result;
};

onEachDatabase((open) => {
  describe("playing a scenario on a recorded past", () => {
    it("plays every request on both sides, from every seed, the same each time", async () => {
      const db = await open();
      await openFrontDoor(db);
      await record(db);
      const said = await played(db, [LEAVES]);
      const result = resultOf(said);
      expect(result.requests).toEqual({ before: REQUESTS.length, after: REQUESTS.length });
      expect(said.at(-1)).toMatchObject({ of: REQUESTS.length * 2 * result.seeds.length });
      expect(result.given.find(({ organisationId }) => organisationId === "harbour")?.after).toEqual({
        middle: 0,
        low: 0,
        high: 0,
      });
      expect(toJson(resultOf(await played(db, [LEAVES])))).toBe(toJson(result));
    });

    it("without changes leaves everything as it is", async () => {
      const db = await open();
      await openFrontDoor(db);
      await record(db);
      const { measures, worseOff } = resultOf(await played(db, []));
      for (const { before, after } of measures) expect(after).toEqual(before);
      expect([worseOff.worse?.high, worseOff.better?.high]).toEqual([0, 0]);
    });

    it("says why what cannot be played cannot", async () => {
      const db = await open();
      await openFrontDoor(db);
      expect((await played(db, [LEAVES])).map(({ kind }) => kind)).toEqual(["refused"]);
      await record(db);
      expect(await played(db, [{ kind: "leave", organisationId: "nobody" }])).toMatchObject([
        { kind: "refused", reasons: [{ at: 0 }] },
      ]);
      await record(db, null);
      expect(await played(db, [LEAVES])).toMatchObject([{ kind: "refused", reasons: [{ at: null }] }]);
    });

    it("says that more are asked for than can be played, and plays none of them", async () => {
      const db = await open();
      await openFrontDoor(db);
      await record(db);
      const more = Array<Change>(12).fill({ kind: "demand", serviceId: null, percent: 300 });
      const [only, ...others] = await played(db, more);
      expect(others).toEqual([]);
      if (only?.kind !== "refused") throw new Error(only?.kind);
      expect(only.reasons[0]?.reason).toContain("too many to play again");
    });

    it("plays the past of the brand that this one was copied from", async () => {
      const db = await open();
      await openFrontDoor(db);
      await record(db);
      await openFrontDoor(db, threePartners({ brand: brand({ id: "next-town", historyOf: TOWN }) }));
      expect(resultOf(await played(db, [LEAVES], "next-town"))).toEqual(resultOf(await played(db, [LEAVES])));
    });

    it("plays the “before” too, and does not read what became of it from the record", async () => {
      const db = await open();
      const { onedoor } = await openFrontDoor(db);
      await record(db);
      const today = await onedoor.directories.current(TOWN);
      const directory = throughout(today, localDate(MONDAY_9AM), { from: FROM, until: UNTIL });
      const placesAWeek = weeklyPlaces(LARKMOUTH_DEMAND, BEHAVIOUR, directory);
      const world = { directory, overlay: new Map(), behaviour: BEHAVIOUR, placesAWeek };
      const had = [1, 2, 3].map((seed) =>
        simulateAll(world, REQUESTS, { seed }).filter(({ organisationId }) => organisationId === "harbour"),
      );
      const counts = had.map((facts) => facts.length).sort((a, b) => a - b);
      const { given } = resultOf(await played(db, []));
      expect(counts[0]).toBeGreaterThan(5);
      expect(given.find(({ organisationId }) => organisationId === "harbour")?.before).toEqual({
        low: roundedCount(counts[0] ?? 0),
        middle: roundedCount(counts[1] ?? 0),
        high: roundedCount(counts[2] ?? 0),
      });
    });
  });
});
