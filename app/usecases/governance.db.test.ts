import { describe, expect, test } from "vitest";
import { FIRST_CONSTITUTION } from "~/domain/governance/constitution";
import type { Matter } from "~/domain/governance/matter";
import { NO_PROGRESS } from "~/domain/simulation/run";
import { runDueWork } from "~/jobs/due-work";
import { addMembership } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { putInDirectory } from "~db/queries/directory";
import { readProposal, readProposals, remarksOn, votesOn } from "~db/queries/proposals";
import { putRun } from "~db/queries/scenarios";
import { boardOf, CHAIR, needing, proposed, seatBoard, vote } from "~tests/support/board";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
} from "~tests/support/front-door";
import { brand, organisation } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { askToPlay } from "./ask-to-play";
import { verifyAudit } from "./audit";
import { castVote } from "./cast-vote";
import { setServiceStatus } from "./change-catalogue";
import { discussProposal } from "./discuss-proposal";
import { keepScenario, removeScenario } from "./keep-scenario";
import { passProposals, settleDecision } from "./pass-proposals";
import { proposeMatter } from "./propose-matter";
import { withdrawProposal } from "./withdraw-proposal";

/** Proposed on Monday at 9, voting closes on Thursday at 5. */
const CLOSES = "2026-11-26T17:00:00.000Z";
const boxRule: Matter = { kind: "box-rule", organisationId: "hill", styles: ["partner"] };
const retire: Matter = { kind: "retire-service", serviceId: "eye-test" };
const NO_DAYS = { opensOn: null, closesOn: null, appliesOn: null };
const MANAGER = {
  who: { kind: "desk", accountId: "board-chair", name: "the manager" },
  right: "run-front-door",
} as const;

onEachDatabase((open) => {
  async function boardRoom(contents = threePartners()): Promise<FrontDoor> {
    const door = await openFrontDoor(await open(), contents);
    await seatBoard(door.onedoor.db, ["harbour", "hill", "mead"], MONDAY_9AM);
    return door;
  }
  const read = async ({ onedoor }: FrontDoor, id: string) => {
    const proposal = await readProposal(onedoor.db.kysely, TOWN, id);
    if (proposal === undefined) throw new Error(`There is no proposal ${id}`);
    return proposal;
  };
  /** A what-if that somebody of the board has kept. */
  const kept = async ({ onedoor }: FrontDoor) => {
    const result = await keepScenario(onedoor, TOWN, CHAIR, { name: "Hill alone", note: "", changes: [] });
    if (result.kind !== "kept") throw new Error(result.kind);
    return result.scenario;
  };
  const allFor = async (door: FrontDoor, id: string, members = ["harbour", "hill", "mead"]) => {
    for (const member of members) expect((await vote(door.onedoor, id, member, "for")).kind).toBe("done");
  };
  const boxesOf = async ({ onedoor }: FrontDoor, organisationId: string) => {
    await onedoor.directories.refresh(TOWN);
    const directory = await onedoor.directories.current(TOWN);
    return {
      agreed: directory.partnershipOf(organisationId)?.boxStyles,
      styles: directory.offersBy(organisationId).map(({ box }) => box.style),
    };
  };
  const isOpen = async ({ onedoor }: FrontDoor, serviceId: string) => {
    await onedoor.directories.refresh(TOWN);
    return (await onedoor.directories.current(TOWN)).service(serviceId)?.status === "open";
  };

  describe("a proposal", () => {
    test("that passes is carried out by the clock, and all of it is on record", async () => {
      const door = await boardRoom();
      const scenario = await kept(door);
      const id = await proposed(door.onedoor, boxRule, { scenarioId: scenario.id });
      await discussProposal(door.onedoor, TOWN, boardOf("hill"), { proposalId: id, text: "Our own name." });
      await allFor(door, id);
      door.at("2026-11-26T16:59:59.999Z");
      expect(await passProposals(door.onedoor, TOWN)).toBe(0);
      expect((await boxesOf(door, "hill")).agreed).toBeUndefined();
      door.at(CLOSES);
      expect((await runDueWork(door.onedoor)).handled).toBe(2);
      expect(await read(door, id)).toMatchObject({
        state: "applied",
        scenarioId: scenario.id,
        decided: {
          at: CLOSES,
          tally: { for: 3, all: 3, why: "passed" },
          changes: [{ what: "boxes", before: ["brand", "partner", "both"], after: ["partner"] }],
        },
        outcome: { at: CLOSES, reasons: [] },
      });
      expect(await boxesOf(door, "hill")).toEqual({ agreed: ["partner"], styles: ["partner", "partner"] });
      expect((await boxesOf(door, "harbour")).agreed).toBeUndefined();
      const trail = await auditOf(door.onedoor.db.kysely, TOWN, id);
      expect(trail.map(({ action }) => action)).toEqual([
        "proposed",
        "proposal-discussed",
        "vote-cast",
        "vote-cast",
        "vote-cast",
        "voting-closed",
        "decision-applied",
      ]);
      const [change] = await auditOf(door.onedoor.db.kysely, TOWN, "hill");
      expect(change).toMatchObject({ action: "box-rule-set" });
      expect(JSON.parse(change?.actor ?? "")).toEqual({ kind: "decision", proposalId: id });
      expect((await verifyAudit(door.onedoor, TOWN)).faults).toEqual([]);
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
    });

    test("that two thirds are for does not pass, and three quarters by people do", async () => {
      const door = await boardRoom();
      const id = await proposed(door.onedoor, retire);
      await allFor(door, id, ["harbour", "hill"]);
      await vote(door.onedoor, id, "mead", "against");
      door.at(CLOSES);
      expect(await passProposals(door.onedoor, TOWN)).toBe(1);
      expect(await read(door, id)).toMatchObject({
        state: "not-passed",
        decided: { tally: { for: 2, against: 1, needed: 3, why: "too-few-for" } },
      });
      expect(await isOpen(door, "eye-test")).toBe(true);

      const sized = (patients: number) => ({ listSize: { patients, asOf: "2026-10-01" } });
      const byPeople = await boardRoom(
        threePartners({
          brand: brand({
            constitution: { ...FIRST_CONSTITUTION, votes: { kind: "by-list", withoutList: 2_510 } },
          }),
          organisations: [
            organisation("harbour", sized(5_000)),
            organisation("hill", sized(2_490)),
            organisation("mead"),
          ],
        }),
      );
      const again = await proposed(byPeople.onedoor, retire);
      await allFor(byPeople, again, ["harbour", "hill"]);
      await vote(byPeople.onedoor, again, "mead", "against");
      // A list as it is when voting closes is what counts; from then on it stays as it was counted.
      await byPeople.onedoor.db.write((tx) =>
        putInDirectory(tx, TOWN, { organisations: [organisation("hill", sized(2_530))] }),
      );
      byPeople.at(CLOSES);
      expect(await passProposals(byPeople.onedoor, TOWN)).toBe(2);
      await byPeople.onedoor.db.write((tx) =>
        putInDirectory(tx, TOWN, { organisations: [organisation("hill", sized(1))] }),
      );
      expect(await read(byPeople, again)).toMatchObject({
        state: "applied",
        decided: { tally: { for: 7_530, against: 2_510, why: "passed" } },
      });
    });

    test("waits for its day, and is carried out then, however late the clock comes", async () => {
      const door = await boardRoom();
      const id = await proposed(door.onedoor, retire, { appliesOn: "2026-12-01" });
      await allFor(door, id);
      door.at(CLOSES);
      expect(await passProposals(door.onedoor, TOWN)).toBe(1);
      door.at("2026-11-30T23:59:59.999Z");
      expect(await passProposals(door.onedoor, TOWN)).toBe(0);
      expect((await read(door, id)).state).toBe("passed");
      expect(await isOpen(door, "eye-test")).toBe(true);
      door.at("2026-12-03T09:00:00.000Z");
      expect(await passProposals(door.onedoor, TOWN)).toBe(1);
      expect((await read(door, id)).state).toBe("applied");
      expect(await isOpen(door, "eye-test")).toBe(false);
    });

    test("that was talked about first opens by itself, and one that nobody watched is caught up with", async () => {
      const door = await boardRoom();
      const id = await proposed(door.onedoor, retire, { opensOn: "2026-11-25" });
      expect((await read(door, id)).state).toBe("discussion");
      expect(await vote(door.onedoor, id, "hill", "for")).toEqual({ kind: "not-open", why: "not-yet" });
      door.at("2026-11-25T00:00:00.000Z");
      expect(await passProposals(door.onedoor, TOWN)).toBe(1);
      expect((await vote(door.onedoor, id, "hill", "for")).kind).toBe("done");
      door.at("2027-01-11T09:00:00.000Z");
      expect(await passProposals(door.onedoor, TOWN)).toBe(1);
      expect(await read(door, id)).toMatchObject({
        state: "not-passed",
        decided: { tally: { why: "no-quorum" } },
      });
    });

    test("is tried before it is made, and its days are those that the rules allow", async () => {
      const door = await boardRoom();
      const propose = (matter: Matter, days: object = {}) =>
        proposeMatter(door.onedoor, TOWN, CHAIR, {
          matter,
          why: "",
          opensOn: null,
          closesOn: null,
          appliesOn: null,
          scenarioId: null,
          ...days,
        });
      expect(await propose({ kind: "resume", organisationId: "hill" })).toMatchObject({ kind: "refused" });
      expect(await propose({ kind: "retire-service", serviceId: "no-such" })).toMatchObject({
        kind: "refused",
      });
      const late = { closesOn: "2026-11-25" };
      expect(await propose(retire, late)).toEqual({
        kind: "wrong-day",
        which: "closes",
        first: "2026-11-26",
      });
      expect(await propose(retire, { opensOn: "2026-11-22" })).toMatchObject({ which: "opens" });
      expect(await propose(retire, { appliesOn: "2026-11-26" })).toMatchObject({
        which: "applies",
        first: "2026-11-27",
      });
      expect(await readProposals(door.onedoor.db.kysely, TOWN)).toEqual([]);
      const first = await propose(retire);
      expect(first.kind).toBe("done");
      expect(await propose(retire)).toEqual(first);
      expect(await propose(retire, { why: "They have another reason" })).toMatchObject({ kind: "refused" });
      expect(await readProposals(door.onedoor.db.kysely, TOWN)).toHaveLength(1);
      expect(await isOpen(door, "eye-test")).toBe(true);
      expect(await readProposals(door.onedoor.db.kysely, "elsewhere")).toEqual([]);
    });

    test("that is sent twice at one moment is one, and of two people who put the same it is one of theirs", async () => {
      const { onedoor } = await boardRoom();
      const put = (by = CHAIR) =>
        proposeMatter(onedoor, TOWN, by, {
          matter: boxRule,
          why: "It is time.",
          ...NO_DAYS,
          scenarioId: null,
        });
      const sent = await Promise.all([...Array.from({ length: 8 }, () => put()), put(boardOf("mead"))]);
      expect(await readProposals(onedoor.db.kysely, TOWN)).toHaveLength(1);
      expect(sent.some(({ kind }) => kind === "refused")).toBe(true);
    });

    test("goes with a what-if that is there and stays, and else is not made", async () => {
      const door = await boardRoom();
      const { onedoor } = door;
      const put = (scenarioId: string, nth: number) =>
        proposeMatter(onedoor, TOWN, CHAIR, {
          matter: boxRule,
          why: `It is time, ${nth}.`,
          ...NO_DAYS,
          scenarioId,
        });
      expect(await put("no-such-scenario", 0)).toMatchObject({ kind: "refused" });
      for (let time = 0; time < 10; time += 1) {
        const { id } = await kept(door);
        const [made, removed] = await Promise.all([
          put(id, time),
          removeScenario(onedoor, TOWN, CHAIR, { id, seen: 1 }),
        ]);
        expect([made.kind, removed.kind].sort()).toEqual(
          made.kind === "done" ? ["done", "proposed"] : ["refused", "removed"],
        );
        if (made.kind === "done") await withdrawProposal(onedoor, TOWN, CHAIR, made.proposalId);
      }
    });

    test("whose what-if was played has it as it was played, for everybody who votes", async () => {
      const door = await boardRoom();
      const { kysely } = door.onedoor.db;
      const { id } = await kept(door);
      const run = (state: "done" | "stopped", ofVersion = 1) =>
        putRun(kysely, TOWN, {
          scenarioId: id,
          state,
          ofVersion,
          askedAt: MONDAY_9AM,
          seenAt: MONDAY_9AM,
          progress: NO_PROGRESS,
        });
      const ask = async () => (await askToPlay(door.onedoor, TOWN, id, 0)).kind;
      await run("done");
      expect(await ask()).toBe("asked");
      await run("done");
      await proposed(door.onedoor, boxRule, { scenarioId: id });
      expect(await ask()).toBe("proposed");
      await run("stopped");
      expect(await ask()).toBe("asked");
      await run("done", 0);
      expect(await ask()).toBe("asked");
    });

    test("is taken back by who made it or who chairs, while it is open", async () => {
      const door = await boardRoom();
      const id = await proposed(door.onedoor, retire);
      expect((await withdrawProposal(door.onedoor, TOWN, boardOf("hill"), id)).kind).toBe("not-yours");
      expect((await withdrawProposal(door.onedoor, TOWN, CHAIR, id)).kind).toBe("done");
      expect((await withdrawProposal(door.onedoor, TOWN, CHAIR, id)).kind).toBe("done");
      expect(await vote(door.onedoor, id, "hill", "for")).toEqual({ kind: "not-open", why: "closed" });
      const other = await proposed(door.onedoor, retire);
      door.at(CLOSES);
      expect((await withdrawProposal(door.onedoor, TOWN, CHAIR, other)).kind).toBe("too-late");
    });
  });

  describe("a vote", () => {
    test("is had by who has a seat of a member, one a member, and can be changed until it closes", async () => {
      const door = await boardRoom();
      const id = await proposed(door.onedoor, retire);
      const stranger = { ...boardOf("hill"), accountId: "nobody" };
      const cast = (by: typeof CHAIR, seen = 0) =>
        castVote(door.onedoor, TOWN, by, { proposalId: id, choice: "against", reason: "No.", seen });
      expect((await cast(stranger)).kind).toBe("no-seat");
      expect((await cast({ ...boardOf("hill"), organisationId: "mead" })).kind).toBe("no-seat");
      expect((await cast(CHAIR)).kind).toBe("no-vote");
      expect((await cast(boardOf("hill"))).kind).toBe("done");
      // The same again is one vote; of another who had not seen it, none.
      expect((await cast(boardOf("hill"))).kind).toBe("done");
      await door.onedoor.db.write((tx) =>
        addMembership(tx, TOWN, { accountId: "board-mead", organisationId: "hill", role: "board" }),
      );
      const second = { ...boardOf("hill"), accountId: "board-mead" };
      expect((await cast(second)).kind).toBe("changed-meanwhile");
      expect((await vote(door.onedoor, id, "hill", "for", 1)).kind).toBe("done");
      expect(
        (await votesOn(door.onedoor.db.kysely, TOWN, id)).map(({ nth, choice }) => [nth, choice]),
      ).toEqual([
        [1, "against"],
        [2, "for"],
      ]);
      // The clock has not closed it yet, and it is closed.
      door.at(CLOSES);
      expect(await vote(door.onedoor, id, "mead", "for")).toEqual({ kind: "not-open", why: "closed" });
      await passProposals(door.onedoor, TOWN);
      expect((await read(door, id)).decided?.tally).toMatchObject({ for: 1, silent: 2, why: "no-quorum" });
    });

    test("is not had by the member that is to be suspended, nor by one that is", async () => {
      const door = await boardRoom();
      const suspend: Matter = { kind: "suspend", organisationId: "hill", openWork: "reroute" };
      const id = await proposed(door.onedoor, suspend);
      expect((await vote(door.onedoor, id, "hill", "against")).kind).toBe("own-matter");
      await allFor(door, id, ["harbour", "mead"]);
      door.at(CLOSES);
      await passProposals(door.onedoor, TOWN);
      expect(await read(door, id)).toMatchObject({ state: "applied", decided: { tally: { all: 2 } } });
      const other = await proposed(door.onedoor, retire);
      expect((await vote(door.onedoor, other, "hill", "for")).kind).toBe("no-vote");
      await discussProposal(door.onedoor, TOWN, boardOf("hill"), { proposalId: other, text: "We object." });
      await discussProposal(door.onedoor, TOWN, boardOf("hill"), { proposalId: other, text: "We object." });
      expect(await remarksOn(door.onedoor.db.kysely, TOWN, other)).toHaveLength(1);
    });
  });

  describe("what has passed", () => {
    test.each(["the suspension", "the other"])(
      "changes nobody’s vote in what closed with it, when %s was proposed first",
      async (first) => {
        const door = await boardRoom();
        const suspend: Matter = { kind: "suspend", organisationId: "hill", openWork: "reroute" };
        const [one, other] = first === "the suspension" ? [suspend, retire] : [retire, suspend];
        const ids = [await proposed(door.onedoor, one), await proposed(door.onedoor, other)];
        const [suspension = "", retiring = ""] = first === "the suspension" ? ids : ids.reverse();
        await allFor(door, suspension, ["harbour", "mead"]);
        await allFor(door, retiring);
        door.at(CLOSES);
        await passProposals(door.onedoor, TOWN);
        expect(await read(door, suspension)).toMatchObject({ state: "applied" });
        expect(await read(door, retiring)).toMatchObject({ decided: { tally: { all: 3 } } });
      },
    );

    test("hands on the open work of a partner that leaves, as leaving does", async () => {
      const door = await boardRoom();
      const reference = await submitted(door);
      expect((await standing(door, reference)).asked).toEqual(["harbour requested"]);
      const id = await proposed(door.onedoor, {
        kind: "leave",
        organisationId: "harbour",
        openWork: "reroute",
      });
      await allFor(door, id);
      // Before anybody is late with an answer.
      const early = await read(door, id);
      await door.onedoor.db.kysely
        .updateTable("proposals")
        .set({ closes_at: "2026-11-23T12:00:00.000Z", due_at: "2026-11-23T12:00:00.000Z" })
        .where("id", "=", early.id)
        .execute();
      door.at("2026-11-23T12:00:00.000Z");
      await runDueWork(door.onedoor);
      expect((await read(door, id)).state).toBe("applied");
      expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(await unsound(door.onedoor.db, TOWN, "2026-11-23T12:00:00.000Z")).toEqual([]);
    });

    test("and cannot be carried out is the manager’s, who tries again or gives it up", async () => {
      const door = await boardRoom();
      await door.onedoor.db.write((tx) =>
        addMembership(tx, TOWN, { accountId: "board-chair", organisationId: null, role: "manager" }),
      );
      const byHand = (status: "open" | "closed") =>
        setServiceStatus(door.onedoor, TOWN, MANAGER, { serviceId: "eye-test", status });
      const settle = (proposalId: string, how: "again" | "give-up", by: typeof MANAGER = MANAGER) =>
        settleDecision(door.onedoor, TOWN, by, { proposalId, how });
      const id = await proposed(door.onedoor, retire);
      await allFor(door, id);
      await byHand("closed");
      door.at(CLOSES);
      expect(await passProposals(door.onedoor, TOWN)).toBe(2);
      expect(await read(door, id)).toMatchObject({
        state: "not-applied",
        outcome: { at: CLOSES, reasons: ["Eye test is closed already"] },
      });
      expect((await settle(id, "again")).kind).toBe("refused");
      await byHand("open");
      const nobody = { ...MANAGER, who: { ...MANAGER.who, accountId: "board-hill" } };
      expect((await settle(id, "again", nobody as unknown as typeof MANAGER)).kind).toBe("not-allowed");
      expect((await settle(id, "again")).kind).toBe("done");
      expect((await read(door, id)).state).toBe("applied");
      expect(await isOpen(door, "eye-test")).toBe(false);
      expect((await settle(id, "give-up")).kind).toBe("changed-meanwhile");

      await byHand("open");
      const other = await proposed(door.onedoor, retire);
      await allFor(door, other);
      await byHand("closed");
      door.at("2026-12-01T17:00:00.000Z");
      await passProposals(door.onedoor, TOWN);
      door.at("2026-12-02T09:00:00.000Z");
      expect((await settle(other, "give-up")).kind).toBe("done");
      expect(await read(door, other)).toMatchObject({
        state: "withdrawn",
        outcome: { at: "2026-12-02T09:00:00.000Z", reasons: ["Eye test is closed already"] },
      });
    });

    test("changes the rules themselves, for what is proposed from then on", async () => {
      const door = await boardRoom();
      const rules = { ...FIRST_CONSTITUTION, thresholds: needing(600) };
      const id = await proposed(door.onedoor, { kind: "constitution", rules });
      const before = await proposed(door.onedoor, retire);
      await allFor(door, id);
      await allFor(door, before, ["harbour", "hill"]);
      await vote(door.onedoor, before, "mead", "against");
      door.at(CLOSES);
      await passProposals(door.onedoor, TOWN);
      expect([(await read(door, id)).state, (await read(door, before)).state]).toEqual([
        "applied",
        "not-passed",
      ]);
      const after = await proposed(door.onedoor, retire);
      await allFor(door, after, ["harbour", "hill"]);
      await vote(door.onedoor, after, "mead", "against");
      door.at("2026-11-29T17:00:00.000Z");
      await passProposals(door.onedoor, TOWN);
      expect((await read(door, after)).state).toBe("applied");
      expect((await read(door, after)).constitution.version).toBe(2);
    });

    test("goes with its brand, and with no other", async () => {
      const door = await boardRoom();
      const id = await proposed(door.onedoor, retire);
      await vote(door.onedoor, id, "hill", "for");
      await discussProposal(door.onedoor, TOWN, CHAIR, { proposalId: id, text: "Well." });
      await door.onedoor.db.write(async (tx) => {
        await tx.deleteFrom("proposals").where("brand_id", "=", TOWN).execute();
      });
      expect(await votesOn(door.onedoor.db.kysely, TOWN, id)).toEqual([]);
      expect(await remarksOn(door.onedoor.db.kysely, TOWN, id)).toEqual([]);
    });
  });
});
