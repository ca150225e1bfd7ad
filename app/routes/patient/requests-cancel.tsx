import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, Col, Row } from "nhsuk-react-components";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextArea } from "~/components/form/text-fields";
import { NOTE_LENGTH, noteErrors } from "~/domain/fulfilment/note";
import { lines } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { cancelRequest } from "~/usecases/cancel-request";
import { requestToTrack } from "./requests-access";

export const meta: MetaFunction = () => [{ title: "Cancel your request" }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { request, detail, parts } = await requestToTrack(context, params.reference);
  if (parts.every(({ part }) => part.status !== "open"))
    throw redirect(context.paths.request(request.reference), 303);
  return {
    reference: request.reference,
    service: context.directory.service(request.serviceId)?.name ?? "Your care",
    person: detail.person.name,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const note = lines.parse((await request.formData()).get("note"));
  const errors = noteErrors("note", note);
  if (errors.length > 0) return data({ note, errors }, { status: 400 });
  const name = context.patient?.name ?? tracking.detail.person.name;
  await cancelRequest(context.onedoor, context.brand.id, { reference, note }, { kind: "patient", name });
  return redirect(context.paths.request(reference), 303);
}

export default function CancelRequest() {
  const { reference, service, person } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  const errors = failed?.errors ?? [];
  return (
    <Row>
      <Col width="two-thirds">
        <BackLink href={paths.request(reference)}>Back</BackLink>
        <ErrorSummary errors={errors} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {service} for {person}
          </span>
          Are you sure you want to cancel this request?
        </h1>
        <p>
          Whoever has it sees that it is cancelled. A time that was kept for you can then be had by somebody
          else.
        </p>
        <p>If you still need care, you can ask again at any time. If you are worried, call 111.</p>
        <form method="post" action={paths.requestCancel(reference)}>
          <TextArea
            name="note"
            label="Why you are cancelling (if you like)"
            error={errors[0]?.message}
            value={failed?.note}
            maxLength={NOTE_LENGTH}
          />
          <div className="button-row">
            <Button type="submit" warning>
              Yes, cancel it
            </Button>
            <a href={paths.request(reference)}>No, keep it</a>
          </div>
        </form>
      </Col>
    </Row>
  );
}
