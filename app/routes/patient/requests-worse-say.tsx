import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SayForm } from "~/components/request/say-form";
import { RING, SEND, WORSE } from "~/content/while-waiting";
import { higherThan } from "~/domain/fulfilment/priority";
import { useFrontDoor } from "~/front-door";
import { addInformation } from "~/usecases/add-information";
import { raiseOwnPriority } from "~/usecases/raise-priority";
import { ownPart, whoReads } from "./own-part";
import { isSensitive } from "./requests-access";
import { sayOfPart } from "./say-of-part";

export const meta: MetaFunction = () => [{ title: WORSE.changed }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const own = await ownPart(context, params.reference, request.url, "add-information");
  return {
    reference: own.tracking.request.reference,
    sensitive: isSensitive(context, own.tracking),
    service: own.service,
    who: whoReads(context, own),
    canRaise: higherThan(own.part.priority).length > 0,
    ifWorse: context.directory.service(own.part.serviceId)?.ifWorse ?? "",
    part: { id: own.part.id, version: own.part.version, key: context.onedoor.newId() },
  };
}

/** It is made more urgent, or, when it is as urgent as can be, told to whoever has it. */
export const action = (args: ActionFunctionArgs) =>
  sayOfPart(args, WORSE.missing, (own, text, actor, { part }) => {
    const { onedoor, brand } = args.context;
    const [priority] = higherThan(part.priority);
    return priority === undefined
      ? addInformation(onedoor, brand.id, actor, { ...own, isQuestion: false, text })
      : raiseOwnPriority(onedoor, brand.id, actor, { ...own, priority, note: text });
  });

export default function WhatHasChanged() {
  const { reference, service, who, canRaise, ifWorse, part } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  return (
    <SayForm
      back={paths.requestWorse(reference, { part: part.id })}
      caption={service}
      heading={WORSE.changed}
      label={WORSE.label}
      hint={WORSE.hint(who, canRaise)}
      button={SEND}
      part={part}
      errors={failed?.errors ?? []}
      typed={failed?.text}
    >
      <div className="if-worse">
        {ifWorse ? <p>{ifWorse}</p> : null}
        <p>
          {RING.now} <a href="tel:111">{RING.urgent}</a>. {RING.life} <a href="tel:999">{RING.emergency}</a>.
        </p>
      </div>
    </SayForm>
  );
}
