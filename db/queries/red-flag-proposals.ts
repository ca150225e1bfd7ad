import { z } from "zod";
import type { Author, ProposedFlags } from "~/domain/catalogue/red-flag-proposal";
import { EMERGENCIES } from "~/domain/journeys/types";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

/** Signs of danger that one person proposes for a service, until a second publishes them. */
export interface RedFlagProposal {
  /** Another one each time that something is proposed, so that nobody publishes what they did not see. */
  readonly id: string;
  readonly serviceId: string;
  /** The version in force when they were proposed; 0 where there was none. */
  readonly baseVersion: number;
  readonly by: Author;
  readonly at: Instant;
  readonly flags: ProposedFlags;
}

const By = z.object({ id: z.string(), name: z.string() });
const Flags = z.object({
  source: z.string(),
  notice: z.string(),
  items: z.array(z.object({ id: z.string(), text: z.string(), leadsTo: z.enum(EMERGENCIES) })),
});

/** What is proposed in a brand, for each service at most once, in the order of the services' ids. */
export async function redFlagProposals(reader: Reader, brandId: string): Promise<RedFlagProposal[]> {
  const rows = await reader
    .selectFrom("red_flag_proposals")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  return rows
    .map(({ id, service_id, base_version, proposed_by, proposed_at, body }) => ({
      id,
      serviceId: service_id,
      baseVersion: base_version,
      by: By.parse(JSON.parse(proposed_by)),
      at: proposed_at,
      flags: Flags.parse(JSON.parse(body)),
    }))
    .sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
}

/** Proposes signs of danger for a service, in place of what was proposed for it before. */
export async function putRedFlagProposal(tx: Tx, brandId: string, proposal: RedFlagProposal): Promise<void> {
  const { id, serviceId, baseVersion, by, at, flags } = proposal;
  const row = {
    id,
    base_version: baseVersion,
    proposed_by: toJson(by),
    proposed_at: at,
    body: toJson(flags),
  };
  await tx
    .insertInto("red_flag_proposals")
    .values({ brand_id: brandId, service_id: serviceId, ...row })
    .onConflict((conflict) => conflict.columns(["brand_id", "service_id"]).doUpdateSet(row))
    .execute();
}

/** Takes a proposal away. False when it is not there any more. */
export async function deleteRedFlagProposal(tx: Tx, brandId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("red_flag_proposals")
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
