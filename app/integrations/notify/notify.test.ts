import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Written } from "~/domain/messages/types";
import { doormat } from "./doormat";
import { createNotify } from "./notify";
import type { Parcel, Post } from "./post";
import { readReceipt } from "./receipt";

const SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const TEMPLATES = {
  text: "f33517ff-2a88-4f6e-b855-c550268ce08a",
  email: "9d751e0e-f929-4891-82a1-a3e1c3c18ee3",
  letter: "64415853-cb86-4cc4-b597-2aaa94ef8c39",
};
const WRITTEN: Written = {
  from: "Larkmouth Care",
  subject: "You have a time (K7PM-3QXR)",
  paragraphs: ["Hello Rosa,", "There is a time for you."],
  box: null,
};

interface Asked {
  readonly path: string;
  readonly authorization: string;
  readonly body: unknown;
}

/** GOV.UK Notify's API, as far as it is documented for sending, on this machine. */
let notify: Server;
let asked: Asked[] = [];
let answer: { readonly status: number; readonly body: unknown } | "silence";
let post: Post;

const NOTIFICATION = "740e5834-3a29-46b4-9a6f-16142fde533a";
const accepted = {
  status: 201,
  body: {
    id: NOTIFICATION,
    reference: "r",
    content: { body: "…" },
    uri: "…",
    template: { id: "…", version: 1, uri: "…" },
  },
};
const refusal = (status: number, error: string) => ({
  status,
  body: { status_code: status, errors: [{ error, message: "…" }] },
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

beforeAll(async () => {
  notify = createServer(async (request, response) => {
    asked.push({
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      body: await bodyOf(request),
    });
    if (answer === "silence") return;
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((done) => notify.listen(0, "127.0.0.1", done));
  const { port } = notify.address() as AddressInfo;
  post = createNotify({
    apiKey: `tests-${SERVICE}-${SECRET}`,
    url: `http://127.0.0.1:${port}`,
    templates: TEMPLATES,
    longestMs: 500,
  });
});
beforeEach(() => {
  asked = [];
  answer = accepted;
});
afterAll(() => {
  notify.closeAllConnections();
  notify.close();
});

const parcel = (way: Parcel["way"]): Parcel => ({ reference: "larkmouth.m1.text", way, written: WRITTEN });
const TEXT = parcel({ channel: "text", to: "07700900101" });

describe("GOV.UK Notify", () => {
  it("is handed a text with the template, the number, the words and our reference, signed with the key", async () => {
    expect(await post.send(TEXT)).toEqual({ kind: "accepted", providerId: NOTIFICATION });
    expect(asked[0]).toMatchObject({
      path: "/v2/notifications/sms",
      body: {
        template_id: TEMPLATES.text,
        phone_number: "07700900101",
        personalisation: { body: "Hello Rosa,\n\nThere is a time for you." },
        reference: "larkmouth.m1.text",
      },
    });
    const [, claims = ""] = (asked[0]?.authorization ?? "").replace("Bearer ", "").split(".");
    expect(JSON.parse(Buffer.from(claims, "base64url").toString("utf8"))).toMatchObject({ iss: SERVICE });
  });

  it("is handed an email with its subject, and a letter with its head and address", async () => {
    await post.send(parcel({ channel: "email", to: "rosa@example.com" }));
    await post.send(parcel({ channel: "letter", to: ["Rosa Marchetti", "1 High Street", "LK1 1AA"] }));
    expect(asked[0]).toMatchObject({
      path: "/v2/notifications/email",
      body: {
        template_id: TEMPLATES.email,
        email_address: "rosa@example.com",
        personalisation: { subject: WRITTEN.subject },
      },
    });
    expect(asked[1]).toMatchObject({
      path: "/v2/notifications/letter",
      body: {
        template_id: TEMPLATES.letter,
        personalisation: {
          address_line_1: "Rosa Marchetti",
          address_line_3: "LK1 1AA",
          from: "Larkmouth Care",
          subject: WRITTEN.subject,
        },
      },
    });
  });

  it("is not asked to send a letter to a name and a postcode", async () => {
    const letter = parcel({ channel: "letter", to: ["Rosa Marchetti", "LK1 1AA"] });
    expect(await post.send(letter)).toEqual({ kind: "refused", why: "no-postal-address" });
    expect(asked).toEqual([]);
  });

  it("refuses for ever what is wrong with the message", async () => {
    answer = refusal(400, "ValidationError");
    expect(await post.send(TEXT)).toEqual({ kind: "refused", why: "400 ValidationError" });
  });

  it.each([
    [403, "AuthError"],
    [429, "RateLimitError"],
    [429, "TooManyRequestsError"],
    [500, "Exception"],
  ])("puts off what %i %s says", async (status, error) => {
    answer = refusal(status, error);
    expect(await post.send(TEXT)).toEqual({ kind: "later", why: `${status} ${error}` });
  });

  it("puts off what it does not answer, or answers in no way that is known", async () => {
    answer = "silence";
    expect(await post.send(TEXT)).toEqual({ kind: "later", why: "no-answer" });
    answer = { status: 201, body: { hello: "there" } };
    expect(await post.send(TEXT)).toEqual({ kind: "later", why: "no-answer" });
    answer = { status: 502, body: "a proxy’s page" };
    expect(await post.send(TEXT)).toEqual({ kind: "later", why: "502" });
  });

  it("that cannot be reached is asked again later", async () => {
    const nowhere = createNotify({
      apiKey: `tests-${SERVICE}-${SECRET}`,
      url: "http://127.0.0.1:1",
      templates: TEMPLATES,
      longestMs: 5_000,
    });
    expect(await nowhere.send(TEXT)).toEqual({ kind: "later", why: "no-answer" });
  });
});

describe("a delivery receipt", () => {
  const receipt = (change: object) =>
    readReceipt({
      id: NOTIFICATION,
      reference: "larkmouth.m1.text",
      to: "07700900101",
      status: "delivered",
      created_at: "2026-11-23T09:00:00.000000Z",
      completed_at: "2026-11-23T09:00:02.000000Z",
      sent_at: "2026-11-23T09:00:01.000000Z",
      notification_type: "sms",
      template_id: TEMPLATES.text,
      template_version: 1,
      ...change,
    });

  it.each([
    ["delivered", { kind: "arrived", providerId: NOTIFICATION }],
    ["permanent-failure", { kind: "refused", why: "permanent-failure" }],
    ["temporary-failure", { kind: "refused", why: "temporary-failure" }],
    ["technical-failure", { kind: "later", why: "technical-failure" }],
  ])("of %s is read", (status, news) => {
    expect(receipt({ status })).toEqual({ kind: "read", reference: "larkmouth.m1.text", news });
  });

  it("that cannot be read says what is wrong", () => {
    expect(receipt({ status: "lost" })).toMatchObject({
      kind: "bad",
      why: expect.stringMatching(/^status: /),
    });
    expect(readReceipt(undefined).kind).toBe("bad");
    expect(receipt({ reference: null })).toMatchObject({ kind: "read", reference: "" });
  });
});

describe("the doormat", () => {
  it.each([
    ["text", "07700900101", "arrived"],
    ["text", "07700900002", "refused"],
    ["text", "07700900003", "later"],
    ["email", "rosa@example.com", "arrived"],
    ["email", "Perm-Fail@simulator.notify", "refused"],
    ["email", "temp-fail@simulator.notify", "later"],
  ] as const)("a %s to %s: %s", async (channel, to, kind) => {
    expect((await doormat.send(parcel({ channel, to }))).kind).toBe(kind);
  });
});
