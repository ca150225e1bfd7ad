import { expect, it } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import { succeeded } from "~/domain/usability/session";
import { WHOSE_BOX } from "~/domain/usability/whose-box";
import { freeSlots } from "~db/queries/slots";
import { readTracking } from "~db/queries/tracking";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy } from "~tests/support/lab";
import { larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import { rebook } from "../rebook";
import { brandNow } from "../setting";
import { playerOf, referenceOf } from "../worlds/people";
import { agree, beginTask, endTask } from "./take-part";

const CHANGE = WHOSE_BOX.tasks.filter(({ id }) => id === "change");

onEachDatabase((open) => {
  it.each([
    ["at the place that they had", true],
    ["at another place", false],
  ] as const)(
    "who is to change their time and takes one %s did the ready study's task",
    {
      timeout: 120_000,
    },
    async (_, isSame) => {
      const { onedoor } = await larkmouthTown(await open());
      const study = await openedStudy(onedoor, { study: { ...WHOSE_BOX, tasks: CHANGE } });
      const { id } = await asked(onedoor, study, 0);
      await agree(onedoor, TOWN, id, { permissions: ["take-part"], holder: "hash of a cookie" });
      const worldId = (await beginTask(onedoor, TOWN, id, "change"))?.worldId ?? "";

      const winston = await playerOf(onedoor, worldId, "winston-baptiste");
      const reference = (await referenceOf(onedoor, worldId, winston)) ?? "";
      const has = async () =>
        (await readTracking(onedoor.db.kysely, worldId, reference))?.parts[0]?.fulfilments.at(-1);
      const before = await has();
      const directory = await onedoor.directories.current(worldId);
      const now = await brandNow(onedoor, worldId);
      const until = instant(milliseconds(now) + 14 * 24 * 3_600_000);
      const free = await Promise.all(
        directory.offers
          .filter(({ serviceId, booking }) => serviceId === "blood-pressure" && booking === "direct")
          .map((offer) => freeSlots(onedoor.db.kysely, worldId, offer.id, now, until, { now })),
      );
      const slot = free.flat().find(({ offerId }) => (offerId === before?.offerId) === isSame);
      const rebooking = {
        reference,
        fulfilmentId: before?.id ?? "",
        version: before?.version ?? 0,
        slotId: slot?.id ?? "",
      };
      const taken = await rebook(onedoor, worldId, rebooking, { kind: "patient", name: winston.name });
      expect(taken).toEqual({ kind: "done" });
      expect((await has())?.offerId === before?.offerId).toBe(isSame);

      const ended = await endTask(onedoor, TOWN, id, "change", "done");
      expect(ended?.session.tasks.map(succeeded)).toEqual([true]);
    },
  );
});
