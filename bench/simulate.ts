import { buildDirectory } from "~/domain/directory/directory";
import { simulateAll } from "~/domain/simulation/simulate";
import { throughout } from "~/domain/simulation/throughout";
import { weeklyPlaces } from "~/domain/simulation/weekly-places";
import { byWeek } from "~/domain/simulation/weeks";
import { requestsOf } from "~/domain/simulation/year";
import { type PastPart, partsOfWeek, weekBody } from "~db/queries/past-week-body";
import { larkmouth } from "~seeds/reference/larkmouth";
import { LARKMOUTH_BEHAVIOUR } from "~seeds/reference/larkmouth/behaviour";
import { LARKMOUTH_DEMAND } from "~seeds/reference/larkmouth/demand";
import { LARKMOUTH_POSTCODES } from "~seeds/reference/postcodes";
import { type Bench, type Measure, rounded } from "./measure";

const TODAY = "2026-11-29";
const PERIOD = { from: "2025-11-30", until: "2026-11-28" };
const SEED = 1951;
const ROUNDS = 5;

/** Larkmouth's whole year: asked for, routed and answered again, and read as it is stored. */
export const simulateBench: Bench = {
  name: "simulate",
  about:
    "Larkmouth's past year: making its demand, simulating what becomes of it (decisions a second on one core), and reading a stored week",
  async *run(): AsyncGenerator<Measure> {
    const directory = throughout(buildDirectory(larkmouth(TODAY)), TODAY, PERIOD);
    const of = {
      demand: LARKMOUTH_DEMAND,
      directory,
      homes: LARKMOUTH_POSTCODES,
      period: PERIOD,
      seed: SEED,
    };
    const made = quietest(() => [...requestsOf(of)].flat());
    const recorded = made.value;
    yield { bench: "simulate.demand", value: rounded(made.seconds, 2), unit: "s", parts: recorded.length };
    const placesAWeek = weeklyPlaces(LARKMOUTH_DEMAND, LARKMOUTH_BEHAVIOUR, directory);
    const world = { directory, overlay: new Map(), behaviour: LARKMOUTH_BEHAVIOUR, placesAWeek };
    const simulated = quietest(() => simulateAll(world, recorded, { seed: SEED }));
    const facts = simulated.value;
    const decisions = facts.reduce((sum, { turnedDown }) => sum + turnedDown.length + 1, 0);
    yield {
      bench: "simulate",
      value: rounded(decisions / simulated.seconds, 0),
      unit: "decisions/s",
      seconds: rounded(simulated.seconds, 2),
      parts: facts.length,
    };
    const byId = new Map(recorded.map((need) => [need.id, need]));
    const parts = facts.flatMap((fact): PastPart[] => {
      const need = byId.get(fact.id);
      return need === undefined ? [] : [{ need, fact }];
    });
    const bodies = byWeek(parts, ({ need }) => need.at).map((week) => weekBody(week.of));
    const weeks = bodies.map((body) => quietest(() => partsOfWeek(body)).seconds * 1_000);
    yield {
      bench: "simulate.read",
      value: rounded(
        weeks.reduce((sum, ms) => sum + ms, 0),
        0,
      ),
      unit: "ms",
      longestWeekMs: rounded(Math.max(...weeks), 1),
      bytes: bodies.reduce((sum, body) => sum + body.length, 0),
    };
  },
};

/** The quietest of several rounds: what other programs on the machine took is not what is measured. */
function quietest<T>(all: () => T): { readonly value: T; readonly seconds: number } {
  let value = all();
  let seconds = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    value = all();
    seconds = Math.min(seconds, (performance.now() - from) / 1000);
  }
  return { value, seconds };
}
