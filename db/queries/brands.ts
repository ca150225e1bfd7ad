import type { Instant } from "~/domain/shared/time";
import { instant, milliseconds } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import { UnknownBrand } from "./directory";
import type { LabWorldState } from "./lab-worlds";

/** A brand as it is found from outside: by its id, by a host name, or as the default at bare addresses. */
export interface BrandEntry {
  readonly id: string;
  readonly name: string;
  readonly host: string | null;
  readonly isDefault: boolean;
  /** What it is the world of, if it is one: a stage in some town's board room, or who takes part in its lab. */
  readonly world: "stage" | "lab" | null;
}

/** Every brand of this installation that is whole. */
export async function readBrands(reader: Reader): Promise<BrandEntry[]> {
  const rows = await reader
    .selectFrom("brands")
    .leftJoin("stage_worlds", "stage_worlds.id", "brands.id")
    .leftJoin("lab_worlds", "lab_worlds.id", "brands.id")
    .select([
      "brands.id",
      "name",
      "host",
      "is_default",
      "stage_worlds.id as ofStage",
      "lab_worlds.id as ofLab",
    ])
    .where("made_by", "is", null)
    .orderBy("brands.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    host: row.host,
    isDefault: row.is_default === 1,
    world: row.ofStage !== null ? "stage" : row.ofLab !== null ? "lab" : null,
  }));
}

/** Every state in which nobody is there yet, or nobody any more; listed, they are found by their index. */
const STANDS_STILL = Object.keys({
  wanted: true,
  making: true,
  failed: true,
  ready: true,
  over: true,
} satisfies Record<Exclude<LabWorldState, "open">, true>);

/** A brand in which time goes on, its own now, and the version of its directory. */
export interface BrandInTime {
  readonly id: string;
  readonly now: Instant;
  readonly version: number;
}

/** The brands in which time goes on, by id: in a participant's world it stands still until they are there. */
export async function brandsInTime(reader: Reader, realNow: Instant): Promise<BrandInTime[]> {
  const rows = await reader
    .selectFrom("brands")
    .select(["id", "clock_offset_ms", "directory_version"])
    .where("made_by", "is", null)
    .where("id", "not in", reader.selectFrom("lab_worlds").select("id").where("state", "in", STANDS_STILL))
    .orderBy("id")
    .execute();
  return rows.map(({ id, clock_offset_ms, directory_version }) => ({
    id,
    now: brandsOwnNow(realNow, clock_offset_ms),
    version: directory_version,
  }));
}

/** Real time, and an offset that only a demonstration has. */
export const brandsOwnNow = (realNow: Instant, offsetMs: number): Instant =>
  offsetMs === 0 ? realNow : instant(milliseconds(realNow) + offsetMs);

/** The brand's own now. Throws UnknownBrand. */
export async function readBrandNow(reader: Reader, brandId: string, realNow: Instant): Promise<Instant> {
  const row = await reader
    .selectFrom("brands")
    .select("clock_offset_ms")
    .where("id", "=", brandId)
    .where("made_by", "is", null)
    .executeTakeFirst();
  if (!row) throw new UnknownBrand(brandId);
  return brandsOwnNow(realNow, row.clock_offset_ms);
}

/** Puts a brand at bare addresses, in place of the one that was there. */
export async function makeDefaultBrand(tx: Tx, brandId: string): Promise<void> {
  await tx.updateTable("brands").set({ is_default: 0 }).where("is_default", "=", 1).execute();
  await tx.updateTable("brands").set({ is_default: 1 }).where("id", "=", brandId).execute();
}

/** Gives a brand a host name of its own, in lower case; null takes it away. */
export async function setBrandHost(tx: Tx, brandId: string, host: string | null): Promise<void> {
  await tx.updateTable("brands").set({ host }).where("id", "=", brandId).execute();
}

/** Lets a world's clock go on from a moment at which it stood. Nothing has happened there since. */
export async function goOnFrom(tx: Tx, worldId: string, stoodAt: Instant, realNow: Instant): Promise<void> {
  await tx
    .updateTable("brands")
    .set({ clock_offset_ms: milliseconds(stoodAt) - milliseconds(realNow) })
    .where("id", "=", worldId)
    .execute();
}

/** Moves a demonstration's clock on. It never goes back, so that nothing happens before what it follows from. */
export async function moveBrandClock(tx: Tx, brandId: string, byMs: number): Promise<void> {
  if (!(byMs >= 0)) throw new RangeError("A brand's clock only goes forward");
  await tx
    .updateTable("brands")
    .set(({ eb }) => ({ clock_offset_ms: eb("clock_offset_ms", "+", Math.round(byMs)) }))
    .where("id", "=", brandId)
    .execute();
}
