import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AToZ } from "~/components/catalogue/a-to-z";
import { DangerHelp } from "~/components/catalogue/danger-help";
import { NothingFound } from "~/components/catalogue/nothing-found";
import { PostcodeField } from "~/components/catalogue/postcode-field";
import { ServiceCard } from "~/components/catalogue/service-card";
import { ErrorSummary } from "~/components/form/error-summary";
import { NeedTiles } from "~/components/home/need-tiles";
import { SearchBox } from "~/components/search-box";
import { resultsHeading } from "~/content/results";
import { searchServices } from "~/domain/directory/search";
import { servicesBesideHelp } from "~/domain/journeys/beside-help";
import { dangerIn } from "~/domain/journeys/danger";
import { useFrontDoor } from "~/front-door";
import { findPlace } from "~/usecases/find-place";
import { lookAtServices } from "~/usecases/look-at-services";
import { CatalogueQuery, parseQuery } from "./catalogue-query";

export const handle = { kept: ["q", "postcode", "view", "need"] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: `${page?.heading ?? "Find care"} – ${page?.brandName ?? "Onedoor"}`,
  },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now } = context;
  const query = parseQuery(CatalogueQuery, request);
  const place = await findPlace(onedoor, query.postcode);
  const danger = query.q === "" ? null : (dangerIn(query.q)?.leadsTo ?? null);
  const open = directory.services.filter(({ status }) => status === "open");
  const found =
    query.q !== ""
      ? servicesBesideHelp(
          danger,
          searchServices(directory, query.q).map(({ service }) => service),
        )
      : open.filter(({ needs }) => query.need === undefined || needs.includes(query.need.id)).sort(byName);
  const wholeList = query.q === "" && (query.need === undefined || query.view === "a-to-z");
  const from = place.kind === "found" ? place : null;
  const looks = wholeList ? [] : await lookAtServices(onedoor, brand.id, found, from);
  const error = place.kind === "unknown" ? place.message : null;
  const page = {
    brandName: brand.name,
    heading: danger === null ? resultsHeading(query) : "Get help now",
    query,
    danger,
    /** The A to Z says names only. Null where cards say more of fewer. */
    names: wholeList ? found.map(({ id, name, summary }) => ({ id, name, summary })) : null,
    items: looks.map(({ service: { id, name, summary, access }, glance, partners }) => ({
      service: { id, name, summary, access },
      glance,
      partners: partners.map(({ id, shortName, mark }) => ({ id, shortName, mark })),
    })),
    needs: [...new Set(open.flatMap(({ needs }) => needs))],
    postcode: place.kind === "found" ? place.postcode : query.postcode,
    now,
    error,
  };
  return data(page, error ? 400 : 200);
}

const byName = (one: { name: string }, other: { name: string }) =>
  one.name.localeCompare(other.name, "en-GB");

export default function Services() {
  const { query, heading, danger, names, items, needs, postcode, now, error } =
    useLoaderData<typeof loader>();
  const { brand, paths } = useFrontDoor();
  const hrefOf = (id: string) => paths.service(id, error ? {} : { postcode });
  return (
    <>
      <ErrorSummary errors={error ? [{ field: "postcode", message: error }] : []} />
      <h1 className="nhsuk-heading-l">{heading}</h1>
      {danger ? <DangerHelp leadsTo={danger} /> : null}
      <div className="catalogue-search">
        <SearchBox
          id="search"
          action={paths.services()}
          look="page"
          value={query.q}
          postcode={error ? "" : postcode}
        />
        <form method="get" action={paths.services()}>
          {query.q ? <input type="hidden" name="q" value={query.q} /> : null}
          {query.need ? <input type="hidden" name="need" value={query.need.id} /> : null}
          {query.view ? <input type="hidden" name="view" value={query.view} /> : null}
          <PostcodeField value={postcode} error={error ?? undefined} />
        </form>
      </div>
      {names !== null ? (
        <AToZ services={names} hrefOf={hrefOf} />
      ) : items.length > 0 ? (
        <ul className="service-cards">
          {items.map((item) => (
            <ServiceCard key={item.service.id} item={item} href={hrefOf(item.service.id)} now={now} />
          ))}
        </ul>
      ) : (
        <NothingFound query={query.q} desk={brand.desk} />
      )}
      {items.length === 0 ? (
        <section className="home-section" aria-labelledby="needs">
          <h2 className="nhsuk-heading-m" id="needs">
            Look by what it is about
          </h2>
          <NeedTiles paths={paths} used={needs} />
        </section>
      ) : (
        <p>
          <a href={paths.services({ view: "a-to-z", ...(error ? {} : { postcode }) })}>
            All services, A to Z
          </a>
        </p>
      )}
    </>
  );
}
