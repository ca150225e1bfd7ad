import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { PictureMaker } from "~/usecases/lab/make-pictures";
import { begunBeside } from "../beside";

/** The variable by which the worker is told how to draw. */
export const HOW_TO_DRAW = "ONEDOOR_PICTURES";
export const ToWorker = z.object({ html: z.string(), width: z.int().positive() });
type ToWorker = z.infer<typeof ToWorker>;
const Pixels = z.int().positive();
const FromWorker = z.union([
  z.object({
    drawn: z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("drawn"),
        png: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
        height: Pixels,
        wholeHeight: Pixels,
      }),
      z.object({ kind: z.literal("styles-gone") }),
    ]),
  }),
  z.object({ failed: z.string() }),
]);
export type FromWorker = z.infer<typeof FromWorker>;

/** A page and the beginning of a browser together: on a busy machine they have what time is left. */
const LONGEST_MS = 60_000;
/** A worker that does not leave within this is ended. */
const LEAVES_MS = 5_000;
/** With nothing to draw, nobody keeps a browser. */
const IDLE_MS = 20_000;

interface Working {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
}

/**
 * Makes pictures in a process of its own, which has a processor only while nobody else wants it, knows nothing of the
 * server's settings, and keeps its browser's files in a folder that goes with it. One at a time.
 */
export function createPictureMaker({
  chromium,
  client,
  worker: file,
}: {
  readonly chromium: string;
  /** The browser's build. */
  readonly client: string;
  /** The file of the built worker. */
  readonly worker: string;
}): PictureMaker & { close(): Promise<void> } {
  let working: Working | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;

  /** Undefined when it was closed meanwhile. */
  async function begin(): Promise<Working | undefined> {
    const folder = await mkdtemp(join(tmpdir(), "onedoor-pictures-"));
    if (closed) {
      await rm(folder, { recursive: true });
      return undefined;
    }
    const { PATH, LANG, NODE_ENV } = process.env;
    const worker = fork(file, {
      ...begunBeside(["--enable-source-maps"]),
      serialization: "advanced",
      env: {
        PATH,
        LANG,
        NODE_ENV,
        HOME: folder,
        TMPDIR: folder,
        [HOW_TO_DRAW]: JSON.stringify({ chromium, client }),
      },
    });
    const ended = new Promise<void>((done) => {
      const clear = () => {
        if (working?.process === worker) working = undefined;
        // Its browser takes a moment to see that it is gone.
        rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }).then(done, done);
      };
      worker.once("exit", clear);
      worker.once("error", clear);
    });
    working = { process: worker, ended };
    return working;
  }

  /** A worker that is let go takes its browser along, which would go on to write if it were left behind. */
  async function end(): Promise<void> {
    clearTimeout(idle);
    const { process: worker, ended } = working ?? {};
    if (worker?.connected) worker.disconnect();
    const kill = setTimeout(() => worker?.kill("SIGKILL"), LEAVES_MS);
    await ended;
    clearTimeout(kill);
  }

  return {
    async draw(page) {
      if (closed) return { kind: "stopping" };
      clearTimeout(idle);
      const begun = working ?? (await begin());
      if (begun === undefined) return { kind: "stopping" };
      const answer = await answerOf(begun.process, page).catch(async (error) => {
        await end();
        if (!closed) throw error;
      });
      if (answer === undefined) return { kind: "stopping" };
      idle = setTimeout(() => void end(), IDLE_MS).unref();
      if ("failed" in answer)
        throw Object.assign(new Error("A page could not be drawn"), { name: answer.failed });
      const { drawn } = answer;
      return drawn.kind === "drawn" ? { ...drawn, png: Buffer.from(drawn.png) } : drawn;
    },
    async close() {
      closed = true;
      await end();
    },
  };
}

function answerOf(worker: ChildProcess, page: ToWorker): Promise<FromWorker> {
  return new Promise((done, fail) => {
    const tooLong = setTimeout(() => fail(new Error("It took too long")), LONGEST_MS);
    const over = () => {
      clearTimeout(tooLong);
      worker.off("message", answered);
      worker.off("exit", gone);
      worker.off("error", gone);
    };
    const answered = (message: unknown) => {
      over();
      const read = FromWorker.safeParse(message);
      if (read.success) done(read.data);
      else fail(new Error("The worker says what cannot be read"));
    };
    const gone = () => {
      over();
      fail(new Error("The worker is gone"));
    };
    worker.on("message", answered);
    worker.on("exit", gone);
    worker.on("error", gone);
    const { html, width } = page;
    worker.send({ html, width } satisfies ToWorker, (error) => {
      if (error) gone();
    });
  });
}
