import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createPageReader, type PageReader } from "./page-reader";

/** Ends its thread, fails, or takes a while, as a page asks for. */
const THREAD = `
  export default async ([sent, address, picturing]) => {
    if (sent === "ends") process.exit(1);
    if (sent === "fails") throw new Error("It could not be read");
    await new Promise((done) => setTimeout(done, 50));
    return { title: sent + address, errors: [], picture: picturing && picturing.typed.join() };
  };
`;

let folder = "";
let reader: PageReader;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "onedoor-page-reader-"));
  const thread = join(folder, "thread.mjs");
  await writeFile(thread, THREAD);
  reader = createPageReader(thread);
});
afterEach(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

it("what is read in its thread comes back, to whoever asked", async () => {
  const typed = ["Rosa", "Ada"];
  const both = [reader.read("one", "/", { withTyping: false, typed }), reader.read("two", "/a", null)];
  expect(await Promise.all(both)).toEqual([
    { title: "one/", errors: [], picture: "Rosa,Ada" },
    { title: "two/a", errors: [], picture: null },
  ]);
});

it("a page that fails, or ends the thread, takes no other along", async () => {
  await expect(reader.read("fails", "/", null)).rejects.toThrow("It could not be read");
  await expect(reader.read("ends", "/", null)).rejects.toThrow();
  expect(await reader.read("two", "/", null)).toEqual({ title: "two/", errors: [], picture: null });
});
