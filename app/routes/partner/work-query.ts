import { z } from "zod";
import { WORK_SORTS, WORK_VIEWS, type WorkAsked } from "~/domain/fulfilment/work-views";
import { line } from "~/domain/journeys/input";

/** How much of a search is read: longer than any reference or name. */
const SEARCH_LENGTH = 80;

/** What an address asks of a worklist. What it does not know it takes as not asked, for old links must lead somewhere. */
const Query = z.object({
  state: z.enum(WORK_VIEWS).optional().catch(undefined),
  sort: z.enum(WORK_SORTS).catch("deadline"),
  q: line.transform((text) => text.slice(0, SEARCH_LENGTH)),
  service: line,
  urgent: z.literal("1").optional().catch(undefined),
  page: z.coerce.number().int().positive().catch(1),
});

/** A search without a state is of everything: who rings does not know how their request stands. */
export function readWorkQuery(query: URLSearchParams): WorkAsked & { readonly page: number } {
  const { state, sort, q, service, urgent, page } = Query.parse(Object.fromEntries(query));
  return {
    view: state ?? (q === "" ? "to-do" : "all"),
    sort,
    search: q,
    serviceId: service,
    urgentOnly: urgent === "1",
    page,
  };
}

/** The same as an address says it: only what differs from what a worklist opens with. */
export const workQuery = ({ view, sort, search, serviceId, urgentOnly }: WorkAsked) => ({
  state: view === (search === "" ? "to-do" : "all") ? "" : view,
  sort: sort === "deadline" ? "" : sort,
  q: search,
  service: serviceId,
  urgent: urgentOnly ? "1" : "",
});
