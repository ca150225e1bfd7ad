import { StringDecoder } from "node:string_decoder";
import { asUnusable, openPublished, UnusableFile } from "./file";
import { Refusals } from "./refusals";
import type { FileRead, Progress, RowResult } from "./rows";

/** One item of a list, with its HTML and embedded pictures, never comes near this. */
const LONGEST_ITEM = 2_000_000;
const PROGRESS_EVERY = 1_000;

/**
 * Reads a JSON list item by item, without holding the whole file. An item that is not sound JSON, or far too long, is
 * refused with its place in the list; a file that is not a list, or that breaks off, is UnusableFile.
 */
export async function readListItems<T>(
  path: string,
  title: string,
  toRecord: (item: unknown) => RowResult<T>,
  progress: Progress = () => {},
): Promise<FileRead<T>> {
  const file = await openPublished(path);
  const refusals = new Refusals();
  const records: T[] = [];
  const lines: number[] = [];
  let read = 0;
  let outside = 0;

  const scanner = new ListScanner((text) => {
    read += 1;
    if (read % PROGRESS_EVERY === 0) progress(file.name, read);
    const result = recordFrom(text, toRecord);
    if ("record" in result) {
      records.push(result.record);
      lines.push(read);
    } else if ("refused" in result) refusals.add(read, result.refused);
    else outside += 1;
  });

  try {
    const decoder = new StringDecoder("utf8");
    for await (const chunk of file.bytes) {
      if (!scanner.scan(decoder.write(chunk as Buffer))) {
        throw new UnusableFile(file.name, `is not ${title}: it is not a JSON list`);
      }
    }
  } catch (error) {
    file.bytes.destroy();
    throw asUnusable(file.name, error);
  }
  if (!scanner.closed) throw new UnusableFile(file.name, `item ${read + 1}: the list breaks off`);
  if (read === 0) throw new UnusableFile(file.name, "has no items");
  if (records.length === 0 && outside === 0) {
    throw new UnusableFile(file.name, `is not ${title}: none of its ${read} items look like it`);
  }
  return {
    name: file.name,
    digest: file.digest(),
    read,
    outside,
    refused: refusals.summary(),
    taken: records.length,
    records,
    lines,
  };
}

function recordFrom<T>(text: string | null, toRecord: (item: unknown) => RowResult<T>): RowResult<T> {
  if (text === null) return { refused: `longer than ${LONGEST_ITEM} characters` };
  if (text.includes("\uFFFD")) return { refused: "text that is not valid UTF-8" };
  try {
    return toRecord(JSON.parse(text));
  } catch {
    return { refused: "not sound JSON" };
  }
}

/** Cuts a JSON list into the texts of its items, whatever the chunks it arrives in. Null stands for one too long. */
class ListScanner {
  closed = false;
  #opened = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #item = "";
  #tooLong = false;

  constructor(readonly onItem: (text: string | null) => void) {}

  /** False when what is read cannot be a JSON list. */
  scan(text: string): boolean {
    let from = 0;
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index] ?? "";
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (character === "\\") this.#escaped = true;
        else if (character === '"') this.#inString = false;
        continue;
      }
      if (!this.#opened) {
        if (/[\s\uFEFF]/.test(character)) continue;
        if (character !== "[") return false;
        this.#opened = true;
        from = index + 1;
        continue;
      }
      if (this.closed) {
        if (/\s/.test(character)) continue;
        return false;
      }
      if (character === '"') this.#inString = true;
      else if (character === "{" || character === "[") this.#depth += 1;
      else if (character === "}" || (character === "]" && this.#depth > 0)) this.#depth -= 1;
      else if (this.#depth === 0 && (character === "," || character === "]")) {
        this.#keep(text.slice(from, index));
        this.#finishItem();
        from = index + 1;
        this.closed = character === "]";
      }
    }
    if (this.#opened && !this.closed) this.#keep(text.slice(from));
    return true;
  }

  #keep(piece: string): void {
    if (this.#tooLong) return;
    this.#item += piece;
    this.#tooLong = this.#item.length > LONGEST_ITEM;
    if (this.#tooLong) this.#item = "";
  }

  #finishItem(): void {
    if (this.#tooLong) this.onItem(null);
    else if (this.#item.trim() !== "") this.onItem(this.#item);
    this.#item = "";
    this.#tooLong = false;
  }
}
