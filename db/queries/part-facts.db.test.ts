import { expect, it } from "vitest";
import type { PartFact } from "~/domain/flow/fact";
import { MEASURES } from "~/domain/flow/measures";
import { figureOf } from "~/domain/flow/sum";
import { Tally } from "~/domain/flow/tally";
import { instant, milliseconds } from "~/domain/shared/time";
import { runDueWork } from "~/jobs/due-work";
import { cancelRequest } from "~/usecases/cancel-request";
import { flowFacts } from "~/usecases/flow-facts";
import { completeFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment, declineFulfilment } from "~/usecases/respond-to-fulfilment";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  worker,
} from "~tests/support/front-door";
import { readPartFacts } from "./part-facts";

const HOUR = 60;
const after = (minutes: number) => instant(milliseconds(MONDAY_9AM) + minutes * 60_000);
const WEEK = { since: MONDAY_9AM, until: after(7 * 24 * HOUR) };

async function factsOf(door: FrontDoor, period = WEEK, brandId = TOWN): Promise<readonly PartFact[]> {
  const all: PartFact[] = [];
  for await (const some of readPartFacts(door.onedoor.db.kysely, brandId, period, () => true))
    all.push(...some);
  return all;
}

onEachDatabase((open) => {
  /** The harbour says no, the hill yes with a time, and the person is seen. */
  async function seenAtTheHill() {
    const door = await openFrontDoor(await open());
    const { onedoor, at } = door;
    const reference = await submitted(door);
    at(after(HOUR));
    const declined = { ...(await firstWork(door, "harbour")), reason: "22" as const, note: "Full" };
    await declineFulfilment(onedoor, TOWN, worker("harbour"), declined);
    at(after(3 * HOUR));
    const yes = { ...(await firstWork(door, "hill")), startsAt: after(24 * HOUR) };
    await acceptFulfilment(onedoor, TOWN, worker("hill"), yes);
    at(after(26 * HOUR));
    const last = (await standing(door, reference)).fulfilments.at(-1);
    if (last === undefined) throw new Error("Nobody has it");
    const done = {
      fulfilmentId: last.id,
      version: last.version,
      code: "treated" as const,
      outcome: "All done",
    };
    expect((await completeFulfilment(onedoor, TOWN, worker("hill"), done)).kind).toBe("done");
    return { door, reference };
  }

  it("tells of a part what happened, when and where, and nothing of whose it was", async () => {
    const { door, reference } = await seenAtTheHill();
    const { part } = await standing(door, reference);
    const [fact, ...others] = await factsOf(door);
    expect(others).toEqual([]);
    expect(fact).toEqual({
      id: part.id,
      person: expect.any(String),
      askedAt: MONDAY_9AM,
      serviceId: "physiotherapy",
      priority: "routine",
      age: "18-64",
      outcode: "LK1",
      choices: 3,
      turnedDown: [{ kind: "declined", organisationId: "harbour", code: "22", at: after(HOUR) }],
      organisationId: "hill",
      offerId: "physiotherapy-hill",
      box: "partner",
      acceptedAt: after(3 * HOUR),
      seenAt: after(24 * HOUR),
      promiseBy: part.promise.by,
      promiseKept: true,
      toldFirst: true,
      informed: true,
      km: expect.closeTo(1, 1),
      cancelled: false,
    } satisfies PartFact);
    expect(JSON.stringify(fact)).not.toMatch(/Rosa|Marchetti|1992|1AA|01632/);
  });

  it("tells silence from a refusal, what was called off, and what came to nobody", async () => {
    const door = await openFrontDoor(await open());
    const { onedoor, at } = door;
    await submitted(door, { visitor: "b".repeat(64) });
    const calledOff = await submitted(door, { visitor: "c".repeat(64) });
    await cancelRequest(onedoor, TOWN, { reference: calledOff, note: "" }, { kind: "patient", name: "Rosa" });
    // Nobody answers: the hill is asked, then the mead, then the front desk has it.
    for (let day = 1; day <= 30; day += 1) {
      at(after(day * 24 * HOUR));
      await runDueWork(onedoor);
    }
    const [one, other] = [...(await factsOf(door))].sort((a, b) => Number(a.cancelled) - Number(b.cancelled));
    expect(one).toMatchObject({ organisationId: null, box: null, acceptedAt: null, cancelled: false });
    expect(one?.turnedDown.map(({ kind }) => kind)).toContain("silent");
    expect(one?.turnedDown.map(({ kind }) => kind)).not.toContain("declined");
    expect(one?.promiseKept).toBe(false);
    expect(other).toMatchObject({
      organisationId: "harbour",
      acceptedAt: null,
      seenAt: null,
      cancelled: true,
    });
  });

  it("tells nothing of another time or another brand", async () => {
    const { door } = await seenAtTheHill();
    expect(await factsOf(door, { since: after(1), until: WEEK.until })).toEqual([]);
    expect(await factsOf(door, WEEK, "elsewhere")).toEqual([]);
  });

  it("knows one person's requests from another's, and nothing else of them", async () => {
    const door = await openFrontDoor(await open());
    const [account] = await door.onedoor.db.kysely
      .insertInto("accounts")
      .values({
        id: "rosa",
        issuer: "https://login.example",
        subject: "rosa",
        name: "Rosa",
        email: null,
        claims: "{}",
        created_at: MONDAY_9AM,
      })
      .returning("id")
      .execute();
    for (const visitor of ["b", "c"])
      await submitted(door, { visitor: visitor.repeat(64), accountId: account?.id ?? "" });
    for (const visitor of ["d", "e"]) await submitted(door, { visitor: visitor.repeat(64) });
    const facts = await factsOf(door);
    expect(facts).toHaveLength(4);
    expect(new Set(facts.map(({ person }) => person)).size).toBe(3);
    expect(JSON.stringify(facts)).not.toMatch(/rosa|1992/i);
  });

  it("reads more requests than it reads at a time, each once", async () => {
    const door = await openFrontDoor(await open());
    const references = new Set<string>();
    for (let person = 0; person < 53; person += 1)
      references.add(await submitted(door, { visitor: String(person).padStart(64, "0") }));
    const facts = await factsOf(door);
    expect(facts).toHaveLength(53);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(53);
  });

  it("is told as it stood when it was first asked for on a day, and anew the next day", async () => {
    const door = await openFrontDoor(await open());
    const directory = await door.onedoor.directories.current(TOWN);
    const toldOn = async (today: string) => {
      const ids: string[] = [];
      const asked = { period: { from: "2026-11-23", until: "2026-11-29" }, today };
      for await (const facts of flowFacts(door.onedoor, directory, asked))
        ids.push(...facts.map(({ id }) => id));
      return ids.length;
    };
    await submitted(door);
    expect(await toldOn("2026-11-30")).toBe(1);
    await submitted(door, { visitor: "b".repeat(64) });
    expect(await toldOn("2026-11-30")).toBe(1);
    expect(await toldOn("2026-12-01")).toBe(2);
  });

  it("is measured as it is read", async () => {
    const { door } = await seenAtTheHill();
    const directory = await door.onedoor.directories.current(TOWN);
    const setting = { now: after(26 * HOUR), step: "week", needOf: () => undefined } as const;
    const tallies = MEASURES.map((id) => new Tally(id, setting));
    const period = { from: "2026-11-23", until: "2026-11-29" };
    for await (const facts of flowFacts(door.onedoor, directory, { period, today: "2026-11-30" }))
      for (const fact of facts) for (const tally of tallies) tally.add(fact);
    const figures = Object.fromEntries(
      MEASURES.map((id, at) => [id, figureOf(tallies[at]?.whole ?? expect.fail(id)).value]),
    );
    expect(figures).toMatchObject({
      accepted: 1,
      kept: 1,
      told: 1,
      choice: 1,
      unmet: 0,
      overdue: 0,
      declined: 0.5,
      wait: 1,
      boxes: 0,
      spread: 1,
    });
  });
});
