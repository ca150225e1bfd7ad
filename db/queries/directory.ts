import { type RawBuilder, sql } from "kysely";
import { partsProblems } from "~/domain/directory/composite";
import type { Brand, DirectoryContents, Service } from "~/domain/directory/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import { insertMany, type Row } from "./bulk";
import {
  brandBody,
  brandOf,
  columnsOf,
  type DirectoryTable,
  directoryTables,
  locationOf,
  locationRow,
  offerRow,
  offersFrom,
  organisationOf,
  organisationRow,
  partnershipRow,
  partnershipsFrom,
  serviceOf,
  serviceRow,
} from "./directory-rows";

/** There is no brand of this id. */
export class UnknownBrand extends Error {
  override readonly name = "UnknownBrand";
  constructor(readonly brandId: string) {
    super(`There is no brand "${brandId}"`);
  }
}

/** The number of the brand's directory, raised whenever something in it changes. Throws UnknownBrand. */
export async function readDirectoryVersion(reader: Reader, brandId: string): Promise<number> {
  const row = await reader
    .selectFrom("brands")
    .select("directory_version")
    .where("id", "=", brandId)
    .where("made_by", "is", null)
    .executeTakeFirst();
  if (!row) throw new UnknownBrand(brandId);
  return row.directory_version;
}

/** A brand with its directory's version, and nothing of the directory. Throws UnknownBrand. */
export async function readBrand(
  reader: Reader,
  brandId: string,
): Promise<{ readonly brand: Brand; readonly version: number }> {
  const row = await reader
    .selectFrom("brands")
    .select(["id", "name", "body", "directory_version"])
    .where("id", "=", brandId)
    .where("made_by", "is", null)
    .executeTakeFirst();
  if (!row) throw new UnknownBrand(brandId);
  return { brand: brandOf(row), version: row.directory_version };
}

/** All that a brand's Directory is built from, of one version, each list in the order of its ids. Throws UnknownBrand. */
export async function readDirectoryContents(reader: Reader, brandId: string): Promise<DirectoryContents> {
  for (;;) {
    const contents = await readTables(reader, brandId);
    // The tables are read one after the other: when a write came in between, they are read again.
    if ((await readDirectoryVersion(reader, brandId)) === contents.version) return contents;
  }
}

async function readTables(reader: Reader, brandId: string): Promise<DirectoryContents> {
  const { brand, version } = await readBrand(reader, brandId);
  // Each table becomes values before the next is read, so that no two stand in memory as rows.
  return {
    brand,
    version,
    ...(await readParties(reader, brandId)),
    locations: inOrder(
      (await reader.selectFrom("locations").selectAll().where("brand_id", "=", brandId).execute()).map(
        locationOf,
      ),
    ),
    services: await readServices(reader, brandId),
    offers: inOrder(
      offersFrom(await reader.selectFrom("offers").selectAll().where("brand_id", "=", brandId).execute()),
    ),
    bankHolidays: (await reader.selectFrom("bank_holidays").select("day").execute())
      .map((row) => row.day)
      .sort(),
  };
}

/** A brand's organisations and partnerships, each in the order of their ids: who its members are. */
export async function readParties(
  reader: Reader,
  brandId: string,
): Promise<Pick<DirectoryContents, "organisations" | "partnerships">> {
  const organisations = await reader
    .selectFrom("organisations")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  const partnerships = await reader
    .selectFrom("partnerships")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  return {
    organisations: inOrder(organisations.map(organisationOf)),
    partnerships: inOrder(partnershipsFrom(partnerships)),
  };
}

/**
 * One line of a brand's catalogue as it is written down: of a composite, without the signs of danger of its parts.
 * Undefined when there is none of the id.
 */
export async function readService(
  reader: Reader,
  brandId: string,
  serviceId: string,
): Promise<Service | undefined> {
  const row = await reader
    .selectFrom("services")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", serviceId)
    .executeTakeFirst();
  return row && serviceOf(row);
}

/** All lines of a brand's catalogue as they are written down, in the order of their ids. */
export async function readServices(reader: Reader, brandId: string): Promise<Service[]> {
  const rows = await reader.selectFrom("services").selectAll().where("brand_id", "=", brandId).execute();
  return inOrder(rows.map(serviceOf));
}

/** The two databases sort text differently; a directory is the same from both. */
function inOrder<T extends { readonly id: string }>(values: T[]): T[] {
  return values.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What writing a directory did, in rows: of organisations, services, partnerships, locations and offers together. */
export interface DirectoryChanges {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Was there and is no longer in the contents. */
  readonly closed: number;
  /** The directory's version now. */
  readonly version: number;
}

/**
 * Makes a brand's directory what `contents` says (whose own version is not looked at). Rows that are the same are not
 * touched, and the version is raised by one only when something changed. What is no longer listed is closed, not
 * removed, where a request may refer to it; partnerships, and locations that no offer is at, are removed. The first
 * brand of an installation is the one at bare addresses. Throws when a service has parts that cannot be.
 */
export async function writeDirectory(
  tx: Tx,
  contents: DirectoryContents,
  at: Instant,
): Promise<DirectoryChanges> {
  const brandId = contents.brand.id;
  const problems = partsProblems(contents.services);
  if (problems.length > 0) throw new Error(problems.join(". "));
  const brandChanged = await writeBrand(tx, contents, at);
  const daysAdded = await addBankHolidays(tx, contents.bankHolidays);
  const tally = { added: 0, updated: 0, unchanged: 0, closed: 0 };
  const unlisted = new Map<DirectoryTable, string[]>();
  for (const table of directoryTables)
    unlisted.set(table, await writeRows(tx, table, brandId, rowsWanted(contents, table), tally));
  for (const [table, ids] of unlisted) tally.closed += await closeRows(tx, table, brandId, ids);

  const changed = brandChanged || daysAdded || tally.added + tally.updated + tally.closed > 0;
  const version = await (changed ? raiseDirectoryVersion : readDirectoryVersion)(tx, brandId);
  return { ...tally, version };
}

/**
 * Raises the number of a brand's directory, whose old value is used no more. Whoever else changes the same directory
 * waits for this transaction, or is run again after it. Returns the new number. Throws UnknownBrand.
 */
export async function raiseDirectoryVersion(tx: Tx, brandId: string): Promise<number> {
  await tx
    .updateTable("brands")
    .set(({ eb }) => ({ directory_version: eb("directory_version", "+", 1) }))
    .where("id", "=", brandId)
    .execute();
  return readDirectoryVersion(tx, brandId);
}

type Put = Partial<
  Pick<DirectoryContents, "brand" | "organisations" | "partnerships" | "locations" | "services" | "offers">
>;

/**
 * Puts rows, new or different, into a brand's directory without looking at the others. What refers comes after what is
 * referred to; whoever puts them raises the version, once.
 */
export async function putInDirectory(
  tx: Tx,
  brandId: string,
  { brand, organisations = [], partnerships = [], locations = [], services = [], offers = [] }: Put,
): Promise<void> {
  if (brand)
    await tx
      .updateTable("brands")
      .set({ name: brand.name, body: brandBody(brand) })
      .where("id", "=", brandId)
      .execute();
  const put = (table: DirectoryTable, rows: readonly Row[]) =>
    insertMany(tx, table, columnsOf[table], rows, { key: ["brand_id", "id"], otherwise: "update" });
  await put(
    "organisations",
    organisations.map((each) => organisationRow(brandId, each)),
  );
  await put(
    "partnerships",
    partnerships.map((each) => partnershipRow(brandId, each)),
  );
  await put(
    "locations",
    locations.map((each) => locationRow(brandId, each)),
  );
  await put(
    "services",
    services.map((each) => serviceRow(brandId, each)),
  );
  await put(
    "offers",
    offers.map((each) => offerRow(brandId, each)),
  );
}

async function writeBrand(tx: Tx, { brand }: DirectoryContents, at: Instant): Promise<boolean> {
  const body = brandBody(brand);
  const before = await tx
    .selectFrom("brands")
    .select(["name", "body"])
    .where("id", "=", brand.id)
    .executeTakeFirst();
  if (before?.name === brand.name && before.body === body) return false;
  if (before) {
    await tx.updateTable("brands").set({ name: brand.name, body }).where("id", "=", brand.id).execute();
    return true;
  }
  const other = await tx.selectFrom("brands").select("id").where("is_default", "=", 1).executeTakeFirst();
  await tx
    .insertInto("brands")
    .values({
      id: brand.id,
      name: brand.name,
      is_default: other ? 0 : 1,
      host: null,
      body,
      clock_offset_ms: 0,
      directory_version: 0,
      created_at: at,
    })
    .execute();
  return true;
}

async function addBankHolidays(tx: Tx, days: readonly string[]): Promise<boolean> {
  const known = new Set((await tx.selectFrom("bank_holidays").select("day").execute()).map((row) => row.day));
  const missing = days.filter((day) => !known.has(day)).map((day) => ({ day, name: "Bank holiday" }));
  await insertMany(tx, "bank_holidays", ["day", "name"], missing, { key: ["day"], otherwise: "ignore" });
  return missing.length > 0;
}

/** The rows of one table, each made as it is asked for. */
function* rowsWanted(contents: DirectoryContents, table: DirectoryTable): Iterable<Row> {
  const brandId = contents.brand.id;
  switch (table) {
    case "organisations":
      for (const each of contents.organisations) yield organisationRow(brandId, each);
      return;
    case "services":
      for (const each of contents.services) yield serviceRow(brandId, each);
      return;
    case "partnerships":
      for (const each of contents.partnerships) yield partnershipRow(brandId, each);
      return;
    case "locations":
      for (const each of contents.locations) yield locationRow(brandId, each);
      return;
    case "offers":
      for (const each of contents.offers) yield offerRow(brandId, each);
      return;
    default:
      table satisfies never;
  }
}

/** Writes what is new or different, counts into `tally`, and returns the ids that are in the table but not wanted. */
async function writeRows(
  tx: Tx,
  table: DirectoryTable,
  brandId: string,
  wanted: Iterable<Row>,
  tally: { added: number; updated: number; unchanged: number },
): Promise<string[]> {
  const columns = columnsOf[table];
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where brand_id = ${brandId}`.execute(tx);
  const before = new Map(rows.map((row) => [String(row.id), row]));
  const changed = function* (): Iterable<Row> {
    for (const row of wanted) {
      const old = before.get(String(row.id));
      before.delete(String(row.id));
      if (old && columns.every((column) => old[column] === row[column])) {
        tally.unchanged += 1;
        continue;
      }
      tally[old ? "updated" : "added"] += 1;
      yield row;
    }
  };
  await insertMany(tx, table, columns, changed(), { key: ["brand_id", "id"], otherwise: "update" });
  return [...before.keys()];
}

/** Closes rows that are no longer listed, or removes them where nothing can refer to them. Returns how many it touched. */
async function closeRows(
  tx: Tx,
  table: DirectoryTable,
  brandId: string,
  ids: readonly string[],
): Promise<number> {
  let closed = 0n;
  for (let start = 0; start < ids.length; start += 1_000) {
    const these = sql`brand_id = ${brandId} and id in (${sql.join(ids.slice(start, start + 1_000))})`;
    const { numAffectedRows } = await closing(table, these).execute(tx);
    closed += numAffectedRows ?? 0n;
  }
  return Number(closed);
}

function closing(table: DirectoryTable, these: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (table) {
    case "organisations":
    case "services":
    case "offers":
      return sql`update ${sql.table(table)} set status = 'closed' where ${these} and status <> 'closed'`;
    case "partnerships":
      return sql`delete from partnerships where ${these}`;
    case "locations":
      return sql`delete from locations where ${these} and not exists (select 1 from offers
        where offers.brand_id = locations.brand_id and offers.location_id = locations.id)`;
    default:
      return table satisfies never;
  }
}
