import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FigureTable } from "~/components/work/figure-table";
import { FiguresSeek } from "~/components/work/figures-seek";
import { WorkHead } from "~/components/work/work-head";
import { FIGURES_PAGE } from "~/content/figures";
import { figureLines, figuresHere } from "./figures-of";
import { NoMembership } from "./no-membership";
import { placesOf } from "./places";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page?.kind === "figures" ? `${FIGURES_PAGE.title}: ${page.organisation.name}` : FIGURES_PAGE.title,
  },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const here = figuresHere(context, request);
  if (here.kind === "no-membership") return data(here, { status: 403 });
  const { viewer, organisation, weeks, service, services } = here;
  const { paths } = context;
  const { id, name, mark } = organisation;
  return {
    kind: "figures" as const,
    organisation: { id, name, mark },
    places: await placesOf(context, viewer, id, "figures"),
    weeks,
    service,
    services,
    action: paths.partnerFigures(),
    file: paths.partnerFiguresCsv({ organisation: id, weeks, service: service || undefined }),
    ...(await figureLines(context, organisation, { weeks, service })),
  };
}

export default function Figures() {
  const page = useLoaderData<typeof loader>();
  if (page.kind === "no-membership") return <NoMembership name={page.name} />;
  return (
    <>
      <WorkHead organisation={page.organisation} places={page.places} />
      <FiguresSeek
        action={page.action}
        organisation={page.organisation.id}
        weeks={page.weeks}
        service={page.service}
        services={page.services}
      />
      <FigureTable lines={page.lines} />
      <p>{FIGURES_PAGE.middleHow}</p>
      <p>
        <a href={page.file}>{FIGURES_PAGE.file}</a>
      </p>
      <h2 className="nhsuk-heading-m" id="declines">
        {FIGURES_PAGE.declines}
      </h2>
      {page.declines.length === 0 ? <p>{FIGURES_PAGE.noDeclines}</p> : null}
      <ul className="manage-list" aria-labelledby="declines">
        {page.declines.map(({ id, words, many }) => (
          <li key={id}>
            <span className="manage-list__name">{words}</span>
            <span>{many}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
