import type { OrganisationRight } from "~/domain/access/matrix";
import { may } from "~/domain/access/may";
import { rolesOf } from "~/domain/access/roles";
import { partsProblems } from "~/domain/directory/composite";
import { buildDirectory, type Directory } from "~/domain/directory/directory";
import { themeFaults } from "~/domain/directory/theme";
import type { DirectoryContents } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import { type Instant, localDate, type PlainDate } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { readMemberships } from "~db/queries/accounts";
import { insertAudit } from "~db/queries/audit";
import { putInDirectory, raiseDirectoryVersion, readDirectoryContents } from "~db/queries/directory";
import type { Decision, Reading } from "./audit";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";
import { brandNow } from "./setting";
import type { DeskActor } from "./work-at-desk";

/** Who changes a directory, and by which right; whoever runs the installation needs none, and nor does a decision. */
export type Changing =
  | { readonly who: PartnerActor; readonly right: OrganisationRight }
  | ByManager
  | ByDecision
  | { readonly who: Extract<Reading, { kind: "operator" }> };

/** A decision of a brand's members. */
export interface ByDecision {
  readonly who: Decision;
}

/** A brand's manager. */
export interface ByManager {
  readonly who: DeskActor;
  readonly right: "run-front-door";
}

/** What becomes of a directory: rows that are new or different, and how the audit trail says it. */
export interface DirectoryEdit {
  readonly kind: "edit";
  readonly put: Partial<
    Pick<DirectoryContents, "brand" | "organisations" | "partnerships" | "locations" | "services" | "offers">
  >;
  readonly action: string;
  /** The id of what was changed. */
  readonly subject: string;
  /** What it is now, as it is kept on record. */
  readonly detail: object;
}

export interface EditedAt {
  readonly now: Instant;
  /** The brand's own day. */
  readonly today: PlainDate;
}

/** What goes with the change in its transaction, on the directory as it has become. */
export interface Edited extends EditedAt {
  readonly tx: Tx;
  readonly directory: Directory;
}

export type DirectoryChanged<Refused> =
  | { readonly kind: "done"; readonly directory: Directory }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "faulty"; readonly reasons: readonly string[] }
  | Refused;

export interface DirectoryChangeOptions {
  /** Done in the same transaction: what the change means for what is not the directory's, such as free times. */
  readonly also?: (edited: Edited) => Promise<void>;
  /** Says what would come of it, and leaves everything as it was. */
  readonly dryRun?: boolean;
}

/**
 * Changes a brand's directory in one transaction, for whoever may as the transaction sees them: the rows, the
 * directory's version, and what was changed on record. `edit` is given the directory as it is and answers with what to
 * put, or with a refusal of its own, on which nothing is written. What would leave a catalogue that is not whole or a
 * colour that nobody can read is refused as `faulty`. Throws UnknownBrand.
 */
export async function changeDirectory<Refused extends { readonly kind: string } = never>(
  onedoor: Onedoor,
  brandId: string,
  changing: Changing,
  edit: (contents: DirectoryContents, at: EditedAt) => DirectoryEdit | Refused,
  { also, dryRun = false }: DirectoryChangeOptions = {},
): Promise<DirectoryChanged<Refused>> {
  type Result = DirectoryChanged<Refused>;
  const inTransaction = async (tx: Tx): Promise<Result> => {
    // First of all, so that two who change the same directory do not read the same one.
    await raiseDirectoryVersion(tx, brandId);
    if (!(await mayChange(tx, brandId, changing))) throw new Undone<Result>({ kind: "not-allowed" });
    const now = await brandNow(onedoor, brandId, tx);
    const at = { now, today: localDate(now) };
    const before = await readDirectoryContents(tx, brandId);
    const edited = edit(before, at);
    if (!isEdit(edited)) throw new Undone<Result>(edited);
    const { put, action, subject, detail } = edited;
    const contents = withPut(before, put);
    const reasons = [...partsProblems(contents.services), ...themeFaults(contents)];
    if (reasons.length > 0) throw new Undone<Result>({ kind: "faulty", reasons });
    const directory = buildDirectory(contents);
    await putInDirectory(tx, brandId, put);
    await insertAudit(tx, brandId, [
      { at: now, actor: toJson(changing.who), action, subject, body: toJson(detail) },
    ]);
    await also?.({ tx, directory, ...at });
    const done: Result = { kind: "done", directory };
    if (dryRun) throw new Undone<Result>(done);
    return done;
  };
  try {
    const result = await onedoor.db.write(inTransaction);
    // Whoever made the change sees it on the page that comes next.
    await onedoor.directories.refresh(brandId);
    return result;
  } catch (error) {
    if (error instanceof Undone) return error.result as Result;
    throw error;
  }
}

/** Whether somebody may change a directory, as the transaction sees them. */
export async function mayChange(tx: Tx, brandId: string, changing: Changing): Promise<boolean> {
  if (!("right" in changing)) return true;
  const kept = await readMemberships(tx, brandId, changing.who.accountId);
  const roles = { ...rolesOf(kept), answersFor: [] };
  return isOfBrand(changing)
    ? may(roles, changing.right)
    : may(roles, changing.right, changing.who.organisationId);
}

const isOfBrand = (changing: Extract<Changing, { right: string }>): changing is ByManager =>
  changing.who.kind === "desk";

const isEdit = (edited: DirectoryEdit | { readonly kind: string }): edited is DirectoryEdit =>
  edited.kind === "edit";

function withPut(before: DirectoryContents, put: DirectoryEdit["put"]): DirectoryContents {
  const { brand = before.brand } = put;
  const { organisations, partnerships, locations, services, offers } = put;
  return {
    ...before,
    brand,
    organisations: merged(before.organisations, organisations),
    partnerships: merged(before.partnerships, partnerships),
    locations: merged(before.locations, locations),
    services: merged(before.services, services),
    offers: merged(before.offers, offers),
  };
}

function merged<T extends { readonly id: string }>(
  before: readonly T[],
  put: readonly T[] = [],
): readonly T[] {
  if (put.length === 0) return before;
  return [...new Map([...before, ...put].map((row) => [row.id, row])).values()];
}

/** Ends a transaction without keeping anything of it, with what would have come of it. */
class Undone<Result> extends Error {
  constructor(readonly result: Result) {
    super("Nothing was kept");
  }
}
