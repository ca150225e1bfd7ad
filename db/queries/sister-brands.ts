import { standings } from "~/domain/directory/standing";
import type { Brand } from "~/domain/directory/types";
import { KEPT_DAYS } from "~/domain/directory/types";
import { type Instant, instant, localDate, milliseconds } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { brandOf, organisationOf, partnershipsFrom } from "./directory-rows";
import { OPEN } from "./open";
import { worlds } from "./worlds";

/** A front door beside another one, in names of organisations and in counts. What is counted of people is not for showing as it is. */
export interface SisterBrand {
  readonly brand: Brand;
  /** The partners of the first brand that work through this one too, by name: known by their ODS codes. */
  readonly shared: readonly { readonly odsCode: string; readonly name: string }[];
  readonly members: number;
  /** The lists of its members. One practice has one list, whichever front doors it works through: `practice` says which. */
  readonly lists: readonly { readonly practice: string; readonly patients: number }[];
  readonly services: number;
  readonly offers: number;
  readonly openWork: number;
  /** Promises of what was asked for in the last KEPT_DAYS. */
  readonly kept: { readonly kept: number; readonly broken: number };
}

/**
 * The brand itself, then those that share a partner with it or were made from it, by name. A brand of real organisations
 * is beside none, and neither is a copy of the same name: that is the same town once more, for a demonstration or a test.
 */
export async function sisterBrands(
  reader: Reader,
  brandId: string,
  realNow: Instant,
): Promise<SisterBrand[]> {
  const rows = await reader
    .selectFrom("brands")
    .select(["id", "name", "body", "clock_offset_ms"])
    .where("made_by", "is", null)
    .where((where) => where.or([where("id", "=", brandId), where("id", "not in", worlds(reader))]))
    .execute();
  const brands = rows.map((row) => ({
    brand: brandOf(row),
    now: instant(milliseconds(realNow) + row.clock_offset_ms),
  }));
  const nameOf = new Map(brands.map(({ brand: { id, name } }) => [id, name]));
  const own = await organisationsOf(reader, brandId);
  const codes = new Map(
    own.flatMap(({ odsCode, name }) => (odsCode === null ? [] : [[odsCode, name] as const])),
  );
  const inBrands = await brandsWith(reader, brandId);
  const origin = brands.find(({ brand }) => brand.id === brandId)?.brand.historyOf ?? brandId;
  const beside = brands.filter(
    ({ brand: { id, name, kind, historyOf } }) =>
      id === brandId ||
      (kind !== "real" &&
        (historyOf === undefined || nameOf.get(historyOf) !== name) &&
        (inBrands.has(id) || historyOf === origin || id === origin)),
  );
  const sisters: SisterBrand[] = [];
  for (const { brand, now } of beside) sisters.push(await counted(reader, brand, now, codes));
  const first = (sister: SisterBrand) => (sister.brand.id === brandId ? 0 : 1);
  return sisters.sort((a, b) => first(a) - first(b) || (a.brand.name < b.brand.name ? -1 : 1));
}

const organisationsOf = async (reader: Reader, brandId: string) =>
  (
    await reader
      .selectFrom("organisations")
      .selectAll()
      .where("brand_id", "=", brandId)
      .where("status", "=", "active")
      .execute()
  ).map(organisationOf);

/** The brands that have an organisation of an ODS code that this one has too. */
async function brandsWith(reader: Reader, brandId: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom("organisations as own")
    .innerJoin("organisations as other", "other.ods_code", "own.ods_code")
    .select("other.brand_id")
    .distinct()
    .where("own.brand_id", "=", brandId)
    .where("own.status", "=", "active")
    .where("other.status", "=", "active")
    .execute();
  return new Set(rows.map((row) => row.brand_id));
}

async function counted(
  reader: Reader,
  brand: Brand,
  now: Instant,
  codes: ReadonlyMap<string, string>,
): Promise<SisterBrand> {
  const { id } = brand;
  const organisations = await organisationsOf(reader, id);
  const partnerships = partnershipsFrom(
    await reader.selectFrom("partnerships").selectAll().where("brand_id", "=", id).execute(),
  );
  const standing = standings(partnerships);
  const today = localDate(now);
  const members = organisations.filter((one) => standing(one.id, today).kind === "partner");
  const openOf = async (table: "services" | "offers") =>
    manyOf(
      await reader
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("many"))
        .where("brand_id", "=", id)
        .where("status", "=", "open")
        .executeTakeFirst(),
    );
  const openWork = await reader
    .selectFrom("parts")
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .where("brand_id", "=", id)
    .where("status", "=", OPEN)
    .executeTakeFirst();
  const settled = await reader
    .selectFrom("fulfilments")
    .select(["kept", ({ fn }) => fn.countAll<number>().as("many")])
    .where("brand_id", "=", id)
    .where("kept", "is not", null)
    .where("requested_at", ">=", instant(milliseconds(now) - KEPT_DAYS * 86_400_000))
    .groupBy("kept")
    .execute();
  const settledAs = (kept: number) => manyOf(settled.find((row) => row.kept === kept));
  return {
    brand,
    shared: members.flatMap(({ odsCode }) => {
      const name = codes.get(odsCode ?? "");
      return odsCode === null || name === undefined ? [] : [{ odsCode, name }];
    }),
    members: members.length,
    lists: members.flatMap(({ id: organisationId, odsCode, listSize }) =>
      listSize === null
        ? []
        : [{ practice: odsCode ?? `${id} ${organisationId}`, patients: listSize.patients }],
    ),
    services: await openOf("services"),
    offers: await openOf("offers"),
    openWork: manyOf(openWork),
    kept: { kept: settledAs(1), broken: settledAs(0) },
  };
}

const manyOf = (row: { readonly many: number } | undefined): number => Number(row?.many ?? 0);
