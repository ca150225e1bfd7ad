import type { Selectable } from "kysely";
import { type RequestDetail, servicesAskedFor } from "~/domain/fulfilment/request-detail";
import type { CareRequest, Part } from "~/domain/fulfilment/types";
import type { Instant, PlainDate } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { type Asker, notAnothers } from "./drafts";
import { toOwner, toRequest } from "./fulfilment-rows";

/** A request with what was asked for: all that its row holds. */
export interface StoredRequest {
  readonly request: CareRequest;
  readonly accountId: string | null;
  readonly detail: RequestDetail;
}

/** Inserts a request under a reference that is not taken. False when it is: the caller makes another. */
export async function insertRequest(
  tx: Tx,
  brandId: string,
  { request, accountId, detail }: StoredRequest,
  draftId: string,
): Promise<boolean> {
  const inserted = await tx
    .insertInto("requests")
    .values({
      brand_id: brandId,
      id: request.id,
      reference: request.reference,
      draft_id: draftId,
      account_id: accountId,
      service_id: request.serviceId,
      priority: request.priority,
      person_name: detail.person.name,
      person_born_on: detail.person.bornOn,
      body: JSON.stringify(detail),
      consent_to_pass_on: request.consentToPassOn ? 1 : 0,
      submitted_at: request.submittedAt,
    })
    .onConflict((conflict) => conflict.columns(["brand_id", "reference"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function readRequest(
  reader: Reader,
  brandId: string,
  reference: string,
): Promise<StoredRequest | undefined> {
  const row = await reader
    .selectFrom("requests")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("reference", "=", reference)
    .executeTakeFirst();
  return row && toStored(row);
}

export async function readRequestById(
  reader: Reader,
  brandId: string,
  requestId: string,
): Promise<StoredRequest | undefined> {
  const row = await reader
    .selectFrom("requests")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", requestId)
    .executeTakeFirst();
  return row && toStored(row);
}

/** A guest's way in: the reference and the date of birth, both right. Undefined says no more than that. */
export async function findByReferenceAndBirth(
  reader: Reader,
  brandId: string,
  reference: string,
  bornOn: PlainDate,
): Promise<CareRequest | undefined> {
  const row = await reader
    .selectFrom("requests")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("reference", "=", reference)
    .where("person_born_on", "=", bornOn)
    .executeTakeFirst();
  return row && toRequest(row);
}

/** A line of "my requests". */
export interface RequestLine {
  readonly reference: string;
  /** What was asked for: several when they were asked for at once. */
  readonly serviceIds: readonly string[];
  readonly personName: string;
  readonly submittedAt: Instant;
  readonly parts: readonly Pick<Part, "id" | "serviceId" | "status" | "waiting" | "owner" | "dueAt">[];
}
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Give it back to read on; null at the end. */
  readonly nextCursor: string | null;
}

const PAGE = 20;

/** The reference of what an account, or (null) a guest, asked for last; of nothing from before `since`. */
export async function lastReferenceOf(
  reader: Reader,
  brandId: string,
  accountId: string | null,
  since: Instant = "",
): Promise<string | undefined> {
  const row = await reader
    .selectFrom("requests")
    .select("reference")
    .where("brand_id", "=", brandId)
    .where("account_id", "is not distinct from", accountId)
    .where("submitted_at", ">=", since)
    .orderBy("submitted_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.reference;
}

/** What an account has asked for, the newest first, a page at a time. */
export async function requestsOf(
  reader: Reader,
  brandId: string,
  accountId: string,
  cursor: string | null = null,
): Promise<Page<RequestLine>> {
  const [before = "", beforeId = ""] = cursor?.split("~") ?? [];
  const rows = await reader
    .selectFrom("requests")
    .select(["id", "reference", "service_id", "person_name", "submitted_at", "body"])
    .where("brand_id", "=", brandId)
    .where("account_id", "=", accountId)
    .$if(cursor !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb("submitted_at", "<", before),
          eb.and([eb("submitted_at", "=", before), eb("id", "<", beforeId)]),
        ]),
      ),
    )
    .orderBy("submitted_at", "desc")
    .orderBy("id", "desc")
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  const parts =
    shown.length === 0
      ? []
      : await partsOf(
          reader,
          brandId,
          shown.map(({ id }) => id),
        );
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      reference: row.reference,
      serviceIds: servicesAskedFor(row.service_id, JSON.parse(row.body) as RequestDetail),
      personName: row.person_name,
      submittedAt: row.submitted_at,
      parts: parts.filter(({ requestId }) => requestId === row.id).map(({ part }) => part),
    })),
    nextCursor: rows.length > PAGE && last ? `${last.submitted_at}~${last.id}` : null,
  };
}

async function partsOf(reader: Reader, brandId: string, requestIds: readonly string[]) {
  const rows = await reader
    .selectFrom("parts")
    .select([
      "id",
      "request_id",
      "service_id",
      "status",
      "waiting",
      "owner_kind",
      "owner_organisation_id",
      "due_at",
    ])
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    requestId: row.request_id,
    part: {
      id: row.id,
      serviceId: row.service_id,
      status: row.status as Part["status"],
      waiting: row.waiting === 1,
      owner: toOwner(row.owner_kind, row.owner_organisation_id),
      dueAt: row.due_at,
    },
  }));
}

/** A request that is still open, as it is told to whoever asks for the same again. */
export interface AskedAlready {
  readonly reference: string;
  readonly personName: string;
  readonly submittedAt: Instant;
}

/** The asker's requests for a service of which something is still open, the newest first, at most five. */
export async function openRequestsFor(
  reader: Reader,
  brandId: string,
  { visitor, accountId, serviceId, now }: Asker & { readonly serviceId: string; readonly now: Instant },
): Promise<AskedAlready[]> {
  const sentHere = await reader
    .selectFrom("drafts")
    .select("reference")
    .where("brand_id", "=", brandId)
    .where("visitor", "=", visitor)
    .where(notAnothers(accountId))
    .where("reference", "is not", null)
    .where("expires_at", ">", now)
    .execute();
  const references = sentHere.flatMap(({ reference }) => reference ?? []);
  const open = reader
    .selectFrom("requests")
    .select(["reference", "service_id", "person_name", "submitted_at", "body"])
    .where("brand_id", "=", brandId)
    .where((where) =>
      where.exists(
        where
          .selectFrom("parts")
          .select("parts.id")
          .whereRef("parts.brand_id", "=", "requests.brand_id")
          .whereRef("parts.request_id", "=", "requests.id")
          .where("parts.status", "=", "open"),
      ),
    );
  // Each by its own index: asked for as one, SQLite reads all that the brand has.
  const here = references.length === 0 ? [] : await open.where("reference", "in", references).execute();
  const own = accountId === null ? [] : await open.where("account_id", "=", accountId).execute();
  const asked = new Map(
    [...here, ...own].map(({ reference, service_id, person_name, submitted_at, body }) => [
      reference,
      {
        reference,
        serviceIds: servicesAskedFor(service_id, JSON.parse(body) as RequestDetail),
        personName: person_name,
        submittedAt: submitted_at,
      },
    ]),
  );
  return [...asked.values()]
    .filter(({ serviceIds }) => serviceIds.includes(serviceId))
    .sort((one, other) => (one.submittedAt < other.submittedAt ? 1 : -1))
    .slice(0, 5)
    .map(({ serviceIds: _, ...told }) => told);
}

const toStored = (row: Selectable<Tables["requests"]>): StoredRequest => ({
  request: toRequest(row),
  accountId: row.account_id,
  detail: JSON.parse(row.body) as RequestDetail,
});
