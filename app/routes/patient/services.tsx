import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AToZ } from "~/components/catalogue/a-to-z";
import { ChosenFilters, NothingFits } from "~/components/catalogue/chosen-filters";
import { DangerHelp } from "~/components/catalogue/danger-help";
import { FILTER_FORM, FilterPanel } from "~/components/catalogue/filter-panel";
import { NothingFound } from "~/components/catalogue/nothing-found";
import { PostcodeField } from "~/components/catalogue/postcode-field";
import { ServiceCard } from "~/components/catalogue/service-card";
import { ErrorSummary } from "~/components/form/error-summary";
import { NeedTiles } from "~/components/home/need-tiles";
import { SearchBox } from "~/components/search-box";
import { FILTERS, fitWords } from "~/content/filters";
import { resultsHeading } from "~/content/results";
import { searchServices } from "~/domain/directory/search";
import { servicesBesideHelp } from "~/domain/journeys/beside-help";
import { dangerIn } from "~/domain/journeys/danger";
import { isUnfiltered } from "~/domain/routing/filters";
import { useFrontDoor } from "~/front-door";
import { findPlace } from "~/usecases/find-place";
import { lookAtServices, type ServiceLook } from "~/usecases/look-at-services";
import { CatalogueQuery, FILTER_FIELDS, filterQuery, parseFilters, parseQuery } from "./catalogue-query";
import { filtered } from "./filtered";

export const handle = { kept: ["q", "postcode", "view", "need", ...FILTER_FIELDS] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: `${page?.heading ?? "Find care"} – ${page?.brandName ?? "Onedoor"}`,
  },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now, paths } = context;
  const query = parseQuery(CatalogueQuery, request);
  const place = await findPlace(onedoor, query.postcode);
  const asked = parseFilters(request);
  const danger = query.q === "" ? null : (dangerIn(query.q)?.leadsTo ?? null);
  const open = directory.services.filter(({ status }) => status === "open");
  const found =
    query.q !== ""
      ? servicesBesideHelp(
          danger,
          searchServices(directory, query.q).map(({ service }) => service),
        )
      : open.filter(({ needs }) => query.need === undefined || needs.includes(query.need.id)).sort(byName);
  const wholeList =
    query.q === "" && (query.need === undefined || query.view === "a-to-z") && isUnfiltered(asked);
  const from = place.kind === "found" ? place : null;
  const needsPlace = place.kind === "not-given" && asked.miles !== null ? FILTERS.needsPostcode : null;
  const error = place.kind === "unknown" ? place.message : needsPlace;
  const postcode = from?.postcode ?? query.postcode;
  const carried = { q: query.q, need: query.need?.id ?? "" };
  const looks = wholeList ? [] : await lookAtServices(onedoor, brand.id, found, from);
  // Where nobody knows what is near, that rules nothing out; the page asks for the postcode.
  const filters = from === null ? { ...asked, miles: null } : asked;
  const { fit, maybe, ...narrowed } = filtered(looks, filters, {
    now,
    hasPlace: from !== null,
    hrefOf: (by) => paths.services({ ...carried, postcode: from ? postcode : "", filters: filterQuery(by) }),
  });
  const page = {
    brandName: brand.name,
    heading: danger === null ? resultsHeading(query) : "Get help now",
    query,
    danger,
    /** The A to Z says names only. Null where cards say more of fewer. */
    names: wholeList ? found.map(({ id, name, summary }) => ({ id, name, summary })) : null,
    items: fit.map(cardOf),
    maybe: maybe.map(cardOf),
    ...narrowed,
    /** How many there are without any filter. */
    found: found.length,
    /** A distance is kept until the postcode is known that it is counted from: only then can it be chosen. */
    carried: { ...carried, miles: from === null && asked.miles !== null ? String(asked.miles) : "" },
    allOff: paths.services({ ...carried, postcode: from ? postcode : "" }),
    needs: [...new Set(open.flatMap(({ needs }) => needs))],
    postcode,
    now,
    error,
  };
  return data(page, error ? 400 : 200);
}

const byName = (one: { name: string }, other: { name: string }) =>
  one.name.localeCompare(other.name, "en-GB");

const cardOf = ({ service: { id, name, summary, access }, glance, partners }: ServiceLook) => ({
  service: { id, name, summary, access },
  glance,
  partners: partners.map(({ id, shortName, mark }) => ({ id, shortName, mark })),
});

export default function Services() {
  const page = useLoaderData<typeof loader>();
  const { query, heading, danger, names, postcode, error } = page;
  const { paths } = useFrontDoor();
  const narrows = names === null && danger === null && page.found > 0;
  const postcodeField = (
    <PostcodeField value={postcode} error={error ?? undefined} form={narrows ? FILTER_FORM : undefined} />
  );
  return (
    <>
      <ErrorSummary errors={error ? [{ field: "postcode", message: error }] : []} />
      <h1 className="nhsuk-heading-l">{heading}</h1>
      {danger ? <DangerHelp leadsTo={danger} /> : null}
      <div className="catalogue-search">
        <SearchBox
          id="search"
          action={paths.services()}
          suggest={paths.servicesSuggest()}
          look="page"
          value={query.q}
          postcode={error ? "" : postcode}
        />
        {narrows ? (
          <div>{postcodeField}</div>
        ) : (
          <form method="get" action={paths.services()}>
            {query.q ? <input type="hidden" name="q" value={query.q} /> : null}
            {query.need ? <input type="hidden" name="need" value={query.need.id} /> : null}
            {query.view ? <input type="hidden" name="view" value={query.view} /> : null}
            {postcodeField}
          </form>
        )}
      </div>
      {names !== null ? (
        <AToZ services={names} hrefOf={(id) => paths.service(id, error ? {} : { postcode })} />
      ) : narrows ? (
        <div className="results">
          <FilterPanel action={paths.services()} options={page.options} carried={page.carried} />
          <Results page={page} />
        </div>
      ) : (
        <Results page={page} />
      )}
      {page.found === 0 ? (
        <section className="home-section" aria-labelledby="needs">
          <h2 className="nhsuk-heading-m" id="needs">
            Look by what it is about
          </h2>
          <NeedTiles paths={paths} used={page.needs} />
        </section>
      ) : names === null ? (
        <p>
          <a href={paths.services({ view: "a-to-z", ...(error ? {} : { postcode }) })}>
            All services, A to Z
          </a>
        </p>
      ) : null}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** What was found: first what surely fits, then what may; or what to do when nothing does. */
function Results({ page }: { readonly page: Page }) {
  const { items, maybe, left, chosen, allOff, now, postcode, error } = page;
  const { brand, paths } = useFrontDoor();
  if (page.found === 0) return <NothingFound query={page.query.q} desk={brand.desk} />;
  const cards = (of: Page["items"]) => (
    <ul className="service-cards">
      {of.map((item) => (
        <ServiceCard
          key={item.service.id}
          item={item}
          href={paths.service(item.service.id, error ? {} : { postcode })}
          now={now}
        />
      ))}
    </ul>
  );
  return (
    <div>
      <ChosenFilters chosen={chosen} allOff={allOff} />
      {chosen.length > 0 && items.length + maybe.length > 0 ? (
        <p>{fitWords(items.length, maybe.length, left)}</p>
      ) : null}
      {items.length + maybe.length === 0 ? (
        <NothingFits chosen={chosen} allOff={allOff} desk={brand.desk} />
      ) : null}
      {items.length > 0 ? cards(items) : null}
      {maybe.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">{FILTERS.maybe}</h2>
          <p>{FILTERS.maybeWhy}</p>
          {cards(maybe)}
        </>
      ) : null}
    </div>
  );
}
