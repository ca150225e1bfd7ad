import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmergencyPage } from "~/components/request/emergency-page";
import { EMERGENCIES, isEmergency } from "~/content/help";
import { TOLD_WHILE_WAITING } from "~/content/while-waiting";
import { useFrontDoor } from "~/front-door";
import { whoReads } from "./own-part";
import { isSensitive, requestToTrack } from "./requests-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? EMERGENCIES[page.leadsTo].title : "Get help" },
];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

/** Where signs of an emergency lead somebody who waits: help at once, and then what became of what they told us. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  if (!isEmergency(params.emergency)) throw new Response(null, { status: 404, statusText: "Not Found" });
  const tracking = await requestToTrack(context, params.reference);
  const named = new URL(request.url).searchParams.get("part");
  const tracked = tracking.parts.find(({ part }) => part.id === named) ?? tracking.parts[0];
  return {
    reference: tracking.request.reference,
    sensitive: isSensitive(context, tracking),
    leadsTo: params.emergency,
    who: tracked === undefined ? context.brand.desk.name : whoReads(context, tracked),
    open: tracking.parts.some(({ part }) => part.status === "open"),
  };
}

export default function HelpWhileWaiting() {
  const { reference, leadsTo, who, open } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <EmergencyPage
      leadsTo={leadsTo}
      came={[TOLD_WHILE_WAITING.came(who, open)]}
      mistakeHref={paths.request(reference)}
      mistake={TOLD_WHILE_WAITING.back}
    />
  );
}
