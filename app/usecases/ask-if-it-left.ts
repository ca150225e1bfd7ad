import { type Without, withoutPartner } from "~/domain/directory/members";
import type { OpenWork } from "~/domain/directory/types";
import { type ShownCount, shownAlone, shownOf } from "~/domain/flow/few";
import { localDate } from "~/domain/shared/time";
import type { Onedoor } from "./context";
import type { HandedOn } from "./hand-on-open-work";
import { leavePartnership } from "./leave-partnership";
import { brandNow } from "./setting";

/** Where the open work of a partner would go, in counts that tell of nobody. */
export interface WorkShared {
  /** All that it has, and that those it answers for have. */
  readonly has: ShownCount;
  /** The most first. */
  readonly toPartners: readonly { readonly organisationId: string; readonly count: ShownCount }[];
  readonly toDesk: ShownCount;
  readonly toPatients: ShownCount;
  /** What it would finish itself. */
  readonly kept: ShownCount;
  /** Patients who would be told, each once. */
  readonly told: ShownCount;
}

export type IfItLeft =
  | { readonly kind: "told"; readonly without: Without; readonly work: WorkShared }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** What would come of a partner's leaving now: the real thing, done in a transaction of which nothing is kept. */
export async function askIfItLeft(
  onedoor: Onedoor,
  brandId: string,
  leaving: { readonly organisationId: string; readonly openWork: OpenWork },
): Promise<IfItLeft> {
  const today = localDate(await brandNow(onedoor, brandId));
  const directory = await onedoor.directories.current(brandId);
  const changed = withoutPartner(directory, leaving.organisationId, today);
  if (changed.kind === "refused") return changed;
  const left = await leavePartnership(onedoor, brandId, { ...leaving, on: null }, { dryRun: true });
  if (left.kind === "refused") return left;
  return { kind: "told", without: changed.without, work: workShared(left.handedOn) };
}

/** Counts of what was handed on, as a board may know them. */
export function workShared({ toPartners, toDesk, toPatients, kept, told }: HandedOn): WorkShared {
  const partners = Object.entries(toPartners);
  const shared = shownOf([...partners.map(([, count]) => count), toDesk, toPatients, kept]);
  const { counts } = shared;
  const rest = counts.slice(partners.length);
  return {
    has: shared.whole,
    toPartners: partners
      .map(([organisationId], place) => ({ organisationId, count: counts[place] ?? null }))
      .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.organisationId < b.organisationId ? -1 : 1)),
    toDesk: rest[0] ?? null,
    toPatients: rest[1] ?? null,
    kept: rest[2] ?? null,
    told: shownAlone(told),
  };
}
