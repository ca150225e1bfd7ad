import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, send, startServer } from "../support/server";

const TOKEN = "a-token-that-only-notify-is-given-1234";
const INSTALLATION = {
  DEMO: "0",
  DEMO_SEED: undefined,
  BASE_URL: "http://localhost",
  SESSION_SECRET: "s".repeat(32),
  OIDC_ISSUER: "https://login.example",
  OIDC_CLIENT_ID: "onedoor",
  OIDC_CLIENT_SECRET: "secret",
  NOTIFY_API_KEY: "tests-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0",
  NOTIFY_URL: "http://127.0.0.1:1",
  NOTIFY_TEXT_TEMPLATE: "f33517ff-2a88-4f6e-b855-c550268ce08a",
  NOTIFY_EMAIL_TEMPLATE: "9d751e0e-f929-4891-82a1-a3e1c3c18ee3",
  NOTIFY_LETTER_TEMPLATE: "64415853-cb86-4cc4-b597-2aaa94ef8c39",
  NOTIFY_RECEIPT_TOKEN: TOKEN,
};
const RECEIPT = { id: "n1", reference: "small-town.m1.text", status: "delivered" };

let server: RunningServer;
let demo: RunningServer;
beforeAll(async () => {
  server = await startServer({ environment: INSTALLATION });
  demo = await startServer();
});
afterAll(async () => {
  await server?.stop();
  await demo?.stop();
});

const post = (
  body: unknown,
  headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` },
  to = server,
) =>
  send(to, "/notify/receipts", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { host: "localhost", "content-type": "application/json", ...headers },
  });

describe("Notify’s delivery receipts", () => {
  test("are taken from who holds the token, and from nobody else", async () => {
    expect((await post(RECEIPT)).status).toBe(204);
    expect((await post(RECEIPT, {})).status).toBe(401);
    expect((await post(RECEIPT, { authorization: `Bearer ${TOKEN}x` })).status).toBe(401);
    expect((await post(RECEIPT, { authorization: TOKEN })).status).toBe(401);
  });

  test("that cannot be read, or are none of ours, are told so", async () => {
    expect((await post("nonsense")).status).toBe(400);
    expect((await post({ ...RECEIPT, status: "lost" })).body).toMatch(/^status: /);
    expect((await post({ ...RECEIPT, reference: "hello" })).status).toBe(404);
    expect((await post({ ...RECEIPT, reference: "no-town.m1.text" })).status).toBe(404);
    expect((await post("x".repeat(70_000))).status).toBe(413);
  });

  test("have an address only where Notify is set up", async () => {
    const answer = await post(RECEIPT, undefined, demo);
    expect([404, 405]).toContain(answer.status);
  });
});
