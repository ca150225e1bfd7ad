import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/**
 * How long it waits for whoever writes in another process, and then for whoever still reads there what stood before: all who
 * write here wait with it, so it gives up soon, and is tried again.
 */
const WAIT_MS = { writers: 5_000, readers: 1_000 } as const;

/**
 * Text and no module: a thread reads a file that Node can run, and neither build nor test has this one beside it. What goes
 * wrong ends the thread, and its caller is told.
 */
const IN_A_THREAD = `
  const { parentPort, workerData } = require("node:worker_threads");
  const SqliteFile = require(workerData.library);
  const file = new SqliteFile(workerData.path, { fileMustExist: true, timeout: workerData.wait.writers });
  try {
    file.pragma("synchronous = FULL");
    file.pragma("secure_delete = ON");
    // Its log is emptied once, below.
    file.pragma("wal_autocheckpoint = 0");
    file.exec("vacuum");
    file.pragma("busy_timeout = " + workerData.wait.readers);
    const [{ busy }] = file.pragma("wal_checkpoint(truncate)");
    parentPort.postMessage(busy === 0);
  } finally {
    file.close();
  }
`;

/**
 * Writes an SQLite file anew and empties its log, in a thread of its own, on a connection of its own: it takes a processor
 * about a second for each 100 MB. It has an ordinary priority, for it holds the lock to write meanwhile. False when somebody
 * read from the log for so long that it could not be emptied.
 */
export async function rewriteSqlite(path: string): Promise<boolean> {
  const library = createRequire(import.meta.url).resolve("better-sqlite3");
  const thread = new Worker(IN_A_THREAD, {
    eval: true,
    // None of the settings by which this process was begun is for it.
    execArgv: [],
    workerData: { library, path, wait: WAIT_MS },
  });
  return new Promise((done, fail) => {
    let emptied = false;
    thread.once("message", (message: unknown) => {
      emptied = message === true;
    });
    thread.once("error", fail);
    // It is over when its connection is closed.
    thread.once("exit", () => done(emptied));
  });
}
