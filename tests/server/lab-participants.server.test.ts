import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { copyBrand } from "~/usecases/copy-brand";
import { resetWorld } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import { openLabWorld } from "~db/queries/lab-worlds";
import { asked, openedStudy } from "../support/lab";
import { loggedUpTo } from "../support/logged";
import { type RawAnswer, type RunningServer, send, startServer } from "../support/server";
import { tracesOf } from "../support/traces";
import { Visitor } from "../support/visitor";

const TOWN = "larkmouth";
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** What takes away what waits in a browser. */
const FORGETS = 'data-module="forget"';

let server: RunningServer;
let study: Awaited<ReturnType<typeof openedStudy>>;
let place = 0;
const onedoor = () => createOnedoor(server.db, silent);
beforeAll(async () => {
  server = await startServer({ seed: true });
  study = await openedStudy(onedoor());
});
afterAll(() => server?.stop());

const YES = { "take-part": "yes", "follow-pages": "yes", "keep-pictures": "no" };

interface Participant {
  readonly visitor: Visitor;
  readonly id: string;
  readonly link: string;
  readonly codes: RawAnswer;
}

/** Somebody who was asked, and has agreed in a browser of their own. */
async function participant(): Promise<Participant> {
  const { id, link } = await asked(onedoor(), study, place++);
  const visitor = new Visitor(server);
  const codes = await visitor.post(`/lab/join/${link}`, YES);
  expect(codes.status).toBe(200);
  return { visitor, id, link, codes };
}

/** Begins the task that is shown. Gives the prefix of the participant's world. */
async function begin({ visitor, id }: Participant, task: string): Promise<string> {
  const page = await visitor.post("/lab/take", { intent: "begin", task });
  expect(page.body).toContain('class="test-bar"');
  return `/b/${await openLabWorld(server.db.kysely, TOWN, id)}`;
}

const BAR = /<aside class="test-bar".*?<\/aside>/s;
const BAR_STYLES = /<link rel="stylesheet" href="\/assets\/test-bar-[\w-]+\.css"\/>/;
/** What is new each time that a page is drawn. */
const AGAIN = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "an id"],
  [/data-session-seconds="\d+"/g, "some seconds"],
] as const;
const asDrawn = ({ body }: RawAnswer): string =>
  AGAIN.reduce((html, [each, instead]) => html.replace(each, instead), body);
const withoutBar = (answer: RawAnswer): string => asDrawn(answer).replace(BAR, "").replace(BAR_STYLES, "");

const PAGES = [
  "/",
  "/services",
  "/services?q=back",
  "/services/physiotherapy",
  "/services/physiotherapy/request/red-flags",
  "/basket",
  "/requests",
  "/privacy",
  "/languages/pl",
  "/no-such-page",
];

describe("a page in a study", () => {
  test("is the same as without it but for the bar: as in any other copy of the town", async () => {
    const someone = await participant();
    const world = await begin(someone, "find");
    await copyBrand(onedoor(), {
      from: world.replace("/b/", ""),
      to: { id: "plain-copy" },
      openWork: true,
      who: { kind: "operator", name: "test" },
    });
    const elsewhere = new Visitor(server);
    await vi.waitUntil(async () => (await elsewhere.get("/b/plain-copy")).status === 200, { timeout: 5_000 });
    await elsewhere.signIn("patient", "grace-okonkwo", "/b/plain-copy");
    for (const page of PAGES) {
      const path = page === "/" ? "" : page;
      const inStudy = await someone.visitor.get(`${world}${path}`);
      const copied = await elsewhere.get(`/b/plain-copy${path}`);
      expect([
        page,
        inStudy.body.match(new RegExp(BAR, "gs"))?.length,
        BAR_STYLES.test(inStudy.body),
      ]).toEqual([page, 1, true]);
      expect(asDrawn(copied), page).not.toContain("test-bar");
      expect(withoutBar(inStudy).replaceAll(world.replace("/b/", ""), "plain-copy"), page).toBe(
        asDrawn(copied),
      );
    }
  });

  test("is nobody else's: another participant, and the town's own pages, carry not one byte of the lab", async () => {
    const [one, other] = [await participant(), await participant()];
    const world = await begin(one, "find");
    await begin(other, "find");
    const styles = new Set<string>();
    for (const page of PAGES) {
      const path = page === "/" ? "" : page;
      for (const visitor of [one.visitor, new Visitor(server)]) {
        const { body } = await visitor.get(`/b/larkmouth${path}`);
        expect(body, page).not.toMatch(/test-bar|\/lab\b|lab-/);
        for (const [, href = ""] of body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) styles.add(href);
      }
      expect((await other.visitor.get(`${world}${path}`)).body, page).not.toContain("test-bar");
    }
    expect(styles.size).toBeGreaterThan(0);
    for (const href of styles) expect((await send(server, href)).body).not.toContain("test-bar");
  });
});

describe("who takes part", () => {
  test("who sends the permissions twice is shown a way to the code that they have not seen", async () => {
    const { link, visitor, id } = await participant();
    const again = await visitor.post(`/lab/join/${link}`, YES);
    expect(again.status).toBe(200);
    expect(again.body).toContain("<title>You take part");
    expect(again.body).toContain("Show me my code");
    const shown = await visitor.post("/lab/take", { intent: "new-code" });
    const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/.exec(shown.body)?.[0] ?? "";
    const elsewhere = new Visitor(server);
    expect((await elsewhere.post("/lab/withdraw", { code })).body).toContain("Everything is deleted");
    expect(await tracesOf(server.db, [id])).toEqual([]);
  });

  test("knows by a page's title what it is: the codes, and what else answers a form, have their own", async () => {
    const { codes, visitor, link } = await participant();
    const another = await visitor.post("/lab/take", { intent: "new-code" });
    const goOn = await new Visitor(server).get(`/lab/join/${link}`);
    const { link: other } = await asked(onedoor(), study, place++);
    const question = await visitor.get(`/lab/join/${other}`);
    const declined = await visitor.post(`/lab/join/${other}`, { ...YES, "take-part": "no" });
    const unknown = await visitor.get("/lab/join/nobody");
    const titles = [codes, another, goOn, question, declined, unknown].map(
      ({ body }) => /<title>(.*?)<\/title>/.exec(body)?.[1],
    );
    expect(titles).toEqual([
      "Please write this down",
      "Please write this down",
      "Welcome back",
      "Try some pages with us",
      "That is fine",
      "Error: This link leads nowhere",
    ]);
  });

  test("is asked for each permission by itself, none chosen beforehand, and only the first is needed", async () => {
    const { link } = await asked(onedoor(), study, place++);
    const visitor = new Visitor(server);
    const { body } = await visitor.get(`/lab/join/${link}`);
    expect(body.match(/type="radio"/g)?.length).toBe(6);
    expect(body).not.toContain("checked");
    const wrong = await visitor.post(`/lab/join/${link}`, { "take-part": "yes" });
    expect([wrong.status, wrong.body.match(/href="#(follow-pages|keep-pictures)"/g)?.length]).toEqual([
      400, 2,
    ]);
    const none = await visitor.post(`/lab/join/${link}`, { ...YES, "take-part": "no" });
    expect([none.status, visitor.cookies()]).toEqual([200, ""]);
    expect((await visitor.get("/lab/take")).status).toBe(403);
    const agreed = { "take-part": "yes", "follow-pages": "no", "keep-pictures": "no" };
    expect((await visitor.post(`/lab/join/${link}`, agreed)).status).toBe(200);
    expect((await visitor.get("/lab/take")).body).toContain("Task 1 of 2");
  });

  test("goes on in another browser by the link, and the one before has it no more", async () => {
    const { visitor, link, id } = await participant();
    const world = await begin({ visitor, link, id, codes: await visitor.get("/lab/take") }, "find");
    const other = new Visitor(server);
    expect((await other.get("/lab/take")).status).toBe(403);
    expect((await other.post(`/lab/join/${link}`, {})).body).toContain("You are in the middle of this task");
    expect((await other.post("/lab/take", { intent: "begin", task: "find" })).body).toContain(
      "Grace Okonkwo",
    );
    expect((await visitor.get("/lab/take")).status).toBe(403);
    expect((await visitor.get(`${world}/services`)).body).not.toContain("test-bar");
  });

  test("is the task's person in their world alone, and is led on from one that was thrown away", async () => {
    const someone = await participant();
    const { visitor, id } = someone;
    const world = await begin(someone, "find");
    expect((await visitor.get(`${world}/requests`)).body).toContain("Grace Okonkwo");
    expect((await visitor.get("/requests")).body).not.toContain("Grace Okonkwo");
    await resetWorld(onedoor(), TOWN, id);
    expect((await visitor.get(`${world}/services`)).body).toContain("You are in the middle of this task");
    const another = await begin(someone, "find");
    expect(another).not.toBe(world);
    // A break leads back to where they were, and to nowhere else.
    const back = `${another}/services`;
    expect((await visitor.post("/lab/take", { intent: "pause", back })).body).toContain("You have a break.");
    const evil = await visitor.post("/lab/take", { intent: "resume", back: "//evil.test/b/lab-1" });
    expect(evil.body).toContain("You are in the middle of this task");
  });

  test("withdraws from anywhere by a code, and nothing of them is left in tables, files or the log", async () => {
    const someone = await participant();
    const world = await begin(someone, "find");
    await someone.visitor.get(`${world}/services?q=meinruecken`);
    const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/.exec(someone.codes.body)?.[0] ?? "";
    const elsewhere = new Visitor(server);
    expect((await elsewhere.post("/lab/withdraw", { code: "K7PM-3QXR-W4HT-9BND" })).status).toBe(400);
    const gone = await elsewhere.post("/lab/withdraw", { code: code.toLowerCase() });
    expect(gone.body).toContain("Everything is deleted");
    expect(gone.body).toContain(FORGETS);
    // Their own browser, which was told nothing of it, forgets as soon as it asks.
    const own = await someone.visitor.get("/lab/take");
    expect([own.status, own.body.includes(FORGETS)]).toEqual([403, true]);
    const secrets = [someone.id, someone.link, world.replace("/b/", ""), "meinruecken", code];
    await expect.poll(() => tracesOf(server.db, secrets), { timeout: 10_000 }).toEqual([]);
    const log = await loggedUpTo(server, gone);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect((await someone.visitor.get("/lab/take")).status).toBe(403);
    expect((await elsewhere.post("/lab/withdraw", { code })).status).toBe(400);
  });

  test("withdraws in another participant's browser, which keeps what is that one's", async () => {
    const [leaves, stays] = [await participant(), await participant()];
    const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/.exec(leaves.codes.body)?.[0] ?? "";
    const gone = await stays.visitor.post("/lab/withdraw", { code });
    expect(gone.body).toContain("Everything is deleted");
    expect(gone.body).not.toContain(FORGETS);
    expect((await stays.visitor.get("/lab/take")).status).toBe(200);
  });
});

test("a link that is none, one of a study that was closed, and one of a session that is over say what they are", async () => {
  const visitor = new Visitor(server);
  expect((await visitor.get("/lab/join/0b9a4d0e-8f5a-4b52-9a34-2f1f6a9d5b11")).status).toBe(404);
  const someone = await participant();
  const late = await asked(onedoor(), study, place++);
  await server.db.kysely.updateTable("studies").set({ state: "closed" }).where("id", "=", study.id).execute();
  expect((await visitor.get(`/lab/join/${late.link}`)).status).toBe(410);
  expect((await visitor.post(`/lab/join/${late.link}`, YES)).status).toBe(410);
  // Who has begun goes on.
  await someone.visitor.post("/lab/take", { intent: "stop" });
  expect((await someone.visitor.get("/lab/take")).body).toContain("We stop here");
  expect((await visitor.get(`/lab/join/${someone.link}`)).status).toBe(410);
  await server.db.kysely.updateTable("studies").set({ state: "open" }).where("id", "=", study.id).execute();
});
