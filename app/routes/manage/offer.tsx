import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { ONE_OFFER } from "~/content/manage/partners";
import type { Offer } from "~/domain/directory/types";
import { oneOf } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { setOfferStatus } from "~/usecases/open-offer";
import { openWorkOf } from "~db/queries/open-work";
import { notFound } from "../partner/partner-access";
import { organisationAt } from "./here";
import { mustRun, runsHere } from "./manage-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "offer" ? page.title : ONE_OFFER.no },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { onedoor, brand, directory, paths } = context;
  const offer = offerAt(context, params.offer);
  const organisation = organisationAt(context, offer.organisationId);
  const service = directory.service(offer.serviceId)?.name ?? offer.serviceId;
  const open = offer.status === "open";
  const work = await openWorkOf(onedoor.db.kysely, brand.id, [organisation.id]);
  const others = directory
    .offersOf(offer.serviceId)
    .filter(({ id, status, role }) => id !== offer.id && status === "open" && role === "provider");
  return {
    kind: "offer" as const,
    id: offer.id,
    organisation: organisation.name,
    place: (offer.locationId === null ? undefined : directory.location(offer.locationId)?.name) ?? "",
    title: open ? ONE_OFFER.closeTitle(service) : ONE_OFFER.openTitle(service),
    becomes: open ? ("closed" as const) : ("open" as const),
    words: open
      ? [
          ONE_OFFER.what,
          ONE_OFFER.openWork(work.filter(({ offerId }) => offerId === offer.id).length),
          ONE_OFFER.others(others.length),
        ]
      : [ONE_OFFER.again],
    back: paths.managePartner(organisation.id),
  };
}

function offerAt({ directory }: AppLoadContext, id: string | undefined): Offer {
  const offer = directory.offer(id ?? "");
  if (offer === undefined) throw notFound();
  return offer;
}

const Status = oneOf(["open", "closed"], ONE_OFFER.no);

/** Closes an offer or opens it again, whichever the form says: sent twice, it is done once. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: offerId, organisationId } = offerAt(context, params.offer);
  const status = Status.safeParse((await request.formData()).get("status"));
  if (!status.success) throw new Response(null, { status: 400 });
  const result = await setOfferStatus(onedoor, brand.id, changing, { offerId, status: status.data });
  if (result.kind === "not-allowed") throw new Response(null, { status: 403 });
  if (result.kind !== "done") throw notFound();
  const done = status.data === "open" ? "opened" : "closed";
  return redirect(paths.managePartner(organisationId, { done }), 303);
}

export default function OneOffer() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <div className="manage-form">
      <ManageHead at="partners" title={page.title} />
      <p>{[page.organisation, page.place].filter(Boolean).join(", ")}</p>
      {page.words.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <form method="post" action={paths.manageOffer(page.id)}>
        <Button type="submit" name="status" value={page.becomes} warning={page.becomes === "closed"}>
          {page.becomes === "open" ? ONE_OFFER.open : ONE_OFFER.close}
        </Button>
      </form>
      <p>
        <a href={page.back}>{ONE_OFFER.no}</a>
      </p>
    </div>
  );
}
