import type { Instant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { forgetKeys } from "~/usecases/forget-expired";
import { deleteParticipantsDue } from "~/usecases/lab/delete-participant";
import { makePicturesDue, type PictureMaker } from "~/usecases/lab/make-pictures";
import { tendLabWorlds } from "~/usecases/lab/worlds";
import type { PostOffice } from "~/usecases/send-messages";
import { tendWorlds } from "~/usecases/stage/worlds";
import { runDueWork } from "./due-work";
import { emptyOutbox } from "./outbox";
import { slotsAhead } from "./slots-ahead";

/** A key may stay this much longer than it must: all of them are gone through for it. */
const KEYS_EVERY_MS = 3_600_000;

/** Stops the clock after the passes that are under way. `lastBeat` is when due work was last done well, in real time. */
export interface StopClock {
  (): Promise<void>;
  lastBeat(): Instant | null;
}

/**
 * Does what is due, and sends what is to be sent, at once and then every so many milliseconds. Passes of one kind never
 * overlap, and one that fails is logged. Messages have a beat of their own, so that a slow provider keeps no deadline
 * waiting; so have the worlds of stages and of labs, and the pictures of labs, which take a while to make.
 */
export function startClock(
  onedoor: Onedoor,
  everyMs: number,
  office: PostOffice,
  pictures: PictureMaker | null = null,
): StopClock {
  let beat: Instant | null = null;
  const topUp = slotsAhead(onedoor);
  let keysSeenTo = Number.NEGATIVE_INFINITY;

  const dueWork = startBeat(everyMs, async () => {
    try {
      const { handled } = await runDueWork(onedoor);
      const slots = await topUp();
      if (performance.now() - keysSeenTo >= KEYS_EVERY_MS) {
        await forgetKeys(onedoor);
        keysSeenTo = performance.now();
      }
      beat = onedoor.clock();
      if (handled > 0 || slots > 0) onedoor.log.info({ handled, slots }, "Due work done");
    } catch (error) {
      onedoor.log.error({ err: error }, "Due work failed");
    }
  });
  const messages = startBeat(everyMs, async () => {
    try {
      const seen = await emptyOutbox(onedoor, office);
      if (seen > 0) onedoor.log.info({ messages: seen }, "Messages seen to");
    } catch (error) {
      onedoor.log.error({ err: error }, "Messages could not be sent");
    }
  });
  const stages = startBeat(everyMs, async () => {
    try {
      const worlds = await tendWorlds(onedoor);
      if (worlds > 0) onedoor.log.info({ worlds }, "Worlds of stages made or taken away");
    } catch (error) {
      onedoor.log.error({ err: error }, "The worlds of stages could not be seen to");
    }
  });
  const labs = startBeat(everyMs, async () => {
    try {
      const deleted = await deleteParticipantsDue(onedoor);
      const worlds = await tendLabWorlds(onedoor);
      if (worlds > 0 || deleted > 0) onedoor.log.info({ worlds, deleted }, "The labs seen to");
    } catch (error) {
      onedoor.log.error({ err: error }, "The labs could not be seen to");
    }
  });
  const drawing =
    pictures &&
    startBeat(everyMs, async () => {
      try {
        const seen = await makePicturesDue(onedoor, pictures);
        if (seen > 0) onedoor.log.info({ pictures: seen }, "Pictures seen to");
      } catch (error) {
        onedoor.log.error({ err: error }, "Pictures could not be seen to");
      }
    });
  const stop = async () => {
    await Promise.all([dueWork(), messages(), stages(), labs(), drawing?.()]);
  };
  return Object.assign(stop, { lastBeat: () => beat });
}

/** Runs a pass again and again until it is stopped: the pass that is under way is done to its end. */
function startBeat(everyMs: number, pass: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, everyMs);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const running = (async () => {
    while (!stopped) {
      await pass();
      if (!stopped) await pause();
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}
