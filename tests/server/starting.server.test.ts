import { afterEach, expect, test, vi } from "vitest";
import { installedChromium } from "../../scripts/chromium.mjs";
import { type RunningServer, send, startServer } from "../support/server";

const WITHOUT = { PATH: "/no/such/folder", PLAYWRIGHT_BROWSERS_PATH: "/no/such/folder" };
const NO_CHROMIUM = "name one in CHROMIUM_PATH";

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.stop();
  vi.unstubAllEnvs();
});

test("a server without a Chromium and without a temporary folder starts, answers, and says what it does without", async () => {
  server = await startServer({ environment: { ...WITHOUT, TMPDIR: "/no/such/folder" } });
  expect((await send(server, "/services")).status).toBe(200);
  for (const [name, value] of Object.entries(WITHOUT)) vi.stubEnv(name, value);
  expect(server.output().includes(NO_CHROMIUM)).toBe(installedChromium() === undefined);
  expect(server.output()).toContain("Long work makes no way for patients");
});

test("a server that is to make no pictures says nothing of a Chromium", async () => {
  server = await startServer({ environment: { ...WITHOUT, CHROMIUM_PATH: "off" } });
  expect(server.output()).not.toContain(NO_CHROMIUM);
});
