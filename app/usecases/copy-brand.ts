import { brandFaults } from "~/domain/directory/theme";
import type { Brand, Partnership } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import {
  beginBrand,
  COPIED,
  type Copying,
  copyRows,
  hostTaken,
  keepMaking,
  readMaking,
  showBrand,
} from "~db/queries/copy-brand";
import { readBrand, readDirectoryVersion, UnknownBrand } from "~db/queries/directory";
import { copyBetweenRequests, copyRequests, type Names, openRequestIds } from "~db/queries/open-work-copies";
import { readPartnerships } from "~db/queries/partnerships";
import { auditChanges, type OfTheBoard, type Reading } from "./audit";
import type { Onedoor } from "./context";
import { removeBrand } from "./delete-brand";
import { othersFirst } from "./others-first";
import { brandNow } from "./setting";

/** What the copy is called and how it looks; what is left out is as in the brand that it is copied from. */
export interface CopiedAs extends Partial<Omit<Brand, "id" | "historyOf" | "attribution">> {
  readonly id: string;
  readonly host?: string | null;
}

export interface CopyBrand {
  /** The brand that is copied. */
  readonly from: string;
  readonly to: CopiedAs;
  /** True takes the open requests along; else a time that somebody had is free in the copy. */
  readonly openWork: boolean;
  /** The organisations that come along; all when left out. */
  readonly members?: readonly string[];
  /** A world of a stage or of a lab. Only such a brand has an address that begins as theirs do. */
  readonly world?: "stage" | "lab";
  /** Who has it copied: on record at the head of the copy's audit trail. */
  readonly who: Reading | OfTheBoard;
}

export type CopyResult =
  | {
      readonly kind: "copied";
      readonly brandId: string;
      /** Rows of every table that were copied as they stand. */
      readonly rows: number;
      readonly requests: number;
      /** Requests that moved on while the copy was made, and are not in it. */
      readonly leftOut: number;
    }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** Rows of one transaction: other writers get their turn in between. */
const BATCH = 2_000;
const REQUESTS_AT_ONCE = 50;
/** For so long nobody else takes over what is being made; each batch begins it anew. Real time. */
const CLAIM_MS = 60_000;
/** A directory that changes while it is copied is copied again, so often. */
const ATTEMPTS = 3;

const ID = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * Makes a brand from another one, in short transactions: directory, policy, people and the free times ahead, and its open
 * work if wanted. Its past is referred to by `historyOf`. Nobody finds the copy until it is whole; one that was cut short is
 * begun again by asking for it again. Throws UnknownBrand for a `from` that is not there.
 */
export async function copyBrand(onedoor: Onedoor, asked: CopyBrand): Promise<CopyResult> {
  for (let attempt = 1; ; attempt += 1) {
    const madeBy = onedoor.newId();
    const begun = await begin(onedoor, asked, madeBy);
    if (begun.kind === "refused") return begun;
    if (begun.kind === "cut-short") {
      await removeBrand(onedoor, asked.to.id, { onlyIfCutShort: true });
      continue;
    }
    const { copying, version } = begun;
    const making = { onedoor, copying, madeBy };
    const rows = await copyTables(making);
    const work = asked.openWork ? await copyOpenWork(making, asked.who) : { requests: 0, leftOut: 0 };
    if (await finish(making, version)) {
      await onedoor.directories.refresh(copying.to);
      return { kind: "copied", brandId: copying.to, rows, ...work };
    }
    await removeBrand(onedoor, copying.to, { madeBy });
    if (attempt === ATTEMPTS)
      return { kind: "refused", reasons: [`"${asked.from}" is being changed: try again in a moment`] };
  }
}

interface Making {
  readonly onedoor: Onedoor;
  readonly copying: Copying;
  /** Whose claim it is on the brand that is being made. */
  readonly madeBy: string;
}

type Begun =
  | { readonly kind: "begun"; readonly copying: Copying; readonly version: number }
  | { readonly kind: "cut-short" }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** The row of the new brand, and the first entry of its audit trail. */
const begin = (onedoor: Onedoor, asked: CopyBrand, madeBy: string): Promise<Begun> =>
  onedoor.db.write<Begun>(async (tx) => {
    const { from, members = null, openWork, world, who } = asked;
    const { host = null, ...as } = asked.to;
    const source = await readBrand(tx, from);
    const brand = copyOf(source.brand, as);
    const reserved = /^(stage|lab)-/.exec(as.id)?.[1];
    const reasons = [
      ...(ID.test(as.id)
        ? []
        : ["The address needs small letters, digits and hyphens, a letter first, at most 40"]),
      ...(reserved === undefined || reserved === world
        ? []
        : [`An address that begins with “${reserved}-” is a ${reserved}’s: choose another`]),
      ...(brand.name.trim() === "" ? ["The front door needs a name"] : []),
      ...brandFaults(brand),
      ...(source.brand.kind === "real" && brand.kind !== "real"
        ? ["A copy of a real front door is a real one too"]
        : []),
      ...(host !== null && (await hostTaken(tx, host)) ? [`${host} is another brand’s host name`] : []),
      ...(members === null ? [] : memberFaults(members, await readPartnerships(tx, from), openWork)),
    ];
    if (reasons.length > 0) return { kind: "refused", reasons };
    const there = await readMaking(tx, as.id);
    const realNow = onedoor.clock();
    if (there) {
      if (there.madeBy === null)
        return { kind: "refused", reasons: [`The address “${as.id}” is taken: choose another`] };
      if ((there.madeUntil ?? "") > realNow)
        return { kind: "refused", reasons: [`"${as.id}" is being made or taken away by somebody else`] };
      return { kind: "cut-short" };
    }
    const now = await brandNow(onedoor, from, tx);
    const directoryVersion = firstVersion(source.version, realNow);
    await beginBrand(tx, brand, {
      from,
      host,
      directoryVersion,
      at: realNow,
      madeBy,
      madeUntil: claimFrom(realNow),
    });
    const detail = { from, members, openWork, directoryVersion: source.version };
    await insertAudit(tx, as.id, [
      { at: now, actor: toJson(who), action: "copied", subject: as.id, body: toJson(detail) },
    ]);
    return { kind: "begun", copying: { from, to: as.id, members, now }, version: source.version };
  });

/** The desk is called after its brand where it was so before. */
const copyOf = (source: Brand, as: Omit<CopiedAs, "host">): Brand => {
  const named = as.name ?? source.name;
  const desk = { ...source.desk, name: source.desk.name.replaceAll(source.name, named) };
  return { ...source, desk, ...as, historyOf: source.historyOf ?? source.id };
};

/** What was kept of a brand of this id before, by its directory’s version, is of a lower one. */
const firstVersion = (source: number, realNow: Instant): number =>
  Math.max(source, Math.floor((milliseconds(realNow) - Date.UTC(2026, 0, 1)) / 1_000)) + 1;

const claimFrom = (realNow: Instant): Instant => instant(milliseconds(realNow) + CLAIM_MS);

/** Why these members cannot be those of a copy. */
function memberFaults(
  members: readonly string[],
  partnerships: readonly Partnership[],
  openWork: boolean,
): string[] {
  const along = new Set(members);
  const known = new Set(partnerships.map(({ organisationId }) => organisationId));
  return [
    ...(openWork ? ["Open work comes along only with everybody who has it: leave out the members"] : []),
    ...(members.length === 0 ? ["A front door needs somebody behind it: choose at least one member"] : []),
    ...members.filter((id) => !known.has(id)).map((id) => `"${id}" is not a member`),
    ...partnerships.flatMap(({ organisationId, leadOrganisationId }) =>
      along.has(organisationId) && leadOrganisationId !== null && !along.has(leadOrganisationId)
        ? [`"${organisationId}" works under "${leadOrganisationId}", which must come along`]
        : [],
    ),
  ];
}

/**
 * One batch, when whatever else this process has to do has had its turn. Nothing of it is kept when the brand has meanwhile
 * been taken over by somebody else.
 */
async function batch<T>({ onedoor, copying, madeBy }: Making, work: (tx: Tx) => Promise<T>): Promise<T> {
  await othersFirst();
  return onedoor.db.write(async (tx) => {
    if (!(await keepMaking(tx, copying.to, madeBy, claimFrom(onedoor.clock()))))
      throw new Error(`"${copying.to}" was taken over while it was made`);
    return work(tx);
  });
}

async function copyTables(making: Making): Promise<number> {
  let copied = 0;
  for (const table of COPIED) {
    for (let after: string | null = ""; after !== null; ) {
      const from: string = after;
      const { rows, next } = await batch(making, (tx) => copyRows(tx, table, making.copying, from, BATCH));
      copied += rows;
      after = next;
    }
  }
  return copied;
}

async function copyOpenWork(
  making: Making,
  who: CopyBrand["who"],
): Promise<{ readonly requests: number; readonly leftOut: number }> {
  const { onedoor, copying } = making;
  const { newId, newReference, db } = onedoor;
  const ids = await openRequestIds(db.kysely, copying.from);
  let given = new Map<string, string>();
  let requests = 0;
  for (let start = 0; start < ids.length; start += REQUESTS_AT_ONCE) {
    const these = ids.slice(start, start + REQUESTS_AT_ONCE);
    const done = await batch(making, async (tx) => {
      // A transaction may be run again: what it named, it names anew.
      const names: Names = { newId, newReference, given: new Map(given) };
      const copied = await copyRequests(tx, copying, these, names);
      await auditChanges(
        tx,
        copying.to,
        copied.map(({ requestId, events }) => ({ actor: who, requestId, at: copying.now, events })),
      );
      return { given: names.given, copied: copied.length };
    });
    given = done.given;
    requests += done.copied;
  }
  await batch(making, (tx) =>
    copyBetweenRequests(tx, copying, { newId, newReference, given: new Map(given) }),
  );
  return { requests, leftOut: ids.length - requests };
}

/** Shows the brand; false when the directory that it was copied from is not the one that it began with. */
const finish = (making: Making, version: number): Promise<boolean> =>
  batch(making, async (tx) => {
    const { from, to } = making.copying;
    const now = await readDirectoryVersion(tx, from).catch((error: unknown) => {
      if (error instanceof UnknownBrand) return undefined;
      throw error;
    });
    if (now !== version) return false;
    await showBrand(tx, to);
    return true;
  });
