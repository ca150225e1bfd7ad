import { describe, expect, test } from "vitest";
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
