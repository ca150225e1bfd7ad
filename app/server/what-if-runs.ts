import { type ChildProcess, fork } from "node:child_process";
import { type Instant, instant } from "~/domain/shared/time";
import { NO_PROGRESS, type ScenarioRun } from "~/domain/simulation/run";
import { type AskedToPlay, askToPlay } from "~/usecases/ask-to-play";
import type { Log } from "~/usecases/context";
import type { Database } from "~db/connect";
import { type RunSaid, stopRun, updateRun } from "~db/queries/scenarios";
import { begunBeside } from "./beside";
import type { Waiting } from "./make-way";

/** One at a time in a process: the machine is the patients' first. */
const MOST_AT_ONCE = 1;
/** A young generation of this many MB outlives what one request leaves behind: less of it is copied before it is garbage. */
const NODE_SETTINGS = ["--enable-source-maps", "--max-semi-space-size=64"];
/** How often it is written that a run still waits in line, and looked whether somebody took it out. */
const SAY_MS = 5_000;
/** Where a worker finds open what says whether somebody waits for an answer. */
export const WAITING_FILE = 4;
/** The variable by which the worker is told what to play: nobody else on the machine reads it, as they would its arguments. */
export const WHAT_TO_PLAY = "ONEDOOR_WHAT_IF";

/** What the worker is told: it writes how the run stands that was asked for at that moment. */
export interface WhatToPlay {
  readonly databaseUrl: string;
  readonly brandId: string;
  readonly scenarioId: string;
  readonly askedAt: Instant;
}

interface Run {
  readonly brandId: string;
  readonly run: ScenarioRun;
  worker: ChildProcess | null;
  over: boolean;
}

/** Plays scenarios again, each in a process of its own, in the order in which they were asked for. */
export interface WhatIfRuns {
  /** Puts a scenario in line; one that is there, or is being played, by whichever process, stays as it is. */
  start(brandId: string, scenarioId: string): Promise<AskedToPlay["kind"]>;
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
    waiting,
    log,
  }: {
    readonly databaseUrl: string;
    readonly worker: string;
    readonly waiting: Pick<Waiting, "file">;
    readonly log: Log;
  },
): WhatIfRuns {
  const line: Run[] = [];
  let timer: NodeJS.Timeout | undefined;
  const now = () => instant(Date.now());

  /** False when it was stopped meanwhile, by whichever process. One that cannot be written goes on, and is found lost if nothing is heard of it. */
  async function write({ brandId, run }: Run, said: Omit<RunSaid, "seenAt">): Promise<boolean> {
    try {
      return await updateRun(db.kysely, brandId, run, { ...said, seenAt: now() });
    } catch (error) {
      log.error({ err: error, brandId, scenario: run.scenarioId }, "a what-if could not be written");
      return true;
    }
  }

  function end(run: Run): void {
    run.over = true;
    const place = line.indexOf(run);
    if (place >= 0) line.splice(place, 1);
    run.worker?.kill("SIGKILL");
    if (line.length === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    begin();
  }

  /** Gives the first in line a worker, while fewer are played than may be. */
  function begin(): void {
    for (const run of line.slice(0, MOST_AT_ONCE)) {
      if (run.worker !== null || run.over) continue;
      const {
        brandId,
        run: { scenarioId, askedAt },
      } = run;
      const what: WhatToPlay = { databaseUrl, brandId, scenarioId, askedAt };
      const worker = fork(file, {
        ...begunBeside(NODE_SETTINGS),
        stdio: ["inherit", "inherit", "inherit", "ipc", waiting.file],
        env: { ...process.env, [WHAT_TO_PLAY]: JSON.stringify(what) },
      });
      run.worker = worker;
      const over = async (why: object | null) => {
        if (run.over) return;
        run.over = true;
        if (why !== null) {
          log.error({ ...why, brandId, scenario: scenarioId }, "a what-if failed");
          await write(run, { state: "failed", progress: NO_PROGRESS });
        }
        end(run);
      };
      worker.on("error", (error) => over({ err: error }));
      worker.on("exit", (code, signal) => over(code === 0 ? null : { code, signal }));
    }
  }

  /** Writes of every run that waits how many are before it; who was taken out of the line meanwhile is ended. */
  async function sayWhoWaits(): Promise<void> {
    for (const [ahead, run] of [...line].entries()) {
      if (run.worker !== null || run.over) continue;
      if (!(await write(run, { state: "waiting", progress: { ...NO_PROGRESS, ahead } }))) end(run);
    }
  }

  return {
    async start(brandId, scenarioId) {
      const asked = await askToPlay({ db, clock: now }, brandId, scenarioId, line.length);
      if (asked.kind !== "asked") return asked.kind;
      const { run } = asked;
      line.push({ brandId, run, worker: null, over: false });
      begin();
      timer ??= setInterval(() => void sayWhoWaits(), SAY_MS);
      return asked.kind;
    },
    async stop(brandId, scenarioId) {
      await stopRun(db.kysely, brandId, scenarioId);
      for (const run of line.filter((one) => one.brandId === brandId && one.run.scenarioId === scenarioId))
        end(run);
    },
    async close() {
      clearInterval(timer);
      for (const run of line.splice(0)) {
        run.over = true;
        run.worker?.kill("SIGKILL");
        await write(run, { state: "stopped", progress: NO_PROGRESS });
      }
    },
  };
}
