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
import { PlaceForm } from "~/components/manage/place-form";
import { NEW_PLACE, PLACE_ERRORS } from "~/content/manage/partners";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { findPlace } from "~/usecases/find-place";
import { openPlace } from "~/usecases/open-place";
import { notFound } from "../partner/partner-access";
import { readForm } from "../read-form";
import { organisationAt } from "./here";
import { mustRun, runsHere } from "./manage-access";
import { placeForm } from "./place-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "new" ? NEW_PLACE.title(page.name) : NEW_PLACE.save },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { id, name } = organisationAt(context, params.organisation);
  return { kind: "new" as const, id, name };
}

/** Adds a place where its postcode is, and goes back to whose it is. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths, now } = context;
  const { id: organisationId } = organisationAt(context, params.organisation);
  const form = await request.formData();
  const read = readForm(placeForm(localDate(now)), form);
  if (!read.ok) return data(read.sent, { status: 400 });
  const found = await findPlace(onedoor, read.value.postcode);
  if (found.kind !== "found") {
    const errors = [{ field: "postcode", message: PLACE_ERRORS.postcode }];
    return data({ typed: read.typed, errors }, { status: 400 });
  }
  const { postcode, position } = found;
  const asked = { ...read.value, organisationId, postcode, position };
  const result = await openPlace(onedoor, brand.id, changing, asked);
  switch (result.kind) {
    case "done":
      return redirect(paths.managePartner(organisationId, { done: "place" }), 303);
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    case "faulty":
      return data(
        { typed: read.typed, errors: result.reasons.map((message) => ({ field: "name", message })) },
        { status: 409 },
      );
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function PlaceNew() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <div className="manage-form">
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="partners" title={NEW_PLACE.title(page.name)} />
      <PlaceForm action={paths.managePlacesNew(page.id)} sent={sent} />
    </div>
  );
}
