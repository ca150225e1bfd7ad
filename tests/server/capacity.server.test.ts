import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, send, sendForm, startServer } from "../support/server";
import { twoTowns } from "../support/town-people";
import { Visitor } from "../support/visitor";

/** Two processes of one front door. */
let here: RunningServer;
let there: RunningServer;
beforeAll(async () => {
  here = await startServer({ prepare: twoTowns });
  there = await startServer({ after: here });
});
afterAll(async () => {
  await there?.stop();
  await here?.stop();
});

const ASK = "/services/physiotherapy/request";
const ANSWERS: readonly (readonly [string, Record<string, string>])[] = [
  ["red-flags", { flags: "none" }],
  ["who", { who: "myself" }],
  [
    "about",
    { name: "Rosa Marchetti", "born-day": "27", "born-month": "3", "born-year": "1992", sex: "female" },
  ],
  ["place", { postcode: "LK1 1AA", practice: "not-sure" }],
  ["preferences", { first: "nearest" }],
];

const PAGE = "/partner/capacity?organisation=harbour";
const OFFER = "physiotherapy-harbour";

test("one tap shows to who is choosing within two seconds, whichever process they ask", async () => {
  const rosa = new Visitor(here);
  await rosa.get(ASK);
  for (const [step, fields] of ANSWERS) await rosa.post(`${ASK}/${step}`, fields);
  const choosing = async (server: RunningServer) =>
    (await send(server, `${ASK}/choose`, { headers: { cookie: rosa.cookies() } })).body;
  for (const server of [here, there]) {
    const page = await choosing(server);
    expect(page).toContain("Harbour Community Trust");
    expect(page).not.toContain("No room at the moment");
  }

  const priya = new Visitor(here);
  await priya.signIn("partner", "priya");
  const before = await priya.get(PAGE);
  expect(before.body).toContain("You have not said yet. We count it as not known.");
  const after = await priya.post(PAGE, { offer: OFFER, capacity: "no-capacity" });
  expect(after.body).toContain("Confirmed within the last hour by Priya Shah.");
  expect(after.body).toMatch(/value="no-capacity"[^>]*aria-pressed="true"/);

  for (const server of [here, there])
    await expect
      .poll(() => choosing(server), { timeout: 2_000 })
      .toContain("No room at the moment (confirmed within the last hour)");
  for (const server of [here, there]) expect(await choosing(server)).toContain("Harbour Community Trust");
});

test("only what is one's own can be told, and only as what it can be", async () => {
  const priya = new Visitor(here);
  await priya.signIn("partner", "priya");
  const tell = async (fields: Record<string, string>) =>
    (await sendForm(here, PAGE, fields, { cookie: priya.cookies() })).status;
  expect(await tell({ offer: "physiotherapy-hill", capacity: "no-capacity" })).toBe(404);
  expect(await tell({ offer: "__proto__", capacity: "no-capacity" })).toBe(404);
  expect(await tell({ offer: OFFER, capacity: "plenty" })).toBe(400);
  expect(await tell({ offer: OFFER })).toBe(400);
  expect(await tell({ capacity: "waitlist" })).toBe(404);
});

test("a word that is too old is asked for again, on the worklist and beside the offer", async () => {
  const priya = new Visitor(here);
  await priya.signIn("partner", "priya");
  await priya.post(PAGE, { offer: OFFER, capacity: "waitlist" });
  expect((await priya.get("/partner?organisation=harbour")).body).not.toContain("Is it still right?");
  await here.db.kysely
    .updateTable("offer_states")
    .set({ capacity_confirmed_at: "2026-01-01T09:00:00.000Z" })
    .where("offer_id", "=", OFFER)
    .execute();
  const stale = "since you said if there is room for 1 service. Is it still right?";
  expect((await priya.get("/partner?organisation=harbour")).body).toContain(stale);
  expect((await priya.get(PAGE)).body).toContain("we count it as not known until you tell us again");
  await priya.post(PAGE, { offer: OFFER, capacity: "waitlist" });
  expect((await priya.get("/partner?organisation=harbour")).body).not.toContain(stale);
});
