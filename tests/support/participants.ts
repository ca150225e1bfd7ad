import type { Browser, Page } from "playwright-core";
import { seeded } from "~/domain/shared/seeded";
import { SEQ, SUS_ITEMS, susId } from "~/domain/usability/log";
import type { Study } from "~/domain/usability/study";
import { visit } from "./browser";
import { smallStudy } from "./lab";
import type { RunningServer } from "./server";
import { goOn } from "./stories";

/** The small study, with tasks whose success the system sees by itself. */
export const SEEN_STUDY: Study = (() => {
  const study = smallStudy();
  const [find, read] = study.tasks;
  if (find === undefined || read === undefined) throw new Error("The small study has two tasks");
  const success = { by: "address", pattern: "/requests/:reference", values: {} } as const;
  return { ...study, tasks: [find, { ...read, success }] };
})();

/** How somebody goes at a task: they get there, say that they did without it, or would rather stop. */
export type Way = "gets-there" | "goes-astray" | "gives-up";

export interface PlannedTask {
  readonly id: string;
  readonly way: Way;
  /** Addresses of the town that they see on the way, one after the other. */
  readonly detours: readonly string[];
  /** How often they send a form of the town without an answer. */
  readonly mistakes: number;
  readonly takesABreak: boolean;
  /** 1 to 7. */
  readonly ease: number;
}

/** What a simulated participant will do, drawn beforehand: what comes out at the end is reckoned from it. */
export interface Plan {
  readonly scripts: boolean;
  readonly isFollowed: boolean;
  readonly tasks: readonly PlannedTask[];
  /** Stops the whole test after so many tasks; null goes on to the end. */
  readonly stopsAfter: number | null;
  readonly says: string;
  /** Whether they know who will see them. */
  readonly knows: boolean;
  /** Ten, each 1 to 5. */
  readonly sus: readonly number[];
  /** 1 to 5. */
  readonly trusts: number;
}

/** A form of the town that cannot be sent without an answer. */
const ASKING = "/services/physiotherapy/request/red-flags";
const ELSEWHERE = ["/privacy", "/basket", "/services", "/languages/pl", "/requests"];

/** The same seed is the same people, half of them with scripts off. */
export function plansOf(seed: number, many: number): readonly Plan[] {
  return Array.from({ length: many }, (_, place) => {
    const random = seeded(seed + place * 7_919);
    const chance = (share: number) => random() < share;
    const oneTo = (most: number) => 1 + Math.floor(random() * most);
    const task = (id: string): PlannedTask => ({
      id,
      way: chance(0.65) ? "gets-there" : chance(0.5) ? "goes-astray" : "gives-up",
      detours: Array.from(
        { length: oneTo(4) - 1 },
        () => ELSEWHERE[oneTo(ELSEWHERE.length) - 1] ?? "/privacy",
      ),
      takesABreak: chance(0.3),
      ease: oneTo(7),
      mistakes: chance(0.4) ? oneTo(2) : 0,
    });
    return {
      scripts: place % 2 === 0,
      isFollowed: chance(0.8),
      tasks: SEEN_STUDY.tasks.map(({ id }) => task(id)),
      stopsAfter: chance(0.12) ? 1 : null,
      says: `I thought of ${["kites", "lanterns", "pebbles"][place % 3]} ${seed}-${place}-${oneTo(1_000_000)}`,
      knows: chance(0.6),
      sus: Array.from({ length: SUS_ITEMS }, () => oneTo(5)),
      trusts: oneTo(5),
    };
  });
}

/** What came of it, as the participant's own browser saw it. */
export interface TookPart {
  readonly id: string;
  readonly variant: string;
  readonly plan: Plan;
  readonly withdrawCode: string;
  readonly worldId: string;
  /** Of what their people had asked for in their world. */
  readonly references: readonly string[];
  /** The pages of each task that was begun: paths of the town, in order. Those of a break are not among them. */
  readonly seen: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds of each task: no more, by the browser's clock, than between pressing the two buttons and what they led to. */
  readonly longest: ReadonlyMap<string, number>;
  /** Every page that they were shown, whole. */
  readonly pages: readonly string[];
}

const WORLD = /\/b\/(lab-[0-9a-f]{32})/;

/** A browser of their own, in which somebody takes part by their link as planned. */
export async function takePart(
  browser: Browser,
  server: RunningServer,
  asked: { readonly id: string; readonly link: string; readonly variant: string },
  plan: Plan,
): Promise<TookPart> {
  const context = await visit(browser, server.url, { scripts: plan.scripts });
  const page = await context.newPage();
  const pages: string[] = [];
  const seen = new Map<string, readonly string[]>();
  const longest = new Map<string, number>();
  const look = async () => {
    pages.push(await page.content());
  };

  await page.goto(`/lab/join/${asked.link}`);
  await look();
  await choose(page, {
    "take-part": "yes",
    "follow-pages": plan.isFollowed ? "yes" : "no",
    "keep-pictures": "no",
  });
  await goOn(page, "Go on");
  const [code, withdrawCode = ""] = await page.locator(".take__codes dd").allTextContents();
  if (code !== asked.id) throw new Error(`${asked.id} was told another's code`);
  await look();
  await page.getByRole("link", { name: "I have it. Go on" }).click();

  let worldId = "";
  let references: readonly string[] = [];
  for (const [place, task] of plan.tasks.entries()) {
    if (place === plan.stopsAfter) break;
    await page.getByRole("heading", { name: `Task ${place + 1} of ` }).waitFor();
    await look();
    const from = Date.now();
    await goOn(page, "Begin the task");
    await page.waitForURL(WORLD);
    worldId = WORLD.exec(page.url())?.[1] ?? "";
    seen.set(task.id, await walk(page, task, look));
    await page.getByRole("heading", { name: "Questions" }).waitFor();
    longest.set(task.id, Date.now() - from);
    await look();
    const answers: Record<string, string> = { [SEQ]: String(task.ease) };
    if (task.id === "find") await page.getByLabel("What did you think?").fill(plan.says);
    else {
      const truth = await whoTreats(server, worldId);
      references = truth.references;
      const options = await page
        .locator("input[name=who]")
        .evaluateAll((all) => all.map((each) => (each as unknown as { value: string }).value));
      answers.who = options.find((option) => (option === truth.name) === plan.knows) ?? "";
    }
    await choose(page, answers);
    await goOn(page, "Go on");
  }
  if (plan.stopsAfter === null) {
    await page.getByRole("heading", { name: "The last questions" }).waitFor();
    await look();
    await choose(page, Object.fromEntries(plan.sus.map((step, item) => [susId(item + 1), String(step)])));
    await goOn(page, "Go on");
    await page.getByRole("group", { name: "How far do you trust it?" }).waitFor();
    await look();
    await choose(page, { trust: String(plan.trusts) });
    await goOn(page, "Go on");
    await page.getByRole("heading", { name: "Thank you. That was all" }).waitFor();
  } else {
    await page.getByText("If you change your mind").click();
    await goOn(page, "End the test now");
    await page.getByRole("heading", { name: "Thank you. We stop here" }).waitFor();
  }
  await look();
  await context.close();
  return {
    id: asked.id,
    variant: asked.variant,
    plan,
    withdrawCode,
    worldId,
    references,
    seen,
    longest,
    pages,
  };
}

async function choose(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(answers))
    await page.locator(`main input[name="${name}"][value="${value}"]`).check();
}

/** Says that a task is done. A press right after a break is taken for the one that ended it, and the page stays. */
export async function sayDone(page: Page): Promise<void> {
  const press = () =>
    Promise.all([
      page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith("/lab/take")),
      page.getByRole("button", { name: "I have finished" }).click(),
    ]);
  for (let [answer] = await press(); answer.status() === 204; ) [answer] = await press();
}

/** From a task's first page to its end. Gives the paths of the pages, the first among them. */
async function walk(
  page: Page,
  { id, way, detours, mistakes, takesABreak }: PlannedTask,
  look: () => Promise<void>,
) {
  const world = WORLD.exec(page.url())?.[0] ?? "";
  const paths: string[] = [];
  const here = async () => {
    await page.locator(".test-bar").waitFor();
    paths.push(new URL(page.url()).pathname.replace(world, "") || "/");
    await look();
  };
  const go = async (path: string) => {
    await page.goto(`${world}${path}`);
    await here();
  };
  await here();
  for (const path of detours) await go(path);
  if (mistakes > 0) await go(ASKING);
  for (let mistake = 0; mistake < mistakes; mistake += 1) {
    await Promise.all([page.waitForResponse((answer) => answer.status() === 400), goOn(page)]);
    await page.getByRole("alert").waitFor();
    await here();
  }
  if (takesABreak) {
    await page.locator(".test-bar summary").click();
    await goOn(page, "Have a break");
    await page.getByText("You have a break.").waitFor();
    await page.locator(".test-bar__done").click();
    await page.locator(".test-bar__done", { hasText: "I have finished" }).waitFor();
  }
  if (way === "gets-there") {
    await go(id === "find" ? "/services?q=back" : "/requests");
    const to = id === "find" ? "/services/physiotherapy" : "/requests/";
    await page.locator(`main a[href^="${world}${to}"]`).first().click();
    await page.waitForURL(({ pathname }) => pathname.startsWith(`${world}${to}`));
    await here();
  }
  if (way === "gives-up") {
    await page.locator(".test-bar summary").click();
    await goOn(page, "I would rather stop this task");
  } else await sayDone(page);
  return paths;
}

/** Who has what was asked for in a world, from its rows. */
async function whoTreats({ db }: RunningServer, worldId: string) {
  const rows = await db.kysely
    .selectFrom("requests")
    .innerJoin("fulfilments", (join) =>
      join
        .onRef("fulfilments.brand_id", "=", "requests.brand_id")
        .onRef("fulfilments.request_id", "=", "requests.id"),
    )
    .innerJoin("organisations", (join) =>
      join
        .onRef("organisations.brand_id", "=", "fulfilments.brand_id")
        .onRef("organisations.id", "=", "fulfilments.organisation_id"),
    )
    .select(["requests.reference", "organisations.name"])
    .where("requests.brand_id", "=", worldId)
    .execute();
  const [one] = rows;
  if (rows.length !== 1 || one === undefined) throw new Error("A world has the one request of its beginning");
  return { name: one.name, references: [one.reference] };
}
