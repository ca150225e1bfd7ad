import { type RawBuilder, sql } from "kysely";
import type { Brand } from "~/domain/directory/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { brandBody } from "./directory-rows";

/** Whose rows are copied, and whose they become. */
export interface Copying {
  readonly from: string;
  readonly to: string;
  /** The organisations that come along; null when all of them do. */
  readonly members: readonly string[] | null;
  /** The brand's own now: a time that has begun is not copied. */
  readonly now: Instant;
}

interface Copied {
  readonly table: keyof Tables;
  /** What its rows are gone through by: rows of one value go together. */
  readonly by: string;
  /** Every column but the brand's. */
  readonly columns: readonly string[];
  /** What a column becomes, when that is not what it was. */
  readonly becomes?: Readonly<Record<string, RawBuilder<unknown>>>;
  /** Which rows come along; all when left out. */
  readonly which?: (copying: Copying) => RawBuilder<unknown>;
}

/** What a row is about must have come along before it. */
const there =
  (column: string, table: "organisations" | "locations" | "offers", { orNone = false } = {}) =>
  ({ to }: Copying) =>
    sql`(${orNone ? sql`${sql.ref(column)} is null or ` : sql``}${sql.ref(column)} in (
      select id from ${sql.table(table)} where brand_id = ${to}))`;

/**
 * The tables that are copied as they stand, what refers after what is referred to. Their rows keep their ids, which are
 * of their brand alone; a time that somebody had is free, and one that its partner blocked stays blocked.
 */
export const COPIED: readonly Copied[] = [
  {
    table: "organisations",
    by: "id",
    columns: ["id", "ods_code", "name", "kind", "status", "body"],
    which: ({ members }) => (members === null ? sql`true` : sql`id in (${sql.join(members)})`),
  },
  {
    table: "partnerships",
    by: "id",
    columns: ["id", "organisation_id", "starts_on", "ends_on", "body"],
    which: there("organisation_id", "organisations"),
  },
  {
    table: "locations",
    by: "id",
    columns: ["id", "organisation_id", "postcode", "lat", "lon", "body"],
    which: there("organisation_id", "organisations"),
  },
  { table: "services", by: "id", columns: ["id", "name", "status", "body"] },
  {
    table: "offers",
    by: "id",
    columns: ["id", "service_id", "organisation_id", "location_id", "status", "body"],
    which: (copying) =>
      sql`${there("organisation_id", "organisations")(copying)}
        and ${there("location_id", "locations", { orNone: true })(copying)}`,
  },
  {
    table: "offer_states",
    by: "offer_id",
    columns: ["offer_id", "capacity", "capacity_confirmed_at", "next_free_at"],
    which: there("offer_id", "offers"),
  },
  {
    table: "red_flag_proposals",
    by: "service_id",
    columns: ["service_id", "id", "base_version", "proposed_by", "proposed_at", "body"],
  },
  {
    table: "memberships",
    by: "account_id",
    columns: ["account_id", "organisation_id", "role"],
    which: there("organisation_id", "organisations", { orNone: true }),
  },
  { table: "people", by: "id", columns: ["id", "account_id", "name", "born_on", "body"] },
  {
    table: "slots",
    by: "offer_id",
    columns: [
      "id",
      "offer_id",
      "starts_at",
      "ends_at",
      "status",
      "held_by",
      "held_until",
      "fulfilment_id",
      "blocked_why",
    ],
    becomes: {
      status: sql`'free'`,
      held_by: sql`case when blocked_why is null then null else held_by end`,
      held_until: sql`case when blocked_why is null then null else held_until end`,
      fulfilment_id: sql`null`,
    },
    which: (copying) => sql`starts_at > ${copying.now} and ${there("offer_id", "offers")(copying)}`,
  },
];

/** The tables of open work, whose rows are copied under new ids, and only when open work comes along. */
export const COPIED_WITH_OPEN_WORK = [
  "requests",
  "parts",
  "decisions",
  "fulfilments",
  "events",
  "messages",
  "deliveries",
  "feedback",
  "earlier_wishes",
  "earlier_offers",
  "not_asked_twice",
  "red_flag_stops",
] as const satisfies readonly (keyof Tables)[];

/** The tables of a brand that a copy begins without, each with why. */
export const NOT_COPIED = {
  sessions: "Who is signed in is signed in to one front door",
  drafts: "Who is still asking, asks where they began",
  commands: "Their keys are those of pages of the other brand",
  audit: "A copy begins a trail of its own, with the entry that it was copied",
  desk_takes: "They are of what somebody is doing there now",
  invitations: "Their codes were sent to people for the other brand",
  light_links: "Their codes were sent to partners for the other brand",
  saved_views: "They may name whom somebody looked for",
  past_weeks: "History is referred to: `historyOf`",
  proposals: "What the members of the other brand decide is theirs; the rules they decide by come along",
  proposal_votes: "They are of its proposals",
  proposal_remarks: "They are of its proposals",
  scenarios: "What the other brand’s board tries is of its own directory and year",
  scenario_runs: "They are of its scenarios",
  imports: "They are records of files that were loaded into the other brand",
  stage_worlds: "They are worlds of the other brand’s board room",
  studies: "They are of the other brand’s usability lab",
  study_versions: "They are of its studies",
  participants: "They take part in its studies",
  lab_worlds: "They are worlds of its participants",
  lab_events: "They are records of its participants",
  lab_snapshots: "They are pages that its participants saw",
  lab_pictures: "They are pictures of those pages",
  lab_problems: "They are what its studies found",
  lab_problem_moments: "They are moments of its participants",
  lab_problem_words: "They say whose words its problems may hold",
} as const satisfies Partial<Record<keyof Tables, string>>;

/** A brand's row, whole or not: what may be copied over, or is being made. */
export async function readMaking(
  reader: Reader,
  brandId: string,
): Promise<
  | { readonly madeBy: string | null; readonly madeUntil: Instant | null; readonly isDefault: boolean }
  | undefined
> {
  const row = await reader
    .selectFrom("brands")
    .select(["made_by", "made_until", "is_default"])
    .where("id", "=", brandId)
    .executeTakeFirst();
  return row && { madeBy: row.made_by, madeUntil: row.made_until, isDefault: row.is_default === 1 };
}

/** Writes the row of a brand that is being made: nobody finds it yet. */
export async function beginBrand(
  tx: Tx,
  brand: Brand,
  about: {
    readonly from: string;
    readonly host: string | null;
    readonly directoryVersion: number;
    readonly at: Instant;
    readonly madeBy: string;
    readonly madeUntil: Instant;
  },
): Promise<void> {
  const { clock_offset_ms } = await tx
    .selectFrom("brands")
    .select("clock_offset_ms")
    .where("id", "=", about.from)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("brands")
    .values({
      id: brand.id,
      name: brand.name,
      is_default: 0,
      host: about.host,
      body: brandBody(brand),
      clock_offset_ms,
      directory_version: about.directoryVersion,
      created_at: about.at,
      made_by: about.madeBy,
      made_until: about.madeUntil,
    })
    .execute();
}

/** Whoever makes a brand goes on having it to themselves. False when somebody else has taken it over. */
export async function keepMaking(
  tx: Tx,
  brandId: string,
  madeBy: string,
  madeUntil: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("brands")
    .set({ made_until: madeUntil })
    .where("id", "=", brandId)
    .where("made_by", "=", madeBy)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/**
 * Takes a brand out of everybody's sight, for whoever makes it or takes it away. False, and nothing done, while somebody
 * else is at it.
 */
export async function hideBrand(
  tx: Tx,
  brandId: string,
  madeBy: string,
  madeUntil: Instant,
  realNow: Instant,
  { evenIfWhole }: { readonly evenIfWhole: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("brands")
    .set({ made_by: madeBy, made_until: madeUntil, host: null })
    .where("id", "=", brandId)
    .where((eb) =>
      eb.or([
        ...(evenIfWhole ? [eb("made_by", "is", null)] : []),
        eb("made_by", "=", madeBy),
        eb("made_until", "<=", realNow),
      ]),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The brands of which the making, or the taking away, was cut short. */
export async function brandsCutShort(reader: Reader, realNow: Instant): Promise<string[]> {
  const rows = await reader
    .selectFrom("brands")
    .select("id")
    .where("made_by", "is not", null)
    .where("made_until", "<=", realNow)
    .execute();
  return rows.map(({ id }) => id);
}

/** A brand that was made is whole from here on. */
export async function showBrand(tx: Tx, brandId: string): Promise<void> {
  await tx.updateTable("brands").set({ made_by: null, made_until: null }).where("id", "=", brandId).execute();
}

/** Whether a host name is a brand's already, whole or not. */
export async function hostTaken(reader: Reader, host: string): Promise<boolean> {
  return (
    (await reader.selectFrom("brands").select("id").where("host", "=", host).executeTakeFirst()) !== undefined
  );
}

/**
 * Copies the next rows of one table, about `limit` of them. Returns where to go on after; null when all are copied.
 */
export async function copyRows(
  tx: Tx,
  { table, by, columns, becomes = {}, which = () => sql`true` }: Copied,
  copying: Copying,
  after: string,
  limit: number,
): Promise<{ readonly rows: number; readonly next: string | null }> {
  const { from, to } = copying;
  const key = sql.ref(by);
  const { rows } = await sql<{ last: string | null; many: number }>`
    select max(following.k) as last, count(*) as many from (
      select ${key} as k from ${sql.table(table)} where brand_id = ${from} and ${key} > ${after}
      order by ${key} limit ${limit}) as following`.execute(tx);
  const [{ last, many } = { last: null, many: 0 }] = rows;
  if (last === null) return { rows: 0, next: null };
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => becomes[column] ?? sql.ref(column)));
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (brand_id, ${names})
    select ${to}, ${values} from ${sql.table(table)}
    where brand_id = ${from} and ${key} > ${after} and ${key} <= ${last} and ${which(copying)}`.execute(tx);
  return { rows: Number(numAffectedRows ?? 0), next: Number(many) < limit ? null : last };
}
