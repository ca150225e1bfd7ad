import { afterAll, beforeAll, expect, test } from "vitest";
import { PROBLEMS } from "~/content/lab/problems";
import { makeProblem } from "~/usecases/lab/keep-problems";
import { tagMoment } from "~/usecases/lab/run-session";
import { agree } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import { insertStudyVersion, setStudyState } from "~db/queries/studies";
import { asked, openedStudy } from "../support/lab";
import { LARKMOUTH as TOWN } from "../support/larkmouth-town";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const silent = { info: () => {}, warn: () => {}, error: () => {} };

let server: RunningServer;
const onedoor = () => createOnedoor(server.db, silent);
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => server?.stop());

test("of a study in which nobody took part yet the pages say so, and nothing of what is not known", async () => {
  const study = await openedStudy(onedoor(), { id: "nobody" });
  const ingrid = new Visitor(server);
  await ingrid.signIn("lab", "ingrid-solberg");
  for (const page of ["results", "report"]) {
    const { body } = await ingrid.get(`/lab/studies/${study.id}/${page}`);
    expect(body, page).toContain("Nobody has taken part in this version yet.");
    expect(body, page).not.toContain("Not known");
  }
  const { body } = await ingrid.get(`/lab/studies/${study.id}/problems`);
  expect(body).toContain(PROBLEMS.noneTagged);
  for (const words of [PROBLEMS.none, PROBLEMS.looseNone, PROBLEMS.csv]) expect(body).not.toContain(words);
});

test("a problem that the first version showed is in its results, and not in those of the second", async () => {
  const study = await openedStudy(onedoor(), { id: "two-versions" });
  const { id: code } = await asked(onedoor(), study, 0);
  await agree(onedoor(), TOWN, code, { permissions: ["take-part"], holder: "their browser" });
  const mark = { tag: "problem", severity: 3, note: "", by: "leon-adeyemi" } as const;
  await tagMoment(onedoor(), TOWN, code, mark, { key: "a-mark", agoMs: 0 });
  const problem = {
    id: "a-problem",
    title: "The bar is missed",
    severity: 3,
    moments: [{ code, event: "a-mark" }],
  };
  const ingrid = { accountId: "ingrid-solberg", name: "Ingrid Solberg" };
  expect((await makeProblem(onedoor(), TOWN, ingrid, study.id, problem)).kind).toBe("kept");
  await server.db.write(async (tx) => {
    const now = onedoor().clock();
    await insertStudyVersion(tx, TOWN, { studyId: study.id, version: 2, study: study.study, now });
    await setStudyState(tx, TOWN, study.id, { state: "open", version: 2, now });
  });
  const visitor = new Visitor(server);
  await visitor.signIn("lab", ingrid.accountId);
  for (const page of ["results", "report", "files/problems.csv", "problems"]) {
    const at = `/lab/studies/${study.id}/${page}`;
    expect((await visitor.get(`${at}?version=1`)).body, page).toContain(problem.title);
    // Whatever it is of, a moment of either version may show it: it is there to be chosen.
    const listed = (await visitor.get(at)).body.replace(/<option[^>]*>[^<]*<\/option>/g, "");
    expect(listed, page).not.toContain(problem.title);
  }

  // What is done on the first version's page is of it, and leads back to it.
  const here = `/lab/studies/${study.id}/problems`;
  const { body } = await visitor.get(`${here}?version=1`);
  const forms = [...body.matchAll(/<form[^>]*action="([^"]*problems[^"]*)"/g)].map(([, to]) => to);
  expect(new Set(forms)).toEqual(new Set([`${here}?version=1`]));
  const reworded = { intent: "reword", problem: problem.id, was: problem.title, moments: `${code}:a-mark` };
  const changed = await visitor.post(`${here}?version=1`, {
    ...reworded,
    [`title-${problem.id}`]: "The bar is not seen",
    [`severity-${problem.id}`]: "2",
  });
  expect(changed.body).toContain(PROBLEMS.done.changed);
  expect(changed.body).toContain("The bar is not seen</h2>");

  // A moment of the second version is added to the problem that was found in the first, and then it is of both.
  const { id: later } = await asked(onedoor(), { ...study, version: 2 }, 1);
  await agree(onedoor(), TOWN, later, { permissions: ["take-part"], holder: "another's browser" });
  await tagMoment(onedoor(), TOWN, later, mark, { key: "another-mark", agoMs: 0 });
  expect((await visitor.get(here)).body).toContain(
    `<option value="${problem.id}">The bar is not seen</option>`,
  );
  const added = { intent: "make", key: onedoor().newId(), moments: `${later}:another-mark` };
  const made = await visitor.post(here, { ...added, problem: problem.id });
  expect(made.body).toContain("The bar is not seen</h2>");
  expect(made.body).not.toContain("version=1");
});
