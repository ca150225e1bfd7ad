import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/form/button-link";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { OrganisationMark } from "~/components/organisation-mark";
import { KIND_WORDS, PARTNERS } from "~/content/manage/partners";
import { standings } from "~/domain/directory/standing";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { runsHere } from "./manage-access";

export const meta: MetaFunction = () => [{ title: PARTNERS.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { directory, paths, now } = context;
  const standing = standings(directory.partnerships);
  const lines = directory.organisations
    .filter(({ id, status }) => status === "active" && directory.partnershipOf(id) !== undefined)
    .map((organisation) => ({
      id: organisation.id,
      href: paths.managePartner(organisation.id),
      name: organisation.name,
      mark: organisation.mark,
      kind: KIND_WORDS[organisation.kind],
      standing: PARTNERS.standing[standing(organisation.id, localDate(now)).kind],
      offers: PARTNERS.offers(
        directory.offersBy(organisation.id).filter(({ status }) => status === "open").length,
      ),
    }));
  return { kind: "partners" as const, lines: lines.sort((a, b) => a.name.localeCompare(b.name)) };
}

export default function Partners() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <>
      <ManageHead at="partners" title={PARTNERS.title} />
      <ButtonLink href={paths.managePartnersNew()}>{PARTNERS.bringIn}</ButtonLink>
      {page.lines.length === 0 ? <p>{PARTNERS.none}</p> : null}
      <ul className="manage-list" aria-label={PARTNERS.title}>
        {page.lines.map(({ id, href, name, mark, kind, standing, offers }) => (
          <li key={id}>
            <OrganisationMark mark={mark} size={36} />
            <span className="manage-list__name">
              <a href={href}>{name}</a>
              <span className="manage-list__small">{kind}</span>
            </span>
            <span>{standing}</span>
            <span>{offers}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
