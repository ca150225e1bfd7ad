import type { PartState } from "~/domain/fulfilment/part-state";
import type { Fulfilment, Part } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import { insertMany, type Row } from "./bulk";
import { fromFulfilment, fromPart, toFulfilment, toPart, toRequest } from "./fulfilment-rows";
import { OPEN } from "./open";

/** A part with its request and every fulfilment, oldest first. Undefined when this brand has no such part. */
export async function readPartState(
  reader: Reader,
  brandId: string,
  partId: string,
): Promise<PartState | undefined> {
  const part = await reader
    .selectFrom("parts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", partId)
    .executeTakeFirst();
  if (!part) return undefined;
  const request = await reader
    .selectFrom("requests")
    .select(["id", "brand_id", "reference", "service_id", "priority", "submitted_at", "consent_to_pass_on"])
    .where("brand_id", "=", brandId)
    .where("id", "=", part.request_id)
    .executeTakeFirstOrThrow();
  const fulfilments = await reader
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("part_id", "=", partId)
    .orderBy("position")
    .execute();
  return { request: toRequest(request), part: toPart(part), fulfilments: fulfilments.map(toFulfilment) };
}

/** The part of a fulfilment that was asked of this organisation; undefined for any other's. */
export async function partIdOfFulfilment(
  reader: Reader,
  brandId: string,
  organisationId: string,
  fulfilmentId: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom("fulfilments")
    .select("part_id")
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("id", "=", fulfilmentId)
    .executeTakeFirst();
  return row?.part_id;
}

export async function insertPart(tx: Tx, { request, part, fulfilments }: PartState): Promise<void> {
  await tx.insertInto("parts").values(fromPart(request.brandId, part)).execute();
  for (const [index, fulfilment] of fulfilments.entries()) {
    await tx
      .insertInto("fulfilments")
      .values(fromFulfilment(request.brandId, request.id, fulfilment, index + 1))
      .execute();
  }
}

/**
 * Writes what a command changed, each row only as the version that was read. A row that another has written since is a
 * bug of the caller, who reads and writes in one transaction.
 */
export async function updatePart(tx: Tx, before: PartState, after: PartState): Promise<void> {
  const brandId = before.request.brandId;
  const rowOf = (fulfilment: Fulfilment) =>
    fromFulfilment(brandId, before.request.id, fulfilment, after.fulfilments.indexOf(fulfilment) + 1);
  const updates = after.fulfilments.filter((one) =>
    before.fulfilments.some(({ id, version }) => id === one.id && version !== one.version),
  );
  const added = after.fulfilments.filter((one) => !before.fulfilments.some(({ id }) => id === one.id));
  for (const fulfilment of updates) {
    const was = before.fulfilments.find(({ id }) => id === fulfilment.id);
    const { numUpdatedRows } = await tx
      .updateTable("fulfilments")
      .set(rowOf(fulfilment))
      .where("brand_id", "=", brandId)
      .where("id", "=", fulfilment.id)
      .where("version", "=", was?.version ?? 0)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`Fulfilment ${fulfilment.id} changed inside a transaction`);
  }
  for (const fulfilment of added) {
    await tx.insertInto("fulfilments").values(rowOf(fulfilment)).execute();
  }
  const { numUpdatedRows } = await tx
    .updateTable("parts")
    .set(fromPart(brandId, after.part))
    .where("brand_id", "=", brandId)
    .where("id", "=", after.part.id)
    .where("version", "=", before.part.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`Part ${after.part.id} changed inside a transaction`);
}

/**
 * The same for many parts of a brand that were read in this transaction, in a few statements. Nobody can have written
 * them since: the transaction would be begun anew.
 */
export async function updateParts(
  tx: Tx,
  brandId: string,
  changes: readonly { readonly before: PartState; readonly after: PartState }[],
): Promise<void> {
  const rows = (isNew: boolean): Row[] =>
    changes.flatMap(({ before, after }) =>
      after.fulfilments.flatMap((one, index) => {
        const was = before.fulfilments.find(({ id }) => id === one.id);
        if (isNew ? was !== undefined : was === undefined || was.version === one.version) return [];
        return [{ ...fromFulfilment(brandId, before.request.id, one, index + 1) } as Row];
      }),
    );
  const parts = changes.map(({ after }) => ({ ...fromPart(brandId, after.part) }) as Row);
  // What was let go first: a part has one open fulfilment at a time.
  for (const [table, written] of [
    ["fulfilments", rows(false)],
    ["fulfilments", rows(true)],
    ["parts", parts],
  ] as const) {
    const [first] = written;
    if (!first) continue;
    await insertMany(tx, table, Object.keys(first), written, {
      key: ["brand_id", "id"],
      otherwise: "update",
    });
  }
}

/** A part of a request beside the others: enough to tell which come before which. */
export async function partsOfRequest(
  reader: Reader,
  brandId: string,
  requestId: string,
): Promise<Pick<Part, "id" | "position" | "status" | "waiting" | "after">[]> {
  const rows = await reader
    .selectFrom("parts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .orderBy("position")
    .execute();
  return rows.map(toPart);
}

/** Open parts of a brand whose deadline has passed, the longest ago first; the manager's stay where they are. */
export const partsDue = (reader: Reader, brandId: string, now: Instant, except: readonly string[]) =>
  openParts(reader, brandId, except)
    .where("due_at", "<=", now)
    .where("owner_kind", "<>", "manager")
    .orderBy("due_at")
    .limit(1);

/** Open parts of a brand whose promise must be looked at, the longest ago first. */
export const promisesDue = (reader: Reader, brandId: string, now: Instant, except: readonly string[]) =>
  openParts(reader, brandId, except).where("promise_due_at", "<=", now).orderBy("promise_due_at").limit(1);

/** The first deadline that a brand's open parts run to; null when none runs. */
export async function nextDueAt(reader: Reader, brandId: string): Promise<Instant | null> {
  const row = await openParts(reader, brandId, [])
    .clearSelect()
    .select(({ fn }) => fn.min("due_at").as("at"))
    .where("due_at", "is not", null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The last time that was given for any of a brand's open parts; null when none was. */
export async function lastAppointmentAt(reader: Reader, brandId: string): Promise<Instant | null> {
  const row = await reader
    .selectFrom("parts")
    .innerJoin("fulfilments", (join) =>
      join.onRef("fulfilments.brand_id", "=", "parts.brand_id").onRef("fulfilments.part_id", "=", "parts.id"),
    )
    .select(({ fn }) => fn.max("fulfilments.appointment_at").as("at"))
    .where("parts.brand_id", "=", brandId)
    .where("parts.status", "=", OPEN)
    .executeTakeFirst();
  return row?.at ?? null;
}

function openParts(reader: Reader, brandId: string, except: readonly string[]) {
  return reader
    .selectFrom("parts")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("status", "=", OPEN)
    .$if(except.length > 0, (query) => query.where("id", "not in", except));
}
