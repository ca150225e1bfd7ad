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
import { TextArea } from "~/components/form/text-fields";
import { requestName } from "~/content/parts";
import { NOTE_LENGTH, noteErrors } from "~/domain/fulfilment/note";
import { servicesAskedFor } from "~/domain/fulfilment/request-detail";
import { line, lines } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { cancelRequest } from "~/usecases/cancel-request";
import { pageKey } from "./own-part";
import { isSensitive, requestToTrack, trackedParts } from "./requests-access";

/** What stands for the whole request among the parts that can be cancelled. */
const ALL = "all";

export const meta: MetaFunction = () => [{ title: "Cancel your request" }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const tracking = await requestToTrack(context, params.reference);
  const { request, detail } = tracking;
  const parts = trackedParts(context, tracking);
  const open = parts.filter(({ part }) => part.status === "open");
  if (open.length === 0) throw redirect(context.paths.request(request.reference), 303);
  const nameOf = (serviceId: string) => context.directory.service(serviceId)?.name ?? "Your care";
  return {
    reference: request.reference,
    sensitive: isSensitive(context, tracking),
    key: context.onedoor.newId(),
    service: requestName(servicesAskedFor(request.serviceId, detail).map(nameOf)),
    person: detail.person.name,
    /** What can be cancelled by itself; empty when there is only one thing. */
    choices:
      parts.length === 1 ? [] : open.map(({ part, serviceName }) => ({ value: part.id, label: serviceName })),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const form = await request.formData();
  const note = lines.parse(form.get("note"));
  const what = line.parse(form.get("what"));
  const named = what === ALL || tracking.parts.some(({ part }) => part.id === what);
  const mustSay = tracking.parts.length > 1 && !named;
  const errors = [
    ...(mustSay ? [{ field: "what", message: "Choose what to cancel" }] : []),
    ...noteErrors("note", note),
  ];
  if (errors.length > 0) return data({ note, what, errors }, { status: 400 });
  const partId = tracking.parts.length > 1 && what !== ALL ? what : null;
  const name = context.patient?.name ?? tracking.detail.person.name;
  await cancelRequest(
    context.onedoor,
    context.brand.id,
    { reference, partId, note, key: pageKey.parse(form.get("key")) },
    { kind: "patient", name },
  );
  return redirect(context.paths.request(reference), 303);
}

export default function CancelRequest() {
  const { reference, key, service, person, choices } = useLoaderData<typeof loader>();
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
        <form method="post" action={paths.requestCancel(reference)} noValidate>
          <input type="hidden" name="key" value={key} />
          {choices.length > 0 ? (
            <Radios
              name="what"
              legend="What would you like to cancel?"
              heading="section"
              error={errorOf(errors, "what")}
              choices={[{ value: ALL, label: "All of it" }, ...choices]}
              chosen={failed?.what}
            />
          ) : null}
          <TextArea
            name="note"
            label="Why you are cancelling (if you like)"
            error={errorOf(errors, "note")}
            value={failed?.note}
            maxLength={NOTE_LENGTH}
          />
          <div className="button-row">
            <Button type="submit" warning>
              {choices.length > 0 ? "Cancel what I chose" : "Yes, cancel it"}
            </Button>
            <a href={paths.request(reference)}>No, keep it</a>
          </div>
        </form>
      </Col>
    </Row>
  );
}
