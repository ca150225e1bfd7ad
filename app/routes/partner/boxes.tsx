import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoxShape } from "~/components/icons";
import { WorkHead } from "~/components/work/work-head";
import { BOX_PAGE, STYLE_WORDS } from "~/content/box";
import { may } from "~/domain/access/may";
import { NoMembership } from "./no-membership";
import { offersWithBox } from "./offers-with-box";
import { atWork, notFound, organisationHere } from "./partner-access";
import { placesOf } from "./places";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "boxes" ? `${BOX_PAGE.title}: ${page.organisation.name}` : BOX_PAGE.title },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const organisationId = organisationHere(viewer, query.get("organisation"), "see-work");
  if (organisationId === undefined)
    return data({ kind: "no-membership" as const, name: viewer.name }, { status: 403 });
  const organisation = context.directory.organisation(organisationId);
  if (organisation === undefined) throw notFound();
  return {
    kind: "boxes" as const,
    organisation: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    places: await placesOf(context, viewer, organisationId, "box"),
    sets: may(viewer, "set-box", organisationId),
    offers: offersWithBox(context, organisationId),
  };
}

export default function Boxes() {
  const page = useLoaderData<typeof loader>();
  if (page.kind === "no-membership") return <NoMembership name={page.name} />;
  return (
    <>
      <WorkHead organisation={page.organisation} places={page.places} />
      {page.offers.length === 0 ? (
        <div className="empty-note">
          <p>{BOX_PAGE.none}</p>
        </div>
      ) : (
        <p>{BOX_PAGE.intro}</p>
      )}
      <ul className="manage-list" aria-label={BOX_PAGE.title}>
        {page.offers.map(({ id, service, place, style, href }) => (
          <li key={id}>
            <BoxShape style={style} size={32} />
            <span className="manage-list__name">
              {service}
              <span className="manage-list__small">{place}</span>
            </span>
            <span>{STYLE_WORDS[style]}</span>
            <a href={href}>
              {page.sets ? BOX_PAGE.change : BOX_PAGE.look}
              <span className="nhsuk-u-visually-hidden">
                {" "}
                {service}, {place}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
