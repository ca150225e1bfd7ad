import type { StepInput } from "~/domain/journeys/draft-answers";
import type { FieldError } from "../form/error-summary";

/** What every step's fields are drawn from: what was typed, and what is wrong with it. */
export interface FieldsProps {
  readonly typed: StepInput;
  readonly errors: readonly FieldError[];
}

/** The fields of every step in the order in which they stand on their page. */
const PAGE_ORDER = [
  "name",
  "born-day",
  "born-month",
  "born-year",
  "sex",
  "nhsNumber",
  "relation",
  "basis",
  "share",
  "postcode",
  "practice",
  "modes",
  "first",
  "phone",
  "email",
  "preferred",
  "address",
  "avoid",
  "notes",
];

/** What is wrong, in the order in which a person meets it. */
export const inPageOrder = (errors: readonly FieldError[]): readonly FieldError[] =>
  [...errors].sort((one, other) => PAGE_ORDER.indexOf(one.field) - PAGE_ORDER.indexOf(other.field));

/** The first value typed into a field; empty when there is none. */
export function one(typed: StepInput, field: string): string {
  const value = typed[field];
  return (typeof value === "string" ? value : value?.[0]) ?? "";
}

/** Every value of a field. */
export function all(typed: StepInput, field: string): readonly string[] {
  const value = typed[field];
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
