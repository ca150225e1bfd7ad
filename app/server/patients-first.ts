import type { PageContext } from "./app-context";

/** Lets patients be served before one goes on. Resolves at once for who is a patient. */
export type StandAside = () => Promise<void>;

/** Who stands back from patients: who takes part in a study, and then who looks on. */
export type Stander = "participant" | "onlooker";

/** Who waits for whom, in a process that makes one page at a time. */
export interface PatientsFirst {
  /** Does what a patient waits for, at once. */
  now<T>(work: (standAside: StandAside) => Promise<T>): Promise<T>;
  /**
   * Does what can wait a moment: one after the other, and none while something of `now` is under way. Work of several pieces
   * stands aside between them.
   */
  soon<T>(who: Stander, work: (standAside: StandAside) => Promise<T>): Promise<T>;
}

/**
 * Who stands back when something is asked for; null for a patient. A participant's pages and what they tell by themselves come
 * after those of whoever asks for care, and before those of who looks on or looks back. What takes a while (a world that is
 * made, everything that is deleted) keeps nobody in line behind it.
 */
export function standerOf(
  { method, pattern }: { readonly method: string; readonly pattern: string },
  world: PageContext["world"],
): Stander | null {
  const reads = method === "GET" || method === "HEAD";
  if (pattern === "/lab/take/record" || pattern === "/lab/take/now") return "participant";
  if (reads && world === "lab") return "participant";
  return reads && /^\/lab(\/(studies|sessions)\/.+)?$/.test(pattern) ? "onlooker" : null;
}

/**
 * Patients whose pages overlap keep each of the others waiting for no longer, from when it came in; nor does one of the others
 * the next: it waits for something itself.
 */
const LONGEST_MS = 250;

interface Waiting {
  readonly cameAt: number;
  readonly goOn: () => void;
}

const AT_ONCE = Promise.resolve();

/**
 * Lets what can wait stand back from patients' pages: a hundred consoles that are opened at one moment are drawn one by
 * one, and a patient who comes meanwhile waits for a piece of one of them, and not for all.
 */
export function createPatientsFirst({ longestMs = LONGEST_MS } = {}): PatientsFirst {
  /** In the order in which they go on: what is under way, and then whose turn comes next. */
  const lines = { underWay: [] as Waiting[], participant: [] as Waiting[], onlooker: [] as Waiting[] };
  /** `since` is of the first of those that overlap. */
  const patients = { underWay: 0, since: 0 };
  const others = { underWay: 0, since: 0 };
  let looking = false;
  let timer: NodeJS.Timeout | undefined;

  const leftMs = ({ underWay }: typeof patients, since: number) =>
    underWay === 0 ? 0 : longestMs - (performance.now() - since);

  const first = () => Object.values(lines).find((line) => line.length > 0);

  /** What came in meanwhile is heard before the next one goes on. */
  function next() {
    if (looking || first() === undefined) return;
    looking = true;
    setImmediate(() => {
      looking = false;
      clearTimeout(timer);
      const line = first();
      const [one] = line ?? [];
      if (line === undefined || one === undefined) return;
      const left = Math.max(
        leftMs(patients, Math.max(patients.since, one.cameAt)),
        line === lines.underWay ? 0 : leftMs(others, others.since),
      );
      if (left > 0) timer = setTimeout(next, left);
      else {
        line.shift();
        one.goOn();
        next();
      }
    });
  }

  const waitIn = (line: Waiting[], cameAt: number) =>
    new Promise<void>((goOn) => {
      line.push({ cameAt, goOn });
      next();
    });

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
      return done(patients, () => work(() => AT_ONCE));
    },
    async soon(who, work) {
      const cameAt = performance.now();
      await waitIn(lines[who], cameAt);
      others.since = performance.now();
      return done(others, () => work(() => waitIn(lines.underWay, cameAt)));
    },
  };
}
