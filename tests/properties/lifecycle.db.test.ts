import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { judge } from "~/domain/eligibility/judge";
import { mayMove } from "~/domain/fulfilment/transitions";
import type { FulfilmentStatus } from "~/domain/fulfilment/types";
import { rejudge } from "~/domain/routing/rejudge";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { instant, milliseconds } from "~/domain/shared/time";
import { runDueWork } from "~/jobs/due-work";
import { sealAudit, verifyAudit } from "~/usecases/audit";
import type { Onedoor } from "~/usecases/context";
import { leavePartnership } from "~/usecases/leave-partnership";
import { resumePartnership } from "~/usecases/resume-partnership";
import { submitRequest } from "~/usecases/submit-request";
import { suspendPartnership } from "~/usecases/suspend-partnership";
import { topUpSlots } from "~/usecases/top-up-slots";
import { type Database, openDatabase } from "~db/connect";
import { readPartState } from "~db/queries/part-states";
import { alikeDrafts } from "~tests/faults/drafts";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, MONDAY_9AM, openFrontDoor, TOWN, VISITOR } from "~tests/support/front-door";
import { CLASSES_LAST, fallsTown } from "~tests/support/several-parts";
import { unsound } from "~tests/support/sound";
import { carryOut, likelyMove, MOVES } from "./lifecycle-moves";

/** Stories, and the commands of each, in so many tests: 8 × 25 × 500 is 100,000 on each database in the long run. */
const SHELVES = Array.from({ length: runs(1, 8) }, (_shelf, number) => number + 1);
const STORIES = runs(2, 25);
const COMMANDS = runs(120, 500);
/** The whole brand is looked at after so many commands, after each crash and each stretch of time, and at the end. */
const LOOK_EVERY = runs(10, 25);

const steps = fc.record({
  kind: fc.constantFrom("act", "act", "act", "act", "act", "act", "submit", "time", "partner" as const),
  pick: fc.integer({ min: 0, max: 1_000_000 }),
  hours: fc.integer({ min: 1, max: 40 }),
  stale: fc.integer({ min: 0, max: 12 }).map((number) => number === 0),
  keyed: fc.boolean(),
  /** The query before which the process "dies": everything of its transaction is gone. Zero: it lives. */
  crash: fc.integer({ min: 0, max: 120 }).map((number) => (number > 25 ? 0 : number)),
});
type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

class Crash extends Error {}

/** A database that fails before the given query of a transaction, as when its process dies there. */
function crashingAt(query: number, alive: Database): Database {
  if (query === 0) return alive;
  return {
    ...alive,
    write: (work) =>
      alive.write((tx) => {
        let left = query;
        const counted = tx.withPlugin({
          transformQuery: ({ node }) => {
            left -= 1;
            if (left === 0) throw new Crash();
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        return work(counted);
      }),
  };
}

/** A story under way: the front door, and what the model knows beside it. */
class Story {
  now = MONDAY_9AM;
  commands = 0;
  done = 0;
  crashes = 0;
  readonly statuses = new Map<string, FulfilmentStatus>();
  readonly away = new Set<string>();
  lastDecision = 0;

  constructor(
    readonly door: FrontDoor,
    readonly db: Database,
    readonly drafts: string[],
  ) {}

  async step(step: Step, number: number): Promise<void> {
    this.commands += 1;
    const onedoor: Onedoor = { ...this.door.onedoor, db: crashingAt(step.crash, this.db) };
    const act = (with_: Onedoor) => this.carryOut(with_, step, number);
    try {
      await act(onedoor);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.crashes += 1;
      await this.look(`after a crash in ${step.kind} ${number}`);
      await act(this.door.onedoor);
    }
    if (step.kind === "time" || number % LOOK_EVERY === 0) await this.look(`after ${step.kind} ${number}`);
  }

  private async carryOut(onedoor: Onedoor, step: Step, number: number): Promise<void> {
    switch (step.kind) {
      case "submit": {
        const draftId = this.drafts[step.pick % this.drafts.length] ?? "";
        await submitRequest(onedoor, TOWN, { visitor: VISITOR, draftId, accountId: null });
        return;
      }
      case "time":
        this.now = instant(milliseconds(this.now) + step.hours * 3_600_000);
        this.door.at(this.now);
        await runDueWork(this.door.onedoor);
        return;
      case "partner":
        return this.partner(onedoor, step);
      case "act":
        return this.act(onedoor, step, number);
      default:
        return step.kind satisfies never;
    }
  }

  /** Now and then a partner is suspended, leaves, or comes back. */
  private async partner(onedoor: Onedoor, { pick }: Step): Promise<void> {
    if (pick % 4 !== 0) return;
    const organisationId = ["harbour", "hill", "mead"][pick % 3] ?? "hill";
    const openWork = pick % 2 === 0 ? ("reroute" as const) : ("finish" as const);
    if (this.away.has(organisationId)) {
      const back = await resumePartnership(onedoor, TOWN, { organisationId });
      if (back.kind === "done") this.away.delete(organisationId);
      return;
    }
    if (this.away.size >= 2) return;
    const gone =
      pick % 16 === 0
        ? await leavePartnership(onedoor, TOWN, { organisationId, on: null, openWork })
        : await suspendPartnership(onedoor, TOWN, { organisationId, openWork });
    if (gone.kind === "done") this.away.add(organisationId);
  }

  private async act(onedoor: Onedoor, step: Step, number: number): Promise<void> {
    const rows = await this.db.kysely
      .selectFrom("parts")
      .select(["id", "status"])
      .orderBy("status", "desc")
      .orderBy("id")
      .execute();
    const open = rows.filter(({ status }) => status === "open");
    const from = open.length > 0 && step.pick % 8 > 0 ? open : rows;
    const partId = from[step.pick % Math.max(1, from.length)]?.id;
    const state = partId === undefined ? undefined : await readPartState(this.db.kysely, TOWN, partId);
    if (!state) return;
    const move = likelyMove(state, this.now, step.pick);
    const key = step.keyed ? `story-key-${number}` : null;
    const dice = { pick: step.pick, stale: step.stale, key };
    const result = await carryOut(onedoor, state, move, dice, this.now);
    if (result === null) return;
    if (result.kind === "done") this.done += 1;
    if (step.stale && result.kind === "done" && state.part.version > 1) expect(MOVES).toContain(move);
    if (key === null || move === "accept" || move === "book" || move === "rebook") return;
    // The same again under the same key: the same answer, and nothing more happens.
    const before = await this.events();
    expect(await carryOut(this.door.onedoor, state, move, dice, this.now)).toEqual(result);
    expect(await this.events()).toBe(before);
  }

  private async events(): Promise<number> {
    const { many } = await this.db.kysely
      .selectFrom("events")
      .select(({ fn }) => fn.countAll<number>().as("many"))
      .executeTakeFirstOrThrow();
    return Number(many);
  }

  async look(when: string): Promise<void> {
    await runDueWork(this.door.onedoor);
    expect(await unsound(this.db, TOWN, this.now), when).toEqual([]);
    await this.onlyLegalSteps(when);
    await this.everyDecision(when);
  }

  /** What the database holds moved as the table of transitions allows, over whatever steps lie between two looks. */
  private async onlyLegalSteps(when: string): Promise<void> {
    const rows = await this.db.kysely.selectFrom("fulfilments").select(["id", "status"]).execute();
    for (const { id, status } of rows) {
      const before = this.statuses.get(id) ?? "requested";
      const after = status as FulfilmentStatus;
      expect(reachable(before).has(after), `${when}: ${id} from ${before} to ${after}`).toBe(true);
      this.statuses.set(id, after);
    }
    for (const id of this.statuses.keys()) expect(rows.some((row) => row.id === id)).toBe(true);
  }

  /** Each new decision: judged again it is the same, and its pages together miss no offer that brute force allows. */
  private async everyDecision(when: string): Promise<void> {
    const rows = await this.db.kysely.selectFrom("decisions").select("body").orderBy("id").execute();
    const directory = await this.door.onedoor.directories.current(TOWN);
    for (const { body } of rows.slice(this.lastDecision)) {
      const decision = JSON.parse(body) as RoutingDecision;
      expect(rejudge(decision), when).toEqual({ kind: "same" });
      if (decision.directoryVersion !== directory.version) continue;
      const { need, at } = decision;
      const all = route(directory, new Map(), need, at, { judged: 1_000 });
      const shown = all.candidates.filter(({ eligible, facts }) => eligible && facts.role === "provider");
      const allowed = directory
        .offersOf(need.serviceId)
        .filter((offer) => judge(directory, offer, need, at).every(({ pass }) => pass));
      expect(shown.map(({ offerId }) => offerId).sort()).toEqual(allowed.map(({ id }) => id).sort());
    }
    this.lastDecision = rows.length;
  }
}

const REACHABLE = new Map<FulfilmentStatus, ReadonlySet<FulfilmentStatus>>();
function reachable(from: FulfilmentStatus): ReadonlySet<FulfilmentStatus> {
  const known = REACHABLE.get(from);
  if (known) return known;
  const all: readonly FulfilmentStatus[] = [
    "requested",
    "accepted",
    "in-progress",
    "on-hold",
    "rejected",
    "cancelled",
    "failed",
    "completed",
    "entered-in-error",
  ];
  const reached = new Set([from]);
  for (const status of reached) for (const to of all) if (mayMove(status, to)) reached.add(to);
  REACHABLE.set(from, reached);
  return reached;
}

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(240_000, 7_200_000) });

  it.each(SHELVES)(
    `${STORIES} stories of ${COMMANDS} random commands, crashes included, leave everything sound: shelf %i`,
    async () => {
      let commands = 0;
      let done = 0;
      let crashes = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: COMMANDS, maxLength: COMMANDS }), async (script) => {
          const db = await openDatabase(await newAddress());
          try {
            const door = await openFrontDoor(db, fallsTown(CLASSES_LAST));
            await topUpSlots(door.onedoor, TOWN);
            const drafts: string[] = [];
            for (const [many, asking] of [
              [12, { serviceId: "physiotherapy" }],
              [4, { serviceId: "physiotherapy", consent: "no" }],
              [10, { serviceId: "eye-test", slot: "soonest" }],
              [10, { serviceId: "falls-check" }],
            ] as const)
              drafts.push(...(await alikeDrafts(door, many, asking)));
            await db.kysely.updateTable("drafts").set({ expires_at: "2028-01-01T00:00:00.000Z" }).execute();

            const story = new Story(door, db, drafts);
            for (const [number, step] of script.entries()) await story.step(step, number);
            await story.look("at the end");
            await sealAudit(door.onedoor);
            expect((await verifyAudit(door.onedoor, TOWN)).faults).toEqual([]);
            commands += story.commands;
            done += story.done;
            crashes += story.crashes;
          } finally {
            await db.close();
          }
        }),
        { numRuns: STORIES, endOnFailure: true },
      );
      // Most of what random people try is possible, and some of it dies half way: else nothing was shown.
      expect(commands).toBe(STORIES * COMMANDS);
      expect(done).toBeGreaterThan(commands / 6);
      expect(crashes).toBeGreaterThan(commands / 50);
    },
  );
});
