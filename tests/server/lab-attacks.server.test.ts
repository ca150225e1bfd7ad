import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "~/domain/shared/time";
import { susId } from "~/domain/usability/log";
import { leaveQuestions } from "~/usecases/lab/run-session";
import { resetWorld } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import { readLabRecord } from "~db/queries/lab-record";
import { openLabWorld } from "~db/queries/lab-worlds";
import { participantsThere } from "~db/queries/participants";
import { asked, openedStudy as open, smallStudy } from "../support/lab";
import { LARKMOUTH } from "../support/larkmouth-town";
import { type RunningServer, send, sendForm, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const TOWN = "larkmouth";
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const YES = { "take-part": "yes", "follow-pages": "yes", "keep-pictures": "no" };

let server: RunningServer;
let study: Awaited<ReturnType<typeof open>>;
let place = 0;
const codes = new WeakMap<Visitor, string>();
const onedoor = () => createOnedoor(server.db, silent);
beforeAll(async () => {
  server = await startServer({ seed: true });
  study = await open(onedoor());
});
afterAll(() => server?.stop());

async function participant(of = study) {
  const { id, link } = await asked(onedoor(), of, place++);
  const visitor = new Visitor(server);
  codes.set(visitor, id);
  const { body } = await visitor.post(`/lab/join/${link}`, YES);
  return { id, link, visitor, withdrawCode: /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/.exec(body)?.[0] ?? "" };
}
type Participant = Awaited<ReturnType<typeof participant>>;

const begin = async ({ visitor, id }: Participant, task = "find"): Promise<string> => {
  await visitor.post("/lab/take", { intent: "begin", task });
  return `/b/${await openLabWorld(server.db.kysely, TOWN, id)}`;
};
const kinds = async (id: string) =>
  (await readLabRecord(server.db.kysely, TOWN, id))
    .map(({ event }) => event.kind)
    .filter((kind) => kind !== "page");
/** As a page's module sends what it tells. */
const tell = (visitor: Visitor, events: readonly object[], who = codes.get(visitor) ?? "") =>
  visitor.post("/lab/take/record", { who, told: JSON.stringify(events) });
const click = (id: string, on = "button: Search") => ({ id, ago: 0, event: { kind: "click", on } });
const ID = "0123456789abcdef0123456789abcdef";
/** Addresses of every kind that a front door answers: pages, what modules fetch, a stream, files, and the ways in. */
const IN_WORLD = [
  "",
  "/services",
  "/services/suggest?q=back",
  "/services/physiotherapy",
  "/requests",
  "/privacy",
  "/sign-in?as=patient",
  "/sign-in?as=partner",
  "/partner",
  "/partner/worklist.csv",
  "/desk",
  "/manage",
  "/board",
  "/board/flow.csv",
];
/** A plain page but for the number of this one request. */
const plain = ({ body }: { readonly body: string }) =>
  body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "an id");

describe("somebody else's session", () => {
  test("takes nothing from who has no cookie of it, nor from who has another's", async () => {
    const [one, other] = [await participant(), await participant()];
    await begin(one);
    const stranger = new Visitor(server);
    expect((await tell(stranger, [click(ID)])).status).toBe(403);
    expect((await stranger.post("/lab/take", { intent: "stop" })).status).toBe(403);
    // What a page tells is of who was shown it, or of nobody: it may be open still in a browser where another takes part by now.
    expect((await tell(other.visitor, [click(ID)], one.id)).status).toBe(403);
    expect((await other.visitor.post("/lab/take/record", { told: JSON.stringify([click(ID)]) })).status).toBe(
      403,
    );
    const left = { bar_of: one.id, task: "find" };
    await begin(other);
    for (const intent of ["done", "give-up", "pause", "stop"])
      expect((await other.visitor.post("/lab/take", { ...left, intent })).body).toContain(
        "You are in the middle of this task",
      );
    for (const { id } of [one, other])
      expect(await kinds(id)).toEqual(["consented", "task-shown", "task-begun"]);
    // A cookie of nobody's, and one as long as a header may be.
    for (const value of ["x", "0".repeat(4_000), "%00", "../.."]) {
      const cookie = `onedoor_participant_${TOWN}=${value}`;
      expect((await send(server, "/lab/take", { headers: { cookie } })).status).toBe(403);
    }
  });

  test("happens in a world that is not there for anybody else, by any address, whoever they are", async () => {
    const one = await participant();
    await begin(one);
    await one.visitor.post("/lab/take", { intent: "done", task: "find" });
    await one.visitor.post("/lab/take", { intent: "answer", task: "find", seq: "4", why: "" });
    const world = await begin(one, "read");
    const requests = await one.visitor.get(`${world}/requests`);
    const reference = /\/requests\/([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(requests.body)?.[1] ?? "none";
    const other = await participant();
    await begin(other);
    const [facilitator, patient] = [new Visitor(server), new Visitor(server)];
    await facilitator.signIn("lab", "leon-adeyemi");
    await patient.signIn("patient", "grace-okonkwo");
    // All that the participant's browser holds but for the one cookie: a session of the task's person in that very world.
    const without = one.visitor
      .cookies()
      .split("; ")
      .filter((each) => !each.startsWith("onedoor_participant_"))
      .join("; ");
    expect(without).toContain("onedoor_patient_lab-");
    const nowhere = "/b/lab-0123456789abcdef0123456789abcdef";
    const cookies = [without, facilitator.cookies(), patient.cookies(), other.visitor.cookies(), ""];
    for (const path of [
      ...IN_WORLD,
      `/requests/${reference}`,
      `/doormat/${reference}`,
      `/events?request=${reference}&since=0`,
    ]) {
      expect(
        (await send(server, `${world}${path}`, { headers: { cookie: one.visitor.cookies() } })).status,
        path,
      ).not.toBe(404);
      for (const cookie of cookies) {
        const seen = await send(server, `${world}${path}`, { headers: { cookie } });
        const none = await send(server, `${nowhere}${path}`, { headers: { cookie } });
        expect([path, seen.status, plain(seen)]).toEqual([path, 404, plain(none)]);
      }
    }
    for (const path of ["/basket", "/sign-out", "/services", "/sign-in/choose/none"])
      for (const cookie of cookies)
        expect(
          (await sendForm(server, `${world}${path}`, { intent: "remove", id: "x" }, { cookie })).status,
        ).toBe(404);
    // Whoever runs the session sees it all the same, from the town.
    expect((await facilitator.get(`/lab/sessions/${one.id}`)).status).toBe(200);
    expect((await one.visitor.get(`${world}/requests`)).body).toContain("Winston Baptiste");
  });

  test("is not begun twice by a link that is sent from two browsers at once", async () => {
    const { id, link } = await asked(onedoor(), study, place++);
    const two = [new Visitor(server), new Visitor(server)];
    await Promise.all(two.map((visitor) => visitor.post(`/lab/join/${link}`, YES)));
    expect(await kinds(id)).toEqual(["consented", "task-shown"]);
    const may = await Promise.all(two.map((visitor) => visitor.get("/lab/take")));
    expect(may.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("is run by facilitators alone: observers and the town's patients change nothing, and hear nothing", async () => {
    const one = await participant();
    await begin(one);
    const before = await kinds(one.id);
    const observer = new Visitor(server);
    await observer.signIn("lab", "freya-lund");
    const patient = new Visitor(server);
    await patient.signIn("patient", "grace-okonkwo");
    const here = `/lab/sessions/${one.id}`;
    const sent: readonly Record<string, string>[] = [
      { intent: "mark", mark: "quote", note: "", key: ID },
      { intent: "judge", task: "find", success: "yes" },
      { intent: "move-on", task: "find" },
      { intent: "reset", task: "find", world: "" },
      { intent: "pause" },
      { intent: "stop", why: "" },
    ];
    for (const fields of sent) {
      expect((await observer.post(here, fields)).status).toBe(403);
      expect((await patient.post(here, fields)).status).toBe(401);
      expect((await one.visitor.post(here, fields)).status).toBe(401);
    }
    expect(await kinds(one.id)).toEqual(before);
    const stream = `/events?session=${one.id}&since=0`;
    expect((await send(server, stream, { headers: { cookie: observer.cookies() } })).status).toBe(200);
    for (const who of [patient, one.visitor, new Visitor(server)])
      expect(
        (await send(server, stream, { headers: { cookie: who.cookies() } })).status,
      ).toBeGreaterThanOrEqual(400);
    // A copy has no lab of its own.
    const world = `/b/${await openLabWorld(server.db.kysely, TOWN, one.id)}`;
    for (const path of ["/lab", "/lab/take", "/lab/withdraw", "/lab/studies/new"])
      expect((await one.visitor.get(`${world}${path}`)).status).toBe(404);
  });
});

describe("what is sent", () => {
  test("is no longer than it may be, and no more at once", async () => {
    const one = await participant();
    await begin(one);
    const wrong: readonly (readonly object[])[] = [
      [],
      [click("short")],
      [click(ID, "x".repeat(201))],
      [{ id: ID, ago: -1, event: { kind: "back" } }],
      [{ id: ID, ago: 0, event: { kind: "reached", task: "find" } }],
      [{ id: ID, ago: 0, event: { kind: "judged", task: "find", success: true, by: "me" } }],
      [{ id: ID, ago: 0, event: { kind: "scroll", depth: 1e308 } }],
      Array.from({ length: 61 }, (_, at) => click(at.toString(16).padStart(32, "0"))),
    ];
    for (const events of wrong) expect((await tell(one.visitor, events)).status).toBe(400);
    expect(
      (await one.visitor.post("/lab/take/record", { who: one.id, told: "[".repeat(20_000) })).status,
    ).toBe(400);
    // It may not tell what is typed where the study does not ask for it.
    const typed = { id: ID, ago: 0, event: { kind: "typed", on: "q", text: "my own words" } };
    expect((await tell(one.visitor, [typed])).status).toBe(204);
    expect(await kinds(one.id)).toEqual(["consented", "task-shown", "task-begun"]);
    // Told again, and told at once: once in the record.
    await Promise.all([
      tell(one.visitor, [click(ID)]),
      tell(one.visitor, [click(ID)]),
      tell(one.visitor, [click(ID)]),
    ]);
    expect((await kinds(one.id)).filter((kind) => kind === "click")).toHaveLength(1);

    await one.visitor.post("/lab/take", { intent: "done", task: "find" });
    const answer = (why: string) =>
      one.visitor.post("/lab/take", { intent: "answer", task: "find", seq: "4", why });
    expect((await answer("x".repeat(2_001))).status).toBe(400);
    expect((await answer("x".repeat(2_000_000))).status).toBe(413);
    for (const seq of ["0", "8", "1e1", "4.5", "99", ""])
      expect(
        (await one.visitor.post("/lab/take", { intent: "answer", task: "find", seq, why: "" })).status,
      ).toBe(400);
    expect((await answer("<script>alert(1)</script>")).status).toBe(200);
    await begin(one, "read");
    await one.visitor.post("/lab/take", { intent: "done", task: "read" });
    const who = { intent: "answer", task: "read", seq: "4", who: "Whoever I like" };
    expect((await one.visitor.post("/lab/take", who)).status).toBe(400);
    expect((await kinds(one.id)).filter((kind) => kind === "answered")).toHaveLength(2);
  });

  test("that is sent twice answers no question that was not seen", async () => {
    const long = await open(onedoor(), { id: "long", study: smallStudy({ atEnd: ["why", "trust"] }) });
    const one = await participant(long);
    for (const task of ["find", "read"]) {
      await begin(one, task);
      await one.visitor.post("/lab/take", { intent: "give-up", task });
      await leaveQuestions(onedoor(), TOWN, one.id, { task, by: "leon-adeyemi" });
    }
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, item) => [susId(item + 1), "3"]));
    const sus = { intent: "answer", asked: Object.keys(ten).join(" "), ...ten };
    for (const again of [sus, sus, { intent: "answer", ...ten }]) {
      const { status, body } = await one.visitor.post("/lab/take", again);
      expect(status).toBe(200);
      expect(body).toContain('name="asked" value="why trust"');
      expect(body).not.toContain("There is a problem");
    }
    const answered = (await kinds(one.id)).filter((kind) => kind === "answered");
    expect(answered).toHaveLength(10);
    // What cannot be seen was not written.
    const last = { intent: "answer", asked: "why trust", why: " \u200B\u00A0", trust: "4" };
    expect((await one.visitor.post("/lab/take", last)).body).toContain("Thank you. That was all");
    const record = await readLabRecord(server.db.kysely, TOWN, one.id);
    expect(record.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ question: "why", task: null, value: "" }),
    );
  });

  test("from two tabs at once is done once", async () => {
    const one = await participant();
    const twice = (fields: Record<string, string>) =>
      Promise.all([1, 2, 3].map(() => one.visitor.post("/lab/take", fields)));
    for (const { status } of await twice({ intent: "begin", task: "find" })) expect(status).toBe(200);
    await twice({ intent: "pause" });
    await twice({ intent: "resume" });
    // That is one press with what ended the break, and the task goes on.
    await twice({ intent: "done", task: "find" });
    await twice({ intent: "give-up", task: "find" });
    await twice({ intent: "answer", task: "find", seq: "4", why: "" });
    // A task that is not theirs yet, and one that is over, are not begun.
    await one.visitor.post("/lab/take", { intent: "begin", task: "find" });
    expect(await kinds(one.id)).toEqual([
      "consented",
      "task-shown",
      "task-begun",
      "paused",
      "resumed",
      "task-over",
      "answered",
      "answered",
      "task-shown",
    ]);
    const worlds = await server.db.kysely
      .selectFrom("lab_worlds")
      .select("id")
      .where("participant_id", "=", one.id)
      .where("state", "=", "open")
      .execute();
    expect(worlds).toHaveLength(1);
  });

  test("into a world that is thrown away meanwhile leads on, and is no failure", async () => {
    const one = await participant();
    const world = await begin(one);
    const posts = () => [
      one.visitor.post(`${world}/basket`, { intent: "remove", id: "none" }),
      one.visitor.get(`${world}/services`),
      tell(one.visitor, [click(ID)]),
      one.visitor.post("/lab/take", { intent: "done", task: "no-such-task" }),
    ];
    const [, ...answers] = await Promise.all([resetWorld(onedoor(), TOWN, one.id), ...posts()]);
    answers.push(...(await Promise.all(posts())));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect((await kinds(one.id)).filter((kind) => kind === "world-reset")).toHaveLength(1);
    const another = await begin(one);
    expect(another).not.toBe(world);
    expect((await one.visitor.get(`${another}/services`)).body).toContain("test-bar");
    expect((await kinds(one.id)).filter((kind) => kind === "task-begun")).toHaveLength(1);
  });
});

test("who withdraws during a task is gone at once, whatever else is under way", async () => {
  const one = await participant();
  const world = await begin(one);
  const answers = await Promise.all([
    one.visitor.get(`${world}/services`),
    tell(one.visitor, [click(ID)]),
    new Visitor(server).post("/lab/withdraw", { code: one.withdrawCode }),
    one.visitor.get(`${world}/requests`),
    resetWorld(onedoor(), TOWN, one.id).then(
      () => ({ status: 200 }),
      () => ({ status: 200 }),
    ),
  ]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect((await tell(one.visitor, [click(ID)])).status).toBe(403);
  expect((await one.visitor.get("/lab/take")).status).toBe(403);
  expect((await one.visitor.get(`${world}/services`)).body).not.toContain("test-bar");
  expect(await kinds(one.id)).toEqual([]);
  expect((await new Visitor(server).get(`/lab/join/${one.link}`)).status).toBe(404);
  const facilitator = new Visitor(server);
  await facilitator.signIn("lab", "leon-adeyemi");
  const console_ = await facilitator.get(`/lab/sessions/${one.id}`);
  expect([console_.status, console_.body.includes("Nothing of this is kept any more")]).toEqual([410, true]);
  const late = { intent: "mark", mark: "quote", note: "late", key: ID };
  expect((await facilitator.post(`/lab/sessions/${one.id}`, late)).status).toBe(410);
});

test("the clock deletes everything of whose day has come, by itself, and leaves the others", async () => {
  const [due, later] = [
    await asked(onedoor(), study, place++, instant(Date.now() - 86_400_000)),
    await asked(onedoor(), study, place++, instant(Date.now() + 86_400_000)),
  ];
  const there = async () => [...(await participantsThere(server.db.kysely, LARKMOUTH, [due.id, later.id]))];
  await expect.poll(there, { timeout: 30_000 }).toEqual([later.id]);
});

test("a form of another site changes nothing of a session", async () => {
  const one = await participant();
  const cookie = one.visitor.cookies("/lab/take");
  const headers = { cookie, "sec-fetch-site": "cross-site", origin: "https://elsewhere.test" };
  expect((await sendForm(server, "/lab/take", { intent: "stop" }, headers)).status).toBe(403);
  expect(await kinds(one.id)).toEqual(["consented", "task-shown"]);
});

test("a study that is closed in the middle lets those who began go on to the end, and nobody else begin", async () => {
  const [one, late] = [await participant(), await asked(onedoor(), study, place++)];
  await begin(one);
  await server.db.kysely.updateTable("studies").set({ state: "closed" }).where("id", "=", study.id).execute();
  expect((await new Visitor(server).post(`/lab/join/${late.link}`, YES)).status).toBe(410);
  expect(await kinds(late.id)).toEqual([]);
  await one.visitor.post("/lab/take", { intent: "done", task: "find" });
  const next = await one.visitor.post("/lab/take", { intent: "answer", task: "find", seq: "4", why: "" });
  expect(next.body).toContain("Task 2 of 2");
  expect(await begin(one, "read")).toMatch(/^\/b\/lab-/);
});
