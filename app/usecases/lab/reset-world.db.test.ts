import { expect, it } from "vitest";
import { ofKind } from "~/domain/usability/session";
import { readLabRecord } from "~db/queries/lab-record";
import { labWorldsOf, openLabWorld } from "~db/queries/lab-worlds";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy, smallStudy } from "~tests/support/lab";
import { larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import { agree, beginTask, resetWorld } from "./take-part";

onEachDatabase((open) => {
  it("a world that is thrown away twice, at one moment or later, is thrown away once", {
    timeout: 120_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const { kysely } = onedoor.db;
    const study = await openedStudy(onedoor, { study: smallStudy({ moderated: true }) });
    const { id } = await asked(onedoor, study, 0);
    await agree(onedoor, TOWN, id, { permissions: ["take-part"], holder: "hash of a cookie" });
    const begun = await beginTask(onedoor, TOWN, id, "find");
    const seen = { task: "find", world: begun?.worldId ?? null };
    const reset = () => resetWorld(onedoor, TOWN, id, seen);
    await Promise.all([reset(), reset()]);
    const now = await reset();
    expect(now?.worldId).not.toBe(begun?.worldId);
    const worlds = await labWorldsOf(kysely, TOWN, id);
    expect(worlds.flatMap(({ worldId, state }) => (state === "over" ? [worldId] : []))).toEqual([
      begun?.worldId,
    ]);
    expect(await openLabWorld(kysely, TOWN, id)).toBe(now?.worldId);
    const record = await readLabRecord(kysely, TOWN, id);
    expect(ofKind(record, "world-reset").map(({ event }) => event.world)).toEqual([now?.worldId]);
  });
});
