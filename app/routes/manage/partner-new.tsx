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
import { PartnerForm as PartnerFields } from "~/components/manage/partner-form";
import { NEW_PARTNER } from "~/content/manage/partners";
import { standings } from "~/domain/directory/standing";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { bringInPartner } from "~/usecases/bring-in-partner";
import { readForm } from "../read-form";
import { mustRun, runsHere } from "./manage-access";
import { PartnerForm } from "./partner-form";

export const meta: MetaFunction = () => [{ title: NEW_PARTNER.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { directory, now } = context;
  const standing = standings(directory.partnerships);
  const leads = directory.organisations
    .filter(({ id }) => standing(id, localDate(now)).kind === "partner")
    .map(({ id, name }) => ({ id, name }));
  return { kind: "new" as const, leads: leads.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** Brings a partner in, and goes on to its own page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const read = readForm(PartnerForm, await request.formData());
  if (!read.ok) return data(read.sent, { status: 400 });
  const { returnTicket } = NEW_PARTNER;
  const result = await bringInPartner(onedoor, brand.id, changing, { ...read.value, returnTicket });
  if (result.kind === "refused") {
    const errors = result.reasons.map((message) => ({ field: fieldOf(message), message }));
    return data({ typed: read.typed, errors }, { status: 409 });
  }
  return redirect(paths.managePartner(result.organisationId, { done: "partner" }), 303);
}

/** The field that a refusal of the directory is about: its colour, its lead provider, or its day. */
const fieldOf = (reason: string): string =>
  reason.startsWith("The colour") ? "colour" : /lead provider/.test(reason) ? "lead" : "starts-day";

export default function PartnerNew() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <div className="manage-form">
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="partners" title={NEW_PARTNER.title} />
      <p>{NEW_PARTNER.intro}</p>
      <PartnerFields action={paths.managePartnersNew()} sent={sent} leads={page.leads} />
    </div>
  );
}
