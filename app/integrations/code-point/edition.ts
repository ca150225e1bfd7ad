import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UnusableFile } from "../published/file";

/** Code-Point Open says its edition in metadata.txt beside its files: COPYRIGHT DATE: 20251020. */
export async function codePointEdition(folder: string): Promise<string> {
  const text = await readFile(join(folder, "metadata.txt"), "utf8").catch(() => "");
  const found = /COPYRIGHT DATE:\s*(\d{4})(\d{2})(\d{2})/.exec(text);
  if (found === null)
    throw new UnusableFile("metadata.txt", "does not say which edition of Code-Point Open this is");
  return `${found[1]}-${found[2]}-${found[3]}`;
}
