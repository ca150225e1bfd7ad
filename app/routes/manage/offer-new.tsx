import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "~/components/form/error-summary";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { OfferForm as OfferFields } from "~/components/manage/offer-form";
import { NEW_OFFER, OFFER_ERRORS } from "~/content/manage/partners";
import { stylesAgreed } from "~/domain/directory/types";
import { useFrontDoor } from "~/front-door";
import { openOffer } from "~/usecases/open-offer";
import { readForm } from "../read-form";
import { organisationAt } from "./here";
import { mustRun, runsHere } from "./manage-access";
import { NO_PLACE, OfferForm } from "./offer-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "new" ? NEW_OFFER.title(page.name) : NEW_OFFER.save },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { directory } = context;
  const { id, name } = organisationAt(context, params.organisation);
  return {
    kind: "new" as const,
    id,
    name,
    styles: stylesAgreed(directory.partnershipOf(id)),
    services: directory.services
      .filter(({ status, parts }) => status === "open" && parts === undefined)
      .map((service) => ({ id: service.id, name: service.name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    places: [
      ...directory.locations
        .filter(({ organisationId }) => organisationId === id)
        .map((place) => ({ value: place.id, label: place.name, hint: place.postcode })),
      { value: NO_PLACE, label: NEW_OFFER.noPlace },
    ],
  };
}

/** Puts care on offer with its first times, and goes back to whose it is. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: organisationId } = organisationAt(context, params.organisation);
  const read = readForm(OfferForm, await request.formData());
  if (!read.ok) return data(read.sent, { status: 400 });
  const result = await openOffer(onedoor, brand.id, changing, { ...read.value, organisationId });
  switch (result.kind) {
    case "done":
      return redirect(paths.managePartner(organisationId, { done: "offer" }), 303);
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-agreed":
      return data(
        { typed: read.typed, errors: [{ field: "box", message: OFFER_ERRORS.notAgreed }] },
        { status: 409 },
      );
    case "not-found":
      return data(
        { typed: read.typed, errors: [{ field: "service", message: OFFER_ERRORS.gone }] },
        { status: 409 },
      );
    case "faulty":
      return data(
        { typed: read.typed, errors: result.reasons.map((message) => ({ field: "service", message })) },
        { status: 409 },
      );
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function OfferNew() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { brand, paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <div className="manage-form">
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="partners" title={NEW_OFFER.title(page.name)} />
      <OfferFields
        action={paths.manageOffersNew(page.id)}
        sent={sent}
        services={page.services}
        places={page.places}
        styles={page.styles}
        brand={brand.name}
        partner={page.name}
      />
    </div>
  );
}
