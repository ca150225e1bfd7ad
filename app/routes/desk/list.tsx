import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, Tag } from "nhsuk-react-components";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary, type FieldError } from "~/components/form/error-summary";
import { TextField } from "~/components/form/text-fields";
import { LivePage } from "~/components/live-page";
import { AtRiskList } from "~/components/work/at-risk-list";
import { DeskGroups } from "~/components/work/desk-groups";
import { NotArrived } from "~/components/work/not-arrived";
import { RedFlags } from "~/components/work/red-flags";
import { StopList } from "~/components/work/stop-list";
import { TakeLine } from "~/components/work/take-line";
import { WorkKeys } from "~/components/work/together";
import { TwiceList } from "~/components/work/twice";
import { Paging, Worklist } from "~/components/work/worklist";
import { TWICE } from "~/content/asked-twice";
import { CALLS } from "~/content/calls";
import { deadlineWords, whenWords } from "~/content/deadlines";
import { AGAIN, DESK_BECAUSE, DESK_DONE, GROUPS, TAKES } from "~/content/desk";
import { partOfWords } from "~/content/parts";
import { unreachedWords } from "~/content/stops";
import { redFlagWords } from "~/content/told";
import { DESK_KEYS } from "~/content/worklist";
import { may } from "~/domain/access/may";
import { DESK_OWNERS, isOpenToDesk } from "~/domain/fulfilment/with-desk";
import { normalReference } from "~/domain/shared/identifiers";
import { ageInYears, instant, localDate, milliseconds } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { auditRead } from "~/usecases/audit";
import { CommandKey } from "~/usecases/command";
import { tellThem } from "~/usecases/tell-them";
import { likelyTwice } from "~db/queries/asked-twice";
import { unansweredCalls } from "~db/queries/calls";
import { newestChange } from "~db/queries/changes";
import { deskList } from "~db/queries/desk";
import { standingTakes } from "~db/queries/desk-takes";
import { notArrived } from "~db/queries/not-arrived";
import { promisesAtRisk } from "~db/queries/promises-at-risk";
import { countUnreached, openStops } from "~db/queries/red-flag-stops";
import { redFlagsSince } from "~db/queries/said";
import { readTracking } from "~db/queries/tracking";
import { atWork, notFound } from "../partner/partner-access";
import { lostLine, riskLine, stopLine } from "./desk-lines";
import { NotAtDesk } from "./not-at-desk";
import { backFromTake, carryOutTake, firstWas, readTakeAnswer, takesSeenBy } from "./takes";
import { twiceLine } from "./twice-side";

export const meta: MetaFunction = () => [{ title: "Front desk" }];

/** How long the desk is shown that somebody told of an emergency, while their request is open. */
const SHOWN_FOR_DAYS = 3;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "see-desk"))
    return data({ kind: "not-at-desk" as const, name: viewer.name }, { status: 403 });
  const query = new URL(request.url).searchParams;
  const asked = query.get("reference");
  const sought = asked === null ? null : await seek(context, asked);
  if (sought?.kind === "found") throw redirect(paths.deskItem(sought.partId), 303);
  const seen = await newestChange(onedoor.db.kysely);
  const list = await deskList(onedoor.db.kysely, brand.id, Number(query.get("page") ?? 1));
  const lost = await notArrived(onedoor.db.kysely, brand.id);
  const stops = await openStops(onedoor.db.kysely, brand.id);
  const daysAgo = (days: number) => instant(milliseconds(now) - days * 86_400_000);
  const unreached = await countUnreached(onedoor.db.kysely, brand.id, daysAgo(UNREACHED_DAYS));
  const flags = await redFlagsSince(onedoor.db.kysely, brand.id, daysAgo(SHOWN_FOR_DAYS));
  const risky = await promisesAtRisk(onedoor.db.kysely, brand.id, now);
  const twice = await likelyTwice(onedoor.db.kysely, brand.id);
  const shownTwice = twice.slice(0, MOST_TWICE);
  const rang = await unansweredCalls(onedoor.db.kysely, brand.id, [
    ...[...list.items, ...risky.items].map(({ part }) => part.requestId),
  ]);
  const rangWords = (partId: string) => {
    const many = rang.get(partId) ?? 0;
    return many < 2 ? "" : CALLS.unanswered(many);
  };
  const pageKey = onedoor.newId();
  const takes = await standingTakes(onedoor.db.kysely, brand.id, now);
  const takeOf = takesSeenBy(viewer, { takes, pageKey, back: "list", page: list.page });
  const { accountId, name } = viewer;
  await auditRead(onedoor, brand.id, {
    who: { kind: "desk", accountId, name },
    action: "listed",
    subject: "desk",
    detail: {
      references: [
        ...list.items,
        ...lost.items,
        ...risky.items,
        ...flags,
        ...shownTwice.flatMap(({ one, other }) => [one, other]),
      ].map(({ reference }) => reference),
      ...(stops.length > 0 ? { stops: stops.map(({ id }) => id) } : {}),
    },
  });
  return {
    kind: "desk" as const,
    flags: flags.map((flag) => ({
      id: flag.seq,
      reference: flag.reference,
      href: (DESK_OWNERS as readonly string[]).includes(flag.owner.kind) ? paths.deskItem(flag.partId) : null,
      person: `${flag.person.name}, ${ageInYears(flag.person.bornOn, localDate(now))}`,
      service: directory.service(flag.serviceId)?.name ?? flag.serviceId,
      when: whenWords(flag.at, now),
      told: redFlagWords(flag.told),
      with:
        flag.owner.kind === "partner" ? (directory.organisation(flag.owner.organisationId) ?? null) : null,
    })),
    sought: sought && { reference: asked ?? "", message: sought.message },
    total: list.total,
    page: list.page,
    pages: list.pages,
    done: query.get("done") ?? "",
    pageKey,
    notArrived: {
      total: lost.total,
      lines: lost.items.map((item) => lostLine(context, item, takeOf)),
    },
    atRisk: {
      total: risky.total,
      lines: risky.items.map((item) => ({
        ...riskLine(context, item, takeOf),
        rang: rangWords(item.part.id),
      })),
    },
    twice: { total: twice.length, lines: shownTwice.map((pair) => twiceLine(context, pair)) },
    events: paths.events({ desk: "1", since: String(seen) }),
    unreached: unreachedWords(unreached),
    stops: stops.map((stop) => stopLine(context, stop, takeOf)),
    lines: list.items.map((item) => ({
      id: item.part.id,
      href: paths.deskItem(item.part.id),
      reference: item.reference,
      person: `${item.person.name}, ${ageInYears(item.person.bornOn, localDate(now))}`,
      service: directory.service(item.part.serviceId)?.name ?? item.part.serviceId,
      partOf: partOfWords(item.whole, directory.service(item.whole.ofServiceId)?.name ?? "a request"),
      deadline: item.part.dueAt === null ? null : deadlineWords("act", item.part.dueAt, now),
      because: item.because === null ? "" : DESK_BECAUSE[item.because],
      rang: rangWords(item.part.id),
      withManager: item.part.owner.kind === "manager",
      take: takeOf({ kind: "part", itemId: item.part.id }, `${item.person.name}, ${item.reference}`),
    })),
  };
}

const Told = z.object({ intent: z.literal("told"), message: z.string().max(80), key: CommandKey });

/** The front desk takes a piece of its work or gives it back, or has told a person what did not arrive. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "answer-desk")) throw notFound();
  const form = await request.formData();
  const actor = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  const take = readTakeAnswer(form);
  const told = Told.safeParse(Object.fromEntries(form));
  const wrong = (error: FieldError, status: number) => data({ error }, { status });
  if (take === undefined && !told.success)
    return wrong(
      { field: "desk-messages", message: form.get("intent") === "told" ? AGAIN.told : AGAIN.other },
      400,
    );
  const outcome = take
    ? await carryOutTake(onedoor, brand.id, actor, take)
    : await tellThem(onedoor, brand.id, actor, { messageId: told.data?.message ?? "", key: told.data?.key });
  switch (outcome.kind) {
    case "done":
      return redirect(take ? backFromTake(context, take) : paths.desk({ done: "told" }), 303);
    case "changed":
      if (take === undefined) throw notFound();
      return wrong(firstWas(take, outcome.by), 409);
    case "refused":
      return wrong({ field: "desk-messages", message: outcome.reasons.join(". ") }, 409);
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such outcome: ${outcome satisfies never}`);
  }
}

/** Of pairs that are likely one asked twice so many are shown. */
const MOST_TWICE = 20;

/** For so long those who cannot be reached are counted. */
const UNREACHED_DAYS = 7;

/** The part of a request that the front desk may look at, by its reference; or what to do instead. */
async function seek(
  { onedoor, brand, directory }: AppLoadContext,
  typed: string,
): Promise<{ kind: "found"; partId: string } | { kind: "not-here"; message: string }> {
  const notHere = (message: string) => ({ kind: "not-here" as const, message });
  const reference = normalReference(typed);
  if (reference === undefined) return notHere("Enter a reference, like K7PM-3QXR");
  const tracking = await readTracking(onedoor.db.kysely, brand.id, reference);
  if (tracking === undefined) return notHere("There is no request with this reference. Check each letter");
  const found = tracking.parts.find(({ part, fulfilments }) => isOpenToDesk(part, fulfilments));
  if (found) return { kind: "found", partId: found.part.id };
  const owners = tracking.parts.map(({ part: { owner } }) =>
    owner.kind === "partner"
      ? (directory.organisation(owner.organisationId)?.name ?? "a partner")
      : "the person",
  );
  return notHere(`This request is with ${[...new Set(owners)].join(" and ")}`);
}

const DONE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...DESK_DONE, ...TAKES.done, ...TWICE.done, call: CALLS.done }),
);

export default function Desk() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { brand, paths } = useFrontDoor();
  if (page.kind === "not-at-desk") return <NotAtDesk name={page.name} />;
  return (
    <LivePage
      events={page.events}
      say={`The front desk’s list has changed. ${page.total + page.notArrived.total} to do.`}
    >
      {failed ? <ErrorSummary errors={[failed.error]} /> : null}
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{brand.desk.name}</span>
        What no partner has
      </h1>
      <DoneNote words={DONE_WORDS.get(page.done) ?? ""} />
      <form method="get" action={paths.desk()} className="desk-seek">
        <TextField
          name="reference"
          label="Find a request by its reference"
          error={page.sought?.message}
          value={page.sought?.reference}
          width={10}
          autoComplete="off"
        />
        <Button type="submit" secondary>
          Find it
        </Button>
      </form>
      <div id="desk-groups" data-live="">
        <DeskGroups
          many={{
            "red-flags": page.flags.length,
            stops: page.stops.length,
            "not-arrived": page.notArrived.total,
            "at-risk": page.atRisk.total,
            twice: page.twice.total,
            work: page.total,
          }}
        />
      </div>
      <div id="desk-messages" data-live="" tabIndex={-1}>
        <NotArrived {...page.notArrived} action={paths.desk()} pageKey={page.pageKey} />
      </div>
      <div id="desk" data-live="">
        <RedFlags flags={page.flags} />
        <StopList stops={page.stops} unreached={page.unreached} action={paths.desk()} />
        <AtRiskList {...page.atRisk} action={paths.desk()} />
        <TwiceList {...page.twice} />
        {page.lines.length === 0 ? (
          <div className="empty-note">
            <p>
              No request waits for you. One comes here when nobody is left to ask, when a person wants your
              help, or when nobody answered them.
            </p>
          </div>
        ) : (
          <div id="worklist">
            <h2 className="nhsuk-heading-m" id="work">
              {GROUPS.work(page.total)}
            </h2>
            <Worklist
              label="What no partner has"
              desk
              lines={page.lines}
              columns={["Reference", "Person", "Service", "Act by", "Why it is here"]}
              below={(line) => (
                <>
                  {line.rang ? <Tag modifier="yellow">{line.rang}</Tag> : null}
                  <TakeLine take={line.take} action={paths.desk()} />
                </>
              )}
              last={(line) => (
                <>
                  {line.because}
                  {line.withManager ? <Tag modifier="orange">With the manager</Tag> : null}
                </>
              )}
            />
          </div>
        )}
        <Paging page={page.page} pages={page.pages} at={(number) => paths.desk({ page: String(number) })} />
      </div>
      <WorkKeys list={DESK_KEYS} />
    </LivePage>
  );
}
