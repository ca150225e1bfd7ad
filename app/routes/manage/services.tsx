import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { z } from "zod";
import { ButtonLink } from "~/components/form/button-link";
import { TextField } from "~/components/form/text-fields";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { SERVICES } from "~/content/manage/services";
import type { Service } from "~/domain/directory/types";
import { line } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { readServices } from "~db/queries/directory";
import { redFlagProposals } from "~db/queries/red-flag-proposals";
import { runsHere } from "./manage-access";

export const meta: MetaFunction = () => [{ title: SERVICES.title }];

const Query = z.object({ q: line.transform((text) => text.slice(0, 80)) });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { onedoor, brand, directory, paths } = context;
  const { q } = Query.parse({ q: new URL(request.url).searchParams.get("q") });
  const services = await readServices(onedoor.db.kysely, brand.id);
  const proposals = await redFlagProposals(onedoor.db.kysely, brand.id);
  const proposed = new Set(proposals.map(({ serviceId }) => serviceId));
  const given = ({ id, parts }: Service) =>
    parts === undefined
      ? SERVICES.given(directory.offersOf(id).filter(({ status }) => status === "open").length)
      : SERVICES.parts(parts.length);
  // A service of several parts stands as its parts let it.
  const standing = ({ id }: Service) => {
    const service = directory.service(id);
    if (service?.status !== "open") return SERVICES.closed;
    return service.redFlags === null ? SERVICES.unasked : SERVICES.open;
  };
  return {
    kind: "services" as const,
    q,
    lines: services
      .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
      .map((service) => ({
        id: service.id,
        href: paths.manageService(service.id),
        name: service.name,
        small: proposed.has(service.id) ? SERVICES.proposed : service.summary,
        given: given(service),
        standing: standing(service),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

export default function Services() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <>
      <ManageHead at="services" title={SERVICES.title} />
      <p>{SERVICES.intro}</p>
      <ButtonLink href={paths.manageServicesNew()}>{SERVICES.add}</ButtonLink>
      <form method="get" action={paths.manageServices()} className="manage-find">
        <TextField name="q" label={SERVICES.find} value={page.q} width={20} autoComplete="off" />
        <Button type="submit" secondary>
          {SERVICES.search}
        </Button>
      </form>
      {page.lines.length === 0 ? <p>{SERVICES.none}</p> : null}
      <ul className="manage-list" aria-label={SERVICES.title}>
        {page.lines.map(({ id, href, name, small, given, standing }) => (
          <li key={id}>
            <span className="manage-list__name">
              <a href={href}>{name}</a>
              <span className="manage-list__small">{small}</span>
            </span>
            <span>{given}</span>
            <span>{standing}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
