import { afterAll, beforeAll, expect, test } from "vitest";
import { PROBLEMS } from "~/content/lab/problems";
import { instant } from "~/domain/shared/time";
import { agree } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import { appendLabEvents } from "~db/queries/lab-record";
import { asked, openedStudy } from "../support/lab";
import { LARKMOUTH } from "../support/larkmouth-town";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const QUOTE = "They say: my sister reads me the letters";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => server?.stop());

test("a problem that was named from somebody who is deleted is named again, and no page or file has its old name", async () => {
  const onedoor = createOnedoor(server.db, silent);
  const study = await openedStudy(onedoor);
  const codes: string[] = [];
  for (const place of [0, 1]) {
    const { id } = await asked(onedoor, study, place);
    await agree(onedoor, LARKMOUTH, id, { permissions: ["take-part"], holder: `browser ${place}` });
    const event = { kind: "tagged", tag: "problem", severity: 3, note: "", by: "leon" } as const;
    const at = instant(Date.now());
    await server.db.write((tx) => appendLabEvents(tx, LARKMOUTH, id, [{ id: `${id}-tag`, at, event }]));
    codes.push(id);
  }
  const [gone = "", stays = ""] = codes;
  const ingrid = new Visitor(server);
  await ingrid.signIn("lab", "ingrid-solberg");
  const here = `/lab/studies/${study.id}`;
  const page = async (path: string) => (await ingrid.get(`${here}/${path}`)).body;
  /** The form by which the one problem is named, as the page carries it. */
  const naming = async () => {
    const [form = ""] = /<form(?:(?!<form).)*value="reword".*?<\/form>/s.exec(await page("problems")) ?? [];
    const of = (name: string) =>
      [...form.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))].map(([, value = ""]) => value);
    const id = of("problem")[0] ?? "";
    const title = /name="title-[^"]*"[^>]*value="([^"]*)"/.exec(form)?.[1] ?? "";
    return { id, was: of("was")[0] ?? "", moments: of("moments"), title };
  };
  const rename = async (to: string, { id, was, moments }: Awaited<ReturnType<typeof naming>>) => {
    const form = new URLSearchParams({ intent: "reword", problem: id, was, [`title-${id}`]: to });
    form.set(`severity-${id}`, "3");
    for (const moment of moments) form.append("moments", moment);
    return ingrid.post(`${here}/problems`, String(form));
  };

  const made = new URLSearchParams({ intent: "make", key: onedoor.newId(), title: QUOTE, severity: "3" });
  for (const code of codes) made.append("moments", `${code}:${code}-tag`);
  expect((await ingrid.post(`${here}/problems`, String(made))).body).toContain(PROBLEMS.done.made);
  const before = await naming();
  expect(before).toMatchObject({ was: QUOTE, title: QUOTE });
  expect(before.moments).toHaveLength(2);

  await ingrid.post(`${here}/participants`, { intent: "delete", participant: gone });
  const pages = [
    "problems",
    "results",
    "report",
    "files/problems.csv",
    "files/problems.json",
    "files/results.json",
  ];
  for (const path of pages) {
    const body = await page(path);
    expect([path, body.includes(PROBLEMS.unnamed)]).toEqual([path, true]);
    expect([path, body.includes("my sister")]).toEqual([path, false]);
  }
  expect(await page("problems")).toContain(PROBLEMS.nameAgain);

  // What was open before brings nothing of it back.
  expect((await rename(QUOTE, before)).status).toBe(409);
  const after = await naming();
  expect(after).toMatchObject({ was: "", title: "", moments: [`${stays}:${stays}-tag`] });
  expect((await rename("Letters are hard to read", after)).body).toContain(PROBLEMS.done.changed);
  const named = await page("problems");
  expect(named).toContain("Letters are hard to read");
  expect(named).not.toContain(PROBLEMS.nameAgain);
});
