import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { errorOf } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { SayForm } from "~/components/request/say-form";
import { SEND, TELL } from "~/content/while-waiting";
import { useFrontDoor } from "~/front-door";
import { addInformation } from "~/usecases/add-information";
import { ownPart, whoReads } from "./own-part";
import { isSensitive } from "./requests-access";
import { sayOfPart } from "./say-of-part";

export const meta: MetaFunction = () => [{ title: TELL.title }];

const QUESTION = "question";
const MORE = "more";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const own = await ownPart(context, params.reference, request.url, "add-information");
  return {
    reference: own.tracking.request.reference,
    sensitive: isSensitive(context, own.tracking),
    service: own.service,
    who: whoReads(context, own),
    part: { id: own.part.id, version: own.part.version, key: context.onedoor.newId() },
  };
}

export const action = (args: ActionFunctionArgs) =>
  sayOfPart(
    args,
    TELL.missing,
    ({ reference, partId, key }, text, actor, { what }) =>
      addInformation(args.context.onedoor, args.context.brand.id, actor, {
        reference,
        partId,
        key: key ?? null,
        isQuestion: what === QUESTION,
        text,
      }),
    { values: [QUESTION, MORE], missing: TELL.choose },
  );

export default function TellMore() {
  const { reference, service, who, part } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  const errors = failed?.errors ?? [];
  return (
    <SayForm
      back={paths.request(reference)}
      caption={service}
      heading={TELL.title}
      first={
        <Radios
          name="what"
          legend={TELL.wanted}
          heading="section"
          error={errorOf(errors, "what")}
          choices={[
            { value: QUESTION, label: TELL.question },
            { value: MORE, label: TELL.more },
          ]}
          chosen={failed?.what}
        />
      }
      label={TELL.label}
      hint={TELL.hint(who)}
      button={SEND}
      part={part}
      errors={errors}
      typed={failed?.text}
    >
      <p>
        {TELL.worse} <a href={paths.requestWorse(reference, { part: part.id })}>{TELL.sayWorse}</a>,{" "}
        {TELL.orRing}
      </p>
    </SayForm>
  );
}
