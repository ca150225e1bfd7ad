import type { Writable } from "node:stream";
import type { z } from "zod";
import type { Onedoor } from "~/usecases/context";
import { createOnedoor } from "~/usecases/onedoor";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";

/** Something the person at the terminal can put right. Its message is all they are shown. */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** The options of a verb, or a Problem that names the one that is wrong. */
export function parsed<S extends z.ZodType>(schema: S, options: unknown): z.output<S> {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new Problem(result.error.issues.map((issue) => issue.message).join("; "));
}

const DEFAULT_DATABASE = "sqlite:./data/onedoor.db";

type OnDatabase<T> = (onedoor: Onedoor, db: Database) => Promise<T>;

/** Opens the database, brings it up to date, does the work, and closes it, whatever comes of the work. */
export const withOnedoor = <T>(work: OnDatabase<T>): Promise<T> => onDatabase(work, { create: true });

/** The same for a verb that only reads: a database that is not there is a slip of the address, and none is made. */
export const withWhatIsThere = <T>(work: OnDatabase<T>): Promise<T> => onDatabase(work, { create: false });

async function onDatabase<T>(work: OnDatabase<T>, options: { readonly create: boolean }): Promise<T> {
  const address = process.env.DATABASE_URL ?? DEFAULT_DATABASE;
  const db = await openDatabase(address, options).catch((error: unknown) => {
    throw new Problem(error instanceof Error ? error.message : String(error));
  });
  try {
    await migrate(db);
    return await work(createOnedoor(db, quietLog), db);
  } finally {
    await db.close();
  }
}

/** A verb prints its own results; a use case's notes go to standard error when something is wrong. */
const quietLog = {
  info: () => {},
  warn: (_fields: object, message: string) => console.error(message),
  error: (_fields: object, message: string) => console.error(message),
};

export const say = (line: string, stream: Writable = process.stdout): void => void stream.write(`${line}\n`);
export const tell = (line: string): void => say(line, process.stderr);
