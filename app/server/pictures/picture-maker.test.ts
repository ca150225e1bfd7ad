import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPictureMaker } from "./picture-maker";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "onedoor-picture-maker-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const PAGE = { html: "<p>one</p>", width: 360 };

/** A worker that is never done. */
async function slowMaker() {
  const worker = join(folder, "worker.mjs");
  await writeFile(
    worker,
    'process.on("message", () => {});\nprocess.on("disconnect", () => process.exit());\n',
  );
  const maker = createPictureMaker({ chromium: "/no/browser", client: folder, worker });
  const there = async () => (await readdir(folder)).filter((name) => name !== "worker.mjs");
  return { maker, there };
}

it("whoever closes it while a page is drawn is told that it stops, and nothing of it stays", async () => {
  const { maker, there } = await slowMaker();
  const drawing = maker.draw(PAGE);
  await vi.waitFor(async () => expect(await there()).toHaveLength(1), { timeout: 15_000 });
  await maker.close();
  expect(await drawing).toEqual({ kind: "stopping" });
  expect(await maker.draw(PAGE)).toEqual({ kind: "stopping" });
  expect(await there()).toEqual([]);
});

it("what is closed before its process has begun begins none", async () => {
  const { maker, there } = await slowMaker();
  const drawing = maker.draw(PAGE);
  await maker.close();
  expect(await drawing).toEqual({ kind: "stopping" });
  expect(await there()).toEqual([]);
});
