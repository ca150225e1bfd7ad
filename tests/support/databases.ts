import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, inject } from "vitest";
import { type Database, type DialectName, openDatabase } from "~db/connect";
import { TEMPLATE } from "./postgres-template";

/** A new database, migrated and empty; removed when the test is over, or the suite when opened in beforeAll. */
export type Open = () => Promise<Database>;

export interface Place {
  readonly dialect: DialectName;
  /** The address of a new database, migrated and empty, for processes that connect for themselves. */
  readonly newAddress: () => Promise<string>;
}

/**
 * Runs a suite twice: on SQLite and on a real PostgreSQL. The file is named *.db.test.ts, so that PostgreSQL is
 * started for it.
 */
export function onEachDatabase(suite: (open: Open, place: Place) => void): void {
  describe.each([
    { dialect: "sqlite" as const, create: createSqlite },
    { dialect: "postgres" as const, create: createPostgres },
  ])("on $dialect", ({ dialect, create }) => {
    const undo = undoneAfterwards();
    const newAddress = async () => {
      const { address, remove } = await create();
      undo(remove);
      return address;
    };
    const open = async () => {
      const database = await openDatabase(await newAddress());
      undo(() => database.close());
      return database;
    };
    suite(open, { dialect, newAddress });
  });
}

/** Takes what must be undone, the last first, when the test is over; or the suite, when it was done before the tests. */
function undoneAfterwards(): (step: () => Promise<void>) => void {
  const ofSuite: (() => Promise<void>)[] = [];
  const ofTest: (() => Promise<void>)[] = [];
  let current = ofSuite;
  const undoAll = async (steps: (() => Promise<void>)[]) => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  beforeEach(() => {
    current = ofTest;
  });
  afterEach(async () => {
    current = ofSuite;
    await undoAll(ofTest);
  });
  afterAll(() => undoAll(ofSuite));
  return (step) => current.push(step);
}

async function createSqlite() {
  const folder = await mkdtemp(join(inject("scratch"), "sqlite-"));
  const file = join(folder, "onedoor.db");
  await copyFile(join(inject("scratch"), TEMPLATE), file);
  return { address: `sqlite:${file}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function createPostgres() {
  const cluster = inject("postgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdministrator(cluster, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  return {
    address: `${cluster}/${name}`,
    remove: () => asAdministrator(cluster, `drop database ${name} with (force)`),
  };
}

async function asAdministrator(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${cluster}/postgres` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
