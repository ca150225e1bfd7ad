import { isDeepStrictEqual } from "node:util";
import { withPartsFlags } from "~/domain/directory/composite";
import { asBrand, buildDirectory, type Directory } from "~/domain/directory/directory";
import type { DirectoryContents, Overlay } from "~/domain/directory/types";
import { type Instant, instant } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import { readBrandNow } from "~db/queries/brands";
import { readDirectoryContents, readDirectoryVersion, UnknownBrand } from "~db/queries/directory";
import { type PartnersWork, readOverlay, readPartnersWork } from "~db/queries/overlay";
import type { Directories } from "./context";
import { othersFirst } from "./others-first";

/** A version, or an overlay, that was read longer ago than this is read again. */
const FRESH_MS = 1_000;
/** Rates and shares are of weeks: a minute old is fresh, and adding them up once a second would cost more than it tells. */
const WORK_FRESH_MS = 60_000;

export interface DirectoriesOptions {
  /** Real time, as use cases are given it. */
  readonly clock?: () => Instant;
  /** Milliseconds that only go forward, to tell how old something is. */
  readonly elapsed?: () => number;
}

interface Kept<T> {
  value: T;
  readAt: number;
}

/**
 * Keeps each brand's current Directory in memory. Its version in the database is looked at once a second at most. When
 * it has moved on, one rebuild is shared by all, and who asks meanwhile is given the old one at once; only the first
 * Directory of a brand is waited for. A rebuild that fails is told to the next who asks. Brands that offer the same
 * share what is built of it.
 */
export function createDirectories(db: Database, options: DirectoriesOptions = {}): Directories {
  const clock = options.clock ?? (() => instant(Date.now()));
  const elapsed = options.elapsed ?? (() => performance.now());
  const directories = new Map<string, Kept<Directory>>();
  const overlays = new Map<string, Kept<Overlay>>();
  const works = new Map<string, Kept<readonly PartnersWork[]>>();
  const failures = new Map<string, unknown>();
  const rebuilds = new Map<string, Promise<void>>();

  const read = async (brandId: string): Promise<Directory> => {
    const readAt = elapsed();
    const contents = await readDirectoryContents(db.kysely, brandId);
    const same = await alike(contents, [...directories.values()]);
    const value = same === undefined ? buildDirectory(contents) : asBrand(same, contents);
    directories.set(brandId, { value, readAt });
    return value;
  };

  const rebuild = (brandId: string): void => {
    if (rebuilds.has(brandId)) return;
    const done = read(brandId)
      .then(() => {})
      .catch((error: unknown) => void failures.set(brandId, error))
      .finally(() => rebuilds.delete(brandId));
    rebuilds.set(brandId, done);
  };

  const check = async (brandId: string): Promise<Directory> => {
    const kept = directories.get(brandId);
    if (!kept) return read(brandId);
    if (failures.has(brandId)) {
      const failure = failures.get(brandId);
      failures.delete(brandId);
      throw failure;
    }
    kept.readAt = elapsed();
    const version = await readDirectoryVersion(db.kysely, brandId).catch((error: unknown) => {
      if (error instanceof UnknownBrand) directories.delete(brandId);
      throw error;
    });
    if (version !== kept.value.version) rebuild(brandId);
    return kept.value;
  };

  const workOf = async (brandId: string, now: Instant): Promise<readonly PartnersWork[]> => {
    const kept = works.get(brandId);
    if (kept && elapsed() - kept.readAt < WORK_FRESH_MS) return kept.value;
    const readAt = elapsed();
    const value = await readPartnersWork(db.kysely, brandId, now);
    works.set(brandId, { value, readAt });
    return value;
  };

  const readStates = async (brandId: string): Promise<Overlay> => {
    const readAt = elapsed();
    const now = await readBrandNow(db.kysely, brandId, clock());
    const value = await readOverlay(db.kysely, brandId, now, await workOf(brandId, now));
    overlays.set(brandId, { value, readAt });
    return value;
  };

  const fresh = <T>(kept: Kept<T> | undefined): T | undefined =>
    kept && elapsed() - kept.readAt < FRESH_MS ? kept.value : undefined;
  const checkOnce = shared(check);
  const readStatesOnce = shared(readStates);
  return {
    current: async (brandId, version) => {
      const kept = directories.get(brandId);
      if (kept !== undefined && kept.value.version === version) return kept.value;
      return fresh(kept) ?? checkOnce(brandId);
    },
    overlay: async (brandId) => fresh(overlays.get(brandId)) ?? readStatesOnce(brandId),
    refresh: async (brandId) => {
      overlays.delete(brandId);
      await read(brandId);
    },
    forget: (brandId) => {
      for (const kept of [directories, overlays, works, failures]) kept.delete(brandId);
    },
  };
}

/** Worlds are copies of a town, and most of them offer what it does: what is built once is enough for all of them. */
async function alike(
  contents: DirectoryContents,
  kept: readonly Kept<Directory>[],
): Promise<Directory | undefined> {
  const built = new Map(kept.map(({ value }) => [value.search, value]));
  for (const directory of built.values()) {
    if (isBuiltOf(directory, contents)) return directory;
    await othersFirst();
  }
  return undefined;
}

const LISTS = ["organisations", "locations", "partnerships", "offers"] as const;

function isBuiltOf(directory: Directory, contents: DirectoryContents): boolean {
  return (
    directory.services.length === contents.services.length &&
    LISTS.every((list) => directory[list].length === contents[list].length) &&
    LISTS.every((list) => isDeepStrictEqual(directory[list], contents[list])) &&
    isDeepStrictEqual(directory.services, withPartsFlags(contents.services)) &&
    isDeepStrictEqual([...directory.bankHolidays], contents.bankHolidays)
  );
}

/** Everybody who asks for the same thing while it is under way is given the same answer. */
function shared<T>(work: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key) => {
    const before = underWay.get(key);
    if (before) return before;
    const started = work(key).finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
