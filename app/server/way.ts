/** What works beside the server, and can be made to stand still. */
export interface Beside {
  standStill(): void;
  goOn(): void;
}

/** Who works beside the server makes way for who asks of it. */
export interface Way {
  /** Somebody waits for an answer, until the function that is returned is called. */
  enter(): () => void;
  /** From now on this one makes way. It is told only of what changes for it; `leave` lets it go on, and forgets it. */
  join(beside: Beside): { leave(): void };
}

/** Nobody stands still for longer, however many ask: what works beside the server comes to its end. */
const LONGEST_MS = 200;

/**
 * While somebody waits for an answer, what works beside the server stands still: on a machine of two processors it would
 * else take its share of their caches and of what they fetch from memory, whatever its priority.
 */
export function createWay(longestMs = LONGEST_MS): Way {
  const still = new Map<Beside, boolean>();
  let waiting = 0;
  let patient = true;
  let timer: NodeJS.Timeout | undefined;

  function tell() {
    const stands = waiting > 0 && patient;
    for (const [beside, stood] of still) {
      if (stood === stands) continue;
      still.set(beside, stands);
      if (stands) beside.standStill();
      else beside.goOn();
    }
  }

  return {
    enter() {
      waiting += 1;
      if (waiting === 1) {
        patient = true;
        timer = setTimeout(() => {
          patient = false;
          tell();
        }, longestMs);
        tell();
      }
      let left = false;
      return () => {
        if (left) return;
        left = true;
        waiting -= 1;
        if (waiting > 0) return;
        clearTimeout(timer);
        tell();
      };
    },
    join(beside) {
      still.set(beside, false);
      tell();
      return {
        leave() {
          if (still.get(beside)) beside.goOn();
          still.delete(beside);
        },
      };
    },
  };
}
