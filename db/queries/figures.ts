import { FEEDBACK_SCORES, type FeedbackScore } from "~/domain/fulfilment/feedback";
import type { Counted, Given } from "~/domain/fulfilment/figures";
import { REJECTED_REASONS, type RejectedReason } from "~/domain/routing/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { toFulfilment } from "./fulfilment-rows";

/** A period, from `since` until just before `until`. */
export interface Period {
  readonly since: Instant;
  readonly until: Instant;
}

/** Whose figures: an organisation, and those of its offers that are counted. */
export interface Figured {
  readonly organisationId: string;
  readonly offerIds: readonly string[];
  readonly serviceIds: readonly string[];
}

/** What is counted of some organisations in a period, by their ids; of each only the offers and services that are asked for. */
export async function readCounted(
  reader: Reader,
  brandId: string,
  figured: readonly Figured[],
  period: Period,
): Promise<ReadonlyMap<string, Counted>> {
  const counted = new Map<string, Counted>();
  for (const each of figured) {
    counted.set(each.organisationId, {
      given: await givenTo(reader, brandId, each, period),
      times: await timesOf(reader, brandId, each, period),
      feedback: await feedbackOf(reader, brandId, each, period),
    });
  }
  return counted;
}

async function givenTo(
  reader: Reader,
  brandId: string,
  { organisationId, offerIds }: Figured,
  { since, until }: Period,
): Promise<Given[]> {
  const rows = await reader
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("status", "<>", "entered-in-error")
    .where("requested_at", ">=", since)
    .where("requested_at", "<", until)
    .orderBy("requested_at")
    .orderBy("id")
    .execute();
  return rows
    .filter((row) => offerIds.includes(row.offer_id))
    .map((row) => {
      const { offerId, requestedAt, answeredAt, status, ended } = toFulfilment(row);
      return {
        organisationId,
        offerId,
        requestedAt,
        answeredAt,
        kept: row.kept === null ? null : row.kept === 1,
        refused: status === "rejected" && isReason(ended?.reason) ? ended.reason : null,
      };
    });
}

const isReason = (reason: string | undefined): reason is RejectedReason =>
  reason !== undefined && Object.hasOwn(REJECTED_REASONS, reason);

async function timesOf(
  reader: Reader,
  brandId: string,
  { offerIds }: Figured,
  { since, until }: Period,
): Promise<Counted["times"]> {
  if (offerIds.length === 0) return { passed: 0, unused: 0 };
  const rows = await reader
    .selectFrom("slots")
    .select(["status", ({ fn }) => fn.countAll<number>().as("many")])
    .where("brand_id", "=", brandId)
    .where("offer_id", "in", [...offerIds])
    .where("starts_at", ">=", since)
    .where("starts_at", "<", until)
    .where("blocked_why", "is", null)
    .groupBy("status")
    .execute();
  const many = (status?: string) =>
    rows
      .filter((row) => status === undefined || row.status === status)
      .reduce((sum, row) => sum + Number(row.many), 0);
  return { passed: many(), unused: many("free") };
}

async function feedbackOf(
  reader: Reader,
  brandId: string,
  { organisationId, serviceIds }: Figured,
  { since, until }: Period,
): Promise<Partial<Record<FeedbackScore, number>>> {
  const rows = await reader
    .selectFrom("feedback")
    .select(["service_id", "score", ({ fn }) => fn.countAll<number>().as("many")])
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("at", ">=", since)
    .where("at", "<", until)
    .groupBy(["service_id", "score"])
    .execute();
  const counts: Partial<Record<FeedbackScore, number>> = {};
  for (const { service_id, score: kept, many } of rows) {
    const score = FEEDBACK_SCORES.find((each) => each === kept);
    if (score !== undefined && serviceIds.includes(service_id))
      counts[score] = (counts[score] ?? 0) + Number(many);
  }
  return counts;
}
