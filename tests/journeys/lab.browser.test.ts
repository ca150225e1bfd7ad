import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { openBrowser, visit } from "../support/browser";
import { runs } from "../support/counts";
import { asked, openedStudy } from "../support/lab";
import { plansOf, SEEN_STUDY, type TookPart, takePart } from "../support/participants";
import { fisher, geometricMean, lostness, mean, share, sus, welch } from "../support/reckoned";
import { type RunningServer, startServer } from "../support/server";
import { goOn, signIn } from "../support/stories";
import { Visitor } from "../support/visitor";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const MANY = runs(6, 30);
const AT_ONCE = 3;
const PLANS = plansOf(20_541, MANY);
const STUDY = "simulated";
const TASKS = SEEN_STUDY.tasks;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** When tasks began and ended, and what was a break between, from the rows of the record as they stand. */
async function secondsOf(id: string): Promise<ReadonlyMap<string, number>> {
  const rows = await server.db.kysely
    .selectFrom("lab_events")
    .select(["at", "body"])
    .where("participant_id", "=", id)
    .orderBy("seq")
    .execute();
  const worked = new Map<string, number>();
  let since = 0;
  for (const { at, body } of rows) {
    const { kind, task } = JSON.parse(body) as { kind: string; task?: string };
    if (kind === "task-begun" || kind === "resumed") since = Date.parse(at);
    if (kind === "paused") worked.set("", (worked.get("") ?? 0) + Date.parse(at) - since);
    if (kind !== "task-over") continue;
    worked.set(task ?? "", (worked.get("") ?? 0) + Date.parse(at) - since);
    worked.delete("");
  }
  return new Map([...worked].map(([task, ms]) => [task, ms / 1_000]));
}

interface Person extends TookPart {
  readonly seconds: ReadonlyMap<string, number>;
}

const succeeds = ({ plan }: Person, task: string) =>
  plan.tasks.find(({ id }) => id === task)?.way === "gets-there";
const began = (people: readonly Person[], task: string) => people.filter(({ seen }) => seen.has(task));
const secondsIn = (people: readonly Person[], task: string) =>
  began(people, task)
    .filter((each) => succeeds(each, task))
    .map(({ seconds }) => seconds.get(task) ?? Number.NaN);
const toTheEnd = (people: readonly Person[]) => people.filter(({ plan }) => plan.stopsAfter === null);
/** What they left without an answer. */
const MISTAKEN = { pattern: "/services/:service/request/:step", field: "flags" };
/** Who was asked who will see them. */
const wereAsked = (people: readonly Person[]) => began(people, "read");

const patternOf = (path = "") =>
  path
    .replace(/^\/services\/[^/]+\/request\/.+/, "/services/:service/request/:step")
    .replace(/^\/services\/[^/:]+$/, "/services/:service")
    .replace(/^\/requests\/.+/, "/requests/:reference");

function taskFigures(people: readonly Person[], { id, optimalPath }: (typeof TASKS)[number]) {
  const all = began(people, id);
  const count = (way: string) =>
    all.filter(({ plan }) => plan.tasks.some((task) => task.id === id && task.way === way)).length;
  const followed = all.filter(({ plan }) => plan.isFollowed);
  const ways = followed.map(({ seen }) => seen.get(id) ?? []);
  const mistakes = followed.flatMap(({ plan }) =>
    plan.tasks.filter((task) => task.id === id).map((task) => task.mistakes),
  );
  const mistaken = mistakes.filter((many) => many > 0).length;
  const lost = ways.map((way) => lostness(way, optimalPath));
  const moved = ways.filter((way) => way.length > 1);
  return {
    attempts: all.length,
    notJudged: 0,
    completion: share(count("gets-there"), all.length),
    ended: { done: count("gets-there") + count("goes-astray"), "gave-up": count("gives-up") },
    seconds: geometricMean(secondsIn(people, id)),
    ease: mean(
      all.flatMap(({ plan }) => plan.tasks.filter((task) => task.id === id).map(({ ease }) => ease)),
      [1, 7],
    ),
    errors: {
      mean: mean(mistakes, [0, Infinity]),
      some: share(mistaken, mistakes.length),
      ...(mistaken > 0 && { fields: { 0: { ...MISTAKEN, people: mistaken } } }),
    },
    lostness: {
      mean: mean(lost, [0, Infinity]),
      lost: share(lost.filter((each) => each > 0.5).length, lost.length),
    },
    firstPage: {
      right: share(moved.filter(([, next]) => patternOf(next) === optimalPath[1]).length, moved.length),
    },
  };
}

function endFigures(people: readonly Person[]) {
  const ended = toTheEnd(people);
  const score = mean(
    ended.map(({ plan }) => sus(plan.sus)),
    [0, 100],
  );
  return {
    people: people.length,
    done: mean(
      people.map((each) => {
        const tried = [...each.seen.keys()];
        return tried.filter((task) => succeeds(each, task)).length / tried.length;
      }),
      [0, 1],
    ),
    sus: score && { score },
    questions: {
      0: {
        id: "trust",
        answered: ended.length,
        mean: mean(
          ended.map(({ plan }) => plan.trusts),
          [1, 5],
        ),
      },
    },
  };
}

const grouped = <Figures>(people: readonly Person[], figures: (some: readonly Person[]) => Figures) => ({
  all: figures(people),
  byVariant: SEEN_STUDY.variants.map(({ id }) => ({
    variant: id,
    figures: figures(people.filter(({ variant }) => variant === id)),
  })),
});

/** What the results must be, from what everybody did. */
function reckon(people: readonly Person[]) {
  const knows = (some: readonly Person[]) => {
    const of = wereAsked(some);
    return share(of.filter(({ plan }) => plan.knows).length, of.length);
  };
  return {
    people: {
      tookPart: people.length,
      finished: toTheEnd(people).length,
      stopped: people.length - toTheEnd(people).length,
      left: 0,
      goingOn: 0,
    },
    tasks: TASKS.map((task) =>
      grouped(people, (some) => ({
        ...taskFigures(some, task),
        ...(task.id === "read" ? { questions: { 0: { id: "who", right: knows(some) } } } : {}),
      })),
    ),
    end: grouped(people, endFigures),
  };
}

/** Every number of `reckoned` stands in `found`, to a millionth of it. */
function differences(found: unknown, reckoned: unknown, at = "results"): readonly string[] {
  if (typeof reckoned === "number" && typeof found === "number")
    return Math.abs(found - reckoned) <= 1e-6 * Math.max(1, Math.abs(reckoned))
      ? []
      : [`${at}: ${found}, and not ${reckoned}`];
  if (typeof reckoned === "object" && reckoned !== null && typeof found === "object" && found !== null)
    return Object.entries(reckoned).flatMap(([name, each]) =>
      differences((found as Record<string, unknown>)[name], each, `${at}.${name}`),
    );
  return found === reckoned ? [] : [`${at}: ${JSON.stringify(found)}, and not ${JSON.stringify(reckoned)}`];
}

interface Compared {
  readonly of: string;
  readonly task: string | null;
  readonly p: number;
  readonly effect: Readonly<Record<string, number>>;
}

/** The two variants against each other, in each task and in what is known. */
function expectCompared(compared: readonly Compared[], people: readonly Person[]): void {
  const [first, second] = SEEN_STUDY.variants.map(({ id }) => people.filter(({ variant }) => variant === id));
  if (first === undefined || second === undefined) throw new Error("The study has two variants");
  const found = (of: string, task: string) => compared.find((each) => each.of === of && each.task === task);
  for (const { id } of TASKS) {
    const done = (some: readonly Person[]) => began(some, id).map((each) => succeeds(each, id));
    expect(found("completion", id)?.p).toBeCloseTo(fisher(done(first), done(second)), 6);
    const times = [secondsIn(first, id), secondsIn(second, id)] as const;
    const time = found("time", id);
    expect(time === undefined).toBe(times.some((each) => each.length < 2));
    if (time === undefined) continue;
    expect(differences(time.effect, welch(...times), `times of ${id}`)).toEqual([]);
  }
  const knew = (some: readonly Person[]) => wereAsked(some).map(({ plan }) => plan.knows);
  expect(found("comprehension", "read")?.p).toBeCloseTo(fisher(knew(first), knew(second)), 6);
}

test("simulated participants, three at once, see nothing of each other, and the results are what they did", {
  timeout: runs(240_000, 1_200_000),
}, async () => {
  const onedoor = createOnedoor(server.db, silent);
  const study = await openedStudy(onedoor, { id: STUDY, study: SEEN_STUDY });
  const all = await Promise.all(
    PLANS.map(async (plan, place) => {
      const { id, link } = await asked(onedoor, study, place);
      return { plan, id, link };
    }),
  );
  const rows = await server.db.kysely
    .selectFrom("participants")
    .select(["id", "variant"])
    .where("study_id", "=", STUDY)
    .execute();
  const variants = new Map(rows.map(({ id, variant }) => [id, variant]));
  const waiting = [...all];
  const took: TookPart[] = [];
  const from = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const variant = variants.get(next.id) ?? "";
        took.push(await takePart(browser, server, { ...next, variant }, next.plan));
      }
    }),
  );
  console.info(`${MANY} took part in ${Math.round((performance.now() - from) / 1_000)} s`);

  // Somebody's mistake is in the results.
  expect(took.some(({ plan }) => plan.isFollowed && plan.tasks.some(({ mistakes }) => mistakes > 0))).toBe(
    true,
  );

  // Each world, code and word is one participant's alone.
  const secretsOf = ({ id, withdrawCode, worldId, references, plan }: TookPart) => [
    id,
    all.find((each) => each.id === id)?.link ?? "",
    withdrawCode,
    worldId,
    ...references,
    plan.says,
  ];
  expect(new Set(took.flatMap(secretsOf)).size).toBe(took.flatMap(secretsOf).length);
  for (const one of took) {
    const shown = one.pages.join("\n");
    const others = took.filter((each) => each !== one).flatMap(secretsOf);
    expect(
      others.filter((secret) => shown.includes(secret)),
      one.id,
    ).toEqual([]);
    expect([one.withdrawCode, one.worldId].filter((mine) => !shown.includes(mine))).toEqual([]);
  }

  const people: Person[] = await Promise.all(
    took.map(async (each) => ({ ...each, seconds: await secondsOf(each.id) })),
  );
  // Time that the server wrote down is no more than passed outside it.
  for (const { seconds, longest } of people)
    for (const [task, ms] of longest) expect(seconds.get(task)).toBeLessThanOrEqual(ms / 1_000);

  const researcher = new Visitor(server);
  await researcher.signIn("lab", "ingrid-solberg");
  const readResults = async () => {
    const { body } = await researcher.get(`/lab/studies/${STUDY}/files/results.json`);
    return (JSON.parse(body) as { results: { compared: readonly Compared[] } }).results;
  };
  const results = await readResults();
  expect(differences(results, reckon(people))).toEqual([]);
  expectCompared(results.compared, people);

  // The page says the same, in words.
  const page = await (await visit(browser, server.url, { scripts: false })).newPage();
  await signIn(page, "lab", /Ingrid Solberg/);
  await page.goto(`/lab/studies/${STUDY}/results`);
  const text = await page.locator("main").innerText();
  for (const { id } of TASKS) {
    const tried = began(people, id);
    const did = tried.filter((each) => succeeds(each, id)).length;
    expect(text).toContain(`${did} of ${tried.length}\n${Math.round((100 * did) / tried.length)}%`);
  }

  // One withdraws later, elsewhere, by their code: the results are of the others, as if there had never been anybody else.
  const [gone, ...left] = people;
  await page.goto("/lab/withdraw");
  await page.getByLabel("Your code to have it all deleted").fill(gone?.withdrawCode ?? "");
  await goOn(page, "Delete everything");
  await page.getByRole("heading", { name: "Everything is deleted" }).waitFor();
  await page.context().close();
  const after = await readResults();
  expect(differences(after, reckon(left))).toEqual([]);
  expectCompared(after.compared, left);
  expect(differences(after, reckon(people))).not.toEqual([]);
});
