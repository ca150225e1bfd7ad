import { expect, it } from "vitest";
import { appendLabEvents } from "~db/queries/lab-record";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy } from "~tests/support/lab";
import { larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import { agree, beginTask, continueHere, endTask } from "./take-part";

onEachDatabase((open) => {
  it.each([
    ["where it is known when they left", ["take-part", "follow-pages"], 90],
    ["and all of it counts where pages may not be followed", ["take-part"], 3_630],
  ] as const)(
    "who opens their link again after long was not at their task, %s",
    {
      timeout: 120_000,
    },
    async (_, permissions, seconds) => {
      const { onedoor, setClock } = await larkmouthTown(await open(), "2026-11-25T14:00:00.000Z");
      const { id } = await asked(onedoor, await openedStudy(onedoor), 0);
      expect(await agree(onedoor, TOWN, id, { permissions, holder: "hash of a cookie" })).not.toBeNull();
      await beginTask(onedoor, TOWN, id, "find");
      setClock("2026-11-25T14:01:00.000Z");
      await onedoor.db.write((tx) =>
        appendLabEvents(tx, TOWN, id, [{ id: "seen", at: onedoor.clock(), event: { kind: "left" } }]),
      );
      // Soon after they only took another telephone.
      setClock("2026-11-25T14:01:40.000Z");
      await continueHere(onedoor, TOWN, id, "hash of another cookie");
      setClock("2026-11-25T15:00:00.000Z");
      await continueHere(onedoor, TOWN, id, "hash of a third cookie");
      setClock("2026-11-25T15:00:30.000Z");
      const ended = await endTask(onedoor, TOWN, id, "find", "done");
      expect(ended?.session.tasks[0]?.workedMs).toBe(seconds * 1_000);
    },
  );
});
