import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { type FrontDoor, submitted } from "../support/front-door";
import { type RunningServer, startServer } from "../support/server";
import { twoTowns } from "../support/town-people";
import { Visitor } from "../support/visitor";

let server: RunningServer;
let priya: Visitor;
let hal: Visitor;
const references: string[] = [];
beforeAll(async () => {
  server = await startServer({ prepare: twoTowns });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const door: FrontDoor = { onedoor: createOnedoor(server.db, log), at: () => {} };
  for (const visitor of "abcdefg") references.push(await submitted(door, { visitor: visitor.repeat(64) }));
  [priya, hal] = [new Visitor(server), new Visitor(server)];
  await priya.signIn("partner", "priya");
  await hal.signIn("partner", "hal");
});
afterAll(() => server?.stop());

const rowsOf = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: "\r\n" });

test("the file has a line for each on the list, as the list has them, and nobody else’s", async () => {
  const file = await priya.get("/partner/worklist.csv");
  expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(file.headers["content-disposition"]).toMatch(
    /^attachment; filename="worklist-harbour-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const rows = rowsOf(file.body);
  expect(rows.map(({ Reference }) => Reference).sort()).toEqual([...references].sort());
  expect(rows[0]).toMatchObject({
    Name: "Rosa Marchetti",
    Born: "1992-03-27",
    State: "To answer",
    Appointment: "",
  });
  expect(rows[0]?.["Answer by"]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect(rowsOf((await priya.get("/partner/worklist.csv?q=nobody")).body)).toEqual([]);
  expect(rowsOf((await hal.get("/partner/worklist.csv")).body)).toEqual([]);
  const looked = await server.db.kysely
    .selectFrom("audit")
    .select("body")
    .where("action", "=", "listed")
    .where("subject", "=", "harbour")
    .execute();
  for (const reference of references) expect(JSON.stringify(looked)).toContain(reference);
});

test.each(["/partner", "/partner/print", "/partner/worklist.csv", "/partner/several"])(
  "%s of another organisation is not found",
  async (path) => {
    expect((await hal.get(`${path}?organisation=harbour`)).status).toBe(404);
    expect(
      (await hal.post(`${path}?organisation=harbour`, { intent: "keep-view", name: "x" })).status,
    ).not.toBe(200);
  },
);

test("another organisation’s work is not done along with one’s own, nor shown", async () => {
  const [{ id } = { id: "" }] = await server.db.kysely.selectFrom("fulfilments").select("id").execute();
  const shown = await hal.get(`/partner/several?intent=accept&id=${id}`);
  expect(shown.body).not.toContain("Rosa");
  const done = await hal.post("/partner/several", {
    intent: "accept",
    when: "later",
    key: "a-key-of-hals",
    item: `${id}~1~`,
  });
  expect(done.body).not.toContain("Rosa");
  const { status } = await server.db.kysely
    .selectFrom("fulfilments")
    .select("status")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(status).toBe("requested");
});

test("a list is kept under a name for one person, put in place of one of the same name, and removed", async () => {
  const keep = (name: string, query: string) =>
    priya.post(`/partner?${query}`, { intent: "keep-view", name });
  expect((await keep("My urgent list", "urgent=1&sort=name&page=3&x=1")).body).toContain("The list is kept");
  const href = /<a href="([^"]*)">My urgent list<\/a>/;
  expect((await priya.get("/partner")).body).toMatch(href);
  expect(href.exec((await priya.get("/partner")).body)?.[1]?.replaceAll("&amp;", "&")).toBe(
    "/partner?sort=name&urgent=1",
  );
  await keep("My urgent list", "state=booked");
  expect(href.exec((await priya.get("/partner")).body)?.[1]).toBe("/partner?state=booked");
  expect((await hal.get("/partner")).body).not.toContain("My urgent list");
  expect((await keep("", "")).status).toBe(400);
  expect((await keep("x".repeat(41), "")).status).toBe(400);
  for (let list = 2; list <= 8; list += 1) expect((await keep(`List ${list}`, "")).status).toBe(200);
  const ninth = await keep("List 9", "");
  expect([ninth.status, ninth.body.includes("You can keep 8 lists")]).toEqual([400, true]);
  const dropped = await priya.post("/partner", { intent: "drop-view", name: "My urgent list" });
  expect(dropped.body).toContain("The list is removed");
  expect((await priya.get("/partner")).body).not.toContain("My urgent list");
});

test("the same form twice is done once, and what somebody else answered meanwhile is told apart", async () => {
  const rows = await server.db.kysely
    .selectFrom("fulfilments")
    .select(["id", "version"])
    .where("organisation_id", "=", "harbour")
    .where("status", "=", "requested")
    .orderBy("id")
    .execute();
  const [first, second, third] = rows;
  const fields = new URLSearchParams({ intent: "accept", when: "later", key: "a-key-of-priyas" });
  for (const row of [first, second]) fields.append("item", `${row?.id}~${row?.version}~`);
  fields.append("item", `${third?.id}~${(third?.version ?? 0) + 7}~`);
  const once = await priya.post("/partner/several", fields.toString());
  expect(once.body).toContain("2 requests accepted");
  expect(once.body).toContain("Changed meanwhile");
  const again = await priya.post("/partner/several", fields.toString());
  expect(again.body).toContain("2 requests accepted");
  const accepted = await server.db.kysely
    .selectFrom("events")
    .select("request_id")
    .where("type", "=", "fulfilment-accepted")
    .execute();
  expect(accepted).toHaveLength(2);
});

test("who opens what a colleague has open is told so, and the colleague is told on the list", async () => {
  const [{ id } = { id: "" }] = await server.db.kysely
    .selectFrom("fulfilments")
    .select("id")
    .where("organisation_id", "=", "harbour")
    .where("status", "=", "requested")
    .execute();
  expect((await priya.get(`/partner/fulfilments/${id}`)).body).not.toContain("opened this at");
  await server.db.write((tx) =>
    tx
      .insertInto("memberships")
      .values({ brand_id: "small-town", account_id: "ned", organisation_id: "harbour", role: "booker" })
      .execute(),
  );
  const ned = new Visitor(server);
  await ned.signIn("partner", "ned");
  const opened = await ned.get(`/partner/fulfilments/${id}`);
  expect(opened.body).toMatch(/Priya Shah opened this at .*Only the first answer counts/);
  expect((await priya.get("/partner")).body).toContain("Open: Ned Nobody");
});
