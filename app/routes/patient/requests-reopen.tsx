import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SayForm } from "~/components/request/say-form";
import { useFrontDoor } from "~/front-door";
import { reopenOwnPart } from "~/usecases/reopen-part";
import { ownPart } from "./own-part";
import { isSensitive } from "./requests-access";
import { sayOfPart } from "./say-of-part";

export const meta: MetaFunction = () => [{ title: "Open your request again" }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const own = await ownPart(context, params.reference, request.url, "reopen");
  return {
    reference: own.tracking.request.reference,
    sensitive: isSensitive(context, own.tracking),
    service: own.service,
    part: { id: own.part.id, version: own.part.version, key: context.onedoor.newId() },
  };
}

export const action = (args: ActionFunctionArgs) =>
  sayOfPart(args, "Say in a few words what you need now", (own, note, actor) =>
    reopenOwnPart(args.context.onedoor, args.context.brand.id, actor, { ...own, note }),
  );

export default function ReopenRequest() {
  const { reference, service, part } = useLoaderData<typeof loader>();
  const { brand, paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  return (
    <SayForm
      back={paths.request(reference)}
      caption={service}
      heading="Open your request again"
      label="What do you need now?"
      hint="You can read this on your request’s page, and so can the front desk."
      button="Open it again"
      part={part}
      errors={failed?.errors ?? []}
      typed={failed?.text}
    >
      <p>
        {brand.desk.name} looks at it and finds out what you need. You get a new date by which you have an
        answer.
      </p>
      <p>
        If it is something new, <a href={paths.services()}>ask for it</a> instead. If you need help now, call
        111.
      </p>
    </SayForm>
  );
}
