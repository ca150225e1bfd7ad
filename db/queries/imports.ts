import { z } from "zod";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

const ImportReport = z.object({
  read: z.number(),
  taken: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  closed: z.number(),
  /** The rows that could not be used, at most the first hundred, with their number in the file. */
  refused: z.array(z.object({ row: z.number(), reason: z.string() })),
  refusedInAll: z.number(),
  refusedByReason: z.record(z.string(), z.number()).optional(),
  /** Rows that are sound, but of another area or kind. */
  outside: z.number().optional(),
});
/** What one loading of one published file came to, in rows. */
export type ImportReport = z.infer<typeof ImportReport>;

/** That an edition of a published file was loaded into a brand. Editions of a file are in the order of their text. */
export interface Import {
  readonly file: string;
  readonly edition: string;
  /** SHA-256 of the file as it was read. */
  readonly digest: string;
  readonly at: Instant;
  readonly report: ImportReport;
}

/** The newest edition of a file that is in a brand. Undefined when none is. */
export async function readLatestImport(
  reader: Reader,
  brandId: string,
  file: string,
): Promise<Import | undefined> {
  const imports = await readImports(reader, brandId);
  return imports.filter((each) => each.file === file).at(-1);
}

/** Every edition of every file that was loaded into a brand, by file, oldest edition first. */
export async function readImports(reader: Reader, brandId: string): Promise<Import[]> {
  const rows = await reader.selectFrom("imports").selectAll().where("brand_id", "=", brandId).execute();
  return rows
    .map((row) => ({
      file: row.file,
      edition: row.edition,
      digest: row.digest,
      at: row.at,
      report: ImportReport.parse(JSON.parse(row.report)),
    }))
    .sort((a, b) => (a.file === b.file ? compare(a.edition, b.edition) : compare(a.file, b.file)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Writes down that an edition was loaded; loading it once more replaces what was written. */
export async function recordImport(tx: Tx, brandId: string, done: Import): Promise<void> {
  const values = { digest: done.digest, at: done.at, report: toJson(done.report) };
  await tx
    .insertInto("imports")
    .values({ brand_id: brandId, file: done.file, edition: done.edition, ...values })
    .onConflict((conflict) => conflict.columns(["brand_id", "file", "edition"]).doUpdateSet(values))
    .execute();
}
