import { tidy } from "../journeys/input";

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
