import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SayForm } from "~/components/request/say-form";
import { higherThan } from "~/domain/fulfilment/priority";
import { useFrontDoor } from "~/front-door";
import { raiseOwnPriority } from "~/usecases/raise-priority";
import { ownPart } from "./own-part";
import { isSensitive } from "./requests-access";
import { sayOfPart } from "./say-of-part";

export const meta: MetaFunction = () => [{ title: "Tell them it is more urgent" }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const own = await ownPart(context, params.reference, request.url, "raise-priority");
  return {
    reference: own.tracking.request.reference,
    sensitive: isSensitive(context, own.tracking),
    service: own.service,
    ifWorse: context.directory.service(own.part.serviceId)?.ifWorse ?? "",
    part: { id: own.part.id, version: own.part.version, key: context.onedoor.newId() },
  };
}

export const action = (args: ActionFunctionArgs) =>
  sayOfPart(args, "Say in a few words what has changed", (own, note, actor, { priority }) => {
    const [higher = priority] = higherThan(priority);
    const raised = { ...own, priority: higher, note };
    return raiseOwnPriority(args.context.onedoor, args.context.brand.id, actor, raised);
  });

export default function MoreUrgent() {
  const { reference, service, ifWorse, part } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  return (
    <SayForm
      back={paths.request(reference)}
      caption={service}
      heading="Tell them it is more urgent"
      label="What has changed?"
      hint="Whoever has your request must then act sooner. They can read this."
      button="Make it more urgent"
      part={part}
      errors={failed?.errors ?? []}
      typed={failed?.text}
    >
      <div className="if-worse">
        {ifWorse ? <p>{ifWorse}</p> : null}
        <p>
          This is not for emergencies. If someone’s life is at risk, <a href="tel:999">call 999</a>. If you
          need help now, <a href="tel:111">call 111</a>.
        </p>
      </div>
    </SayForm>
  );
}
