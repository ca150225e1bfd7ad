import { Piscina } from "piscina";
import type { PageRead, Picturing } from "~/usecases/lab/record-pages";
import type { pageAsSent } from "./page-as-sent";

/** What a page said, read where nobody waits for it. */
export interface PageReader {
  /** Rejects when it could not be read. */
  read(sent: string, address: string, picturing: Picturing | null): Promise<PageRead>;
  /** Ends the thread; nothing may be left to read. */
  close(): Promise<void>;
}

/** A session is over for today when nobody has asked for a page for so long. */
const IDLE_MS = 60_000;

/** Reads pages in a thread of its own, which is there while participants ask for some: reading one takes as long as making it. */
export function createPageReader(thread: string): PageReader {
  const pool = new Piscina<Parameters<typeof pageAsSent>, PageRead>({
    filename: thread,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    // None of the settings by which this process was begun is for it.
    execArgv: [],
  });
  return { read: (...page) => pool.run(page), close: () => pool.close() };
}
