import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { installedChromium } from "../../scripts/chromium.mjs";
import { BadEnvironment, readEnvironment } from "./environment";

const INSTALLATION = {
  DATABASE_URL: "postgres://onedoor@db/onedoor",
  SESSION_SECRET: "s".repeat(32),
  BASE_URL: "https://care.example/",
  OIDC_ISSUER: "https://login.example",
  OIDC_CLIENT_ID: "onedoor",
  OIDC_CLIENT_SECRET: "secret",
};

describe("an installation", () => {
  test("is set up by its environment", () => {
    expect(readEnvironment(INSTALLATION)).toMatchObject({
      DEMO: false,
      PORT: 3000,
      BASE_URL: "https://care.example",
      LOG_LEVEL: "info",
      TRUSTED_PROXIES: 0,
    });
  });

  test.each(Object.keys(INSTALLATION))("does not start without %s, and says so", (name) => {
    expect(() => readEnvironment({ ...INSTALLATION, [name]: undefined })).toThrow(
      new RegExp(`^${name} is not set: it must be`),
    );
    expect(() => readEnvironment({ ...INSTALLATION, [name]: "" })).toThrow(BadEnvironment);
  });

  test.each([
    ["PORT", "70000"],
    ["PORT", "http"],
    ["DATABASE_URL", "mysql://db"],
    ["SESSION_SECRET", "too short"],
    ["BASE_URL", "care.example"],
    ["BASE_URL", "https://care.example/path"],
    ["OIDC_ISSUER", "http://login.example"],
    ["LOG_LEVEL", "loud"],
    ["DEMO", "yes"],
    ["TRUSTED_PROXIES", "-1"],
    ["CHROMIUM_PATH", "/no/such/browser"],
    ["CHROMIUM_PATH", "/etc"],
  ])("does not start with %s=%s, and names it", (name, value) => {
    expect(() => readEnvironment({ ...INSTALLATION, [name]: value })).toThrow(new RegExp(`^${name} must`));
  });

  test("names everything that is wrong at once, without telling what was set", () => {
    const start = () => readEnvironment({ ...INSTALLATION, PORT: "x", SESSION_SECRET: "hunter2" });
    expect(start).toThrow(
      /PORT must be a port number\nDATABASE_URL|PORT must be a port number\nSESSION_SECRET must/,
    );
    expect(start).not.toThrow(/hunter2/);
  });
});

test("pictures are made with the browser that is named, with one that the tests would find too, or not at all", async () => {
  const chromium = (path?: string) => readEnvironment({ ...INSTALLATION, CHROMIUM_PATH: path }).CHROMIUM_PATH;
  expect(chromium(process.execPath)).toBe(process.execPath);
  expect(chromium("off")).toBe("off");
  const folder = await mkdtemp(join(tmpdir(), "onedoor-path-"));
  const installed = join(folder, "google-chrome");
  await writeFile(installed, "", { mode: 0o755 });
  vi.stubEnv("PATH", folder);
  expect([chromium(), installedChromium()]).toEqual([installed, installed]);
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe("the demo", () => {
  test("needs nothing but to be one", () => {
    expect(readEnvironment({ DEMO: "1" })).toMatchObject({
      DEMO: true,
      BASE_URL: null,
      DATABASE_URL: "sqlite:./data/onedoor.db",
      OIDC_ISSUER: "http://localhost/oidc",
    });
  });
});

describe("GOV.UK Notify", () => {
  const NOTIFY = {
    NOTIFY_API_KEY: "live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0",
    NOTIFY_TEXT_TEMPLATE: "f33517ff-2a88-4f6e-b855-c550268ce08a",
    NOTIFY_EMAIL_TEMPLATE: "9d751e0e-f929-4891-82a1-a3e1c3c18ee3",
    NOTIFY_LETTER_TEMPLATE: "64415853-cb86-4cc4-b597-2aaa94ef8c39",
    NOTIFY_RECEIPT_TOKEN: "r".repeat(32),
  };

  test("is used when all of it is set, and left alone when none is", () => {
    expect(readEnvironment(INSTALLATION).notify).toBeNull();
    expect(readEnvironment({ ...INSTALLATION, ...NOTIFY }).notify).toEqual({
      apiKey: NOTIFY.NOTIFY_API_KEY,
      url: "https://api.notifications.service.gov.uk",
      templates: {
        text: NOTIFY.NOTIFY_TEXT_TEMPLATE,
        email: NOTIFY.NOTIFY_EMAIL_TEMPLATE,
        letter: NOTIFY.NOTIFY_LETTER_TEMPLATE,
      },
      receiptToken: NOTIFY.NOTIFY_RECEIPT_TOKEN,
    });
  });

  test.each(Object.keys(NOTIFY))("is not used by half: without %s nothing starts", (name) => {
    const start = () => readEnvironment({ ...INSTALLATION, ...NOTIFY, [name]: undefined });
    expect(start).toThrow(new RegExp(`^${name} is not set: GOV.UK Notify needs it`));
  });

  test.each(Object.keys(NOTIFY))("does not start with a bad %s, and does not say what was set", (name) => {
    const start = () => readEnvironment({ ...INSTALLATION, ...NOTIFY, [name]: "hunter2" });
    expect(start).toThrow(new RegExp(`^${name} must`));
    expect(start).not.toThrow(/hunter2/);
  });

  test("is never used by the demo", () => {
    expect(readEnvironment({ DEMO: "1", ...NOTIFY }).notify).toBeNull();
  });
});
