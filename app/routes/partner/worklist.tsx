import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { LivePage } from "~/components/live-page";
import { StateTag } from "~/components/work/state-tag";
import { ChooseBox, ChosenTogether, WorkKeys } from "~/components/work/together";
import { WorkHead } from "~/components/work/work-head";
import { SavedViews, WorkSeek } from "~/components/work/work-seek";
import { Paging, Worklist } from "~/components/work/worklist";
import { staleWords } from "~/content/capacity";
import { DONE_WORDS, SAVED, WORK_SORT_LABELS, WORKLIST, WORKLIST_VIEWS } from "~/content/worklist";
import { may } from "~/domain/access/may";
import { WORK_SORTS, WORK_VIEWS } from "~/domain/fulfilment/work-views";
import { line } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { dropView, keepView, MOST_VIEWS, ViewName } from "~/usecases/keep-view";
import { newestChange } from "~db/queries/changes";
import { lookedAtBy } from "~db/queries/said";
import { savedViews } from "~db/queries/saved-views";
import { worklist } from "~db/queries/worklist";
import { countStale } from "./capacity-of";
import { NoMembership } from "./no-membership";
import { atWork, organisationsOf } from "./partner-access";
import { placesOf } from "./places";
import { atItSince, auditListed, lineOf, workHere } from "./work-of";
import { readWorkQuery, workQuery } from "./work-query";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page?.kind === "worklist" ? `${WORKLIST.heading}: ${page.organisation.name}` : WORKLIST.heading,
  },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now } = context;
  const { kysely } = onedoor.db;
  const viewer = atWork(context, request);
  if (organisationsOf(viewer).length === 0) {
    if (may(viewer, "see-desk")) throw redirect(paths.desk());
    return data({ kind: "no-membership" as const, name: viewer.name }, { status: 403 });
  }
  const query = new URL(request.url).searchParams;
  const { organisation, others, work, asked } = await workHere(context, viewer, query);
  const seen = await newestChange(kysely);
  const list = await worklist(kysely, work, asked);
  await auditListed(context, viewer, organisation.id, list.items);
  const me = { organisationId: organisation.id, accountId: viewer.accountId };
  const open = list.items.filter(({ person }) => person).map(({ requestId }) => requestId);
  const looking = await lookedAtBy(kysely, brand.id, me, open, atItSince(now));
  const here = others.length > 0 ? organisation.id : "";
  const asQuery = { organisation: here, ...workQuery(asked) };
  const services = new Set(directory.offersBy(organisation.id).map(({ serviceId }) => serviceId));
  return {
    kind: "worklist" as const,
    organisation: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    places: await placesOf(context, viewer, organisation.id, "worklist"),
    stale: staleWords(await countStale(context, organisation.id), directory.policy.capacityStaleHours),
    answers: may(viewer, "answer", organisation.id),
    here,
    view: asked.view,
    asQuery,
    views: WORK_VIEWS.map((id) => ({ id, label: WORKLIST_VIEWS[id].label, count: list.counts[id] })),
    searched: asked.search !== "" || asked.serviceId !== "" || asked.urgentOnly,
    services: [...services]
      .map((id) => ({ value: id, label: directory.service(id)?.name ?? id }))
      .sort((a, b) => a.label.localeCompare(b.label)),
    saved: (await savedViews(kysely, brand.id, me)).map(({ name, query: kept }) => ({
      name,
      href: paths.partner({ organisation: here, ...workQuery(readWorkQuery(new URLSearchParams(kept))) }),
    })),
    lines: list.items.map((item) => ({
      ...lineOf(item, context),
      openBy: looking.get(item.requestId)?.name ?? null,
    })),
    chosen: query.get("all") === "1",
    page: list.page,
    pages: list.pages,
    done: query.get("done") ?? "",
    events: paths.events({ organisation: organisation.id, since: String(seen) }),
  };
}

/** Keeps the list that is shown under a name, or removes one that was kept. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  const { organisation, others, asked } = await workHere(context, viewer, new URL(request.url).searchParams);
  const form = await request.formData();
  const of = { accountId: viewer.accountId, organisationId: organisation.id };
  const back = { organisation: others.length > 0 ? organisation.id : "", ...workQuery(asked) };
  const typed = line.parse(form.get("name"));
  const wrong = (message: string) => data({ typed, message }, { status: 400 });
  if (form.get("intent") === "drop-view") {
    await dropView(onedoor, brand.id, of, typed);
    return redirect(paths.partner({ ...back, done: "view-dropped" }), 303);
  }
  const name = ViewName.safeParse(typed);
  if (!name.success) return wrong(typed === "" ? SAVED.noName : SAVED.tooLong);
  const query = new URLSearchParams(
    Object.entries(workQuery(asked)).filter(([, value]) => value !== ""),
  ).toString();
  if (!(await keepView(onedoor, brand.id, of, { name: name.data, query })))
    return wrong(SAVED.tooMany(MOST_VIEWS));
  return redirect(paths.partner({ ...back, done: "view-kept" }), 303);
}

export default function PartnerWorklist() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  if (page.kind === "no-membership") return <NoMembership name={page.name} />;
  const { organisation, view, asQuery } = page;
  const toReview = page.views.find(({ id }) => id === "to-review")?.count ?? 0;
  const chosenBy = (all: "1" | undefined) =>
    paths.partner({ ...asQuery, page: page.page > 1 ? String(page.page) : "", ...(all ? { all } : {}) });
  return (
    <LivePage events={page.events} say={WORKLIST.changed(toReview)}>
      {failed ? <ErrorSummary errors={[{ field: "name", message: failed.message }]} /> : null}
      <WorkHead organisation={organisation} places={page.places} />
      <DoneNote words={DONE_WORDS.get(page.done) ?? ""} />
      {page.stale === "" ? null : (
        <p className="stale-note">
          <a href={paths.partnerCapacity({ organisation: organisation.id })}>{page.stale}</a>
        </p>
      )}
      <WorkSeek
        action={paths.partner()}
        asked={asQuery}
        services={page.services}
        sorts={WORK_SORTS.map((value) => ({ value, label: WORK_SORT_LABELS[value] }))}
        clear={page.searched ? paths.partner({ organisation: page.here }) : null}
      />
      <div id="worklist" data-live="">
        <nav aria-label={WORKLIST.views}>
          <ul className="state-filter">
            {page.views.map((each) => (
              <li key={each.id}>
                <a
                  href={paths.partner({ ...asQuery, state: each.id })}
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
            <p>{page.searched ? WORKLIST.noMatch : WORKLIST_VIEWS[view].empty}</p>
          </div>
        ) : (
          <form method="get" action={paths.partnerSeveral()}>
            {page.here ? <input type="hidden" name="organisation" value={page.here} /> : null}
            <Worklist
              label={WORKLIST_VIEWS[view].label}
              lines={page.lines}
              columns={WORKLIST.columns}
              first={
                page.answers
                  ? (line) => (
                      <ChooseBox
                        id={line.id}
                        label={WORKLIST.choose(line.reference, line.person)}
                        chosen={page.chosen}
                      />
                    )
                  : undefined
              }
              last={(line) => (
                <>
                  <StateTag state={line.state} />
                  {line.openBy ? (
                    <span className="worklist__part">{WORKLIST.openBy(line.openBy)}</span>
                  ) : null}
                </>
              )}
            />
            {page.answers ? (
              <ChosenTogether all={page.chosen ? chosenBy(undefined) : chosenBy("1")} chosen={page.chosen} />
            ) : null}
          </form>
        )}
        <Paging
          page={page.page}
          pages={page.pages}
          at={(number) => paths.partner({ ...asQuery, page: String(number) })}
        />
        <ul className="staff-switch">
          <li>
            <a href={paths.partnerPrint(asQuery)}>{WORKLIST.print}</a>
          </li>
          <li>
            <a href={paths.partnerCsv(asQuery)} download="">
              {WORKLIST.csv}
            </a>
          </li>
        </ul>
      </div>
      <SavedViews
        saved={page.saved}
        action={paths.partner(asQuery)}
        typed={failed?.typed}
        error={failed?.message}
      />
      <WorkKeys />
    </LivePage>
  );
}
