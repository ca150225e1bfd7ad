/** Who waits for whom, in a process that makes one page at a time. */
export interface PatientsFirst {
  /** Does what somebody waits for, at once. */
  now<T>(work: () => Promise<T>): Promise<T>;
  /** Does what can wait a moment: one after the other, and none while something of `now` is under way. */
  soon<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Whether an address of the URL map is one of those that whoever works in the lab looks at, while somebody takes part or
 * afterwards. What a participant sees, or their page asks for, is as any patient's.
 */
export const looksOn = (pattern: string): boolean => /^\/lab(\/(studies|sessions)\/.+)?$/.test(pattern);

/**
 * Patients whose pages overlap keep each of the others waiting for no longer, from when it came in; nor does one of the others
 * the next: it waits for something itself.
 */
const LONGEST_MS = 250;

/**
 * Lets what can wait stand back from patients' pages: a hundred consoles that are opened at one moment are drawn one by
 * one, and a patient who comes meanwhile waits for one of them, and not for all.
 */
export function createPatientsFirst({ longestMs = LONGEST_MS } = {}): PatientsFirst {
  const waiting: { readonly cameAt: number; readonly goOn: () => void }[] = [];
  /** `since` is of the first of those that overlap. */
  const patients = { underWay: 0, since: 0 };
  const others = { underWay: 0, since: 0 };
  let looking = false;
  let timer: NodeJS.Timeout | undefined;

  const leftMs = ({ underWay }: typeof patients, since: number) =>
    underWay === 0 ? 0 : longestMs - (performance.now() - since);

  /** What came in meanwhile is heard before the next one goes on. */
  function next() {
    if (looking || waiting.length === 0) return;
    looking = true;
    setImmediate(() => {
      looking = false;
      clearTimeout(timer);
      const [first] = waiting;
      if (first === undefined) return;
      const left = Math.max(
        leftMs(patients, Math.max(patients.since, first.cameAt)),
        leftMs(others, others.since),
      );
      if (left > 0) timer = setTimeout(next, left);
      else waiting.shift()?.goOn();
    });
  }

  async function done<T>(of: typeof patients, work: () => Promise<T>): Promise<T> {
    of.underWay += 1;
    try {
      return await work();
    } finally {
      of.underWay -= 1;
      next();
    }
  }

  return {
    now(work) {
      if (patients.underWay === 0) patients.since = performance.now();
      return done(patients, work);
    },
    async soon(work) {
      await new Promise<void>((goOn) => {
        waiting.push({ cameAt: performance.now(), goOn });
        next();
      });
      others.since = performance.now();
      next();
      return done(others, work);
    },
  };
}
