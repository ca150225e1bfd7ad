import type { DirectoryContents, Location, Offer, Organisation, Partnership } from "~/domain/directory/types";

/** Rows that one file answers for; everything else in the directory is left as it is. */
export interface Rows {
  readonly organisations: readonly Organisation[];
  readonly partnerships: readonly Partnership[];
  readonly locations: readonly Location[];
  readonly offers: readonly Offer[];
}

/** What a file did to the records it names: organisations, or services, or places. */
export interface Tally {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly closed: number;
}

/**
 * Puts a file's rows in the place of those it gave before. The ids of all its rows begin with `prefix`, but those of
 * organisations, which are known by their source. What the file no longer has is closed, and stays readable. How care
 * arrives is in no file: an offer that is there keeps its box.
 */
export function withRows(
  contents: DirectoryContents,
  prefix: string,
  ownsOrganisation: (organisation: Organisation) => boolean,
  rows: Rows,
): DirectoryContents {
  const owned = (row: { readonly id: string }): boolean => row.id.startsWith(prefix);
  const boxes = new Map(contents.offers.filter(owned).map(({ id, box }) => [id, box]));
  const fresh = rows.offers.map((offer) => ({ ...offer, box: boxes.get(offer.id) ?? offer.box }));
  const offers = replaced(contents.offers, fresh, owned, (offer) => ({
    ...offer,
    status: "closed" as const,
  }));
  const usedPlaces = new Set([
    ...offers.map((offer) => offer.locationId),
    ...rows.locations.map(({ id }) => id),
  ]);
  return {
    ...contents,
    organisations: replaced(contents.organisations, rows.organisations, ownsOrganisation, (organisation) => ({
      ...organisation,
      status: "closed" as const,
    })),
    partnerships: withNew(contents.partnerships, rows.partnerships),
    locations: replaced(contents.locations, rows.locations, owned, (location) => location).filter(
      (location) => !owned(location) || usedPlaces.has(location.id),
    ),
    offers,
  };
}

/** A file brings partners in. What became of one since, that it left or is suspended, is between it and the brand. */
function withNew(before: readonly Partnership[], after: readonly Partnership[]): readonly Partnership[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...after.filter(({ id }) => !known.has(id))];
}

function replaced<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  owned: (row: T) => boolean,
  closed: (row: T) => T,
): readonly T[] {
  const fresh = new Set(after.map(({ id }) => id));
  const kept = before.flatMap((row) => {
    if (fresh.has(row.id)) return [];
    return owned(row) ? [closed(row)] : [row];
  });
  return [...kept, ...after];
}

/** Counts records by comparing what was with what is, by the id of whatever the file is a list of. */
export function tallyOf<T extends { readonly id: string; readonly status?: string }>(
  before: readonly T[],
  after: readonly T[],
  inFile: ReadonlySet<string>,
): Tally {
  const old = new Map(before.map((row) => [row.id, row]));
  const counts = { added: 0, updated: 0, unchanged: 0, closed: 0 };
  for (const row of after) {
    const was = old.get(row.id);
    if (!inFile.has(row.id)) {
      if (was !== undefined && was.status !== "closed" && row.status === "closed") counts.closed += 1;
    } else if (was === undefined) counts.added += 1;
    else if (sameValue(was, row)) counts.unchanged += 1;
    else counts.updated += 1;
  }
  return counts;
}

/** Equal by content, whatever the order of the keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
  );
}
