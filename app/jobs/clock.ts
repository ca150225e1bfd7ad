import type { Instant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { runDueWork } from "./due-work";
import { slotsAhead } from "./slots-ahead";

/** Stops the clock after the pass that is under way. `lastBeat` is when a pass last ended well, in real time. */
export interface StopClock {
  (): Promise<void>;
  lastBeat(): Instant | null;
}

/** Does what is due, at once and then every so many milliseconds. Passes never overlap; one that fails is logged. */
export function startClock(onedoor: Onedoor, everyMs: number): StopClock {
  let beat: Instant | null = null;
  let stopped = false;
  let wake = () => {};
  const topUp = slotsAhead(onedoor);

  const pass = async () => {
    try {
      const { handled } = await runDueWork(onedoor);
      const slots = await topUp();
      beat = onedoor.clock();
      if (handled > 0 || slots > 0) onedoor.log.info({ handled, slots }, "Due work done");
    } catch (error) {
      onedoor.log.error({ err: error }, "Due work failed");
    }
  };
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

  const stop = async () => {
    stopped = true;
    wake();
    await running;
  };
  return Object.assign(stop, { lastBeat: () => beat });
}
