import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { errorOf } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { SayForm } from "~/components/request/say-form";
import { useFrontDoor } from "~/front-door";
import { addInformation } from "~/usecases/add-information";
import { ownPart, whoReads } from "./own-part";
import { isSensitive } from "./requests-access";
import { sayOfPart } from "./say-of-part";

export const meta: MetaFunction = () => [{ title: "Ask a question, or tell them more" }];

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
    "Write your question, or what they should know",
    ({ reference, partId, key }, text, actor, { what }) =>
      addInformation(args.context.onedoor, args.context.brand.id, actor, {
        reference,
        partId,
        key: key ?? null,
        isQuestion: what === QUESTION,
        text,
      }),
    { values: [QUESTION, MORE], missing: "Choose whether you would like an answer" },
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
      heading="Ask a question, or tell them more"
      first={
        <Radios
          name="what"
          legend="Would you like an answer?"
          heading="section"
          error={errorOf(errors, "what")}
          choices={[
            { value: QUESTION, label: "Yes, I have a question" },
            { value: MORE, label: "No, this is something they should know" },
          ]}
          chosen={failed?.what}
        />
      }
      label="Your question, or what they should know"
      hint={`${who} reads this. You see here when they have opened it.`}
      button="Send it"
      part={part}
      errors={errors}
      typed={failed?.text}
    >
      <p>
        If you get worse, do not write it here:{" "}
        <a href={paths.requestWorse(reference, { part: part.id })}>tell us that you are worse</a>, or call
        111.
      </p>
    </SayForm>
  );
}
