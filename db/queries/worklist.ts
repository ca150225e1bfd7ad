import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { seesPerson } from "~/domain/fulfilment/own-records";
import { type PartOfWhole, type RequestDetail, wholeOfPart } from "~/domain/fulfilment/request-detail";
import { HELD_STATUSES, isHeld } from "~/domain/fulfilment/transitions";
import {
  FULFILMENT_STATUSES,
  type Fulfilment,
  type FulfilmentStatus,
  type Owner,
  type Part,
} from "~/domain/fulfilment/types";
import {
  ALL_TO_DO,
  isInView,
  WORK_VIEWS,
  type WorkAsked,
  type WorkStanding,
  type WorkView,
} from "~/domain/fulfilment/work-views";
import { normalReference } from "~/domain/shared/identifiers";
import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";
import type { Tables } from "../schema";
import { toFulfilment } from "./fulfilment-rows";
import { type Unseen, unseenOf } from "./said";

/** What a partner is asked for, and what that is a part of. */
export interface PartAsked extends PartOfWhole {
  readonly serviceId: string;
  readonly priority: Part["priority"];
}

/** A line of a partner's worklist. The person is named only while the partner has the work, or has done it. */
export interface WorklistItem {
  readonly fulfilment: Fulfilment;
  readonly requestId: string;
  readonly reference: string;
  /** The part's own: its priority may have been raised since it was asked for. */
  readonly part: PartAsked;
  readonly partVersion: number;
  /** By when whoever has the part must act; null when it is over. */
  readonly dueAt: Instant | null;
  readonly owner: Owner["kind"];
  readonly person: { readonly name: string; readonly bornOn: string } | null;
  /** What the person said since, and nobody here has seen or answered yet. */
  readonly unseen: Unseen | null;
}

export interface Worklist {
  readonly items: readonly WorklistItem[];
  /** How many of what was searched for are in each view. */
  readonly counts: Readonly<Record<WorkView, number>>;
  readonly page: number;
  readonly pages: number;
}

/** Whose work it is, and what is known of it now that no row says. */
export interface WorkOf {
  readonly brandId: string;
  readonly organisationId: string;
  readonly now: Instant;
  /** The organisation's offers whose diary has no free time. */
  readonly fullDiaries?: readonly string[];
}

export const WORK_PAGE = 50;

/** An organisation's fulfilments as they were asked for, a page at a time (from 1). */
export async function worklist(
  reader: Reader,
  work: WorkOf,
  { page = 1, ...asked }: Partial<WorkAsked> & { readonly page?: number } = {},
): Promise<Worklist> {
  const whole = { ...ALL_TO_DO, ...asked };
  const counts = await countByView(reader, work, whole);
  const pages = Math.max(1, Math.ceil(counts[whole.view] / WORK_PAGE));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const ids = await workIds(reader, work, whole, { limit: WORK_PAGE, offset: (current - 1) * WORK_PAGE });
  return { items: await workItems(reader, work, ids), counts, page: current, pages };
}

type Query<O> = SelectQueryBuilder<Tables, "fulfilments", O>;

/**
 * All of an organisation's work that was searched for, whatever the view. What stands in other tables is looked up for
 * the rows that need it alone: a long list is told by the fulfilments' own index.
 */
function found(reader: Reader, { brandId, organisationId }: WorkOf, asked: WorkAsked) {
  const { search, serviceId, urgentOnly } = asked;
  return reader
    .selectFrom("fulfilments")
    .where("fulfilments.brand_id", "=", brandId)
    .where("fulfilments.organisation_id", "=", organisationId)
    .$if(serviceId !== "", (query) => query.where(sql<boolean>`${ofPart(sql`service_id`)} = ${serviceId}`))
    .$if(urgentOnly, (query) => query.where(sql<boolean>`${ofPart(sql`priority`)} <> 'routine'`))
    .$if(search !== "", (query) => query.where(isSought(search)));
}

/** What the part of a fulfilment says, and what its request does. */
const ofPart = (what: RawBuilder<unknown>) => sql`(select ${what} from parts
  where parts.brand_id = fulfilments.brand_id and parts.id = fulfilments.part_id)`;
const ofRequest = (what: RawBuilder<unknown>) => sql`(select ${what} from requests
  where requests.brand_id = fulfilments.brand_id and requests.id = fulfilments.request_id)`;

const listed = (statuses: readonly FulfilmentStatus[]) =>
  sql`fulfilments.status in (${sql.join(statuses.map((status) => sql.lit(status)))})`;
/** Statuses in which the partner may see who the person is. */
const SEEN = listed(FULFILMENT_STATUSES.filter((status) => seesPerson({ status })));
const HELD = listed(HELD_STATUSES);

/** A reference, whole or its beginning; or part of the name of somebody whom the partner may see. */
function isSought(search: string) {
  const beginning = `${literally(normalReference(search) ?? search.toUpperCase())}%`;
  const part = `%${literally(search.toLowerCase())}%`;
  return sql<boolean>`${ofRequest(sql`reference like ${beginning} escape '\\'
    or (${SEEN} and lower(person_name) like ${part} escape '\\')`)}`;
}

const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** How many are in each view: rows that stand alike are counted together. */
async function countByView(
  reader: Reader,
  work: WorkOf,
  asked: WorkAsked,
): Promise<Record<WorkView, number>> {
  const rows = await found(reader, work, asked)
    .select(({ fn }) => [
      "fulfilments.status",
      "fulfilments.offer_id",
      sql<number>`case when fulfilments.appointment_at is null then 0 else 1 end`.as("has_time"),
      lateness(work.now).as("late"),
      fn.countAll<number>().as("many"),
    ])
    .groupBy(["fulfilments.status", "fulfilments.offer_id", "has_time", "late"])
    .execute();
  const groups = rows.map((row) => ({
    many: Number(row.many),
    standing: {
      status: row.status as FulfilmentStatus,
      hasTime: Number(row.has_time) === 1,
      late: Number(row.late) === 1,
      diaryFull: work.fullDiaries?.includes(row.offer_id) ?? false,
    } satisfies WorkStanding,
  }));
  const count = (view: WorkView) =>
    groups.reduce((sum, { many, standing }) => sum + (isInView(view, standing) ? many : 0), 0);
  return Object.fromEntries(WORK_VIEWS.map((view) => [view, count(view)])) as Record<WorkView, number>;
}

/** As `isLate` of the domain, in SQL. */
const lateness = (now: Instant) => sql<number>`case
  when fulfilments.status = 'requested' then case when fulfilments.answer_by < ${now} then 1 else 0 end
  when fulfilments.status in ('accepted', 'in-progress')
    then ${ofPart(sql`case when due_at < ${now} or owner_kind in ('desk', 'manager') then 1 else 0 end`)}
  else 0 end`;

/** The ids of what was asked for, in order: light, so that all of them can be had at once. */
export async function workIds(
  reader: Reader,
  work: WorkOf,
  asked: WorkAsked,
  part: { readonly limit: number; readonly offset: number } | null = null,
): Promise<string[]> {
  const rows = await inOrder(inView(found(reader, work, asked), work, asked.view), asked)
    .select("fulfilments.id")
    .orderBy("fulfilments.id")
    .$if(part !== null, (query) => query.limit(part?.limit ?? 0).offset(part?.offset ?? 0))
    .execute();
  return rows.map(({ id }) => id);
}

/** As `isInView` of the domain, in SQL. */
function inView<O>(query: Query<O>, { now, fullDiaries = [] }: WorkOf, view: WorkView): Query<O> {
  const status = (statuses: readonly FulfilmentStatus[]) => query.where("fulfilments.status", "in", statuses);
  switch (view) {
    case "to-do":
      return status(HELD_STATUSES);
    case "to-review":
      return status(["requested"]);
    case "waiting":
      return status(["on-hold"]);
    case "to-book":
      return status(["accepted"]).where("fulfilments.appointment_at", "is", null);
    case "slot-issues":
      return status(["requested", "accepted"])
        .where("fulfilments.appointment_at", "is", null)
        .where("fulfilments.offer_id", "in", [...fullDiaries, ""]);
    case "booked":
      return status(["accepted"]).where("fulfilments.appointment_at", "is not", null);
    case "in-progress":
      return status(["in-progress"]);
    case "overdue":
      return status(["requested", "accepted", "in-progress"]).where(lateness(now), "=", 1);
    case "done":
      return status(["completed"]);
    case "declined":
      return status(["rejected"]);
    case "ended":
      return status(["cancelled", "failed", "entered-in-error"]);
    case "all":
      return query;
  }
}

/** What is open before what is over, and that with the latest first. */
function inOrder<O>(query: Query<O>, { sort }: WorkAsked): Query<O> {
  switch (sort) {
    case "deadline":
      return query
        .orderBy(sql`case when ${HELD} then 0 else 1 end`)
        .orderBy(
          sql`case when fulfilments.status = 'requested' then fulfilments.answer_by
            when fulfilments.status = 'accepted' and fulfilments.appointment_at is not null
              then fulfilments.appointment_at
            when ${HELD} then ${ofPart(sql`due_at`)} end`,
        )
        .orderBy("fulfilments.answer_by", "desc");
    case "newest":
      // As an expression, lest SQLite reads all of the brand's along the index of this column.
      return query.orderBy(sql`fulfilments.requested_at || ''`, "desc");
    case "appointment":
      return query
        .orderBy(sql`case when fulfilments.appointment_at is null then 1 else 0 end`)
        .orderBy("fulfilments.appointment_at");
    case "name":
      // Who may no longer be seen is not put in an order that would tell of them.
      return query
        .orderBy(sql`case when ${SEEN} then ${ofRequest(sql`lower(person_name)`)} else '~' end`)
        .orderBy(ofRequest(sql`reference`));
  }
}

/** The lines of these fulfilments, in the same order. */
export async function workItems(
  reader: Reader,
  { brandId, organisationId }: WorkOf,
  ids: readonly string[],
): Promise<WorklistItem[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom("fulfilments")
    .innerJoin("requests", (join) =>
      join
        .onRef("requests.brand_id", "=", "fulfilments.brand_id")
        .onRef("requests.id", "=", "fulfilments.request_id"),
    )
    .innerJoin("parts", (join) =>
      join.onRef("parts.brand_id", "=", "fulfilments.brand_id").onRef("parts.id", "=", "fulfilments.part_id"),
    )
    .selectAll("fulfilments")
    .select([
      "requests.reference",
      "parts.due_at",
      "parts.owner_kind",
      "parts.version as part_version",
      "requests.service_id as of_service_id",
      "requests.person_name",
      "requests.person_born_on",
      "requests.body as detail",
      "parts.position as part_position",
      "parts.service_id",
      "parts.priority",
    ])
    .select((eb) =>
      eb
        .selectFrom("parts as siblings")
        .select(({ fn }) => fn.countAll<number>().as("many"))
        .whereRef("siblings.brand_id", "=", "fulfilments.brand_id")
        .whereRef("siblings.request_id", "=", "fulfilments.request_id")
        .as("parts_of_request"),
    )
    .where("fulfilments.brand_id", "=", brandId)
    .where("fulfilments.organisation_id", "=", organisationId)
    .where("fulfilments.id", "in", ids)
    .execute();
  const held = rows.filter(({ status }) => isHeld(status as FulfilmentStatus));
  const unseen = await unseenOf(reader, brandId, organisationId, [
    ...new Set(held.map(({ request_id }) => request_id)),
  ]);
  const items = rows.map((row): WorklistItem => {
    const fulfilment = toFulfilment(row);
    return {
      fulfilment,
      requestId: row.request_id,
      reference: row.reference,
      part: {
        serviceId: row.service_id,
        priority: row.priority as Part["priority"],
        ...wholeOfPart(
          row.of_service_id,
          JSON.parse(row.detail) as RequestDetail,
          row.part_position,
          Number(row.parts_of_request),
        ),
      },
      partVersion: row.part_version,
      dueAt: row.due_at,
      owner: row.owner_kind as Owner["kind"],
      person: seesPerson(fulfilment) ? { name: row.person_name, bornOn: row.person_born_on } : null,
      unseen: isHeld(fulfilment.status) ? (unseen.get(fulfilment.partId) ?? null) : null,
    };
  });
  const byId = new Map(items.map((item) => [item.fulfilment.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
