import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DoneNote } from "~/components/done-note";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { DECISION } from "~/content/manage/decisions";
import { MANAGE, MANAGE_PAGES } from "~/content/manage/pages";
import { SERVICES } from "~/content/manage/services";
import { START } from "~/content/manage/start";
import { standings } from "~/domain/directory/standing";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { readProposals } from "~db/queries/proposals";
import { redFlagProposals } from "~db/queries/red-flag-proposals";
import { titleOf } from "../board/names";
import { runsHere } from "./manage-access";

export const meta: MetaFunction = () => [{ title: MANAGE.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { onedoor, brand, directory, now, paths } = context;
  const standing = standings(directory.partnerships);
  const isPartner = (id: string) => standing(id, localDate(now)).kind === "partner";
  const open = directory.services.filter(({ status }) => status === "open");
  const isGiven = (serviceId: string) =>
    directory.offersOf(serviceId).some((offer) => offer.status === "open" && isPartner(offer.organisationId));
  const named = (wrong: string) => (service: { readonly id: string; readonly name: string }) => ({
    href: paths.manageService(service.id),
    name: service.name,
    wrong,
  });
  const proposals = await readProposals(onedoor.db.kysely, brand.id);
  const proposed = await redFlagProposals(onedoor.db.kysely, brand.id);
  const waiting = new Set(proposed.map(({ serviceId }) => serviceId));
  return {
    kind: "start" as const,
    done: settledWords(new URL(request.url).searchParams.get("done")),
    services: open.length,
    partners: directory.organisations.filter(({ id }) => isPartner(id)).length,
    toMend: [
      ...proposals
        .filter(({ state }) => state === "not-applied")
        .map(({ id, matter, outcome }) => ({
          href: paths.manageDecision(id),
          name: titleOf(context, matter),
          wrong: DECISION.toMend(outcome?.reasons.join(". ") ?? ""),
        })),
      ...directory.services.filter(({ id }) => waiting.has(id)).map(named(SERVICES.proposed)),
      ...open.filter(({ redFlags }) => redFlags === null).map(named(START.unasked)),
      ...open.filter(({ id, parts }) => parts === undefined && !isGiven(id)).map(named(START.ungiven)),
    ],
  };
}

/** What came of a decision that was to be put right. */
const settledWords = (done: string | null): string =>
  done === "again" || done === "give-up" ? DECISION.done[done] : "";

export default function Start() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  const ways = [
    {
      href: paths.managePartners(),
      name: MANAGE_PAGES.partners,
      about: START.partnersHow,
      count: START.partners(page.partners),
    },
    {
      href: paths.manageServices(),
      name: MANAGE_PAGES.services,
      about: START.servicesHow,
      count: START.services(page.services),
    },
    { href: paths.manageLook(), name: MANAGE_PAGES.look, about: START.look, count: "" },
  ];
  return (
    <>
      <ManageHead at="start" title={MANAGE.title} />
      <DoneNote words={page.done} />
      <ul className="manage-list" aria-label={MANAGE.label}>
        {ways.map(({ href, name, about, count }) => (
          <li key={href}>
            <span className="manage-list__name">
              <a href={href}>{name}</a>
              <span className="manage-list__small">{about}</span>
            </span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m" id="to-mend">
        {START.toMend}
      </h2>
      {page.toMend.length === 0 ? <p>{START.nothing}</p> : null}
      <ul className="manage-list" aria-labelledby="to-mend">
        {page.toMend.map(({ href, name, wrong }) => (
          <li key={`${href} ${wrong}`}>
            <span className="manage-list__name">
              <a href={href}>{name}</a>
              <span className="manage-list__small">{wrong}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
