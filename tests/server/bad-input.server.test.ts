import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loggedUpTo } from "../support/logged";
import { type RunningServer, send, sendForm, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

type Who = "stranger" | "at work" | "front desk" | "on the board" | "in the lab";

let server: RunningServer;
const cookies = new Map<Who, string>();
/** What stands in addresses below for something that is really there. */
const real = { ":fulfilment": "", ":part": "", ":reference": "", ":code": "" };

beforeAll(async () => {
  server = await startServer({ seed: true });
  const open = await server.db.kysely
    .selectFrom("fulfilments")
    .innerJoin("requests", "requests.id", "fulfilments.request_id")
    .innerJoin("accounts as patient", "patient.id", "requests.account_id")
    .innerJoin("memberships", (join) =>
      join
        .onRef("memberships.brand_id", "=", "fulfilments.brand_id")
        .onRef("memberships.organisation_id", "=", "fulfilments.organisation_id"),
    )
    .innerJoin("accounts as worker", "worker.id", "memberships.account_id")
    .select([
      "fulfilments.id",
      "fulfilments.part_id",
      "requests.reference",
      "patient.subject as patient",
      "worker.subject as worker",
    ])
    .where("fulfilments.status", "=", "requested")
    .executeTakeFirstOrThrow();
  real[":fulfilment"] = open.id;
  real[":part"] = open.part_id;
  real[":reference"] = open.reference;
  real[":code"] = await linkOf("even-keel");
  for (const [who, worker] of [
    ["at work", open.worker],
    ["front desk", "nadia-rashid"],
  ] as const) {
    const visitor = new Visitor(server);
    await visitor.get("/services/physiotherapy/request");
    await visitor.signIn("patient", open.patient);
    await visitor.signIn("partner", worker);
    await visitor.signIn("board", "alan-fenwick");
    cookies.set(who, visitor.cookies());
  }
  const member = new Visitor(server);
  await member.signIn("board", "alan-fenwick");
  cookies.set("on the board", member.cookies());
  const researcher = new Visitor(server);
  await researcher.signIn("lab", "ingrid-solberg");
  cookies.set("in the lab", researcher.cookies());
});
afterAll(() => server?.stop());

/** The code of a one-time link that was sent to a partner, once it has come. */
const linkOf = (organisationId: string): Promise<string> =>
  vi.waitUntil(
    async () => {
      const { body } = await send(server, `/doormat/partner/${organisationId}`);
      return /\/light\/([\w-]{43})/.exec(body)?.[1];
    },
    { timeout: 20_000 },
  );

/** An address of every kind that the URL map has. */
const PATHS = [
  "/",
  "/services",
  "/services/suggest",
  "/services/physiotherapy",
  "/services/no-such-service",
  "/services/physiotherapy/request",
  "/basket",
  "/services/physiotherapy/request/stop/999",
  "/services/physiotherapy/request/stop/nothing",
  "/services/physiotherapy/request/stop/__proto__",
  "/services/physiotherapy/request/stop/toString",
  "/services/physiotherapy/request/__proto__",
  "/services/physiotherapy/request/red-flags",
  "/services/physiotherapy/request/who",
  "/services/physiotherapy/request/about",
  "/services/physiotherapy/request/place",
  "/services/physiotherapy/request/preferences",
  "/services/physiotherapy/request/choose",
  "/services/physiotherapy/request/time",
  "/services/physiotherapy/request/contact",
  "/services/physiotherapy/request/check",
  "/services/physiotherapy/request/no-such-step",
  "/services/no-such-service/request/who",
  "/requests",
  "/requests/:reference",
  "/requests/K7PM-3QXR",
  "/requests/not-a-reference",
  "/requests/:reference/cancel",
  "/requests/:reference/choose",
  "/requests/:reference/answer",
  "/requests/:reference/worse",
  "/requests/:reference/worse/say",
  "/requests/:reference/help/999",
  "/requests/:reference/help/__proto__",
  "/requests/:reference/tell",
  "/requests/:reference/feedback",
  "/requests/:reference/print",
  "/requests/:reference/calendar/nothing.ics",
  "/requests/:reference/reopen",
  "/languages",
  "/languages/ar",
  "/languages/xx",
  "/languages/__proto__",
  "/events",
  "/partner",
  "/partner/print",
  "/partner/worklist.csv",
  "/partner/several",
  "/partner/fulfilments/:fulfilment",
  "/partner/fulfilments/no-such-id",
  "/partner/diary",
  "/partner/diary/week",
  "/partner/capacity",
  "/partner/box",
  "/partner/box/physiotherapy-harbour",
  "/partner/box/__proto__",
  "/partner/figures",
  "/partner/figures.csv",
  "/partner/people",
  "/partner/people/__proto__",
  "/partner/people/no-such-account/remove",
  "/invitations/no-such-code",
  "/doormat/:reference",
  "/doormat/partner/no-such-partner",
  "/doormat/partner/even-keel",
  "/light/:code",
  "/light/no-such-code",
  "/light/__proto__",
  "/manage",
  "/board/partners",
  "/board/partners.csv",
  "/board/year",
  "/board/year.csv",
  "/board/partners/no-such-partner",
  "/board/partners/harbour",
  "/board/replicate",
  "/board/replicate.csv",
  "/manage/partners",
  "/manage/partners/new",
  "/manage/partners/no-such-partner",
  "/manage/partners/harbour",
  "/manage/partners/harbour/places/new",
  "/manage/partners/harbour/offers/new",
  "/manage/offers/no-such-offer",
  "/manage/services",
  "/manage/services/new",
  "/manage/services/no-such-service",
  "/manage/services/physiotherapy",
  "/manage/services/physiotherapy/words",
  "/manage/services/physiotherapy/questions",
  "/manage/services/physiotherapy/questions/no-such-question",
  "/manage/services/physiotherapy/questions/new.question",
  "/manage/services/physiotherapy/red-flags",
  "/manage/look",
  "/board/stage",
  "/board/stage/handout",
  "/board/stage/no-such-stage",
  "/board/stage/__proto__",
  "/board/what-if",
  "/board/what-if/compare",
  "/board/what-if/no-such-scenario",
  "/board/what-if/no-such-scenario/change",
  "/board/what-if/no-such-scenario/files/scenario.json",
  "/board/what-if/__proto__",
  "/board/flow",
  "/board/flow.csv",
  "/board/flow/accepted",
  "/board/flow/__proto__",
  "/board/flow/accepted/table.csv",
  "/board/flow/accepted/list",
  "/board/flow/accepted/list.csv",
  "/manage/decisions/more-take-part",
  "/manage/decisions/no-such-decision",
  "/desk",
  "/desk/:part",
  "/desk/calls/:part",
  "/desk/calls/no-such-part",
  "/desk/duplicates/:reference/K7PM-3QXR",
  "/desk/duplicates/:reference/:reference",
  "/desk/duplicates/__proto__/toString",
  "/desk/no-such-part",
  "/sign-in",
  "/sign-in/callback",
  "/sign-in/choose/no-such-id",
  "/sign-out",
  "/oidc/auth",
  "/oidc/me",
  "/oidc/no-such-page",
  "/no/such/page",
];
/** The board room’s, asked by one of its members. */
const BOARD_PATHS = [
  "/board",
  "/board/governance",
  "/board/governance/new",
  "/board/governance/spyglass-in-one-box",
  "/board/governance/__proto__",
  "/board/governance/spyglass-in-one-box/sum.csv",
];
/** The lab’s, asked by a researcher. */
const LAB_PATHS = [
  "/lab",
  "/lab/studies/new",
  "/lab/studies/whose-box",
  "/lab/studies/__proto__",
  ...[
    "about",
    "script",
    "end",
    "task-ask",
    "new-task",
    "new-variant",
    "new-question",
    "variant-as-it-is",
  ].map((part) => `/lab/studies/whose-box/edit/${part}`),
  "/lab/studies/whose-box/edit/__proto__",
  "/lab/studies/whose-box/participants",
  "/lab/studies/no-such-study/participants",
  ...["results", "report", "problems", "files/results.csv", "files/no-such-file", "files/__proto__"].flatMap(
    (page) => [`/lab/studies/whose-box/${page}`, `/lab/studies/no-such-study/${page}`],
  ),
  "/lab/sessions/no-such-participant/replay",
  "/lab/sessions/no-such-code",
  "/lab/sessions/__proto__",
  "/lab/sessions/no-such-code/pages/no-such-page",
  "/lab/sessions/no-such-code/pages/__proto__/as-sent",
  "/lab/sessions/no-such-code/pages/no-such-page/picture.png",
  "/lab/sessions/__proto__/pages/__proto__/picture.png",
  "/lab/take/now",
  "/lab/take/record",
  "/lab/join/no-such-link",
  "/lab/join/__proto__",
  "/lab/take",
  "/lab/withdraw",
];
const EVERYONE: readonly { readonly path: string; readonly who: Who }[] = [
  ...PATHS.flatMap((path) => [
    { path, who: "stranger" as const },
    { path: `/b/saltmarsh${path === "/" ? "" : path}`, who: "stranger" as const },
    { path, who: "at work" as const },
    { path, who: "front desk" as const },
  ]),
  ...BOARD_PATHS.map((path) => ({ path, who: "on the board" as const })),
  ...LAB_PATHS.flatMap((path) => [
    { path, who: "stranger" as const },
    { path, who: "in the lab" as const },
  ]),
];

/** What a page may answer to nonsense: itself, another page, or a refusal; never a failure of ours. */
const isNoFailure = (status: number) => status >= 200 && status < 500;

describe.each(EVERYONE)("$path asked by $who", ({ path: pattern, who }) => {
  const pathNow = () =>
    Object.entries(real).reduce(
      (path, [name, value]) => path.replace(name, encodeURIComponent(value)),
      pattern,
    );
  const cookie = () => ({ cookie: cookies.get(who) ?? "" });
  const ask = (rest: string) => send(server, `${pathNow()}${rest}`, { headers: cookie() });
  const submit = (form: string | Buffer, headers: Record<string, string> = {}) =>
    sendForm(server, pathNow(), form, { ...cookie(), ...headers });

  test("takes queries that make no sense", async () => {
    const queries = [
      "q=",
      "q=%3Cscript%3E&postcode=%F0%9F%92%A9&page=-1",
      "done=__proto__&notice=toString&state=constructor&change=__proto__&more=valueOf",
      "page=1e999&page=NaN&view=__proto__&need=constructor",
      "need=moving&who=__proto__&how=x&how=&miles=1e9&days=-1&language=constructor&access=toString",
      "as=king&next=//evil.test",
      "organisation[]=x&organisation[$ne]=1&request=1&desk=maybe&since=never",
      `q=${"a".repeat(3_000)}`,
      "state=x&code=y&error=%22&iss=z",
      "client_id=onedoor&response_type=code&redirect_uri=https://evil.test/&scope=openid",
      "&&&===&?",
    ];
    for (const query of queries) {
      const { status, headers } = await ask(`?${query}`);
      expect(isNoFailure(status), `${status} for ?${query.slice(0, 60)}`).toBe(true);
      expect(headers.location ?? "/").not.toMatch(/^(https?:)?\/\/evil/);
    }
  });

  test("refuses addresses that do not decode", async () => {
    for (const query of [
      "q=%",
      "q=%zz",
      "q=%ff",
      "q=%C3%28",
      "q=%00",
      "q=%ED%A0%80",
      "%00=1",
      "q=%1b%5B2J",
    ]) {
      expect((await ask(`?${query}`)).status, query).toBe(400);
    }
    for (const bad of ["/%", "/%ff", "/%00", "/%2", "/%0d%0aSet-Cookie:x=1", "/%5C"]) {
      expect((await ask(bad)).status, bad).toBe(400);
    }
    expect((await ask(`?q=${"a".repeat(5_000)}`)).status).toBe(400);
  });

  test("takes forms that make no sense", async () => {
    const forms = [
      "",
      "as=patient&as=partner&as[]=x",
      "person=no-such-person",
      "__proto__=1&constructor=2&toString=3",
      `name=${"a".repeat(60_000)}`,
      "intent=transfer&offer=__proto__&version=1e9&part=-1&handover[]=x",
      "intent=raise-priority&priority=constructor&sooner=x&version=1&part=1",
      "part=no-such-part&version=1&text=hello",
      "answer=%3Cimg+src%3Dx%3E&version=NaN&slotId[]=&step=..%2F..%2F",
      "day=99&month=-1&year=1e9&postcode=%F0%9F%92%A9&reference=%27+OR+1%3D1--",
      Array.from({ length: 190 }, (_, number) => `field${number}=x`).join("&"),
    ];
    for (const form of forms) {
      const { status, headers } = await submit(form);
      expect(isNoFailure(status), `${status} for ${form.slice(0, 60)}`).toBe(true);
      expect(headers.location ?? "/").not.toMatch(/^(https?:)?\/\/evil/);
    }
  });

  test("refuses what is not a form", async () => {
    const isOurs = !pattern.startsWith("/oidc");
    const refused = async (form: string | Buffer, headers: Record<string, string> = {}) =>
      (await submit(form, headers)).status;
    for (const form of [
      "q=%",
      "q=%ff",
      "q=%00",
      "q=%08",
      "q=\u0000",
      Buffer.from([0x71, 0x3d, 0xff, 0xfe]),
    ]) {
      const status = await refused(form);
      if (isOurs) expect([400, 404, 405]).toContain(status);
      else expect(isNoFailure(status)).toBe(true);
    }
    if (!isOurs || (await refused("")) === 404 || (await refused("")) === 405) return;
    expect(await refused(Array.from({ length: 300 }, () => "a=1").join("&"))).toBe(400);
    expect(await refused("{}", { "content-type": "application/json" })).toBe(415);
    expect(await refused("a=1", { "content-type": "text/plain" })).toBe(415);
    expect(await refused("a=1", { "content-encoding": "gzip" })).toBe(415);
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    expect(await refused("--x\r\nnonsense", multipart)).toBe(415);
    expect(await refused("", multipart)).toBe(415);
  });

  test("refuses a megabyte", async () => {
    if (pattern.startsWith("/oidc")) return;
    expect([404, 405, 413]).toContain(await bigForm(pathNow(), 1_000_000, true, cookie()));
  });
});

test("a form without a declared length is read no further than the limit", async () => {
  expect(await bigForm("/sign-out", 1_000_000, false)).toBe(413);
});

/**
 * Sends a long form; the server may answer, and stop reading, before it is all sent. What it answered can be lost when
 * it hangs up on what is still on its way, which TCP does not promise otherwise: then it is sent again.
 */
async function bigForm(
  path: string,
  bytes: number,
  declared = true,
  headers: Record<string, string> = {},
): Promise<number> {
  for (let tries = 0; tries < 5; tries += 1) {
    const status = await bigFormOnce(path, bytes, declared, headers);
    if (status !== "cut off") return status;
  }
  throw new Error(`${path} never answered`);
}

function bigFormOnce(
  path: string,
  bytes: number,
  declared: boolean,
  headers: Record<string, string>,
): Promise<number | "cut off"> {
  return new Promise((done, fail) => {
    const outgoing = httpRequest(
      {
        host: "127.0.0.1",
        port: server.port,
        path,
        method: "POST",
        headers: {
          host: `localhost:${server.port}`,
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
          ...headers,
          ...(declared ? { "content-length": String(bytes) } : { "transfer-encoding": "chunked" }),
        },
      },
      (incoming) => {
        incoming.resume();
        done(incoming.statusCode ?? 0);
        outgoing.destroy();
      },
    );
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE" || error.code === "ECONNRESET") done("cut off");
      else fail(error);
    });
    outgoing.write(Buffer.alloc(Math.min(bytes, 900_000), "a"));
    if (!declared) outgoing.end();
  });
}

describe("requests that are hardly http", () => {
  test.each([
    ["an address of another host", "GET http://evil.test/ HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    ["an address with two slashes", "GET //evil.test/ HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    ["a slash that leans back", "GET /\\evil.test HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    ["no host", "GET / HTTP/1.1\r\n\r\n"],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: <script>\r\n\r\n"],
    ["a host with a path", "GET / HTTP/1.1\r\nHost: localhost/evil\r\n\r\n"],
    ["a host with a user", "GET / HTTP/1.1\r\nHost: a@evil.test\r\n\r\n"],
    ["bytes that are no text", "GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    ["a broken header", "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na"],
    ["headers of 40 kB", `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(40_000)}\r\n\r\n`],
  ])("%s", async (_what, raw) => {
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(await sendRaw(raw))?.[1]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test("and after all of them it still answers", async () => {
    const last = await send(server, "/");
    expect(last.status).toBe(200);
    const log = await loggedUpTo(server, last);
    expect(log).not.toContain("a request failed");
    expect(log).not.toContain("a page failed");
  });
});

function sendRaw(raw: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(Buffer.from(raw, "latin1")));
    let answer = "";
    socket.setEncoding("latin1").on("data", (text: string) => {
      answer += text;
      if (answer.includes("\r\n\r\n")) socket.end();
    });
    socket.on("close", () => done(answer));
    socket.on("error", fail);
  });
}
