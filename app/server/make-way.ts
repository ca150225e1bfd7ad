import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import type { Log } from "~/usecases/context";

const [NOBODY, SOMEBODY] = [Buffer.from([0]), Buffer.from([1])];
/** How long whoever makes way is still before it looks again. */
const NAP_MS = 0.5;

/** Whether somebody waits for an answer of this process, as another process can see it: one byte of a file without a name. */
export interface Waiting {
  /** What the other process is given, open. */
  readonly file: number;
  /** Somebody waits, until what comes back is called. */
  begin(): () => void;
  close(): void;
}

/** Where no file can be written, nobody is seen to wait: long work then makes no way, and all else is as ever. */
export function createWaiting(log: Pick<Log, "warn">): Waiting {
  let file: number;
  try {
    file = openNameless();
  } catch (error) {
    log.warn(
      { err: error },
      "Long work makes no way for patients: no file can be written in the temporary folder",
    );
    file = openSync(devNull, "r+");
  }
  let isOpen = true;
  let waiting = 0;
  const say = (byte: Buffer): void => {
    if (isOpen) writeSync(file, byte, 0, 1, 0);
  };
  return {
    file,
    begin() {
      let isOver = false;
      waiting += 1;
      if (waiting === 1) say(SOMEBODY);
      return () => {
        if (isOver) return;
        isOver = true;
        waiting -= 1;
        if (waiting === 0) say(NOBODY);
      };
    },
    close() {
      isOpen = false;
      closeSync(file);
    },
  };
}

/** A file that says that nobody waits, and is gone with whoever has it open. */
function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-"));
  try {
    const file = openSync(join(folder, "waiting"), "w+", 0o600);
    try {
      writeSync(file, NOBODY, 0, 1, 0);
      return file;
    } catch (error) {
      closeSync(file);
      throw error;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const cell = new Int32Array(new SharedArrayBuffer(4));
const nap = (): void => void Atomics.wait(cell, 0, 0, NAP_MS);

/**
 * What long work calls between two small steps: it comes back when nobody waits for an answer of the other process. So they
 * have both processors to themselves, and no more than half of the time goes on standing aside: however many ask, the
 * work is done some day. `file` is as `createWaiting` gives it, in whichever process.
 */
export function makingWay(
  file: number,
  { now, rest }: { readonly now: () => number; readonly rest: () => void } = {
    now: () => performance.now(),
    rest: nap,
  },
): () => void {
  const byte = Buffer.alloc(1);
  const began = now();
  let aside = 0;
  const isWaitedFor = () => readSync(file, byte, 0, 1, 0) === 1 && byte[0] === 1;
  return () => {
    if (!isWaitedFor()) return;
    const from = now();
    const share = () => (aside + now() - from) / (now() - began);
    while (share() < 0.5 && isWaitedFor()) rest();
    aside += now() - from;
  };
}
