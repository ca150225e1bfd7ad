import { type Instant, instant, milliseconds } from "../shared/time";

/** What the front desk lists as work: a part of a request, a journey that was stopped, a message that did not arrive. */
export const DESK_WORK = ["part", "stop", "message"] as const;
export type DeskWork = (typeof DESK_WORK)[number];

/** How long somebody has what they took, in minutes; it begins anew with all that they do about it. */
export const TAKEN_FOR_MINUTES = 30;

/** That somebody at the front desk sees to a piece of work, so that nobody else rings the same person meanwhile. */
export interface Take {
  readonly accountId: string;
  readonly name: string;
  readonly since: Instant;
  /** When it lapses by itself. */
  readonly until: Instant;
}

/** A take as it stands at a moment: undefined once it has lapsed. */
export const standingTake = (take: Take | undefined, now: Instant): Take | undefined =>
  take !== undefined && take.until > now ? take : undefined;

export type Taken =
  | { readonly kind: "taken"; readonly take: Take; readonly from: Take | null }
  | { readonly kind: "had"; readonly by: Take };

/**
 * What comes of taking a piece of work. It is had by one person at a time: another may take it over only from the take
 * that they saw (`over`: since when it was had), so that nobody takes it from somebody whom they did not know of.
 */
export function takeWork(
  before: Take | undefined,
  who: Pick<Take, "accountId" | "name">,
  { now, over }: { readonly now: Instant; readonly over: Instant | null },
): Taken {
  const standing = standingTake(before, now);
  const { accountId, name } = who;
  const until = lapsesAt(now);
  if (standing === undefined)
    return { kind: "taken", take: { accountId, name, since: now, until }, from: null };
  if (standing.accountId === accountId)
    return { kind: "taken", take: { ...standing, name, until }, from: null };
  if (standing.since !== over) return { kind: "had", by: standing };
  return { kind: "taken", take: { accountId, name, since: now, until }, from: standing };
}

/** Until when somebody has what they do something about now. */
export const lapsesAt = (now: Instant): Instant => instant(milliseconds(now) + TAKEN_FOR_MINUTES * 60_000);
