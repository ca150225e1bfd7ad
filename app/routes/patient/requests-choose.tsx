import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, Col, Row } from "nhsuk-react-components";
import { ErrorSummary, errorOf } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { offerChoices } from "~/components/offer-choices";
import { whenWords } from "~/content/deadlines";
import { whyEnded } from "~/content/tracking/standing";
import { line } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { chooseAgain, judgeAgain } from "~/usecases/choose-again";
import { contactsOf, requestToTrack } from "./requests-access";

export const meta: MetaFunction = () => [{ title: "Choose who we ask next" }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now, paths } = context;
  const { request, parts } = await requestToTrack(context, params.reference);
  const waiting = parts.find(
    ({ part, fulfilments }) =>
      part.status === "open" && part.owner.kind === "patient" && !fulfilments.at(-1)?.hold,
  );
  if (waiting === undefined) throw redirect(paths.request(request.reference), 303);
  const last = waiting.fulfilments.at(-1);
  const { dueAt } = waiting.part;
  return {
    reference: request.reference,
    service: directory.service(waiting.part.serviceId)?.name ?? "Your care",
    because: last === undefined ? "" : `${whyEnded(last, waiting, contactsOf(context))}.`,
    date:
      waiting.part.promise.settled === null
        ? "The date we promised you stays the same."
        : "We then give you a new date.",
    due: dueAt === null ? "" : whenWords(dueAt, now),
    choices: offerChoices(await judgeAgain(onedoor, brand.id, request.reference)),
    desk: brand.desk.name,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths, patient } = context;
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const chosen = line.parse((await request.formData()).get("offer"));
  if (chosen === "") {
    const errors = [{ field: "offer", message: "Choose who we ask next" }];
    return data({ chosen, errors }, { status: 400 });
  }
  const name = patient?.name ?? tracking.detail.person.name;
  const outcome = await chooseAgain(
    onedoor,
    brand.id,
    { reference, offerId: chosen },
    { kind: "patient", name },
  );
  if (outcome.kind === "refused") {
    const errors = outcome.reasons.map((message) => ({ field: "offer", message }));
    return data({ chosen, errors }, { status: 409 });
  }
  return redirect(paths.request(reference), 303);
}

export default function ChooseAgain() {
  const { reference, service, because, date, due, choices, desk } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  const errors = failed?.errors ?? [];
  const askDesk = { value: "desk", label: `Let ${desk} help me`, hint: "They find someone and tell you." };
  return (
    <Row>
      <Col width="two-thirds">
        <BackLink href={paths.request(reference)}>Back</BackLink>
        <ErrorSummary errors={errors} />
        <form className="choose-again" method="post" action={paths.requestChoose(reference)} noValidate>
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
