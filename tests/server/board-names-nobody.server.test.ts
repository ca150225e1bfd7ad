import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { pages } from "~/routes";
import { BOARD_ADDRESSES } from "../support/board-addresses";
import { loggedUpTo } from "../support/logged";
import { sampleScenario } from "../support/sample-scenario";
import { type RawAnswer, type RunningServer, send, sendForm, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const BRAND = "larkmouth";
let server: RunningServer;
let cookie: string;
/** Whatever says whose a request is, of everybody who has asked for something or may. */
let names: readonly string[];

const Claims = z.object({
  nhs_number: z.string().optional(),
  phone_number: z.string().optional(),
});

beforeAll(async () => {
  server = await startServer({ seed: true });
  await sampleScenario(server.db, BRAND);
  const { kysely } = server.db;
  const people = await kysely
    .selectFrom("people")
    .innerJoin("accounts", "accounts.id", "people.account_id")
    .select(["people.name", "people.born_on", "accounts.email", "accounts.claims"])
    .where("people.brand_id", "=", BRAND)
    .execute();
  const requests = await kysely
    .selectFrom("requests")
    .select(["id", "reference", "person_name", "person_born_on", "body"])
    .where("brand_id", "=", BRAND)
    .execute();
  names = [
    ...new Set([
      ...people.flatMap(({ name, born_on, email, claims }) => {
        const { nhs_number, phone_number } = Claims.parse(JSON.parse(claims));
        return [name, born_on, email, nhs_number, phone_number];
      }),
      ...requests.flatMap(({ id, reference, person_name, person_born_on, body }) => [
        id,
        reference,
        person_name,
        person_born_on,
        ...freeTexts(JSON.parse(body)),
      ]),
    ]),
  ].filter((name): name is string => typeof name === "string" && name.length > 5);
  const alan = new Visitor(server);
  await alan.signIn("board", "alan-fenwick");
  cookie = alan.cookies();
});
afterAll(() => server?.stop());

/** What people wrote in their own words: all that is a sentence in a request's body. */
const freeTexts = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? value.length > 20 && value.includes(" ")
      ? [value]
      : []
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(freeTexts)
      : [];

const namedIn = (text: string): readonly string[] => names.filter((name) => text.includes(name));
const whole = ({ headers, body }: RawAnswer): string => JSON.stringify(headers) + body;

const addresses = [...new Set(pages.map(({ path = "" }) => `/${path}`))].filter((path) =>
  /^\/board(\/|\.|$)/.test(path),
);

test("every address of the board room has a sample", () => {
  expect(Object.keys(BOARD_ADDRESSES).sort()).toEqual([...addresses].sort());
});

test("there are patients who could be named, and the worklist names them", async () => {
  expect(names.length).toBeGreaterThan(40);
  const maggie = new Visitor(server);
  await maggie.signIn("partner", "maggie-thorne");
  expect(namedIn((await maggie.get("/partner")).body).length).toBeGreaterThan(0);
});

test.each(addresses)(
  "%s names no patient: not as a page, nor in its headers, nor in what it says is wrong",
  async (path) => {
    for (const prefix of ["", `/b/${BRAND}`])
      for (const at of BOARD_ADDRESSES[path] ?? []) {
        const page = await send(server, `${prefix}${at}`, { headers: { cookie } });
        expect([at, page.status < 400 || page.status === 404]).toEqual([at, true]);
        expect(namedIn(whole(page))).toEqual([]);
        const spoilt = await send(
          server,
          `${prefix}${at}${at.includes("?") ? "&" : "?"}from=x&until=0&page=-1&organisation=..`,
          {
            headers: { cookie },
          },
        );
        expect(spoilt.status).toBeLessThan(500);
        expect(namedIn(whole(spoilt))).toEqual([]);
        const sent = await sendForm(server, `${prefix}${at}`, { intent: "no-such-thing" }, { cookie });
        expect(sent.status).toBeLessThan(500);
        expect(namedIn(whole(sent))).toEqual([]);
      }
  },
);

test("the pages of patients, partners and the desk are none of a board member’s", async () => {
  const [request] = await server.db.kysely
    .selectFrom("requests")
    .innerJoin("parts", "parts.request_id", "requests.id")
    .innerJoin("fulfilments", "fulfilments.request_id", "requests.id")
    .select(["requests.reference", "parts.id as part", "fulfilments.id as fulfilment"])
    .where("requests.brand_id", "=", BRAND)
    .execute();
  for (const at of [
    `/requests/${request?.reference}`,
    `/partner/fulfilments/${request?.fulfilment}`,
    `/desk/${request?.part}`,
    "/partner",
    "/partner/worklist.csv",
    "/desk",
    "/manage",
  ]) {
    const answer = await send(server, at, { headers: { cookie } });
    expect([at, answer.status >= 300]).toEqual([at, true]);
    // Where they would sign in leads back to what they asked for, and says no more than they did.
    expect(namedIn(whole(answer)).filter((name) => !at.includes(name))).toEqual([]);
  }
});

test("the log of all this names nobody", async () => {
  const last = await send(server, "/board", { headers: { cookie } });
  expect(namedIn(await loggedUpTo(server, last))).toEqual([]);
});
