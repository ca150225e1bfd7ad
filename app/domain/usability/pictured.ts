import { milliseconds } from "../shared/time";
import type { PermittedSession } from "./results/permitted";
import { taggedIn } from "./results/tagged";

/** As wide as a picture is where nobody knows how wide the participant's browser was: a phone. In CSS pixels, as all here. */
export const PHONE_WIDTH = 360;
/** What is below this is cut off: nobody looks that far down in a picture. */
export const TALLEST_PICTURE = 6_000;
/** A window may be as narrow or wide as it likes; a picture is no narrower or wider than this. */
const [NARROWEST, WIDEST] = [240, 1_920];

/** What a picture is to be made of, and how wide. */
export interface ToPicture {
  /** The page as it was sent. */
  readonly page: string;
  readonly width: number;
  /** Whether the participant's browser said how wide it is. */
  readonly widthTold: boolean;
}

/**
 * The page that was open in a moment that was marked, as far as its participant allows pictures. "not-yet" where none is
 * known: it may still be written down. "none" where there is no such moment, or they do not allow it.
 */
export function pageOfMoment(session: PermittedSession, eventId: string): ToPicture | "not-yet" | "none" {
  const { permissions, record } = session;
  const moment = taggedIn(session).find(({ id }) => id === eventId);
  if (moment === undefined || !permissions.has("follow-pages") || !permissions.has("keep-pictures"))
    return "none";
  const page = moment.page?.snapshot;
  if (page == null) return "not-yet";
  const at = milliseconds(moment.at);
  const widths = record.flatMap(({ at: toldAt, event }) =>
    event.kind === "window" ? [{ at: milliseconds(toldAt), width: event.width }] : [],
  );
  const told = widths.findLast((each) => each.at <= at) ?? widths[0];
  return {
    page,
    width: Math.min(WIDEST, Math.max(NARROWEST, told?.width ?? PHONE_WIDTH)),
    widthTold: told !== undefined,
  };
}
