import type { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import type { SentBack } from "~/components/manage/typed";

export type ReadForm<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: SentBack["typed"] }
  | { readonly ok: false; readonly sent: SentBack };

/** Reads a form by one schema: what it comes to, or what was typed with what to put right, a field once. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): ReadForm<z.output<Schema>> {
  const typed = typedIn(form);
  const read = schema.safeParse(typed);
  if (read.success) return { ok: true, value: read.data, typed };
  const errors = new Map<string, FieldError>();
  for (const { path, message } of read.error.issues) {
    const field = String(path[0]);
    if (!errors.has(field)) errors.set(field, { field, message });
  }
  return { ok: false, sent: { typed, errors: [...errors.values()] } };
}

/** What was typed into a form: of a field that was sent several times, each. */
export function typedIn(form: FormData): SentBack["typed"] {
  const typed: Record<string, string | readonly string[]> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value): value is string => typeof value === "string");
    typed[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return typed;
}

/** How what a form is about stood when its page was opened, as the form carries it along. */
export const seenIn = (form: FormData): string => {
  const seen = form.get("seen");
  return typeof seen === "string" ? seen : "";
};

/** What an address asks for, as a form that was sent with GET. */
export function formOf(query: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  return form;
}
