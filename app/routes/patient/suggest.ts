import type { LoaderFunctionArgs } from "@remix-run/node";
import type { SuggestionsSent } from "~/content/suggestions";
import { suggestionsFor } from "~/domain/directory/suggestions";
import { CatalogueQuery, parseQuery } from "./catalogue-query";

const Query = CatalogueQuery.pick({ q: true });

/** What may be meant by what is typed so far, for the search box. The page of results needs none of it. */
export function loader({ context, request }: LoaderFunctionArgs): Response {
  const { directory, paths } = context;
  const { danger, services } = suggestionsFor(directory, parseQuery(Query, request).q);
  const sent: SuggestionsSent = {
    danger,
    services: services.map(({ id, name, summary }) => ({ name, summary, href: paths.service(id) })),
  };
  return Response.json(sent, { headers: { "Cache-Control": "private, no-cache" } });
}
