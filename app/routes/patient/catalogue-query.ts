import { z } from "zod";
import { needGroup } from "~/content/needs";
import { tidy } from "~/domain/journeys/input";
import { MODES } from "~/domain/journeys/steps/preferences";
import { FILTER_DAYS, FILTER_MILES, FILTER_WHO, type Filters } from "~/domain/routing/filters";
import { ACCESS_NEEDS } from "~/domain/shared/access-needs";
import { LANGUAGE_CODES } from "~/domain/shared/languages";

const text = (most: number) =>
  z
    .string()
    .catch("")
    .transform((typed) => tidy(typed).replace(/\s+/g, " ").slice(0, most));

/** What a person looks for. A field that is not understood counts as not given: a link with a slip still leads somewhere. */
export const CatalogueQuery = z.object({
  q: text(200),
  postcode: text(20),
  view: z.literal("a-to-z").optional().catch(undefined),
  need: z
    .string()
    .transform((id) => needGroup(id))
    .optional()
    .catch(undefined),
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

export const ServiceQuery = CatalogueQuery.pick({ postcode: true });

/** The first of each field of an address's query. */
export const parseQuery = <Schema extends z.ZodType>(schema: Schema, request: Request): z.infer<Schema> =>
  schema.parse(Object.fromEntries([...new URL(request.url).searchParams].reverse()));

const among = <T extends string | number>(values: readonly T[], typed: string): T | null =>
  values.find((value) => String(value) === typed) ?? null;

const one = <T extends string | number>(values: readonly T[]) =>
  z.array(z.string()).transform((typed): T | null => among(values, typed[0] ?? ""));
const several = <T extends string>(values: readonly T[]) =>
  z.array(z.string()).transform((typed): readonly T[] => values.filter((value) => typed.includes(value)));

const FiltersQuery = z.object({
  who: one(FILTER_WHO),
  how: several(MODES),
  miles: one(FILTER_MILES),
  days: one(FILTER_DAYS),
  language: one(LANGUAGE_CODES),
  access: several(ACCESS_NEEDS),
});

export const FILTER_FIELDS = FiltersQuery.keyof().options;

/** What the list is narrowed by. What is not understood counts as not chosen. */
export function parseFilters(request: Request): Filters {
  const query = new URL(request.url).searchParams;
  return FiltersQuery.parse(Object.fromEntries(FILTER_FIELDS.map((field) => [field, query.getAll(field)])));
}

/** Filters as the fields of an address. */
export const filterQuery = ({ who, how, miles, days, language, access }: Filters) => ({
  who: who ?? "",
  how,
  miles: miles === null ? "" : String(miles),
  days: days === null ? "" : String(days),
  language: language ?? "",
  access,
});
