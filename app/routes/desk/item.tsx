import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Details, InsetText } from "nhsuk-react-components";
import { ErrorSummary } from "~/components/form/error-summary";
import { cannotBeAsked, offerChoices } from "~/components/offer-choices";
import { TrackingLine } from "~/components/tracking/tracking-line";
import { Facts } from "~/components/work/case-facts";
import { DeskActions } from "~/components/work/desk-forms";
import { TakeLine } from "~/components/work/take-line";
import { CALLS, callLines } from "~/content/calls";
import { deadlineWords, momentWords } from "~/content/deadlines";
import { partOfWords } from "~/content/parts";
import { whoLines, wishLines } from "~/content/request-detail";
import { isTold, isUnanswered, toldLines, WORK } from "~/content/told";
import { timelineOf } from "~/content/tracking/timeline";
import { may } from "~/domain/access/may";
import { allowedActions } from "~/domain/fulfilment/guards";
import { higherThan, PRIORITY_WORDS } from "~/domain/fulfilment/priority";
import { detailOfPart, wholeOfPart } from "~/domain/fulfilment/request-detail";
import { isOpenToDesk } from "~/domain/fulfilment/with-desk";
import { decisionText } from "~/domain/routing/explain";
import { useFrontDoor } from "~/front-door";
import { auditRead } from "~/usecases/audit";
import { judgeAtDesk } from "~/usecases/work-at-desk";
import { readDecisions } from "~db/queries/decisions";
import { standingTakes } from "~db/queries/desk-takes";
import { readPartState } from "~db/queries/part-states";
import { readTracking } from "~db/queries/tracking";
import { atWork, notFound } from "../partner/partner-access";
import { contactsOf } from "../patient/requests-access";
import { carryOutAtDesk, FIRST_FIELD, readDeskAnswer } from "./desk-answer";
import { takesSeenBy } from "./takes";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.reference}: front desk` : "Front desk" },
];

/** What the desk may look at and no other: what a partner has is not found here. */
async function deskPart({ onedoor, brand }: AppLoadContext, partId: string) {
  const state = await readPartState(onedoor.db.kysely, brand.id, partId);
  return state && isOpenToDesk(state.part, state.fulfilments) ? state : undefined;
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "see-desk")) throw notFound();
  const state = await deskPart(context, params.part ?? "");
  const tracking = state && (await readTracking(onedoor.db.kysely, brand.id, state.request.reference));
  if (state === undefined || tracking === undefined) throw notFound();
  const { part, fulfilments, request: asked } = state;
  const who = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  await auditRead(onedoor, brand.id, { who, action: "opened", subject: asked.id });
  const { events, parts } = tracking;
  const detail = detailOfPart(tracking.detail, part.position);
  const whole = wholeOfPart(asked.serviceId, tracking.detail, part.position, parts.length);
  const service = directory.service(part.serviceId)?.name ?? part.serviceId;
  const held = fulfilments.at(-1);
  const allowed = allowedActions(state, "desk", held?.id ?? null, now);
  const decision = allowed.includes("reroute") ? await judgeAtDesk(onedoor, brand.id, part.id) : null;
  const takes = await standingTakes(onedoor.db.kysely, brand.id, now);
  const pageKey = onedoor.newId();
  const takeOf = takesSeenBy(viewer, { takes, pageKey, back: "item", page: 1 });
  const decisions = await readDecisions(onedoor.db.kysely, brand.id, asked.id);
  return {
    id: part.id,
    version: part.version,
    pageKey,
    reference: asked.reference,
    service,
    partOf: partOfWords(whole, directory.service(whole.ofServiceId)?.name ?? "a request"),
    person: detail.person.name,
    deadline: part.dueAt === null ? null : deadlineWords("Act", part.dueAt, now),
    urgent: part.priority === "routine" ? null : PRIORITY_WORDS[part.priority],
    take:
      part.status === "open"
        ? takeOf({ kind: "part", itemId: part.id }, `${detail.person.name}, ${asked.reference}`)
        : null,
    calls: callLines(events, part.id, now),
    may: allowed,
    asked:
      held?.hold == null
        ? null
        : { ...held.hold, who: directory.organisation(held.organisationId)?.name ?? "The partner" },
    higher: higherThan(part.priority).map((value) => ({ value, label: PRIORITY_WORDS[value] })),
    who: whoLines(detail, now, (ods) => directory.organisationByOds(ods)?.name ?? ods),
    hasQuestion: isUnanswered(events, part.id),
    told: events.flatMap(({ partId, event }) =>
      partId === part.id && isTold(event) ? toldLines(event) : [],
    ),
    answers: [
      ...detail.answers.filter(({ value }) => value !== ""),
      ...wishLines(detail),
      { label: "Promised", value: `An answer with a time by ${momentWords(part.promise.by, now)}` },
    ],
    steps: timelineOf({ part, fulfilments, serviceName: service }, events, contactsOf(context), now),
    notes: fulfilments.flatMap(({ organisationId, ended }) =>
      ended?.note ? [`${directory.organisation(organisationId)?.name ?? "A partner"}: ${ended.note}`] : [],
    ),
    decided: decisions
      .filter(({ partId }) => partId === part.id)
      .map(({ id, decision: stored }) => ({
        id,
        at: momentWords(stored.at, now),
        text: decisionText(stored),
      })),
    choices: offerChoices(decision),
    cannot: cannotBeAsked(decision),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  const partId = params.part ?? "";
  if (!may(viewer, "answer-desk")) throw notFound();
  const { typed, intent, errors } = readDeskAnswer(await request.formData());
  if (intent === null) return data({ typed, errors }, { status: 400 });
  // A part that a partner has now is told as changed below; one that was never the desk's is not found.
  const actor = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  const outcome = await carryOutAtDesk(onedoor, brand.id, actor, { partId, intent, typed });
  const field = FIRST_FIELD[intent];
  switch (outcome.kind) {
    case "done":
      return redirect(paths.desk({ done: intent }), 303);
    case "changed": {
      if ((await deskPart(context, partId)) === undefined) throw redirect(paths.desk(), 303);
      const message = `This was changed before your answer came, by ${outcome.by}. Here it is as it is now`;
      return data({ typed, errors: [{ field: "actions", message }] }, { status: 409 });
    }
    case "refused":
      return data({ typed, errors: outcome.reasons.map((message) => ({ field, message })) }, { status: 409 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such outcome: ${outcome satisfies never}`);
  }
}

export default function DeskItem() {
  const item = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  const errors = failed?.errors ?? [];
  return (
    <>
      <BackLink href={paths.desk()}>Front desk</BackLink>
      <ErrorSummary errors={errors} />
      <div className="staff-head">
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {[item.service, item.reference, item.partOf].filter(Boolean).join(" · ")}
          </span>
          {item.person}
        </h1>
        {item.deadline ? (
          <p className={`case__standing${item.deadline.late ? " worklist__deadline--late" : ""}`}>
            {item.urgent ? <strong className="case__urgent">{item.urgent}</strong> : null}{" "}
            {item.deadline.text}
          </p>
        ) : null}
      </div>
      {item.take ? <TakeLine take={item.take} action={paths.desk()} /> : null}
      <p>
        <a href={paths.deskCall(item.id)}>{CALLS.write}</a>
      </p>
      <div className="case">
        <div>
          <section aria-labelledby="so-far">
            <h2 className="nhsuk-heading-m" id="so-far">
              What has happened
            </h2>
            <TrackingLine steps={item.steps} label="Steps of this request, as the person sees them" />
            {item.notes.map((note) => (
              <InsetText key={note}>
                <p>{note}</p>
              </InsetText>
            ))}
          </section>
          {item.told.length > 0 ? (
            <section aria-labelledby="told">
              <h2 className="nhsuk-heading-m" id="told">
                {WORK.told}
              </h2>
              <Facts lines={item.told} />
            </section>
          ) : null}
          {item.calls.length > 0 ? (
            <section aria-labelledby="calls">
              <h2 className="nhsuk-heading-m" id="calls">
                {CALLS.heading}
              </h2>
              <Facts lines={item.calls} />
            </section>
          ) : null}
          <section aria-labelledby="who">
            <h2 className="nhsuk-heading-m" id="who">
              Who it is for
            </h2>
            <Facts lines={item.who} />
          </section>
          <section aria-labelledby="answers">
            <h2 className="nhsuk-heading-m" id="answers">
              What they told us
            </h2>
            <Facts lines={item.answers} />
          </section>
        </div>
        <div className="case__answer" id="actions" tabIndex={-1}>
          <DeskActions
            action={paths.deskItem(item.id)}
            work={item}
            errors={errors}
            typed={textsOf(failed?.typed)}
          />
          {item.decided.map(({ id, at, text }) => (
            <Details key={id}>
              <Details.Summary>How it was decided, {at}</Details.Summary>
              <pre className="decision-text">{text}</pre>
            </Details>
          ))}
        </div>
      </div>
    </>
  );
}

const textsOf = (typed: object = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
