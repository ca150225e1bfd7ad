import type { Insertable, Selectable } from "kysely";
import { z } from "zod";
import { Change } from "~/domain/governance/changes";
import { Constitution } from "~/domain/governance/constitution";
import { Matter } from "~/domain/governance/matter";
import { dueOf, type Proposal, type Remark, type Vote } from "~/domain/governance/proposal";
import { Tally } from "~/domain/governance/tally";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import { type Reader, skipLocked, type Tx } from "../connect";
import type { Tables } from "../schema";

const Speaker = z.object({
  accountId: z.string(),
  name: z.string(),
  organisationId: z.string().nullable(),
});
const Decided = z.object({ at: z.string(), tally: Tally, changes: z.array(Change) });
const Outcome = z.object({ at: z.string(), reasons: z.array(z.string()) });

function toProposal(row: Selectable<Tables["proposals"]>): Proposal {
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    matter: Matter.parse(JSON.parse(row.matter)),
    why: row.why,
    by: Speaker.parse(JSON.parse(row.proposed_by)),
    proposedAt: row.proposed_at,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    appliesOn: row.applies_on,
    scenarioId: row.scenario_id,
    constitution: Constitution.parse(JSON.parse(row.constitution)),
    decided: row.decided === null ? null : Decided.parse(JSON.parse(row.decided)),
    outcome: row.outcome === null ? null : Outcome.parse(JSON.parse(row.outcome)),
  };
}

function toRow(brandId: string, proposal: Proposal): Insertable<Tables["proposals"]> {
  return {
    brand_id: brandId,
    id: proposal.id,
    state: proposal.state,
    version: proposal.version,
    proposed_at: proposal.proposedAt,
    opens_at: proposal.opensAt,
    closes_at: proposal.closesAt,
    applies_on: proposal.appliesOn,
    due_at: dueOf(proposal),
    scenario_id: proposal.scenarioId,
    proposed_by: toJson(proposal.by),
    why: proposal.why,
    matter: toJson(proposal.matter),
    constitution: toJson(proposal.constitution),
    decided: proposal.decided && toJson(proposal.decided),
    outcome: proposal.outcome && toJson(proposal.outcome),
  };
}

export async function insertProposal(tx: Tx, brandId: string, proposal: Proposal): Promise<void> {
  await tx.insertInto("proposals").values(toRow(brandId, proposal)).execute();
}

/** Undefined when the brand has none of the id. */
export async function readProposal(
  reader: Reader,
  brandId: string,
  id: string,
): Promise<Proposal | undefined> {
  const row = await reader
    .selectFrom("proposals")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toProposal(row);
}

/** All that was ever proposed in a brand, the newest first. */
export async function readProposals(reader: Reader, brandId: string): Promise<Proposal[]> {
  const rows = await reader
    .selectFrom("proposals")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("proposed_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toProposal);
}

/** Writes down what a proposal has become. False when it is not any more what it was at `version`. */
export async function moveProposal(
  tx: Tx,
  brandId: string,
  version: number,
  become: Proposal,
): Promise<boolean> {
  const { state, due_at, decided, outcome } = toRow(brandId, become);
  const { numUpdatedRows } = await tx
    .updateTable("proposals")
    .set({ state, due_at, decided, outcome, version: version + 1 })
    .where("brand_id", "=", brandId)
    .where("id", "=", become.id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether a what-if goes with a proposal, decided or not. */
export async function isScenarioProposed(
  reader: Reader,
  brandId: string,
  scenarioId: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom("proposals")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("scenario_id", "=", scenarioId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the clock has anything to do for a brand's proposals. */
export async function isProposalDue(reader: Reader, brandId: string, now: Instant): Promise<boolean> {
  const row = await reader
    .selectFrom("proposals")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("due_at", "<=", now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The proposal that has waited longest for the clock, but for some; another process's is left to it. Nothing is carried out
 * while a vote that has closed is not counted: what it would change is who votes.
 */
export async function claimDueProposal(
  tx: Tx,
  brandId: string,
  now: Instant,
  except: readonly string[],
): Promise<Proposal | undefined> {
  const due = tx
    .selectFrom("proposals")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("due_at", "<=", now)
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb("state", "!=", "passed"),
        not(
          exists(
            selectFrom("proposals as other")
              .select("other.id")
              .where("other.brand_id", "=", brandId)
              .where("other.due_at", "<=", now)
              .where("other.state", "=", "voting"),
          ),
        ),
      ]),
    )
    .orderBy("due_at")
    .orderBy("id")
    .limit(1);
  const row = await skipLocked(
    tx,
    except.length === 0 ? due : due.where("id", "not in", [...except]),
  ).executeTakeFirst();
  return row && toProposal(row);
}

/** Locks a proposal, so that whoever else votes or speaks on it waits. Undefined when there is none of the id. */
export async function lockProposal(tx: Tx, brandId: string, id: string): Promise<Proposal | undefined> {
  await tx
    .updateTable("proposals")
    .set(({ ref }) => ({ version: ref("version") }))
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .execute();
  return readProposal(tx, brandId, id);
}

/** Every vote on a proposal, in the order of casting. */
export async function votesOn(reader: Reader, brandId: string, proposalId: string): Promise<Vote[]> {
  const rows = await reader
    .selectFrom("proposal_votes")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("proposal_id", "=", proposalId)
    .orderBy("at")
    .orderBy("organisation_id")
    .orderBy("nth")
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    nth: row.nth,
    choice: row.choice,
    reason: row.body,
    by: Speaker.parse(JSON.parse(row.said_by)),
    at: row.at,
  }));
}

export async function insertVote(tx: Tx, brandId: string, proposalId: string, vote: Vote): Promise<void> {
  await tx
    .insertInto("proposal_votes")
    .values({
      brand_id: brandId,
      proposal_id: proposalId,
      organisation_id: vote.organisationId,
      nth: vote.nth,
      choice: vote.choice,
      said_by: toJson(vote.by),
      at: vote.at,
      body: vote.reason,
    })
    .execute();
}

/** What was said of a proposal, in its order. */
export async function remarksOn(reader: Reader, brandId: string, proposalId: string): Promise<Remark[]> {
  const rows = await reader
    .selectFrom("proposal_remarks")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("proposal_id", "=", proposalId)
    .orderBy("nth")
    .execute();
  return rows.map((row) => ({
    nth: row.nth,
    by: Speaker.parse(JSON.parse(row.said_by)),
    at: row.at,
    text: row.body,
  }));
}

export async function insertRemark(
  tx: Tx,
  brandId: string,
  proposalId: string,
  { nth, by, at, text }: Remark,
): Promise<void> {
  await tx
    .insertInto("proposal_remarks")
    .values({ brand_id: brandId, proposal_id: proposalId, nth, said_by: toJson(by), at, body: text })
    .execute();
}
