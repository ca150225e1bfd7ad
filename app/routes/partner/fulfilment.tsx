import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { BoxLabel } from "~/components/box-label";
import { ErrorSummary } from "~/components/form/error-summary";
import { LivePage } from "~/components/live-page";
import { Actions } from "~/components/work/actions";
import { Facts } from "~/components/work/case-facts";
import { Folded } from "~/components/work/folded";
import { StateTag } from "~/components/work/state-tag";
import { HISTORY } from "~/content/history";
import { may } from "~/domain/access/may";
import { sentence } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import { newestChange } from "~db/queries/changes";
import { readAnswer } from "./answer";
import { carryOut } from "./carry-out";
import { caseOf } from "./case";
import { readOnly } from "./colleagues";
import { atWork, notFound, organisationAsked, organisationsOf } from "./partner-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.reference}: ${page.service}` : "A request" },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = atWork(context, request);
  const seen = await newestChange(context.onedoor.db.kysely);
  const found = await caseOf(context, viewer, params.id ?? "");
  if (found === undefined) throw notFound();
  const events = context.paths.events({ organisation: found.organisationId, since: String(seen) });
  return { ...found, events };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = atWork(context, request);
  const { paths, now } = context;
  const fulfilmentId = params.id ?? "";
  const { typed, answer, errors } = readAnswer(await request.formData(), now);
  const organisationId = await organisationAsked(context, viewer, fulfilmentId);
  if (organisationId === undefined) throw notFound();
  if (!may(viewer, "answer", organisationId)) {
    const message = await readOnly(context, viewer, organisationId);
    return data({ typed: {}, errors: [{ field: "answer", message }], changed: null }, { status: 403 });
  }
  if (answer === null) return data({ typed, errors, changed: null }, { status: 400 });
  const actor = { kind: "partner" as const, organisationId, accountId: viewer.accountId, name: viewer.name };
  const outcome = await carryOut(context, viewer, actor, {
    fulfilmentId,
    version: typed.version,
    partVersion: typed.part,
    key: typed.key,
    answer,
  });
  switch (outcome.kind) {
    case "done":
      return redirect(
        paths.partner({
          organisation: organisationsOf(viewer).length > 1 ? organisationId : undefined,
          done: answer.intent,
        }),
        303,
      );
    case "changed":
      return data({ typed: {}, errors: [], changed: outcome.by }, { status: 409 });
    case "refused":
      return data(
        {
          typed,
          errors: outcome.reasons.map((message) => ({ field: outcome.field ?? "answer", message })),
          changed: null,
        },
        { status: 409 },
      );
    case "not-found":
      throw notFound();
    default:
      return outcome satisfies never;
  }
}

export default function PartnerFulfilment() {
  const work = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  const errors = failed?.errors ?? [];
  const typed: Readonly<Record<string, string | undefined>> = textsOf(failed?.typed ?? {});
  const answering = {
    action: paths.partnerFulfilment(work.id),
    version: work.version,
    partVersion: work.partVersion,
    pageKey: work.pageKey,
    errors,
    typed,
  };
  return (
    <LivePage events={work.events} say="This request has changed.">
      <BackLink href={paths.partner({ organisation: work.backTo ?? undefined })}>Worklist</BackLink>
      <ErrorSummary errors={errors} />
      {failed?.changed ? (
        <div className="changed-note" role="alert">
          <p>
            This was changed before your answer came, by {failed.changed}. Nothing of yours was kept. Here it
            is as it is now.
          </p>
        </div>
      ) : null}
      <div className="staff-head" id="case-head" data-live="">
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {[work.service, work.reference, work.partOf, work.organisation].filter(Boolean).join(" · ")}
          </span>
          {work.person ?? "Only the reference is left here"}
        </h1>
        <p className="case__standing">
          <StateTag state={work.state} />{" "}
          {work.urgent ? <strong className="case__urgent">{work.urgent}</strong> : null}{" "}
          {work.deadline ? (
            <span className={work.deadline.late ? "worklist__deadline--late" : undefined}>
              {sentence(work.deadline.text)}
            </span>
          ) : null}
        </p>
      </div>
      {work.alsoOpen ? (
        <div className="changed-note">
          <p>{HISTORY.alsoOpen(work.alsoOpen.name, work.alsoOpen.when)}</p>
        </div>
      ) : null}
      <div className="case">
        <div id="case-facts" data-live="">
          {work.facts === null ? (
            <p className="empty-note">{work.gone}</p>
          ) : (
            <>
              <section aria-labelledby="who">
                <h2 className="nhsuk-heading-m" id="who">
                  Who it is for
                </h2>
                <Facts lines={work.facts.who} />
              </section>
              <section aria-labelledby="answers">
                <h2 className="nhsuk-heading-m" id="answers">
                  What they told us
                </h2>
                <Facts lines={work.facts.answers} />
              </section>
              {work.facts.said.length > 0 ? (
                <section aria-labelledby="said">
                  <h2 className="nhsuk-heading-m" id="said">
                    Since then
                  </h2>
                  <Facts lines={work.facts.said} />
                </section>
              ) : null}
              <section aria-labelledby="when">
                <h2 className="nhsuk-heading-m" id="when">
                  What they were promised
                </h2>
                <Facts lines={work.facts.promise} />
              </section>
              <section aria-labelledby="why">
                <h2 className="nhsuk-heading-m" id="why">
                  Why it came to you
                </h2>
                <p>{work.facts.why.lead}</p>
                <ul className="nhsuk-list nhsuk-list--bullet">
                  {work.facts.why.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </section>
              <Folded summary={HISTORY.heading} open={false}>
                <Facts lines={work.facts.history} />
              </Folded>
              <section aria-labelledby="box">
                <h2 className="nhsuk-heading-m" id="box">
                  The box, as they see it
                </h2>
                <BoxLabel box={work.facts.box} />
              </section>
            </>
          )}
        </div>
        <div id="answer" data-live="" tabIndex={-1}>
          {work.may.length > 0 ? (
            <div className="case__answer">
              <Actions {...answering} work={work} />
            </div>
          ) : null}
          {work.readOnly === null ? null : <p className="empty-note">{work.readOnly}</p>}
        </div>
      </div>
    </LivePage>
  );
}

const textsOf = (typed: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
