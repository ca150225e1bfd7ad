import { OURS } from "./lab-storage";
import { createQueue, type Queue } from "./queue";

/** What happened meanwhile goes along. */
const SOON_MS = 150;

/** What is to be told of a participant, by their code: of another one in this browser, whose it was before, nothing is left. */
export const toldQueue = <Event>(
  address: string,
  who: string,
  on?: (waiting: number, status: number) => void,
): Queue<Event> =>
  createQueue<Event>({
    ...(on && { on }),
    name: `${OURS}${who}-`,
    others: OURS,
    soonMs: SOON_MS,
    send(waiting) {
      const now = Date.now();
      // A clock that was put back meanwhile makes nothing come from the future.
      const told = waiting.map(({ id, at, what }) => ({ id, ago: Math.max(0, now - at), event: what }));
      // Somebody else may take part in this browser by now, in another tab.
      return { address, fields: { who, told: JSON.stringify(told) } };
    },
  });
