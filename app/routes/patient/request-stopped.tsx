import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmergencyPage } from "~/components/request/emergency-page";
import { EMERGENCIES, isEmergency } from "~/content/help";

export const handle = { kept: [] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? EMERGENCIES[page.leadsTo].title : "Get help"} – ${page?.brandName ?? "Onedoor"}` },
];

/** The end of the road for a request in which somebody told us of an emergency. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  // Help is there also for a service that was closed meanwhile.
  const service = context.directory.service(params.service ?? "");
  if (service === undefined || !isEmergency(params.emergency))
    throw new Response(null, { status: 404, statusText: "Not Found" });
  return {
    brandName: context.brand.name,
    mistakeHref: service.status === "open" ? context.paths.ask(service.id) : context.paths.services(),
    sensitive: service.sensitive === true,
    leadsTo: params.emergency,
  };
}

export default function RequestStopped() {
  const { mistakeHref, leadsTo } = useLoaderData<typeof loader>();
  return <EmergencyPage leadsTo={leadsTo} mistakeHref={mistakeHref} />;
}
