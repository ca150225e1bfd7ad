import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary, errorOf, type FieldError } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { TextArea } from "~/components/form/text-fields";
import { Facts } from "~/components/work/case-facts";
import { CALL_OUTCOME_WORDS, CALLS, callLines } from "~/content/calls";
import { may } from "~/domain/access/may";
import { NOTE_LENGTH, noteErrors } from "~/domain/fulfilment/note";
import { CALL_OUTCOMES } from "~/domain/fulfilment/types";
import { isOpenToDesk, mayRingAbout } from "~/domain/fulfilment/with-desk";
import { line, lines } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { auditRead } from "~/usecases/audit";
import { CommandKey } from "~/usecases/command";
import { recordCallAtDesk } from "~/usecases/record-call";
import { readPartState } from "~db/queries/part-states";
import { readTracking } from "~db/queries/tracking";
import { atWork, notFound } from "../partner/partner-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${CALLS.write}: ${page.person}` : "Front desk" },
];

/** A part about whose care the front desk may ring the person; any other is not found. */
async function partToRing({ onedoor, brand, now }: AppLoadContext, partId: string | undefined) {
  const state = await readPartState(onedoor.db.kysely, brand.id, partId ?? "");
  if (state === undefined || !mayRingAbout(state.part, state.fulfilments, now)) throw notFound();
  return state;
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "see-desk")) throw notFound();
  const { part, fulfilments, request: asked } = await partToRing(context, params.part);
  const tracking = await readTracking(onedoor.db.kysely, brand.id, asked.reference);
  if (tracking === undefined) throw notFound();
  const who = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  await auditRead(onedoor, brand.id, { who, action: "opened", subject: asked.id });
  const { person, contact } = tracking.detail;
  const partner =
    part.owner.kind === "partner" ? directory.organisation(part.owner.organisationId)?.name : undefined;
  return {
    id: part.id,
    pageKey: onedoor.newId(),
    back: isOpenToDesk(part, fulfilments) ? paths.deskItem(part.id) : paths.desk(),
    caption: [directory.service(part.serviceId)?.name ?? part.serviceId, asked.reference].join(" · "),
    person: person.name,
    facts: [
      {
        label: CALLS.phone,
        value: contact.avoid.includes("calls") ? CALLS.noPhone : (contact.phone ?? CALLS.noPhone),
      },
      { label: CALLS.has, value: partner ?? "" },
    ],
    calls: callLines(tracking.events, part.id, now),
  };
}

const Call = z.object({ outcome: line, note: lines, key: CommandKey.nullable().catch(null) });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "answer-desk")) throw notFound();
  // Whatever has become of it while they spoke: what was typed is not lost.
  const state = await readPartState(onedoor.db.kysely, brand.id, params.part ?? "");
  if (state === undefined) throw notFound();
  const typed = Call.parse(Object.fromEntries(await request.formData()));
  const missing = (field: string, is: boolean, message: string) => (is ? [{ field, message }] : []);
  const errors: FieldError[] = [
    ...missing("outcome", !CALL_OUTCOMES.some((each) => each === typed.outcome), CALLS.chooseOutcome),
    ...missing("note", typed.outcome === "spoke" && typed.note === "", CALLS.sayWhat),
    ...noteErrors("note", typed.note),
  ];
  if (errors.length > 0) return data({ typed, errors }, { status: 400 });
  const actor = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  const partId = state.part.id;
  const outcome = await recordCallAtDesk(onedoor, brand.id, actor, { partId, ...typed });
  switch (outcome.kind) {
    case "done":
      return redirect(
        isOpenToDesk(state.part, state.fulfilments) ? paths.deskItem(partId) : paths.desk({ done: "call" }),
        303,
      );
    case "refused":
      return data(
        { typed, errors: outcome.reasons.map((message) => ({ field: "note", message })) },
        { status: 409 },
      );
    case "changed":
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such outcome: ${outcome satisfies never}`);
  }
}

export default function DeskCall() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  const errors = failed?.errors ?? [];
  return (
    <>
      <BackLink href={page.back}>{CALLS.back}</BackLink>
      <ErrorSummary errors={errors} />
      <div className="staff-head">
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.caption}</span>
          {page.person}
        </h1>
      </div>
      <div className="case">
        <div>
          <Facts lines={page.facts} />
          <section aria-labelledby="calls">
            <h2 className="nhsuk-heading-m" id="calls">
              {CALLS.heading}
            </h2>
            {page.calls.length === 0 ? <p>{CALLS.none}</p> : <Facts lines={page.calls} />}
          </section>
        </div>
        <div className="case__answer">
          <form method="post" action={paths.deskCall(page.id)} noValidate>
            <input type="hidden" name="key" value={`${page.pageKey}.call`} />
            <h2 className="nhsuk-heading-m">{CALLS.write}</h2>
            <Radios
              name="outcome"
              legend={CALLS.outcome}
              small
              error={errorOf(errors, "outcome")}
              choices={CALL_OUTCOMES.map((value) => ({ value, label: CALL_OUTCOME_WORDS[value] }))}
              chosen={failed?.typed.outcome}
            />
            <TextArea
              name="note"
              label={CALLS.note}
              hint={CALLS.noteHint}
              error={errorOf(errors, "note")}
              value={failed?.typed.note}
              rows={3}
              maxLength={NOTE_LENGTH}
            />
            <Button type="submit">{CALLS.keep}</Button>
          </form>
        </div>
      </div>
    </>
  );
}
