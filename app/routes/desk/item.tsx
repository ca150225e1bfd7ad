import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, InsetText } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary, errorOf, type FieldError } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { TextArea } from "~/components/form/text-fields";
import { cannotBeAsked, offerChoices } from "~/components/offer-choices";
import { TrackingLine } from "~/components/tracking/tracking-line";
import { Facts } from "~/components/work/case-facts";
import { deadlineWords, momentWords } from "~/content/deadlines";
import { partOfWords } from "~/content/parts";
import { whoLines, wishLines } from "~/content/request-detail";
import { timelineOf } from "~/content/tracking/timeline";
import { NOTE_LENGTH, noteErrors } from "~/domain/fulfilment/note";
import { detailOfPart, wholeOfPart } from "~/domain/fulfilment/request-detail";
import { isWithDesk } from "~/domain/fulfilment/with-desk";
import { line, lines } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { auditRead } from "~/usecases/audit";
import { closeAtDesk, judgeAtDesk, rerouteFromDesk } from "~/usecases/work-at-desk";
import { readPartState } from "~db/queries/part-states";
import { readTracking } from "~db/queries/tracking";
import { atWork, notFound } from "../partner/partner-access";
import { contactsOf } from "../patient/requests-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.reference}: front desk` : "Front desk" },
];

/** The desk's own work and no other: what a partner or the patient has is not found here. */
async function deskPart({ onedoor, brand }: AppLoadContext, partId: string) {
  const state = await readPartState(onedoor.db.kysely, brand.id, partId);
  return state && isWithDesk(state.part) ? state : undefined;
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now } = context;
  const viewer = atWork(context, request);
  if (!viewer.desk) throw notFound();
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
  const decision = await judgeAtDesk(onedoor, brand.id, part.id);
  return {
    id: part.id,
    version: part.version,
    reference: asked.reference,
    service,
    partOf: partOfWords(whole, directory.service(whole.ofServiceId)?.name ?? "a request"),
    person: detail.person.name,
    deadline: part.dueAt === null ? null : deadlineWords("Act", part.dueAt, now),
    who: whoLines(detail, now, (ods) => directory.organisationByOds(ods)?.name ?? ods),
    answers: [
      ...detail.answers.filter(({ value }) => value !== ""),
      ...wishLines(detail),
      { label: "Promised", value: `An answer with a time by ${momentWords(part.promise.by, now)}` },
    ],
    steps: timelineOf({ part, fulfilments, serviceName: service }, events, contactsOf(context), now),
    notes: fulfilments.flatMap(({ organisationId, ended }) =>
      ended?.note ? [`${directory.organisation(organisationId)?.name ?? "A partner"}: ${ended.note}`] : [],
    ),
    choices: offerChoices(decision),
    cannot: cannotBeAsked(decision),
  };
}

const Fields = z.object({
  intent: line,
  version: line.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : -1)),
  offer: line,
  note: lines,
  reason: lines,
});

function problems({ intent, offer, note, reason }: z.infer<typeof Fields>): FieldError[] {
  if (intent === "reroute") {
    return [
      ...(offer === "" ? [{ field: "offer", message: "Choose whom to ask" }] : []),
      ...(note === "" ? [{ field: "note", message: "Say why you ask them" }] : []),
      ...noteErrors("note", note),
    ];
  }
  if (intent !== "close") return [{ field: "offer", message: "Choose what to do with this request" }];
  if (reason === "")
    return [{ field: "reason", message: "Say why it is closed, in words that the person will read" }];
  return noteErrors("reason", reason);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  if (!viewer.desk) throw notFound();
  const typed = Fields.parse(Object.fromEntries(await request.formData()));
  const errors = problems(typed);
  if (errors.length > 0) return data({ typed, errors }, { status: 400 });
  const actor = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  const about = { partId: params.part ?? "", version: typed.version };
  const outcome =
    typed.intent === "reroute"
      ? await rerouteFromDesk(onedoor, brand.id, actor, { ...about, offerId: typed.offer, note: typed.note })
      : await closeAtDesk(onedoor, brand.id, actor, { ...about, reason: typed.reason });
  switch (outcome.kind) {
    case "done":
      return redirect(paths.desk({ done: typed.intent }), 303);
    case "changed": {
      if ((await deskPart(context, about.partId)) === undefined) throw redirect(paths.desk(), 303);
      const message = `This was changed before your answer came, by ${outcome.by}. Here it is as it is now`;
      return data({ typed, errors: [{ field: "offer", message }] }, { status: 409 });
    }
    case "refused": {
      const field = typed.intent === "close" ? "reason" : "offer";
      return data({ typed, errors: outcome.reasons.map((message) => ({ field, message })) }, { status: 409 });
    }
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
  const typed = failed?.typed;
  const here = paths.deskItem(item.id);
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
            {item.deadline.text}
          </p>
        ) : null}
      </div>
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
        <div className="case__answer">
          <form method="post" action={here} noValidate>
            <input type="hidden" name="intent" value="reroute" />
            <input type="hidden" name="version" value={item.version} />
            <h2 className="nhsuk-heading-m">Ask a partner</h2>
            {item.choices.length === 0 ? (
              <p id="offer">
                Nobody is left who could be asked. Find another way, call the person, then close it below.
              </p>
            ) : (
              <>
                <Radios
                  name="offer"
                  legend="Who can be asked"
                  small
                  error={errorOf(errors, "offer")}
                  choices={item.choices}
                  chosen={typed?.offer}
                />
                <TextArea
                  name="note"
                  label="Why you ask them"
                  hint="Kept with the request."
                  error={errorOf(errors, "note")}
                  value={typed?.note}
                  rows={2}
                  maxLength={NOTE_LENGTH}
                />
                <Button type="submit">Ask them</Button>
              </>
            )}
            {item.cannot.length > 0 ? (
              <>
                <h3 className="nhsuk-heading-s">Who cannot take it, and why</h3>
                <ul className="nhsuk-list nhsuk-list--bullet">
                  {item.cannot.map(({ offerId, name, reasons }) => (
                    <li key={offerId}>
                      {name}: {reasons.join(". ")}
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </form>
          <form method="post" action={here} noValidate>
            <input type="hidden" name="intent" value="close" />
            <input type="hidden" name="version" value={item.version} />
            <h2 className="nhsuk-heading-m">Close it</h2>
            <TextArea
              name="reason"
              label="Why it is closed"
              hint="The person reads this. Say what they can do now."
              error={errorOf(errors, "reason")}
              value={typed?.reason}
              rows={3}
              maxLength={NOTE_LENGTH}
            />
            <Button type="submit" secondary>
              Close and show the person why
            </Button>
          </form>
        </div>
      </div>
    </>
  );
}
