import type {
  Brand,
  Location,
  Offer,
  OfferState,
  Organisation,
  Partnership,
  Service,
} from "~/domain/directory/types";
import type { Tx } from "~db/connect";
import {
  putInDirectory,
  raiseDirectoryVersion,
  readBrand,
  UnknownBrand,
  writeDirectory,
} from "~db/queries/directory";
import { readImports, recordImport } from "~db/queries/imports";
import { writeOfferStates } from "~db/queries/overlay";
import type { Onedoor } from "./context";

/** An offer with what is known of its capacity; null when nothing is. */
export interface WorldOffer {
  readonly offer: Offer;
  readonly state: OfferState | null;
}

/** A made-up world that may be larger than memory: each list is gone through once, and can be begun again. */
export interface World {
  /** What the world follows from, and nothing else: two worlds of the same words are the same. */
  readonly madeFrom: string;
  readonly brand: Brand;
  readonly services: readonly Service[];
  readonly organisations: () => Iterable<Organisation>;
  readonly partnerships: () => Iterable<Partnership>;
  readonly locations: () => Iterable<Location>;
  readonly offers: () => Iterable<WorldOffer>;
}

export type WorldResult =
  | { readonly kind: "written"; readonly offers: number; readonly directoryVersion: number }
  /** It is there already, whole: nothing was changed. */
  | { readonly kind: "there"; readonly directoryVersion: number }
  /** The brand holds something else: nothing was changed. */
  | { readonly kind: "taken"; readonly problem: string };

/** The record of a world that is being written, and of one that is whole. */
const RECORD = "made-up world";
const WHOLE = "whole";
const BEGUN = "begun";
/** Rows of one transaction: other writers get their turn in between. */
const BATCH = 20_000;

/**
 * Writes a made-up world into a lab brand of its own, batch by batch. Its directory's version is raised at the very end,
 * and what was cut short is written on by asking for the same world again. A brand that holds anything else is left alone.
 */
export async function writeWorld(
  onedoor: Onedoor,
  world: World,
  progress: (offers: number) => void = () => {},
): Promise<WorldResult> {
  if (world.brand.kind !== "lab") throw new Error("A made-up world is for a lab brand");
  const brandId = world.brand.id;
  const before = await onedoor.db.write((tx) => begin(tx, world, onedoor.clock()));
  if (before !== "begun") return before;

  for (const organisations of batches(world.organisations()))
    await onedoor.db.write((tx) => putInDirectory(tx, brandId, { organisations }));
  for (const partnerships of batches(world.partnerships()))
    await onedoor.db.write((tx) => putInDirectory(tx, brandId, { partnerships }));
  for (const locations of batches(world.locations()))
    await onedoor.db.write((tx) => putInDirectory(tx, brandId, { locations }));
  let written = 0;
  for (const batch of batches(world.offers())) {
    await onedoor.db.write(async (tx) => {
      await putInDirectory(tx, brandId, { offers: batch.map(({ offer }) => offer) });
      const known = batch.flatMap(({ offer, state }) => (state === null ? [] : [[offer.id, state] as const]));
      await writeOfferStates(tx, brandId, known);
    });
    written += batch.length;
    progress(written);
  }
  const directoryVersion = await onedoor.db.write((tx) => finish(tx, world, written, onedoor.clock()));
  return { kind: "written", offers: written, directoryVersion };
}

async function begin(tx: Tx, world: World, at: string): Promise<WorldResult | "begun"> {
  const { brand, services, madeFrom } = world;
  const there = await readBrand(tx, brand.id).catch((error: unknown) => {
    if (error instanceof UnknownBrand) return undefined;
    throw error;
  });
  if (there !== undefined) {
    const records = (await readImports(tx, brand.id)).filter(({ file }) => file === RECORD);
    const [record] = records;
    if (there.brand.kind !== "lab" || record === undefined)
      return { kind: "taken", problem: `"${brand.id}" is a brand already, and not a made-up world` };
    if (record.edition !== madeFrom)
      return { kind: "taken", problem: `"${brand.id}" holds a world of ${record.edition} already` };
    if (record.digest === WHOLE) return { kind: "there", directoryVersion: there.version };
    return "begun";
  }
  const none = { organisations: [], partnerships: [], locations: [], offers: [], bankHolidays: [] };
  await writeDirectory(tx, { brand, version: 0, services, ...none }, at);
  await recordImport(tx, brand.id, {
    file: RECORD,
    edition: madeFrom,
    digest: BEGUN,
    at,
    report: reportOf(0),
  });
  return "begun";
}

async function finish(tx: Tx, world: World, offers: number, at: string): Promise<number> {
  const { brand, madeFrom } = world;
  const report = reportOf(offers);
  await recordImport(tx, brand.id, { file: RECORD, edition: madeFrom, digest: WHOLE, at, report });
  return raiseDirectoryVersion(tx, brand.id);
}

const reportOf = (offers: number) => ({
  read: offers,
  taken: offers,
  added: offers,
  updated: 0,
  unchanged: 0,
  closed: 0,
  refused: [],
  refusedInAll: 0,
});

function* batches<T>(rows: Iterable<T>): Iterable<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
