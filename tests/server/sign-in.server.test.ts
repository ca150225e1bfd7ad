import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { writeDirectory } from "~db/queries/directory";
import { writePeople } from "~db/queries/people";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, send, sendForm, startServer } from "../support/server";
import { brand, smallTown } from "../support/small-town";

const ISSUER = "http://localhost/oidc";
const NOW = instant(Date.now());

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ prepare: twoTowns });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Two front doors. Meera is a patient of both; Priya works in the first town only; Dot is its front desk. */
async function twoTowns(db: Database) {
  await db.write(async (tx) => {
    await writeDirectory(tx, smallTown(), NOW);
    await writeDirectory(tx, smallTown({ brand: brand({ id: "far-town", name: "Far Town Care" }) }), NOW);
    const account = (id: string, name: string, claims: Record<string, unknown> = {}) =>
      upsertAccount(tx, { id, issuer: ISSUER, subject: id, name, email: null, claims }, NOW);
    await account("meera", "Meera Patel", {
      nhs_number: "9990000018",
      birthdate: "1984-03-12",
      identity_proofing_level: "P9",
      about: "Has a bad back",
    });
    await account("priya", "Priya Shah", { about: "Answers what comes to the harbour" });
    await account("dot", "Dot Lane");
    for (const town of ["small-town", "far-town"]) {
      await writePeople(tx, town, [
        {
          id: "meera",
          accountId: "meera",
          name: "Meera Patel",
          bornOn: "1984-03-12",
          sex: "female",
          nhsNumber: "9990000018",
          registeredWith: null,
          postcode: null,
          phone: null,
          email: null,
          knownTo: [],
        },
      ]);
    }
    await addMembership(tx, "small-town", {
      accountId: "priya",
      organisationId: "harbour",
      role: "booker",
    });
    await addMembership(tx, "small-town", { accountId: "dot", organisationId: null, role: "desk" });
  });
}

const person = async (scripts = false): Promise<Page> =>
  (await visit(browser, server.url, { scripts })).newPage();

async function signIn(page: Page, as: "patient" | "partner", name: RegExp, prefix = "", next = "") {
  const query = new URLSearchParams({ as, ...(next === "" ? {} : { next }) });
  await page.goto(`${prefix}/sign-in?${query}`);
  await page.getByRole("button", { name }).click();
}

const cookiesOf = async (page: Page) => (await page.context().cookies()).map((cookie) => cookie.name).sort();

/** Who the pages say is signed in, as the frame's data tells; read from the sessions that the cookies stand for. */
const sessions = (brandId: string) =>
  server.db.kysely
    .selectFrom("sessions")
    .select(["account_id", "audience"])
    .where("brand_id", "=", brandId)
    .where("audience", "!=", "leaving")
    .orderBy("audience")
    .execute();

describe("signing in", () => {
  test("with scripts off, as a patient, goes on to the page that was wanted", async () => {
    const page = await person();
    await signIn(page, "patient", /Meera Patel/, "", "/?from=sign-in");
    expect(new URL(page.url()).pathname).toBe("/");
    expect(await cookiesOf(page)).toContain("onedoor_patient_small-town");
    const [session] = await sessions("small-town");
    expect(session).toEqual({ account_id: "meera", audience: "patient" });
    await page.context().close();
  });

  test("what is sent without being signed in is not lost without a word", async () => {
    const answer = await sendForm(server, "/partner/fulfilments/one?from=list", { answer: "decline" });
    expect(answer.status).toBe(401);
    expect(answer.body).toContain("Nothing was sent");
    expect(answer.body).toContain('href="/partner/fulfilments/one?from=list"');
  });

  test("offers patients to patients, and people at work with where they work", async () => {
    const page = await person();
    await page.goto("/sign-in?as=partner");
    await expect(page.getByRole("button").allTextContents()).resolves.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Dot Lane, .*front desk$/),
        expect.stringMatching(/^Priya Shah, The harbour partner$/),
      ]),
    );
    expect(await page.getByText("Meera Patel").count()).toBe(0);
    expect(await page.getByText("Answers what comes to the harbour").count()).toBe(1);
    await page.context().close();
  });

  test("keeps a session that says nothing in its cookie, and no cookie in the database", async () => {
    const page = await person();
    await signIn(page, "patient", /Meera/, "", "/");
    const cookie = (await page.context().cookies()).find(({ name }) => name === "onedoor_patient_small-town");
    expect(cookie?.httpOnly).toBe(true);
    expect(cookie?.sameSite).toBe("Lax");
    expect(cookie?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const ids = await server.db.kysely.selectFrom("sessions").select("id").execute();
    expect(ids.map(({ id }) => id)).not.toContain(cookie?.value);
    await page.context().close();
  });

  test.each([
    "//evil.test/",
    "/\\evil.test/",
    "https://evil.test/",
    "/b/far-town",
    "/sign-in?as=patient",
    "/no/such/page",
    "/%2F/evil.test",
    "javascript:alert(1)",
  ])("never goes on to %s", async (next) => {
    const page = await person();
    await signIn(page, "patient", /Meera/, "", next);
    const landed = new URL(page.url());
    expect(landed.origin).toBe(server.url);
    expect(landed.pathname).toBe("/requests");
    await page.context().close();
  });
});

describe("two people in one browser", () => {
  test("a patient and a partner are signed in side by side, and out one at a time", async () => {
    const page = await person();
    await signIn(page, "patient", /Meera/, "", "/");
    await signIn(page, "partner", /Priya/, "", "/");
    expect(await cookiesOf(page)).toEqual(
      expect.arrayContaining(["onedoor_partner_small-town", "onedoor_patient_small-town"]),
    );
    const cookies = await page.context().cookies();
    const header = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    await page.context().request.post("/sign-out", {
      form: { as: "partner" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(await cookiesOf(page)).not.toContain("onedoor_partner_small-town");
    expect(await cookiesOf(page)).toContain("onedoor_patient_small-town");
    // The cookie that was signed out is worth nothing, even to whoever kept it.
    const before = await sessions("small-town");
    expect(before.some(({ account_id }) => account_id === "priya")).toBe(false);
    expect((await send(server, "/partner", { headers: { cookie: header } })).body).not.toContain(
      "Priya Shah",
    );
    await page.context().close();
  });

  test("a session of one front door is none in the other, whatever its cookie is called", async () => {
    const page = await person();
    await signIn(page, "patient", /Meera/, "", "/");
    const cookie = (await page.context().cookies()).find(({ name }) => name === "onedoor_patient_small-town");
    const as = (name: string, path: string) =>
      send(server, path, { headers: { cookie: `${name}=${cookie?.value}` } });
    expect((await as("onedoor_patient_small-town", "/")).body).toContain("Meera Patel");
    expect((await as("onedoor_patient_far-town", "/b/far-town")).body).not.toContain("Meera Patel");
    expect((await as("onedoor_patient_small-town", "/b/far-town")).body).not.toContain("Meera Patel");
    expect((await as("onedoor_partner_small-town", "/")).body).not.toContain("Meera Patel");
    await signIn(page, "patient", /Meera/, "/b/far-town", "/b/far-town");
    expect(new URL(page.url()).pathname).toBe("/b/far-town");
    expect((await cookiesOf(page)).filter((name) => name.startsWith("onedoor_patient"))).toHaveLength(2);
    await page.context().close();
  });

  test("the other town does not offer who works only in the first", async () => {
    const page = await person();
    await page.goto("/b/far-town/sign-in?as=partner");
    expect(await page.getByText("Priya").count()).toBe(0);
    await page.context().close();
  });
});

describe("coming back from the provider", () => {
  test("without having left from here is no way in", async () => {
    const { status, body, headers } = await send(server, "/sign-in/callback?code=x&state=y");
    expect(status).toBe(200);
    expect(body).toContain("You are not signed in");
    expect(headers["set-cookie"]).toBeUndefined();
  });

  test("with somebody else's answer is no way in", async () => {
    const mine = await person();
    const theirs = await person();
    const answers: string[] = [];
    theirs.on("request", (request) => {
      if (request.url().includes("/sign-in/callback")) answers.push(request.url());
    });
    await signIn(theirs, "patient", /Meera/, "", "/");
    await mine.goto("/sign-in?as=patient");
    await mine.goto(String(answers[0]));
    expect(await mine.getByRole("heading", { name: "You are not signed in" }).count()).toBe(1);
    expect(await cookiesOf(mine)).not.toContain("onedoor_patient_small-town");
    await mine.context().close();
    await theirs.context().close();
  });

  test("a second time is no way in", async () => {
    const page = await person();
    const answers: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/sign-in/callback")) answers.push(request.url());
    });
    await signIn(page, "patient", /Meera/, "", "/");
    await page.goto(String(answers[0]));
    expect(await page.getByRole("heading", { name: "You are not signed in" }).count()).toBe(1);
    await page.context().close();
  });
});

test("the provider sends nobody to an address that is not ours", async () => {
  const query = new URLSearchParams({
    client_id: "onedoor",
    response_type: "code",
    scope: "openid",
    redirect_uri: "https://evil.test/sign-in/callback",
    code_challenge: "x".repeat(43),
    code_challenge_method: "S256",
  });
  const { status, headers } = await send(server, `/oidc/auth?${query}`);
  expect(status).toBe(400);
  expect(headers.location).toBeUndefined();
});
