import { boxChanges } from "~/domain/boxes/box";
import type { Box, BoxChange } from "~/domain/boxes/types";
import type { Fulfilment } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import { NOTHING_PROMISED } from "../brand";
import { momentWords } from "../deadlines";
import { endedWords } from "../refusals";
import { type Names, partnerNamed, type TrackedPart } from "./tracked";

/** What is promised, as the patient reads it; the date stays the same whoever has the request. */
export interface PromiseWords {
  readonly text: string;
  readonly state: "open" | "kept" | "at-risk" | "late" | "over";
}

const IF_WORRIED = "If you get worse or are worried, call 111.";

/** The promise of one part: still to come, at risk, kept, or broken and said so. */
export function promiseWords(
  { part, fulfilments }: TrackedPart,
  { real }: Pick<Names, "real">,
  now: Instant,
): PromiseWords {
  const by = momentWords(part.promise.by, now);
  if (real) return { state: "over", text: NOTHING_PROMISED };
  if (part.status === "open" && part.waiting)
    return { state: "open", text: "You get a date for this as soon as we ask for it." };
  const booked = fulfilments.find(
    (fulfilment) => fulfilment.ended === null && fulfilment.appointment !== null,
  );
  // A time out of the diary is booked; any other answers what was promised.
  if (booked !== undefined && part.status !== "open")
    return { state: "kept", text: "You had a time, and this is done." };
  if (booked?.appointment?.slotId) return { state: "kept", text: "Your time is booked." };
  if (booked !== undefined) {
    return { state: "kept", text: `We said you would have an answer with a time by ${by}. You have one.` };
  }
  if (part.status !== "open") return { state: "over", text: `We said you would have an answer by ${by}.` };
  const { settled, warned } = part.promise;
  // The time that kept it is lost again: whoever is asked next makes a new one.
  if (settled?.how === "kept")
    return {
      state: "over",
      text: "You had a time, and do not have it now. We give you a new date when we ask again.",
    };
  if (now > part.promise.by || settled?.how === "broken")
    return {
      state: "late",
      text: `We said you would have an answer with a time by ${by}. We are late, and we are sorry. ${IF_WORRIED}`,
    };
  return warned
    ? {
        state: "at-risk",
        text: `You should have an answer with a time by ${by}. It may be late: we are chasing it. ${IF_WORRIED}`,
      }
    : { state: "open", text: `You’ll have an answer with a time by ${by}.` };
}

/** A box that changed: the old one, the new one, and why in plain words. */
export interface BoxMove {
  readonly before: Box;
  readonly after: Box;
  readonly changes: readonly BoxChange[];
  readonly why: string;
}

/** The last change of box of a part; null while the first partner still has it, or nobody new does. */
export function boxMoveOf(tracked: TrackedPart, names: Names): BoxMove | null {
  const { fulfilments } = tracked;
  const after = fulfilments.at(-1);
  const before = fulfilments.at(-2);
  if (before === undefined || after === undefined) return null;
  return {
    before: before.box,
    after: after.box,
    changes: boxChanges(before.box, after.box),
    why:
      before.ended?.reason === "moved"
        ? `You moved your appointment to ${partnerNamed(after, tracked, names)}.`
        : `${whyEnded(before, tracked, names)}, so we asked ${partnerNamed(after, tracked, names)}.`,
  };
}

/** "Harbour Community Trust had no room": why the last one came to nothing, from its own ending. */
export function whyEnded(
  fulfilment: Fulfilment,
  tracked: Pick<TrackedPart, "fulfilments">,
  names: Names,
): string {
  const name = partnerNamed(fulfilment, tracked, names);
  const reason = fulfilment.ended?.reason ?? "99";
  if (reason === "moved") return "You took another time";
  if (reason === "did-not-attend") return "You were not at your appointment";
  if (fulfilment.status === "failed") return `${name} could not do it after all`;
  if (reason === "patient") return "You cancelled it";
  if (reason === "desk") return `Our front desk took it back from ${name}`;
  return `${name} ${endedWords(reason)}`;
}
