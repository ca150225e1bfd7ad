import { copyBrand } from "~/usecases/copy-brand";
import { deleteBrand } from "~/usecases/delete-brand";
import { createOnedoor } from "~/usecases/onedoor";
import { beginStory, goToStep, storyOf } from "~/usecases/stage/play";
import { tendWorlds } from "~/usecases/stage/worlds";
import { openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { seedDemo } from "~seeds/scenarios/demo";
import { durableDatabases } from "./durable-databases";
import { type Bench, rounded } from "./measure";

const TOWN = "larkmouth";
const STORY = "refusal";
const COPY = "bench-stage-copy";
const PRESENTER = { accountId: "bench", name: "Bench" };
const TIMES = 9;

/** Beginning a story again, with a world that waits and with none, and going on by a step, beside a bare copy of the town. */
export const stageBench: Bench = {
  name: "stage",
  about:
    "A story of the stage: reset from its end, with a world that waits and with none, and each step on, beside a bare copy of the same town",
  async *run() {
    for await (const { name, url } of durableDatabases()) {
      const db = await openDatabase(url);
      try {
        await migrate(db);
        // A step that could not be done would be measured as a quick one.
        const onedoor = createOnedoor(db, { info: () => {}, warn: unexpected, error: unexpected });
        await seedDemo(onedoor, { issuer: "http://localhost/oidc" });
        const last = storyOf(STORY).steps.length - 1;
        const stage = await beginStory(onedoor, TOWN, PRESENTER, STORY);
        const go = async (from: number, to: number) => {
          const there = await goToStep(onedoor, TOWN, PRESENTER, { stageId: stage.id, from, to });
          if (there?.step !== to || there.skipped) throw new Error(`The story did not go to step ${to}`);
        };
        const took = {
          next: [] as number[],
          waiting: [] as number[],
          none: [] as number[],
          copy: [] as number[],
        };
        for (let turn = 0; turn < TIMES; turn += 1) {
          for (const reset of ["waiting", "none"] as const) {
            for (let step = 0; step < last; step += 1)
              took.next.push(await millisecondsOf(() => go(step, step + 1)));
            // The clock makes the worlds that wait: where it had no time to, the town is copied while one waits.
            if (reset === "waiting") await tendWorlds(onedoor);
            took[reset].push(await millisecondsOf(() => go(last, 0)));
            if (reset === "waiting") await drain(go);
          }
          const to = { id: COPY };
          const who = { kind: "operator", name: "bench" } as const;
          const copying = { from: TOWN, to, openWork: false, forStage: true, who };
          took.copy.push(await millisecondsOf(() => copyBrand(onedoor, copying)));
          await deleteBrand(onedoor, COPY);
        }
        const copy = median(took.copy);
        const about = { unit: "ms", database: name, times: TIMES };
        for (const [bench, values] of [
          ["stage.reset", took.none],
          ["stage.reset-waiting", took.waiting],
          ["stage.next", took.next],
        ] as const) {
          const value = median(values);
          const most = rounded(Math.max(...values));
          yield { bench, value: rounded(value), ...about, most, timesCopy: rounded(value / copy, 2) };
        }
        yield { bench: "stage.copy", value: rounded(copy), ...about, most: rounded(Math.max(...took.copy)) };
      } finally {
        await db.close();
      }
    }
  },
};

/** Takes the worlds that still wait, so that the next reset finds none. */
async function drain(go: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let waiting = 0; waiting < 2; waiting += 1) {
    await go(0, 1);
    await go(1, 0);
  }
}

const unexpected = (_fields: object, message: string) => {
  throw new Error(message);
};

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
