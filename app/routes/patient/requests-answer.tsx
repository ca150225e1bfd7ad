import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InsetText } from "nhsuk-react-components";
import { SayForm } from "~/components/request/say-form";
import { whenWords } from "~/content/deadlines";
import { useFrontDoor } from "~/front-door";
import { answerQuestion } from "~/usecases/ask-for-information";
import { ownPart } from "./own-part";
import { isSensitive } from "./requests-access";
import { sayOfPart } from "./say-of-part";

export const meta: MetaFunction = () => [{ title: "Answer the question" }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const own = await ownPart(context, params.reference, request.url, "give-information");
  const held = own.fulfilments.at(-1);
  return {
    reference: own.tracking.request.reference,
    sensitive: isSensitive(context, own.tracking),
    service: own.service,
    part: { id: own.part.id, version: own.part.version, key: context.onedoor.newId() },
    who: context.directory.organisation(held?.organisationId ?? "")?.name ?? "The partner",
    question: held?.hold?.question ?? "",
    due: own.part.dueAt === null ? "" : whenWords(own.part.dueAt, context.now),
  };
}

export const action = (args: ActionFunctionArgs) =>
  sayOfPart(args, "Write your answer", (own, text, actor) =>
    answerQuestion(args.context.onedoor, args.context.brand.id, actor, { ...own, text }),
  );

export default function AnswerQuestion() {
  const { reference, service, part, who, question, due } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  return (
    <SayForm
      back={paths.request(reference)}
      caption={service}
      heading={`${who} asked you something`}
      label="Your answer"
      hint={due ? `Please answer by ${due}. They go on with your request when they have it.` : undefined}
      button="Send your answer"
      part={part}
      errors={failed?.errors ?? []}
      typed={failed?.text}
    >
      <InsetText>
        <p>{question}</p>
      </InsetText>
    </SayForm>
  );
}
