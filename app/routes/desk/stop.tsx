import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, InsetText } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary, errorOf, type FieldError } from "~/components/form/error-summary";
import { TextArea } from "~/components/form/text-fields";
import { Facts } from "~/components/work/case-facts";
import { TakeLine } from "~/components/work/take-line";
import { deadlineWords, momentWords } from "~/content/deadlines";
import { LED_TO, raisedWords, reachVerb, reachWords } from "~/content/stops";
import { may } from "~/domain/access/may";
import { NOTE_LENGTH } from "~/domain/fulfilment/note";
import { lines } from "~/domain/journeys/input";
import { WHO_LABELS } from "~/domain/journeys/steps/who";
import { counted, sentence } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import { auditRead } from "~/usecases/audit";
import { closeRedFlag } from "~/usecases/stop-at-red-flag";
import { standingTakes } from "~db/queries/desk-takes";
import { readStop } from "~db/queries/red-flag-stops";
import { atWork, notFound } from "../partner/partner-access";
import { takesSeenBy } from "./takes";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.person}: stopped at a sign of an emergency` : "Front desk" },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "see-desk")) throw notFound();
  const stop = await readStop(onedoor.db.kysely, brand.id, params.stop ?? "");
  // Of somebody who cannot be reached there is nothing to see, and nothing to do.
  if (stop === undefined || stop.person === null) throw notFound();
  const who = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  await auditRead(onedoor, brand.id, { who, action: "opened", subject: stop.id });
  const { person, dueAt, closed, reference } = stop;
  const takes = await standingTakes(onedoor.db.kysely, brand.id, now);
  const takeOf = takesSeenBy(viewer, { takes, pageKey: onedoor.newId(), back: "item", page: 1 });
  return {
    id: stop.id,
    take: closed ? null : takeOf({ kind: "stop", itemId: stop.id }, person.name),
    person: person.name,
    service: directory.service(stop.serviceId)?.name ?? stop.serviceId,
    deadline: closed || dueAt === null ? null : deadlineWords(reachVerb(person), dueAt, now),
    facts: [
      { label: "What they told us", value: raisedWords(stop.raised) },
      { label: "What we told them", value: LED_TO[stop.leadsTo] },
      {
        label: "When",
        value: `${sentence(momentWords(stop.at, now))}${stop.times > 1 ? `, said ${counted(stop.times, "time")}` : ""}`,
      },
      { label: "Who it is for", value: person.who === "myself" ? "" : WHO_LABELS[person.who] },
      { label: "Asked by", value: person.asker ?? "" },
      { label: "How to reach them", value: reachWords(person) },
    ],
    sent: reference && { reference, href: paths.desk({ reference }) },
    closed: closed && { when: momentWords(closed.at, now), outcome: closed.outcome },
  };
}

const Done = z.object({ outcome: lines });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "answer-desk")) throw notFound();
  const typed = Done.parse(Object.fromEntries(await request.formData()));
  const actor = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  const stopId = params.stop ?? "";
  const result = await closeRedFlag(onedoor, brand.id, actor, { stopId, ...typed });
  const wrong = (message: string, status: number) => {
    const errors: FieldError[] = [{ field: "outcome", message }];
    return data({ typed, errors }, { status });
  };
  switch (result.kind) {
    case "closed":
      return redirect(paths.desk({ done: "stop" }), 303);
    case "invalid":
      return wrong(result.message, 400);
    case "closed-already":
      return wrong("Somebody else has closed this. Here is what they did", 409);
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such outcome: ${result satisfies never}`);
  }
}

export default function DeskStop() {
  const stop = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  const errors = failed?.errors ?? [];
  return (
    <>
      <BackLink href={paths.desk()}>Front desk</BackLink>
      <ErrorSummary errors={errors} />
      <div className="staff-head">
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">Stopped at a sign of an emergency · {stop.service}</span>
          {stop.person}
        </h1>
        {stop.deadline ? (
          <p className={`case__standing${stop.deadline.late ? " worklist__deadline--late" : ""}`}>
            {sentence(stop.deadline.text)}
          </p>
        ) : null}
      </div>
      {stop.take ? <TakeLine take={stop.take} action={paths.desk()} /> : null}
      <div className="case">
        <div>
          <Facts lines={stop.facts} />
          {stop.sent ? (
            <p>
              They went on and sent a request: <a href={stop.sent.href}>{stop.sent.reference}</a>.
            </p>
          ) : null}
        </div>
        <div className="case__answer">
          {stop.closed ? (
            <InsetText>
              <p>
                Closed {stop.closed.when}: {stop.closed.outcome}
              </p>
            </InsetText>
          ) : (
            <form method="post" noValidate>
              <TextArea
                name="outcome"
                label="What did you do?"
                hint={`For example: I rang, and an ambulance is with them. Nobody has promised them a call. Up to ${NOTE_LENGTH} characters.`}
                error={errorOf(errors, "outcome")}
                value={failed?.typed.outcome}
                rows={4}
              />
              <Button type="submit">Close it with this note</Button>
            </form>
          )}
        </div>
      </div>
    </>
  );
}
