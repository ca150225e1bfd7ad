import { errorOf, type FieldError } from "../form/error-summary";

/** A form that was sent back: what was typed, and what is to be put right. Null before it was sent. */
export interface SentBack {
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly FieldError[];
}

/** Looks up a field of a form that was sent back, or what stands in it at first. */
export function fieldsOf(sent: SentBack | null, before: SentBack["typed"] = {}) {
  const typed = sent?.typed ?? before;
  const all = (name: string): readonly string[] => {
    const value = typed[name] ?? [];
    return typeof value === "string" ? [value] : value;
  };
  return {
    /** One field's text and error, as a text field takes them. */
    text: (name: string) => ({ name, value: all(name)[0], error: errorOf(sent?.errors ?? [], name) }),
    /** One choice of radios. */
    one: (name: string) => ({ name, chosen: all(name)[0], error: errorOf(sent?.errors ?? [], name) }),
    /** Any of some tick boxes. */
    any: (name: string) => ({ name, chosen: all(name), error: errorOf(sent?.errors ?? [], name) }),
    /** A date in three fields. */
    date: (name: string) => ({
      name,
      values: Object.fromEntries(
        ["day", "month", "year"].map((part) => [`${name}-${part}`, all(`${name}-${part}`)[0]]),
      ),
      error: errorOf(sent?.errors ?? [], `${name}-day`),
    }),
  };
}

export type Fields = ReturnType<typeof fieldsOf>;
