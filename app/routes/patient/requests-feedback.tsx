import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, Col, Row } from "nhsuk-react-components";
import { z } from "zod";
import { Checkboxes } from "~/components/form/checkboxes";
import { ErrorSummary, errorOf } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { TextArea } from "~/components/form/text-fields";
import { FEEDBACK } from "~/content/feedback";
import { BACK, SEND } from "~/content/while-waiting";
import { FEEDBACK_SCORES } from "~/domain/fulfilment/feedback";
import { NOTE_LENGTH, noteErrors } from "~/domain/fulfilment/note";
import { line, lines } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { giveFeedback } from "~/usecases/give-feedback";
import { partsWithFeedback } from "~db/queries/feedback";
import { pageKey, speaker } from "./own-part";
import { isSensitive, requestToTrack } from "./requests-access";
import { helpFirst } from "./say-of-part";

export const meta: MetaFunction = () => [{ title: FEEDBACK.question }];

/** The part of an address that is over and of which nothing was said yet; anybody else goes back to the request. */
async function partToTellOf(context: AppLoadContext, reference: string | undefined, url: string) {
  const { onedoor, brand, paths } = context;
  const tracking = await requestToTrack(context, reference);
  const over = tracking.parts.filter(
    ({ part, fulfilments }) => part.status !== "open" && fulfilments.length > 0,
  );
  const told = await partsWithFeedback(
    onedoor.db.kysely,
    brand.id,
    over.map(({ part }) => part.id),
  );
  const named = new URL(url).searchParams.get("part");
  const found = over.find(({ part }) => !told.has(part.id) && (named === null || part.id === named));
  if (found === undefined || brand.kind === "real")
    throw redirect(paths.request(tracking.request.reference), 303);
  return { ...found, tracking };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { part, fulfilments, tracking } = await partToTellOf(context, params.reference, request.url);
  const { directory, onedoor } = context;
  return {
    reference: tracking.request.reference,
    sensitive: isSensitive(context, tracking),
    partId: part.id,
    key: onedoor.newId(),
    service: directory.service(part.serviceId)?.name ?? "Your care",
    partner: directory.organisation(fulfilments.at(-1)?.organisationId ?? "")?.name ?? FEEDBACK.whoeverHadIt,
  };
}

const Form = z.object({ score: line, why: lines, named: line, key: pageKey });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const { part, tracking } = await partToTellOf(context, params.reference, request.url);
  const { reference } = tracking.request;
  const typed = Form.parse(Object.fromEntries(await request.formData()));
  const on = { reference, partId: part.id, key: typed.key };
  const help = await helpFirst(context, on, typed.why, speaker(context, tracking));
  const score = FEEDBACK_SCORES.find((each) => each === typed.score);
  const errors = [
    ...(score === undefined ? [{ field: "score", message: FEEDBACK.missing }] : []),
    ...noteErrors("why", typed.why),
  ];
  if (errors.length > 0) return help ?? data({ typed, errors }, { status: 400 });
  const said = await giveFeedback(onedoor, brand.id, {
    ...on,
    score: typed.score,
    why: typed.why,
    named: typed.named === "yes",
  });
  if (help) return help;
  // What was sent twice is there already.
  if (said.kind === "done" || said.kind === "refused") return redirect(paths.request(reference), 303);
  throw redirect(paths.request(reference), 303);
}

export default function FeedbackPage() {
  const { reference, service, partner, key } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  const errors = failed?.errors ?? [];
  return (
    <>
      <BackLink href={paths.request(reference)}>{BACK}</BackLink>
      <Row>
        <Col width="two-thirds">
          <ErrorSummary errors={errors} />
          <form method="post" noValidate>
            <input type="hidden" name="key" value={key} />
            <Radios
              name="score"
              heading="page"
              legend={
                <>
                  <span className="nhsuk-caption-l">
                    {service}: {partner}
                  </span>
                  {FEEDBACK.question}
                </>
              }
              hint={FEEDBACK.hint}
              error={errorOf(errors, "score")}
              choices={FEEDBACK_SCORES.map((score) => ({ value: score, label: FEEDBACK.scores[score] }))}
              chosen={failed?.typed.score}
            />
            <TextArea
              name="why"
              label={FEEDBACK.why}
              hint={FEEDBACK.whyHint}
              error={errorOf(errors, "why")}
              value={failed?.typed.why}
              rows={4}
              maxLength={NOTE_LENGTH}
            />
            <Checkboxes
              name="named"
              legend={FEEDBACK.mayKnow(partner)}
              heading="section"
              hint={FEEDBACK.mayKnowHint}
              choices={[{ value: "yes", label: FEEDBACK.named }]}
              chosen={failed?.typed.named ? [failed.typed.named] : []}
            />
            <Button type="submit">{SEND}</Button>
          </form>
        </Col>
      </Row>
    </>
  );
}
