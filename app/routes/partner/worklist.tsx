import {
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LivePage } from "~/components/live-page";
import { OrganisationMark } from "~/components/organisation-mark";
import { StateTag } from "~/components/work/state-tag";
import { Paging, Worklist } from "~/components/work/worklist";
import { partOfWords } from "~/content/parts";
import { stateOf } from "~/content/statuses";
import { UNSEEN_TAGS } from "~/content/told";
import { viewOf, WORKLIST_VIEWS, type WorklistView } from "~/content/worklist-views";
import { ageInYears, localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { auditRead } from "~/usecases/audit";
import { newestChange } from "~db/queries/changes";
import { type WorklistItem, worklist } from "~db/queries/worklist";
import { standingOf } from "./case";
import { NoMembership } from "./no-membership";
import { atWork, notFound, organisationsOf } from "./partner-access";

export { workStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "worklist" ? `Worklist: ${page.organisation.name}` : "Worklist" },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now } = context;
  const viewer = atWork(context, request);
  const mine = organisationsOf(viewer);
  if (mine.length === 0) {
    if (viewer.desk) throw redirect(paths.desk());
    return data({ kind: "no-membership" as const, name: viewer.name }, { status: 403 });
  }
  const query = new URL(request.url).searchParams;
  const organisationId = query.get("organisation") ?? mine[0] ?? "";
  const organisation = directory.organisation(organisationId);
  if (organisation === undefined || !mine.includes(organisationId)) throw notFound();
  const view = viewOf(query.get("state"));
  const seen = await newestChange(onedoor.db.kysely);
  const list = await worklist(onedoor.db.kysely, brand.id, organisationId, {
    statuses: WORKLIST_VIEWS[view].statuses,
    page: Number(query.get("page") ?? 1),
  });
  const { accountId, name } = viewer;
  await auditRead(onedoor, brand.id, {
    who: { kind: "partner", organisationId, accountId, name },
    action: "listed",
    subject: organisationId,
    detail: { references: list.items.filter(({ person }) => person).map(({ reference }) => reference) },
  });
  return {
    kind: "worklist" as const,
    organisation: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    others: mine
      .filter((id) => id !== organisationId)
      .map((id) => ({ id, name: directory.organisation(id)?.name ?? id })),
    view,
    views: Object.entries(WORKLIST_VIEWS).map(([id, { label, statuses }]) => ({
      id: id as WorklistView,
      label,
      count: statuses.reduce((sum, status) => sum + list.counts[status], 0),
    })),
    lines: list.items.map((item) => lineOf(item, context)),
    page: list.page,
    pages: list.pages,
    done: query.get("done") ?? "",
    events: paths.events({ organisation: organisationId, since: String(seen) }),
    now,
  };
}

/** A line says what is to be done by when, while there is something to do. */
function lineOf(item: WorklistItem, { directory, paths, now }: AppLoadContext) {
  const { fulfilment, person } = item;
  const state = stateOf(fulfilment, now);
  const standing = standingOf(fulfilment, item.dueAt, state, now);
  return {
    id: fulfilment.id,
    href: paths.partnerFulfilment(fulfilment.id),
    reference: item.reference,
    person: person ? `${person.name}, ${ageInYears(person.bornOn, localDate(now))}` : "",
    service: directory.service(item.part.serviceId)?.name ?? item.part.serviceId,
    partOf: partOfWords(item.part, directory.service(item.part.ofServiceId)?.name ?? "a request"),
    urgent: item.part.priority !== "routine",
    deadline: standing,
    state,
    unseen: item.unseen && UNSEEN_TAGS[item.unseen],
  };
}

const DONE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "accept-later":
      "You accepted it. Give the person a time as soon as you can: it is on your list until you do.",
    book: "The person can see the new time on their page.",
    reply: "The person can read it on their page.",
    ask: "It is on hold until there is an answer. It is still on your list.",
    transfer: "You handed it on. You keep its reference, and nothing that the person told us.",
    withdraw: "You cancelled it. You keep its reference, and nothing that the person told us.",
    "did-not-attend": "It is back with the person, who can choose again.",
    "raise-priority": "It is more urgent now. Every deadline has come forward.",
    "enter-in-error": "It is marked as a mistake. The front desk has it now.",
    reopen: "It is open again. The front desk has it now.",
    accept: "You accepted it. The person can see the time and the place on their page.",
    decline: "You declined it. You keep its reference, and nothing that the person told us.",
    start: "Care has started. The person can see it.",
    complete: "Care is complete. The person can see it.",
    fail: "The front desk has it now. The person can see that on their page.",
  }),
);

export default function PartnerWorklist() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  if (page.kind === "no-membership") return <NoMembership name={page.name} />;
  const { organisation, view } = page;
  const at = (query: { state?: string; page?: string }) =>
    paths.partner({ organisation: page.others.length > 0 ? organisation.id : undefined, ...query });
  const toAnswer = page.views.find(({ id }) => id === "to-answer")?.count ?? 0;
  return (
    <LivePage events={page.events} say={`Your worklist has changed. ${toAnswer} to answer.`}>
      <div className="staff-head">
        <div className="staff-head__who">
          <OrganisationMark mark={organisation.mark} size={48} />
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">Worklist</span>
            {organisation.name}
          </h1>
        </div>
      </div>
      {page.others.length > 0 ? (
        <ul className="staff-switch" aria-label="Your other organisations">
          {page.others.map((other) => (
            <li key={other.id}>
              <a href={paths.partner({ organisation: other.id })}>Switch to {other.name}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {DONE_WORDS.has(page.done) ? (
        <div className="done-note" role="status">
          <p>{DONE_WORDS.get(page.done)}</p>
        </div>
      ) : null}
      <div id="worklist" data-live="">
        <nav aria-label="What to show">
          <ul className="state-filter">
            {page.views.map((each) => (
              <li key={each.id}>
                <a
                  href={at({ state: each.id === "to-do" ? undefined : each.id })}
                  aria-current={each.id === view ? "page" : undefined}
                >
                  {each.label} <span className="state-filter__count">{each.count}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {page.lines.length === 0 ? (
          <div className="empty-note">
            <p>{WORKLIST_VIEWS[view].empty}</p>
          </div>
        ) : (
          <Worklist
            label={WORKLIST_VIEWS[view].label}
            lines={page.lines}
            columns={["Reference", "Person", "Service", "When", "State"]}
            last={(line) => <StateTag state={line.state} />}
          />
        )}
        <Paging
          page={page.page}
          pages={page.pages}
          at={(number) => at({ state: view === "to-do" ? undefined : view, page: String(number) })}
        />
      </div>
    </LivePage>
  );
}
