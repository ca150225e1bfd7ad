import { buildDirectory } from "~/domain/directory/directory";
import {
  changePartnership as changed,
  type PartnershipChange,
  withThoseItLeads,
} from "~/domain/directory/partnership-changes";
import type { Partnership } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import { type Instant, localDate, type PlainDate } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import { putInDirectory, raiseDirectoryVersion, readDirectoryContents } from "~db/queries/directory";
import type { Work } from "./apply-command";
import type { Decision, Reading } from "./audit";
import { type ByManager, mayChange } from "./change-directory";
import type { Onedoor } from "./context";
import { type HandedOn, handOnOpenWork } from "./hand-on-open-work";
import { brandNow } from "./setting";

export type PartnershipResult =
  | { readonly kind: "done"; readonly partnership: Partnership; readonly handedOn: HandedOn }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

export interface ChangeOptions {
  /** Who decided it, for the audit trail; nobody named is the clock. */
  readonly who?: Reading | Decision;
  /** Somebody signed in who decided it: refused unless the transaction sees that they may. */
  readonly by?: ByManager;
  /** Done in the same transaction, once all the rest of it is. */
  readonly also?: (tx: Tx, now: Instant) => Promise<void>;
  /** Says what would come of it, and leaves everything as it was. */
  readonly dryRun?: boolean;
}

/**
 * Changes a partnership in one transaction: its row, the directory's version, and every open fulfilment of those that are
 * no longer partners today, which is routed on the directory as it is without them. `changeOn` is given the brand's
 * today. Throws UnknownBrand.
 */
export async function changePartnership(
  onedoor: Onedoor,
  brandId: string,
  changeOn: (today: PlainDate) => PartnershipChange,
  { by, who = by?.who ?? { kind: "clock" }, also, dryRun = false }: ChangeOptions = {},
): Promise<PartnershipResult> {
  const overlay = await onedoor.directories.overlay(brandId);
  const inTransaction = async (tx: Tx): Promise<PartnershipResult> => {
    // First of all, so that two who change the same directory do not read the same one.
    await raiseDirectoryVersion(tx, brandId);
    if (by && !(await mayChange(tx, brandId, by)))
      throw new Undone({ kind: "refused", reasons: ["You do not run this front door any more"] });
    const now = await brandNow(onedoor, brandId, tx);
    const contents = await readDirectoryContents(tx, brandId);
    const change = changeOn(localDate(now));
    const done = changed(contents, change, localDate(now));
    if (done.kind === "refused") throw new Undone(done);
    const directory = buildDirectory({ ...contents, ...done.parties });
    const newcomer = change.kind === "join" ? change.newcomer : null;
    await putInDirectory(tx, brandId, {
      organisations: newcomer ? [newcomer.organisation] : [],
      locations: newcomer?.locations ?? [],
      offers: newcomer?.offers ?? [],
      partnerships: [done.partnership],
    });
    await insertAudit(tx, brandId, [
      {
        at: now,
        actor: toJson(who),
        action: change.kind,
        subject: change.organisationId,
        body: toJson(done.partnership),
      },
    ]);
    const work: Work = {
      onedoor,
      tx,
      brandId,
      actor: { kind: "clock" },
      touched: new Set(),
      brand: {
        directory,
        overlay,
        setting: {
          now,
          brandKind: directory.brand.kind,
          policy: directory.policy,
          bankHolidays: directory.bankHolidays,
        },
      },
    };
    const handedOn = await handOnOpenWork(
      work,
      withThoseItLeads(directory.partnerships, change.organisationId),
    );
    await also?.(tx, now);
    const result = { kind: "done" as const, partnership: done.partnership, handedOn };
    if (dryRun) throw new Undone(result);
    return result;
  };
  try {
    const result = await onedoor.db.write(inTransaction);
    await onedoor.directories.refresh(brandId);
    return result;
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}

/** Ends a transaction without keeping anything of it, with what would have come of it. */
class Undone extends Error {
  constructor(readonly result: PartnershipResult) {
    super("Nothing was kept");
  }
}
