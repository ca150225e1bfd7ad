import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "~/domain/shared/time";
import { agree } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import { READY_STUDY } from "~seeds/scenarios/studies";
import { asked, openedStudy } from "../support/lab";
import { LARKMOUTH } from "../support/larkmouth-town";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const YES = { "take-part": "yes", "follow-pages": "yes", "keep-pictures": "no" };

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => server?.stop());

test("who has done nothing for a day is listed as left, and not as going on", async () => {
  const onedoor = createOnedoor(server.db, silent);
  const study = await openedStudy(onedoor);
  const [left, here] = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)];
  const yesterday = { ...onedoor, clock: () => instant(Date.now() - 25 * 3_600_000) };
  const agreed = { permissions: ["take-part", "follow-pages"], holder: "their browser" } as const;
  await agree(yesterday, LARKMOUTH, left.id, agreed);
  await new Visitor(server).post(`/lab/join/${here.link}`, YES);
  const ingrid = new Visitor(server);
  await ingrid.signIn("lab", "ingrid-solberg");
  const { body } = await ingrid.get("/lab");
  const listed = (label: string) =>
    new RegExp(`<ul[^>]*aria-label="${label}">(.*?)</ul>`, "s").exec(body)?.[1] ?? "";
  expect(listed("Going on now")).toContain(here.id);
  expect(listed("Going on now")).not.toContain(left.id);
  expect(listed("Left in the middle")).toContain(left.id);
  expect(listed("Left in the middle")).not.toContain(here.id);
  expect(body).toContain("0 asked · 1 taking part · 1 left in the middle · 0 done");
  // Every other page and file of the study counts them the same.
  const of = async (path: string) => (await ingrid.get(`/lab/${path}`)).body.replaceAll("<!-- -->", "");
  const list = await of(`studies/${study.id}/participants`);
  const lineOf = (id: string) =>
    new RegExp(`<li[^>]*><span[^>]*><span[^>]*>${id}<.*?</form>`, "s").exec(list)?.[0];
  expect(lineOf(left.id)).toContain("<span>Left in the middle</span>");
  expect(lineOf(here.id)).toContain("<span>Taking part</span>");
  const words = "2 people took part: 0 to the end, 0 stopped before it, 1 left in the middle, 1 going on.";
  for (const page of ["results", "report"]) expect(await of(`studies/${study.id}/${page}`)).toContain(words);
  const files = `studies/${study.id}/files`;
  const { results } = JSON.parse(await of(`${files}/results.json`));
  expect(results.people).toEqual({ tookPart: 2, finished: 0, stopped: 0, left: 1, goingOn: 1 });
  const lines = (await of(`${files}/results.csv`)).split("\r\n");
  expect(lines.find((line) => line.startsWith(left.id))).toContain(",left,");
  expect(lines.find((line) => line.startsWith(here.id))).toContain(",going-on,");
  const console = await of(`sessions/${left.id}`);
  expect(console).toContain("They left in the middle: nothing was heard of them for a day or more");
  expect(console).not.toContain("data-running");
  expect(await of(`sessions/${here.id}`)).not.toContain("left in the middle");
});

test("a study whose words do not say what holds for everybody says so to whoever writes it, and what to do", async () => {
  const study = await openedStudy(createOnedoor(server.db, silent), { id: "worded" });
  const ingrid = new Visitor(server);
  await ingrid.signIn("lab", "ingrid-solberg");
  const pageOf = async (address: string) => (await ingrid.get(`/lab/studies/${address}`)).body;
  for (const address of [study.id, `${study.id}?version=1`]) {
    const page = await pageOf(address);
    expect(page).toContain("If you stop, we keep what you did until then.");
    expect(page).toContain("open the study again: that is a new version");
  }
  expect(await pageOf(READY_STUDY)).not.toContain("that is a new version");
});
