import { afterAll, beforeAll, expect, test } from "vitest";
import { dayAfter, daysFrom, instant, localDate, type PlainDate, weekdayOf } from "~/domain/shared/time";
import { createOnedoor } from "~/usecases/onedoor";
import { topUpSlots } from "~/usecases/top-up-slots";
import { type RunningServer, send, sendForm, startServer } from "../support/server";
import { TOWN } from "../support/small-town";
import { twoTowns } from "../support/town-people";
import { Visitor } from "../support/visitor";

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
const OFFER = "eye-test-harbour";
/** The Monday after next, which is far enough ahead whatever today is. */
const monday = (): PlainDate => {
  let day = daysFrom(localDate(instant(Date.now())), 7);
  while (weekdayOf(day) !== 1) day = dayAfter(day);
  return day;
};
const DIARY = `/partner/diary?organisation=harbour&offer=${OFFER}&week=${monday()}`;
const WEEK = `/partner/diary/week?organisation=harbour&offer=${OFFER}`;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ prepare: twoTowns });
  await topUpSlots(createOnedoor(server.db, SILENT), TOWN);
});
afterAll(() => server?.stop());

const atWork = async (who: string) => {
  const visitor = new Visitor(server);
  await visitor.signIn("partner", who);
  return visitor;
};
const slotsOn = (day: PlainDate) =>
  server.db.kysely
    .selectFrom("slots")
    .selectAll()
    .where("brand_id", "=", TOWN)
    .where("offer_id", "=", OFFER)
    .where("starts_at", "like", `${day}%`)
    .orderBy("starts_at")
    .execute();
const marked = (body: string) => /name="seen" value="([0-9a-f]+)"/.exec(body)?.[1] ?? "";

test("a time that is blocked is gone for patients, says why to people at work, and is opened again", async () => {
  const priya = await atWork("priya");
  const [first] = await slotsOn(monday());
  const id = first?.id ?? "";
  const without = await priya.post(DIARY, { intent: "block", slot: id, why: "" });
  expect(without.status).toBe(400);
  expect(without.body).toContain("Say in a few words why");
  expect(without.body).toMatch(new RegExp(`checked=""[^>]*value="${id}"|value="${id}"[^>]*checked=""`));
  const blocked = await priya.post(DIARY, { intent: "block", slot: id, why: "Staff training" });
  expect(blocked.body).toContain("1 time blocked. Nobody can book it.");
  expect(blocked.body).toContain("Staff training");
  const again = await priya.post(DIARY, { intent: "block", slot: id, why: "Staff training" });
  expect(again.status).toBe(409);
  expect(again.body).toContain("Somebody was faster");
  const opened = await priya.post(DIARY, { intent: "open", blocked: id });
  expect(opened.body).toContain("1 time open again. People can book it now.");
  expect((await slotsOn(monday()))[0]?.blocked_why).toBeNull();
});

test("a week is changed only after it was said what it comes to, and not over another’s change", async () => {
  const max = await atWork("max");
  const seen = marked((await max.get(WEEK)).body);
  const asked = { seen, minutes: "20", "opens-1-1": "2 pm", "closes-1-1": "4 pm" };
  const before = await slotsOn(monday());
  const wrong = await max.post(WEEK, { ...asked, intent: "review", minutes: "never", "closes-1-1": "1 pm" });
  expect(wrong.status).toBe(400);
  expect(wrong.body).toContain("a whole number of minutes from 5 to 480");
  expect(wrong.body).toContain("On Monday it must end after it begins");
  expect(wrong.body).toContain('value="never"');
  const review = await max.post(WEEK, { ...asked, intent: "review" });
  expect(review.body).toContain("What it comes to");
  expect(review.body).toContain("Yes, change the week");
  expect(await slotsOn(monday())).toEqual(before);
  expect((await max.post(WEEK, { ...asked, intent: "save" })).body).toContain("The week is changed");
  expect((await slotsOn(monday())).map(({ starts_at }) => starts_at).length).toBe(6);
  const late = await max.post(WEEK, { ...asked, intent: "save" });
  expect(late.status).toBe(409);
  expect(late.body).toContain("Somebody else has changed the week meanwhile");
});

test("a reader sees the diary and changes nothing; another organisation’s offer is not found", async () => {
  const ria = await atWork("ria");
  const page = await ria.get(DIARY);
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('type="checkbox"');
  const cookie = { cookie: ria.cookies() };
  expect((await sendForm(server, DIARY, { intent: "block", slot: "x", why: "y" }, cookie)).status).toBe(403);
  expect((await send(server, WEEK, { headers: cookie })).status).toBe(403);
  const priya = { cookie: (await atWork("priya")).cookies() };
  const others = DIARY.replace(OFFER, "eye-test-hill");
  expect((await send(server, others, { headers: priya })).status).toBe(404);
  const block = { intent: "block", slot: "eye-test-hill.20261123T1000Z", why: "y" };
  expect((await sendForm(server, others, block, priya)).status).toBe(404);
});
