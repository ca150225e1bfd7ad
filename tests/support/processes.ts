import { type ChildProcess, fork, type Serializable } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { inject } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** A program of ours, built so that plain Node can run it in processes of their own. */
export interface Program {
  /** Starts it once. What it says by `process.send` is heard by `said`. */
  start(...parameters: string[]): Run;
  /** Ends what still runs, and removes what was built. */
  remove(): Promise<void>;
}

export interface Run {
  /** The next thing that the process says. Fails when it ends without saying it. */
  said(): Promise<unknown>;
  tell(message: string | object): void;
  /** How it ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Builds a TypeScript file of the tests, named from the project's root. */
export async function programOf(file: string): Promise<Program> {
  const folder = await mkdtemp(join(inject("scratch"), "program-"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const program = join(folder, "program.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: program,
    bundle: true,
    // What has parts that are not JavaScript is loaded from where it is installed.
    external: ["better-sqlite3", "pg"],
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  const running = new Set<ChildProcess>();
  return {
    start(...parameters) {
      const child = fork(program, parameters, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
      running.add(child);
      return following(child, () => running.delete(child));
    },
    async remove() {
      for (const child of running) child.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function following(child: ChildProcess, over: () => void): Run {
  const heard: unknown[] = [];
  const listeners: { hear: (message: unknown) => void; fail: (error: Error) => void }[] = [];
  child.on("message", (message) => {
    const listener = listeners.shift();
    if (listener) listener.hear(message);
    else heard.push(message);
  });
  const ended = new Promise<number | NodeJS.Signals>((done) => {
    child.once("close", (code, signal) => {
      over();
      for (const { fail } of listeners.splice(0)) fail(new Error(`It ended (${signal ?? code}) in silence`));
      done(signal ?? code ?? 0);
    });
  });
  return {
    ended,
    tell: (message) => void child.send(message as Serializable),
    said: () => {
      if (heard.length > 0) return Promise.resolve(heard.shift());
      if (child.exitCode !== null || child.signalCode !== null)
        return Promise.reject(new Error(`It has ended (${child.signalCode ?? child.exitCode})`));
      return new Promise((hear, fail) => listeners.push({ hear, fail }));
    },
  };
}
