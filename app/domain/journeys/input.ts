import { z } from "zod";

/** Characters that are not writing: controls (tab and line feed apart), what turns text round, and the byte order mark. */
const NOT_WRITING = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Halves of a character, which no database can keep. */
const HALF_CHARACTER = /\p{Cs}/gu;

/** What a person typed, as text that can be kept and shown: one form for letters with accents, no stray controls. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(HALF_CHARACTER, "")
    .replace(NOT_WRITING, "")
    .normalize("NFC")
    .trim();
}

const first = (value: unknown): unknown => (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));

/** One field of a form, missing and repeated ones included, as one line of tidy text. */
export const line = z.preprocess(
  first,
  z.string().transform((text) => tidy(text).replace(/\s+/g, " ")),
);

/** One field as tidy text that may have several lines. */
export const lines = z.preprocess(first, z.string().transform(tidy));

/** Tick boxes: none, one or many values of one field, each of them once. */
export const ticked = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()).transform((values) => [...new Set(values)]),
);

/** Whether nothing of a text can be seen: spaces, and characters that are drawn as nothing. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);

/** One of some values; anything else asks the person to choose. */
export const oneOf = <const Value extends string>(values: readonly Value[], message: string) =>
  line.refine((value) => isOneOf(values, value), { error: message }).transform((value) => value as Value);

/** Any of some values; a value that was never on the form asks the person to choose again. */
export const anyOf = <const Value extends string>(values: readonly Value[], message: string) =>
  ticked
    .refine((chosen) => chosen.every((value) => isOneOf(values, value)), { error: message })
    .transform((chosen) => chosen as Value[]);

/** A line of at most `most` characters that must be there. */
export const required = (what: string, most: number, missing: string) =>
  line
    .refine((text) => text !== "", { error: missing })
    .refine((text) => text.length <= most, { error: `${what} must be ${most} characters or fewer` });

/** A name that can be seen: a letter or a number, and no more marks on a letter than a language writes. */
export const isSeen = (name: string): boolean => /[\p{L}\p{N}]/u.test(seen(name)) && !/\p{M}{4}/u.test(name);

/** Letters that are drawn as nothing, fillers of Korean among them, are no letters to a reader. */
const seen = (name: string): string => name.replace(/[\u115F\u1160\u3164\uFFA0\u2800\p{Cf}]/gu, "");

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value);
