import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SHOWING } from "~/content/board/stage";
import { instant } from "~/domain/shared/time";
import { writeDirectory } from "~db/queries/directory";
import { type RawAnswer, type RunningServer, send, sendForm, startServer } from "../support/server";
import { smallTown } from "../support/small-town";
import { Visitor } from "../support/visitor";

const MINE = "/b/larkmouth";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => server?.stop());

const alan = async () => {
  const visitor = new Visitor(server);
  await visitor.signIn("board", "alan-fenwick");
  return visitor;
};

/** Puts up a stage, and says where it is and which world it is played in. */
async function putUp(visitor: Visitor, story: string) {
  const answer = await sendForm(server, "/board/stage", { story }, { cookie: visitor.cookies() });
  expect(answer.status).toBe(303);
  const path = answer.headers.location ?? "";
  const page = await visitor.post("/board/stage", { story });
  return { path, page, world: worldIn(page) };
}

const worldIn = ({ body }: RawAnswer): string => /src="\/b\/(stage-[0-9a-f]+)\//.exec(body)?.[1] ?? "";
const cookieNames = ({ headers }: RawAnswer): string[] =>
  [headers["set-cookie"] ?? []].flat().map((cookie) => cookie.slice(0, cookie.indexOf("=")));

describe("a stage", () => {
  test("is put up by a member of the board, who is two people in its world and nobody else anywhere", async () => {
    const visitor = await alan();
    const before = visitor.cookies();
    const begun = await sendForm(server, "/board/stage", { story: "refusal" }, { cookie: before });
    const page = await visitor.get(begun.headers.location ?? "");
    const world = worldIn(page);
    expect(world).not.toBe("");
    expect(cookieNames(begun).sort()).toEqual([`onedoor_partner_${world}`, `onedoor_patient_${world}`]);
    const entries = await server.db.kysely
      .selectFrom("audit")
      .select(["action", "actor"])
      .where("brand_id", "=", world)
      .where("action", "=", "sat-on-stage")
      .execute();
    expect(entries.map(({ actor }) => JSON.parse(actor))).toEqual([
      { kind: "board", accountId: "alan-fenwick", name: "Alan Fenwick" },
    ]);
  });

  test("is put up by nobody else, and is not found where it is none", async () => {
    for (const [as, who] of [
      ["partner", "maggie-thorne"],
      ["patient", "grace-okonkwo"],
    ] as const) {
      const visitor = new Visitor(server);
      await visitor.signIn(as, who);
      const cookie = { cookie: visitor.cookies() };
      const sent = await sendForm(server, "/board/stage", { story: "refusal" }, cookie);
      expect([sent.status, cookieNames(sent)]).toEqual([401, []]);
      expect((await send(server, "/board/stage", { headers: cookie })).status).toBe(303);
    }
    const member = await alan();
    expect((await member.get("/board/stage/no-such-stage")).status).toBe(404);
    expect((await member.post("/board/stage", { story: "no-such-story" })).status).toBe(400);
    // A town whose people are in no story.
    await member.signIn("board", "alan-fenwick", "/b/larkmouth");
    const { path } = await putUp(member, "simple");
    expect((await member.get(path.replace("/board", "/b/saltmarsh/board"))).status).not.toBe(200);
  });

  test("leads nowhere but into its own world: the town's own pages, and another stage's, know nobody", async () => {
    const visitor = await alan();
    const { world, page } = await putUp(visitor, "refusal");
    const other = (await putUp(await alan(), "refusal")).world;
    const onlyOnStage = visitor
      .cookies()
      .split("; ")
      .filter((cookie) => cookie.includes(world))
      .join("; ");
    const ask = async (path: string) =>
      (await send(server, path, { headers: { cookie: onlyOnStage } })).status;
    const inIt = /src="(\/b\/stage-[^"]+)"/.exec(page.body)?.[1] ?? "";
    expect(await ask(inIt.replaceAll("&amp;", "&"))).toBe(200);
    expect(await ask(`/b/${world}/partner`)).toBe(200);
    for (const at of ["/partner", "/desk", "/manage", "/board", "/partner/worklist.csv"]) {
      for (const prefix of ["", MINE, "/b/saltmarsh"])
        expect([prefix, at, await ask(`${prefix}${at}`)]).toEqual([prefix, at, 303]);
      expect([at, await ask(`/b/${other}${at}`)]).toEqual([at, 404]);
    }
    for (const prefix of ["", MINE, "/b/saltmarsh"])
      expect([prefix, await ask(`${prefix}/board/stage`)]).toEqual([prefix, 303]);
    // Nor is it a stage itself.
    const cookie = { cookie: visitor.cookies() };
    expect((await send(server, `/b/${world}/board/stage`, { headers: cookie })).status).toBe(404);
    // Whoever works there is not led back to the town by a link.
    const worklist = await send(server, `/b/${world}/partner`, { headers: { cookie: onlyOnStage } });
    expect(worklist.body).not.toContain(`${MINE}/partner`);
    expect(worklist.body).not.toContain("/b/saltmarsh/");
  });

  test("has a world that is there for its board and for whoever sits in it, and for nobody else", async () => {
    const visitor = await alan();
    const { world } = await putUp(visitor, "refusal");
    const pages = [
      "/",
      "/services",
      "/requests",
      "/partner",
      "/events",
      "/services/suggest?q=knee",
      "/no-such-page",
    ];
    const asks = async (cookie: string) =>
      Promise.all(
        pages
          .filter((at) => at !== "/events" && at !== "/no-such-page")
          .map(async (at) => (await send(server, `/b/${world}${at}`, { headers: { cookie } })).status),
      );
    const stranger = new Visitor(server);
    await stranger.signIn("patient", "grace-okonkwo");
    for (const cookie of ["", stranger.cookies(), `onedoor_patient_${world}=${"a".repeat(43)}`])
      for (const at of pages)
        expect([at, (await send(server, `/b/${world}${at}`, { headers: { cookie } })).status]).toEqual([
          at,
          404,
        ]);
    const sent = await sendForm(server, `/b/${world}/sign-out`, { as: "patient" });
    expect(sent.status).toBe(404);
    const one = (kept: (name: string) => boolean) => visitor.cookies().split("; ").filter(kept).join("; ");
    expect(await asks(one((name) => name.includes(world)))).not.toContain(404);
    // Another member of the board is shown the panes, and is asked to sit down.
    expect(await asks(one((name) => name.startsWith("onedoor_board_")))).not.toContain(404);
  });

  test("that others begin again, while somebody sits down or does something there, is joined where it is now", async () => {
    const [visitor, other] = [await alan(), await alan()];
    const { path } = await putUp(visitor, "refusal");
    const post = async (who: Visitor, intent: string) =>
      (await sendForm(server, path, { intent, from: "0" }, { cookie: who.cookies() })).status;
    for (let time = 0; time < 3; time += 1) {
      let isOver = false;
      const again = post(visitor, "reset").finally(() => {
        isOver = true;
      });
      const came: number[] = [];
      while (!isOver)
        came.push(...(await Promise.all(["sit", "hour", "sit", "sit"].map((intent) => post(other, intent)))));
      expect([await again, new Set(came)]).toEqual([303, new Set([303])]);
    }
  });

  test("goes on past a step that fails, and its page says so", async () => {
    const visitor = await alan();
    const cookie = { cookie: visitor.cookies() };
    const begun = await sendForm(server, "/board/stage", { story: "pop-up" }, cookie);
    const path = begun.headers.location ?? "";
    const world = worldIn(await visitor.get(path));
    // Nobody runs the front door who could open the place that the third step opens.
    await server.db.kysely
      .deleteFrom("memberships")
      .where("brand_id", "=", world)
      .where("organisation_id", "is", null)
      .execute();
    const next = async (from: number) => {
      const { status } = await sendForm(server, path, { intent: "next", from: String(from) }, cookie);
      const page = await visitor.get(path);
      return [status, page.status, page.body.includes(SHOWING.skipped)];
    };
    expect(await next(0)).toEqual([303, 200, false]);
    expect(await next(1)).toEqual([303, 200, true]);
    expect(await next(2)).toEqual([303, 200, false]);
  });

  test("says so where nobody works at the pane's partner, and what to do; whoever comes there is shown again", async () => {
    const visitor = await alan();
    const cookie = { cookie: visitor.cookies() };
    const begun = await sendForm(server, "/board/stage", { story: "refusal" }, cookie);
    const path = begun.headers.location ?? "";
    const before = await visitor.post(path, { intent: "sit", from: "0" });
    const world = worldIn(before);
    expect(visitor.cookies()).toContain(`onedoor_partner_${world}`);
    const frame = /<iframe[^>]*id="stage-work"[^>]*>/;
    expect(frame.exec(before.body)?.[0]).toContain('src="/b/');
    const there = server.db.kysely.selectFrom("memberships").selectAll().where("brand_id", "=", world);
    const worked = await there.execute();
    await server.db.kysely.deleteFrom("memberships").where("brand_id", "=", world).execute();
    const page = await visitor.get(path);
    expect([page.status, frame.exec(page.body)?.[0].includes("hidden")]).toEqual([200, true]);
    expect(frame.exec(page.body)?.[0]).not.toContain("src=");
    expect(page.body).toMatch(/Nobody works at [^<]+ in this copy of the town/);
    expect(page.body).toContain(SHOWING.nobodyDo);
    // The person on the phone is there all the same, and nobody is at work in this browser any more.
    const sat = await visitor.post(path, { intent: "sit", from: "0" });
    expect([sat.status, sat.body.includes(SHOWING.sitWhy)]).toEqual([200, false]);
    expect(visitor.cookies()).toContain(`onedoor_patient_${world}`);
    expect(visitor.cookies()).not.toContain(`onedoor_partner_${world}`);
    await server.db.kysely.insertInto("memberships").values(worked).execute();
    const again = await visitor.post(path, { intent: "sit", from: "0" });
    expect(frame.exec(again.body)?.[0]).toContain('src="/b/');
    expect(again.body).not.toContain(SHOWING.nobodyDo);
  });

  test("is listed among nobody's places of work", async () => {
    await putUp(await alan(), "refusal");
    const maggie = new Visitor(server);
    await maggie.signIn("partner", "maggie-thorne");
    const { body } = await maggie.get("/partner");
    expect(body).toContain("Go to Harbour Community Trust in Saltmarsh Health");
    expect(body).not.toContain("/b/stage-");
  });

  test("a browser does not gather the cookies of stages that are over", async () => {
    const visitor = await alan();
    const { path } = await putUp(visitor, "simple");
    const kept = () => visitor.cookies().match(/onedoor_patient_stage-/g)?.length ?? 0;
    await visitor.get(path);
    await visitor.post(path, { intent: "sit", from: "0" });
    const before = kept();
    for (let times = 0; times < 3; times += 1) await visitor.post(path, { intent: "reset", from: "0" });
    expect(kept()).toBe(before);
  });
});

describe("whose pages may be framed", () => {
  test("those of a stage's world, by our own; no others", async () => {
    const visitor = await alan();
    const { world, path } = await putUp(visitor, "refusal");
    const framing = async (at: string) => {
      const { headers } = await send(server, at, { headers: { cookie: visitor.cookies() } });
      const policy = String(headers["content-security-policy"]);
      return [/frame-ancestors ([^;]+)/.exec(policy)?.[1], headers["x-frame-options"]];
    };
    for (const at of ["/services", "/requests", "/partner", "/desk", "/no-such-page"])
      expect([at, ...(await framing(`/b/${world}${at}`))]).toEqual([at, "'self'", "SAMEORIGIN"]);
    for (const at of ["/", "/services", "/requests", "/partner", "/board/stage", path, `${MINE}/services`])
      expect([at, ...(await framing(at))]).toEqual([at, "'none'", "DENY"]);
  });
});

test.each(["real", "lab"] as const)("on a %s brand there is no stage", async (kind) => {
  const town = smallTown();
  const elsewhere = await startServer({
    prepare: (db) =>
      db.write(async (tx) => {
        const contents = { ...town, brand: { ...town.brand, kind } };
        await writeDirectory(tx, contents, instant(Date.now()));
      }),
  });
  try {
    for (const at of ["/board/stage", "/board/stage/handout", "/board/stage/some-stage"]) {
      const prefix = `/b/${town.brand.id}`;
      expect([at, (await send(elsewhere, `${prefix}${at}`)).status]).toEqual([at, 404]);
    }
    const sent = await sendForm(elsewhere, `/b/${town.brand.id}/board/stage`, { story: "simple" });
    expect(sent.status).toBe(404);
    expect((await send(elsewhere, `/b/${town.brand.id}/board`)).status).toBe(303);
  } finally {
    await elsewhere.stop();
  }
});
