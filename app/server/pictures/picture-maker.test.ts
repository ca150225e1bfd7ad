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

/** A worker that is never done, or does something about each page. */
async function makerOf(does = "{}") {
  const worker = join(folder, "worker.mjs");
  await writeFile(
    worker,
    `process.on("message", () => ${does});\nprocess.on("disconnect", () => process.exit());\n`,
  );
  const maker = createPictureMaker({ chromium: "/no/browser", client: folder, worker });
  const there = async () => (await readdir(folder)).filter((name) => name !== "worker.mjs");
  return { maker, there };
}

it("whoever closes it while a page is drawn is told that it stops, and nothing of it stays", async () => {
  const { maker, there } = await makerOf();
  const drawing = maker.draw(PAGE);
  await vi.waitFor(async () => expect(await there()).toHaveLength(1), { timeout: 15_000 });
  await maker.close();
  expect(await drawing).toEqual({ kind: "stopping" });
  expect(await maker.draw(PAGE)).toEqual({ kind: "stopping" });
  expect(await there()).toEqual([]);
});

it("what is closed before its process has begun begins none", async () => {
  const { maker, there } = await makerOf();
  const drawing = maker.draw(PAGE);
  await maker.close();
  expect(await drawing).toEqual({ kind: "stopping" });
  expect(await there()).toEqual([]);
});

it("an answer that is no picture is an error, and whoever gave it goes", async () => {
  const said = { drawn: { kind: "drawn", png: "none", height: 10, wholeHeight: 10 } };
  const { maker, there } = await makerOf(`process.send(${JSON.stringify(said)})`);
  await expect(maker.draw(PAGE)).rejects.toThrow("The worker says what cannot be read");
  expect(await there()).toEqual([]);
  await maker.close();
});
