import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, Col, Row } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary, errorOf } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { offerChoices } from "~/components/offer-choices";
import { whenWords } from "~/content/deadlines";
import { whyEnded } from "~/content/tracking/standing";
import { line } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { chooseAgain, judgeAgain } from "~/usecases/choose-again";
import { pageKey, versionOf } from "./own-part";
import { contactsOf, isSensitive, requestToTrack } from "./requests-access";

export const meta: MetaFunction = () => [{ title: "Choose who we ask next" }];

export async function loader({ context, params, request: { url } }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now, paths } = context;
  const tracking = await requestToTrack(context, params.reference);
  const { request, parts } = tracking;
  const wanted = new URL(url).searchParams.get("part");
  const theirTurn = parts.filter(
    ({ part, fulfilments }) =>
      part.status === "open" && part.owner.kind === "patient" && !fulfilments.at(-1)?.hold,
  );
  const waiting = theirTurn.find(({ part }) => part.id === wanted) ?? theirTurn[0];
  if (waiting === undefined) throw redirect(paths.request(request.reference), 303);
  const last = waiting.fulfilments.at(-1);
  const { dueAt } = waiting.part;
  return {
    reference: request.reference,
    sensitive: isSensitive(context, tracking),
    part: { id: waiting.part.id, version: waiting.part.version },
    key: onedoor.newId(),
    service: directory.service(waiting.part.serviceId)?.name ?? "Your care",
    because: last === undefined ? "" : `${whyEnded(last, waiting, contactsOf(context))}.`,
    date:
      waiting.part.promise.settled === null
        ? "The date we promised you stays the same."
        : "We then give you a new date.",
    due: dueAt === null ? "" : whenWords(dueAt, now),
    choices: offerChoices(await judgeAgain(onedoor, brand.id, waiting.part.id)),
    desk: brand.desk.name,
  };
}

/** A part that is not named, or not seen, is one that has changed. */
const Form = z.object({
  offer: line,
  part: line,
  version: line.transform(versionOf),
  key: pageKey,
});

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths, patient } = context;
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const typed = Form.parse(Object.fromEntries(await request.formData()));
  const { offer: chosen, part: partId, version, key } = typed;
  if (chosen === "") {
    const errors = [{ field: "offer", message: "Choose who we ask next" }];
    return data({ chosen, errors }, { status: 400 });
  }
  const name = patient?.name ?? tracking.detail.person.name;
  const outcome = await chooseAgain(
    onedoor,
    brand.id,
    { reference, partId, version, key, offerId: chosen },
    { kind: "patient", name },
  );
  // A second tap, or another window, is told how things stand now.
  const stillTheirs = tracking.parts.some(({ part }) => part.id === partId && part.owner.kind === "patient");
  if (outcome.kind === "changed" && stillTheirs) {
    const message = `This was changed before your answer came, by ${outcome.by}. Here it is as it is now`;
    return data({ chosen, errors: [{ field: "offer", message }] }, { status: 409 });
  }
  if (outcome.kind === "refused") {
    const errors = outcome.reasons.map((message) => ({ field: "offer", message }));
    return data({ chosen, errors }, { status: 409 });
  }
  return redirect(paths.request(reference), 303);
}

export default function ChooseAgain() {
  const { reference, part, key, service, because, date, due, choices, desk } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  const errors = failed?.errors ?? [];
  const askDesk = { value: "desk", label: `Let ${desk} help me`, hint: "They find someone and tell you." };
  return (
    <Row>
      <Col width="two-thirds">
        <BackLink href={paths.request(reference)}>Back</BackLink>
        <ErrorSummary errors={errors} />
        <form
          className="choose-again"
          method="post"
          action={paths.requestChoose(reference, { part: part.id })}
          noValidate
        >
          <input type="hidden" name="part" value={part.id} />
          <input type="hidden" name="version" value={part.version} />
          <input type="hidden" name="key" value={key} />
          <Radios
            name="offer"
            heading="page"
            legend={
              <>
                <span className="nhsuk-caption-l">{service}</span>
                Who shall we ask next?
              </>
            }
            hint={`${because} ${date}${due ? ` Please choose by ${due}.` : ""}`}
            error={errorOf(errors, "offer")}
            choices={choices.length > 0 ? [...choices, { divider: "or" }, askDesk] : [askDesk]}
            chosen={failed?.chosen}
          />
          <Button type="submit">Ask them</Button>
        </form>
      </Col>
    </Row>
  );
}
