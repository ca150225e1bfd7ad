import { mkdir, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { faultsOf, type Manifest, type ReturnTicket } from "~/integrations/fhir/return-ticket";

/** Why a folder cannot be written to, or read, in words for who named it. */
export class NoFolder extends Error {
  override readonly name = "NoFolder";
}

/**
 * Puts a return ticket into a folder that is not there yet, or is empty: whole or not at all. It is written beside it
 * under another name, and gets its own when every file is on the disk. Throws NoFolder.
 */
export async function writeReturnTicket({ files }: ReturnTicket, folder: string): Promise<void> {
  const target = resolve(folder);
  const there = await readdir(target).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw new NoFolder(`${folder} is not a folder that can be written to`);
  });
  if (there.length > 0) throw new NoFolder(`${folder} is not empty: name a new folder`);
  await mkdir(dirname(target), { recursive: true });
  const beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const [name, text] of files) {
      const file = await open(join(beside, name), "wx", 0o600);
      await file.writeFile(text, "utf8");
      await file.sync();
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST")
      throw new NoFolder(`${folder} is not empty: name a new folder`);
    throw error;
  }
}

/** Opens a return ticket again and says what is wrong with it; no faults when all of it is as it was made. Throws NoFolder. */
export async function checkReturnTicket(
  folder: string,
): Promise<{ readonly manifest: Manifest | null; readonly faults: readonly string[] }> {
  const names = await readdir(folder).catch(() => {
    throw new NoFolder(`There is no folder ${folder}`);
  });
  const files = new Map<string, string>();
  for (const name of names.sort()) {
    const text = await readFile(join(folder, name), "utf8").catch(() => {
      throw new NoFolder(`${join(folder, name)} is not a file that can be read`);
    });
    files.set(name, text);
  }
  return faultsOf(files);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
