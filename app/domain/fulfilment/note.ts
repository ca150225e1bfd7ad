import { tidy } from "../journeys/input";
import { REJECTED_REASONS, type RejectedReason } from "../routing/types";

/** The longest note that goes with a request from one person to another. */
export const NOTE_LENGTH = 500;

export type Note =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** A note as it can be kept, or what to do about it. A note that is too long is never cut. */
export function readNote(typed: string): Note {
  const text = tidy(typed);
  return text.length <= NOTE_LENGTH
    ? { ok: true, text }
    : { ok: false, message: `Use ${NOTE_LENGTH} characters or fewer. You have used ${text.length}` };
}

/** What a form says of a note in one of its fields: nothing, or what to do about it. */
export function noteErrors(field: string, typed: string): { field: string; message: string }[] {
  const note = readNote(typed);
  return note.ok ? [] : [{ field, message: note.message }];
}

export type Reason =
  | { readonly ok: true; readonly reason: RejectedReason; readonly note: string }
  | { readonly ok: false; readonly message: string };

/** Why a partner says no or cancels: a code of the list with its note, or what to do about it. */
export function readReason(typed: { readonly reason: string; readonly note: string }): Reason {
  const note = readNote(typed.note);
  if (!isReason(typed.reason)) return { ok: false, message: "Choose a reason" };
  if (!note.ok) return note;
  if (typed.reason === "99" && note.text === "")
    return { ok: false, message: "Say what the other reason is" };
  return { ok: true, reason: typed.reason, note: note.text };
}

const isReason = (code: string): code is RejectedReason => Object.hasOwn(REJECTED_REASONS, code);
