import { expect, it } from "vitest";
import type { Matter } from "~/domain/governance/matter";
import { addMembership } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { putInDirectory, readDirectoryContents } from "~db/queries/directory";
import { readProposal } from "~db/queries/proposals";
import { proposed, seatBoard, vote } from "~tests/support/board";
import { digestOfBrand } from "~tests/support/brand-rows";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN, threePartners } from "~tests/support/front-door";
import type { Onedoor } from "./context";
import { passProposals, settleDecision } from "./pass-proposals";

const CLOSES = "2026-11-26T17:00:00.000Z";
const MEMBERS = ["harbour", "hill", "mead"];
const BEA = { accountId: "board-chair", organisationId: null } as const;
const BY_BEA = {
  who: { kind: "desk", accountId: BEA.accountId, name: "Bea" },
  right: "run-front-door",
} as const;

onEachDatabase((open) => {
  /** Something that passed and could not be carried out, and of which what was in its way is gone. */
  async function waiting(
    matter: Matter,
  ): Promise<{ readonly onedoor: Onedoor; readonly proposalId: string }> {
    const { onedoor, at } = await openFrontDoor(await open(), threePartners());
    const { db } = onedoor;
    await seatBoard(db, MEMBERS, MONDAY_9AM);
    await db.write((tx) => addMembership(tx, TOWN, { ...BEA, role: "manager" }));
    const proposalId = await proposed(onedoor, matter);
    for (const member of MEMBERS) await vote(onedoor, proposalId, member, "for");
    at(CLOSES);
    const { services, partnerships } = await readDirectoryContents(db.kysely, TOWN);
    const closed = services.map((service) => ({ ...service, status: "closed" as const }));
    const left = partnerships.map((each) =>
      each.organisationId === "hill" ? { ...each, endsOn: "2026-11-24" } : each,
    );
    await db.write((tx) => putInDirectory(tx, TOWN, { services: closed, partnerships: left }));
    await onedoor.directories.refresh(TOWN);
    expect(await passProposals(onedoor, TOWN)).toBe(2);
    expect((await readProposal(db.kysely, TOWN, proposalId))?.state).toBe("not-applied");
    await db.write((tx) => putInDirectory(tx, TOWN, { services, partnerships }));
    await onedoor.directories.refresh(TOWN);
    return { onedoor, proposalId };
  }

  /** The same front door, where Bea runs it until so many transactions have been begun. */
  function whereBeaStopsAfter({ db, ...onedoor }: Onedoor, transactions: number): Onedoor {
    let begun = 0;
    return {
      ...onedoor,
      db: {
        ...db,
        async write(work) {
          if (begun === transactions)
            await db.write((tx) => tx.deleteFrom("memberships").where("role", "=", "manager").execute());
          begun += 1;
          return db.write(work);
        },
      },
    };
  }

  it.each<Matter>([
    { kind: "retire-service", serviceId: "eye-test" },
    { kind: "box-rule", organisationId: "hill", styles: ["partner"] },
    { kind: "leave", organisationId: "hill", openWork: "reroute" },
  ])(
    "who stops running the front door before the change is made carries nothing out: $kind",
    async (matter) => {
      const { onedoor, proposalId } = await waiting(matter);
      const { db } = onedoor;
      const before = await digestOfBrand(db, TOWN);
      const stopped = whereBeaStopsAfter(onedoor, 1);
      const again = { proposalId, how: "again" } as const;
      expect(await settleDecision(stopped, TOWN, BY_BEA, again)).toEqual({ kind: "not-allowed" });
      expect((await readProposal(db.kysely, TOWN, proposalId))?.state).toBe("not-applied");
      await db.write((tx) => addMembership(tx, TOWN, { ...BEA, role: "manager" }));
      expect(await digestOfBrand(db, TOWN)).toBe(before);
      expect(await settleDecision(onedoor, TOWN, BY_BEA, again)).toMatchObject({ kind: "done" });
      expect((await readProposal(db.kysely, TOWN, proposalId))?.state).toBe("applied");
    },
  );

  it("who does not run it any more gives nothing up, and is not told what is in the way", async () => {
    const { onedoor, proposalId } = await waiting({ kind: "retire-service", serviceId: "eye-test" });
    for (const how of ["give-up", "again"] as const)
      expect(await settleDecision(whereBeaStopsAfter(onedoor, 0), TOWN, BY_BEA, { proposalId, how })).toEqual(
        { kind: "not-allowed" },
      );
    const trail = await auditOf(onedoor.db.kysely, TOWN, proposalId);
    expect(trail.at(-1)?.action).toBe("decision-not-applied");
  });
});
