import { afterAll, beforeAll, expect, test } from "vitest";
import { SCENARIO, WHAT_IF_ERRORS } from "~/content/board/what-if";
import { MOST_CHANGES } from "~/domain/simulation/changes";
import { insertScenario, readRun, readScenario } from "~db/queries/scenarios";
import { SAMPLE, sampleScenario } from "../support/sample-scenario";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

let server: RunningServer;
let alan: Visitor;

beforeAll(async () => {
  server = await startServer({ seed: true });
  await sampleScenario(server.db, "larkmouth");
  alan = new Visitor(server);
  await alan.signIn("board", "alan-fenwick");
});
afterAll(() => server?.stop());

const propose = (scenario: string) =>
  alan.post("/board/governance/new?matter=retire-service", {
    matter: "retire-service",
    scenario,
    service: "physiotherapy",
    why: "The what-if says so.",
    as: "~",
  });

test("a proposal goes with a what-if that is there, and that one stays as it was played", async () => {
  const lost = await propose("no-such-scenario");
  expect([lost.status, lost.body.includes("is not there any more")]).toEqual([409, true]);
  const before = await readRun(server.db.kysely, "larkmouth", SAMPLE);
  expect(before?.run.state).toBe("done");
  const page = `/board/what-if/${SAMPLE}`;
  const CHANGING = [SCENARIO.again, SCENARIO.take, SCENARIO.add, SCENARIO.edit, SCENARIO.remove];
  const offered = (body: string) => CHANGING.filter((words) => body.includes(`>${words}<`));
  expect(offered((await alan.get(page)).body)).toEqual(CHANGING);

  const made = await propose(SAMPLE);
  expect([made.status, made.body.includes(page)]).toEqual([200, true]);
  const kept = (await alan.get(page)).body;
  expect(offered(kept)).toEqual([]);
  expect([kept.includes(SCENARIO.kept), kept.includes(SCENARIO.proposed)]).toEqual([true, true]);
  const change = await alan.get(`${page}/change`);
  expect([change.status, change.headers.location]).toEqual([302, page]);
  const again = await alan.post(page, { intent: "play" });
  expect([again.status, again.body.includes(WHAT_IF_ERRORS.proposed)]).toEqual([409, true]);
  expect(await readRun(server.db.kysely, "larkmouth", SAMPLE)).toEqual(before);
});

test("where no change can be added, the page of a what-if says why", async () => {
  const scenario = await readScenario(server.db.kysely, "larkmouth", SAMPLE);
  const [change] = scenario?.changes ?? [];
  if (scenario === undefined || change === undefined) throw new Error("The sample changes something");
  const changes = Array.from({ length: MOST_CHANGES }, () => change);
  await server.db.write((tx) => insertScenario(tx, "larkmouth", { ...scenario, id: "full", changes }));
  const { body } = await alan.get("/board/what-if/full");
  expect([body.includes(WHAT_IF_ERRORS.tooManyChanges), body.includes(`>${SCENARIO.add}<`)]).toEqual([
    true,
    false,
  ]);
  expect(body).toContain(`>${SCENARIO.take}<`);
});
