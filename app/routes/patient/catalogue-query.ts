import { z } from "zod";
import { needGroup } from "~/content/needs";
import { tidy } from "~/domain/journeys/input";

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
