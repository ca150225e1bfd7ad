import { type Options, parse } from "csv-parse";
import { asUnusable, openPublished, UnusableFile } from "./file";
import { Refusals, type Refused } from "./refusals";

/** How a published table is laid out. */
export interface Layout {
  /** What the file is, in words, for a message: "ODS practices (epraccur)". */
  readonly title: string;
  readonly columns: number;
  /** The header row as published, or null where there is none. */
  readonly header: readonly string[] | null;
  /** For files without a header: does this row look as if it came from such a file? */
  readonly looksRight?: (fields: readonly string[]) => boolean;
  /** A single byte, when it is not a comma; such files do not quote. */
  readonly separator?: number;
  readonly encoding?: "utf8" | "latin1";
}

/** What is made of a row: a record, one that its reader keeps itself, a row that is not asked for, or a refusal. */
export type RowResult<T> =
  | { readonly record: T }
  | { readonly kept: true }
  | { readonly outside: true }
  | { readonly refused: string };

export const OUTSIDE = { outside: true } as const;
/** For files of millions of rows, whose reader packs them closer than records would be. */
export const KEPT = { kept: true } as const;
export const refuse = (reason: string): { refused: string } => ({ refused: reason });
export const take = <T>(record: T): { record: T } => ({ record });

export interface FileRead<T> {
  readonly name: string;
  readonly digest: string;
  readonly read: number;
  /** Rows that are sound, but of another area, or closed, or of another kind. */
  readonly outside: number;
  readonly refused: Refused;
  /** Rows that are used: `records`, or what the reader kept itself. */
  readonly taken: number;
  readonly records: readonly T[];
  /** The line of each record in the file, for what is refused later. */
  readonly lines: readonly number[];
}

/** Called every so many rows, so that a long read can be watched. */
export type Progress = (file: string, rows: number) => void;

/** No published field comes near this; a longer one is a broken file or an attack. */
const LONGEST_FIELD = 4_000;
/** A quote left open swallows the file: stop there, instead of filling the memory. */
const LARGEST_ROW_BYTES = 8_000_000;
const ROWS_TO_JUDGE_BY = 200;
const PROGRESS_EVERY = 100_000;

/**
 * Reads a published table row by row. A row that is malformed is refused with its line number, and the rest goes on;
 * a file that cannot be told apart from another kind of file, or that breaks off, is UnusableFile.
 */
export async function readRows<T>(
  path: string,
  layout: Layout,
  toRecord: (fields: readonly string[]) => RowResult<T>,
  progress: Progress = () => {},
): Promise<FileRead<T>> {
  const file = await openPublished(path);
  const refusals = new Refusals();
  const records: T[] = [];
  const lines: number[] = [];
  const shape = new ShapeCheck(layout, file.name);
  let read = 0;
  let outside = 0;
  let kept = 0;

  const onRow = (fields: string[], line: number): void => {
    if (layout.header !== null && !shape.headerSeen) {
      shape.header(fields);
      return;
    }
    read += 1;
    if (read % PROGRESS_EVERY === 0) progress(file.name, read);
    const fault = faultIn(fields, layout);
    shape.row(fields, fault !== null);
    if (fault !== null) {
      refusals.add(line, fault);
      return;
    }
    const result = toRecord(fields);
    if ("record" in result) {
      records.push(result.record);
      lines.push(line);
    } else if ("refused" in result) refusals.add(line, result.refused);
    else if ("kept" in result) kept += 1;
    else outside += 1;
  };

  const options: Options = {
    bom: true,
    encoding: layout.encoding ?? "utf8",
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_ROW_BYTES,
    ...(layout.separator === undefined ? {} : { delimiter: Buffer.from([layout.separator]), quote: null }),
    on_record: (fields: string[], { lines }) => {
      onRow(fields, lines);
      return null;
    },
  };
  const parser = parse(options);
  parser.on("skip", (error: { code?: string; lines?: number }) => {
    const line = error.lines ?? 0;
    if (error.code === "INVALID_OPENING_QUOTE") {
      read += 1;
      refusals.add(line, "a quotation mark in the middle of a field");
      return;
    }
    const why =
      error.code === "CSV_MAX_RECORD_SIZE" ? "a row of more than 8 MB" : "a quotation mark goes wrong";
    parser.destroy(
      new UnusableFile(file.name, `line ${line}: ${why}, so the rows after it cannot be told apart`),
    );
  });

  try {
    await new Promise<void>((resolve, reject) => {
      file.bytes.on("error", reject);
      parser.on("error", reject);
      parser.on("end", resolve);
      parser.resume();
      file.bytes.pipe(parser);
    });
  } catch (error) {
    file.bytes.destroy();
    throw asUnusable(file.name, error);
  }
  shape.end(read);
  return {
    name: file.name,
    digest: file.digest(),
    read,
    outside,
    refused: refusals.summary(),
    taken: records.length + kept,
    records,
    lines,
  };
}

/** Why a row cannot be used, whatever kind of file it is in; null when it can. */
function faultIn(fields: readonly string[], layout: Layout): string | null {
  if (fields.length !== layout.columns) return `${fields.length} columns, not ${layout.columns}`;
  for (const field of fields) {
    if (field.length > LONGEST_FIELD) return `a field of more than ${LONGEST_FIELD} characters`;
    if (field.includes("\uFFFD")) return "text that is not valid UTF-8";
    if (hasControlCharacter(field)) return "a control character";
  }
  return null;
}

/** A tab or a line break inside a field is white space; other control characters are damage. */
function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return true;
  }
  return false;
}

/** Tells a wrong file from a file with a few wrong rows: by its header, or by its first rows where it has none. */
class ShapeCheck {
  headerSeen = false;
  #judged = 0;
  #wrong = 0;

  constructor(
    readonly layout: Layout,
    readonly file: string,
  ) {}

  header(fields: readonly string[]): void {
    this.headerSeen = true;
    const wanted = this.layout.header ?? [];
    const missing = wanted.findIndex((name, index) => fields[index]?.trim() !== name);
    if (missing >= 0 || fields.length !== wanted.length) {
      const found = fields[missing]?.slice(0, 40) ?? "nothing";
      throw new UnusableFile(
        this.file,
        `is not ${this.layout.title}: column ${missing + 1} should be headed "${wanted[missing] ?? "nothing more"}", not "${found}"`,
      );
    }
  }

  row(fields: readonly string[], faulty: boolean): void {
    if (this.#judged >= ROWS_TO_JUDGE_BY) return;
    this.#judged += 1;
    const right = faulty ? fields.length === this.layout.columns : (this.layout.looksRight?.(fields) ?? true);
    if (!right) this.#wrong += 1;
    if (this.#judged === ROWS_TO_JUDGE_BY) this.#verdict();
  }

  end(read: number): void {
    if (this.layout.header !== null && !this.headerSeen) throw new UnusableFile(this.file, "is empty");
    if (read === 0) throw new UnusableFile(this.file, "has no rows");
    if (this.#judged < ROWS_TO_JUDGE_BY) this.#verdict();
  }

  #verdict(): void {
    if (this.#wrong * 2 > this.#judged) {
      throw new UnusableFile(
        this.file,
        `is not ${this.layout.title}: ${this.#wrong} of its first ${this.#judged} rows do not look like it`,
      );
    }
  }
}
