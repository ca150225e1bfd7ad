import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmergencyPage } from "~/components/request/emergency-page";
import { EMERGENCIES, isEmergency } from "~/content/help";
import { useFrontDoor } from "~/front-door";
import { serviceAskedFor } from "./asking";

export const handle = { kept: [] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? EMERGENCIES[page.leadsTo].title : "Get help"} – ${page?.brandName ?? "Onedoor"}` },
];

/** The end of the road for a request in which somebody told us of an emergency. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const service = serviceAskedFor(context, params.service);
  if (!isEmergency(params.emergency)) throw new Response(null, { status: 404, statusText: "Not Found" });
  return {
    brandName: context.brand.name,
    serviceId: service.id,
    sensitive: service.sensitive === true,
    leadsTo: params.emergency,
  };
}

export default function RequestStopped() {
  const { serviceId, leadsTo } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return <EmergencyPage leadsTo={leadsTo} mistakeHref={paths.ask(serviceId)} />;
}
