import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { instant } from "~/domain/shared/time";
import {
  isGoing,
  NO_PROGRESS,
  type Progress,
  type ScenarioRun,
  standingOfRun,
} from "~/domain/simulation/run";
import type { WhatIfResult } from "~/domain/simulation/what-if-result";
import type { Log } from "~/usecases/context";
import type { Database } from "~db/connect";
import { putRun, type RunSaid, readRun, readScenario, stopRun, updateRun } from "~db/queries/scenarios";

/** One at a time in a process: the machine is the patients' first. */
const MOST_AT_ONCE = 1;
/** How often it is written how far a run is, and looked whether somebody stopped it, here or by another process. */
const SAY_MS = 1_000;
/** All of its threads are last in line for a processor, those that collect its garbage too. */
const NICE = ["/usr/bin/nice", "/bin/nice"].find((path) => existsSync(path));
const LAST_IN_LINE =
  NICE === undefined
    ? {}
    : { execPath: NICE, execArgv: ["-n", "19", process.execPath, "--enable-source-maps"] };

/** The variable by which the worker is told what to play: nobody else on the machine reads it, as they would its arguments. */
export const WHAT_TO_PLAY = "ONEDOOR_WHAT_IF";

/** What the worker says. */
export type FromWorker =
  | { readonly kind: "so-far"; readonly done: number; readonly of: number; readonly result?: WhatIfResult }
  | { readonly kind: "done"; readonly of: number; readonly result: WhatIfResult }
  | { readonly kind: "refused"; readonly reasons: Progress["reasons"] };

interface Run {
  readonly brandId: string;
  readonly run: ScenarioRun;
  /** How far it was when that was last written. */
  progress: Progress;
  worker: ChildProcess | null;
  /** What the worker said last, and has not been written yet. */
  said: FromWorker | null;
  over: boolean;
}

/** Plays scenarios again, each in a process of its own, in the order in which they were asked for. */
export interface WhatIfRuns {
  /** Puts a scenario in line; one that is there, or is being played, stays as it is. False when there is none such. */
  start(brandId: string, scenarioId: string): Promise<boolean>;
  /** Ends a run, or takes it out of the line, whichever process has it. */
  stop(brandId: string, scenarioId: string): Promise<void>;
  close(): Promise<void>;
}

/** `worker` is the file of the built worker. What is played and how far it is stands in the database, for every process. */
export function createWhatIfRuns(
  db: Database,
  {
    databaseUrl,
    worker: file,
    log,
  }: { readonly databaseUrl: string; readonly worker: string; readonly log: Log },
): WhatIfRuns {
  const line: Run[] = [];
  let saying: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const now = () => instant(Date.now());

  const write = (run: Run, said: Omit<RunSaid, "seenAt">): Promise<boolean> =>
    updateRun(db.kysely, run.brandId, run.run, { ...said, seenAt: now() });

  async function end(run: Run): Promise<void> {
    run.over = true;
    const place = line.indexOf(run);
    if (place >= 0) line.splice(place, 1);
    run.worker?.kill("SIGKILL");
    run.worker = null;
    begin();
    if (line.length === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  /** Gives the first in line a worker, while fewer are played than may be. */
  function begin(): void {
    for (const run of line.slice(0, MOST_AT_ONCE)) {
      if (run.worker !== null || run.over) continue;
      const { brandId, run: asked } = run;
      const what = { databaseUrl, brandId, scenarioId: asked.scenarioId };
      const worker = fork(file, {
        ...LAST_IN_LINE,
        env: { ...process.env, [WHAT_TO_PLAY]: JSON.stringify(what) },
      });
      run.worker = worker;
      worker.on("message", (said: FromWorker) => {
        run.said = said.kind === "so-far" && run.said?.kind === "so-far" ? { ...run.said, ...said } : said;
        // What comes first, and what comes last, people wait for.
        if (said.kind !== "so-far" || said.result !== undefined) say();
      });
      const failed = (why: object) => {
        if (run.over || isLast(run.said)) return;
        run.over = true;
        log.error({ ...why, brandId, scenario: asked.scenarioId }, "a what-if failed");
        void write(run, { state: "failed", progress: NO_PROGRESS })
          .catch((error: unknown) => log.error({ err: error }, "a what-if could not be written"))
          .then(() => end(run));
      };
      worker.on("error", (error) => failed({ err: error }));
      worker.on("exit", (code, signal) => {
        if (run.worker !== null && code !== 0) failed({ code, signal });
      });
    }
  }

  /** Writes how every run stands, one after the other; who was stopped meanwhile is ended. */
  function say(): void {
    saying = saying.then(async () => {
      for (const [ahead, run] of [...line].entries()) {
        if (run.over) continue;
        const { said } = run;
        run.said = null;
        const standing = saidOf(said, run, ahead);
        try {
          const goesOn = await write(run, standing);
          run.progress = standing.progress;
          if (!goesOn || isLast(said)) await end(run);
        } catch (error) {
          // It is said again with the next beat, unless there is something newer: an end is not lost.
          run.said ??= said;
          log.error({ err: error, scenario: run.run.scenarioId }, "a what-if could not be written");
        }
      }
    });
    saying = saying.catch((error: unknown) => log.error({ err: error }, "a what-if could not be written"));
  }

  return {
    async start(brandId, scenarioId) {
      const scenario = await readScenario(db.kysely, brandId, scenarioId);
      if (scenario === undefined) return false;
      const last = await readRun(db.kysely, brandId, scenarioId);
      if (last && last.run.ofVersion === scenario.version && isGoing(standingOfRun(last.run, now())))
        return true;
      const run: ScenarioRun = {
        scenarioId,
        state: "waiting",
        ofVersion: scenario.version,
        askedAt: now(),
        seenAt: now(),
        progress: { ...NO_PROGRESS, ahead: line.length },
      };
      await putRun(db.kysely, brandId, run);
      line.push({ brandId, run, progress: run.progress, worker: null, said: null, over: false });
      begin();
      timer ??= setInterval(say, SAY_MS);
      return true;
    },
    async stop(brandId, scenarioId) {
      await stopRun(db.kysely, brandId, scenarioId);
      say();
      await saying;
    },
    async close() {
      clearInterval(timer);
      const left = line.splice(0);
      await saying;
      for (const run of left) {
        run.over = true;
        run.worker?.kill("SIGKILL");
        await write(run, { state: "stopped", progress: NO_PROGRESS });
      }
    },
  };
}

const isLast = (said: FromWorker | null): boolean => said !== null && said.kind !== "so-far";

/** What is written of a run: what its worker said last, or that it is still there. */
function saidOf(said: FromWorker | null, run: Run, ahead: number): Omit<RunSaid, "seenAt"> {
  const waits = run.worker === null;
  if (said === null)
    return { state: waits ? "waiting" : "running", progress: { ...run.progress, ahead: waits ? ahead : 0 } };
  switch (said.kind) {
    case "so-far":
      return {
        state: "running",
        progress: { ...NO_PROGRESS, done: said.done, of: said.of },
        ...(said.result === undefined ? {} : { result: said.result }),
      };
    case "done": {
      const { compared, worse, better } = said.result.worseOff;
      return {
        state: "done",
        progress: { ...NO_PROGRESS, done: said.of, of: said.of, headline: { compared, worse, better } },
        result: said.result,
      };
    }
    case "refused":
      return { state: "refused", progress: { ...NO_PROGRESS, reasons: said.reasons } };
    default:
      return said satisfies never;
  }
}
