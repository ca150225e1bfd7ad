import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary, type FieldError } from "~/components/form/error-summary";
import { InvitationMade, InviteForm } from "~/components/work/invite-form";
import { InvitationList, PeopleList } from "~/components/work/people-list";
import { WorkHead } from "~/components/work/work-head";
import { CHOOSE_ROLE, INVITE_ERRORS, PEOPLE, peopleDoneWords, ROLE_WORDS } from "~/content/people";
import { ORGANISATION_ROLES } from "~/domain/access/roles";
import { line, oneOf, required } from "~/domain/journeys/input";
import { EMAIL } from "~/domain/journeys/steps/contact";
import { dateInWords } from "~/domain/shared/in-words";
import { localDate } from "~/domain/shared/time";
import { inviteColleague } from "~/usecases/invite-colleague";
import { withdrawInvitation } from "~/usecases/withdraw-invitation";
import { readColleagues } from "~db/queries/colleagues";
import { openInvitations } from "~db/queries/invitations";
import { NoMembership } from "./no-membership";
import { NotManager } from "./not-manager";
import { notFound } from "./partner-access";
import { type Kept, keptBy, mustKeep } from "./people-access";
import { placesOf } from "./places";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "people" ? `${PEOPLE.title}: ${page.organisation.name}` : PEOPLE.title },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const kept = await keptBy(context, request);
  if (kept.kind !== "keeps") return data(kept, { status: 403 });
  return pageOf(context, kept, new URL(request.url).searchParams.get("done"));
}

async function pageOf(context: AppLoadContext, { viewer, organisationId }: Kept, done: string | null) {
  const { onedoor, brand, directory, paths, now } = context;
  const organisation = directory.organisation(organisationId);
  if (organisation === undefined) throw notFound();
  const about = { organisation: organisationId };
  const colleagues = await readColleagues(onedoor.db.kysely, brand.id, organisationId);
  const invitations = await openInvitations(onedoor.db.kysely, brand.id, organisationId, now);
  return {
    kind: "people" as const,
    organisation: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    places: await placesOf(context, viewer, organisationId, "people"),
    action: paths.partnerPeople(about),
    done: peopleDoneWords(done),
    people: colleagues.map(({ accountId, name, email, role }) => ({
      id: accountId,
      name: accountId === viewer.accountId ? name + PEOPLE.you : name,
      email: email ?? "",
      role: role === null ? PEOPLE.noRole : ROLE_WORDS[role].label,
      href: paths.partnerPerson(accountId, about),
    })),
    invitations: invitations.map(({ id, name, email, role, expiresAt }) => ({
      id,
      name,
      email,
      role: ROLE_WORDS[role].label,
      until: PEOPLE.until(dateInWords(localDate(expiresAt))),
    })),
  };
}

const Asked = z.object({
  name: required("Name", 100, INVITE_ERRORS.name),
  email: line.refine((text) => text.length <= 254 && EMAIL.test(text), {
    error: INVITE_ERRORS.email,
  }),
  role: oneOf(ORGANISATION_ROLES, CHOOSE_ROLE),
});
const Typed = z.object({ name: line, email: line, role: line });

/** Invites somebody, and shows the link this once; or takes an invitation back. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const { actor, organisationId } = await mustKeep(context, request);
  const fields = Object.fromEntries(await request.formData());
  const withdraw = line.parse(fields.withdraw);
  if (withdraw !== "") {
    const { kind } = await withdrawInvitation(onedoor, brand.id, actor, withdraw);
    if (kind === "not-manager") throw new Response(null, { status: 403 });
    if (kind === "not-found") throw notFound();
    return redirect(paths.partnerPeople({ organisation: organisationId, done: "withdrawn" }), 303);
  }
  const typed = Typed.parse(fields);
  const asked = Asked.safeParse(typed);
  if (!asked.success) {
    const errors: FieldError[] = asked.error.issues.map(({ path, message }) => ({
      field: String(path[0]),
      message,
    }));
    return data({ typed, errors, made: null }, { status: 400 });
  }
  const result = await inviteColleague(onedoor, brand.id, actor, asked.data);
  if (result.kind === "not-manager") throw new Response(null, { status: 403 });
  const link = new URL(paths.invitation(result.code), request.url).href;
  return data({ typed: null, errors: [], made: { name: asked.data.name, link } });
}

export default function People() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page.kind === "no-membership") return <NoMembership name={page.name} />;
  if (page.kind === "not-manager") return <NotManager words={page.words} />;
  const errors = answer?.errors ?? [];
  return (
    <>
      <ErrorSummary errors={errors} />
      <WorkHead organisation={page.organisation} places={page.places} />
      {answer?.made ? <InvitationMade {...answer.made} /> : null}
      <DoneNote words={answer ? "" : page.done} />
      <PeopleList people={page.people} />
      <InvitationList invitations={page.invitations} action={page.action} />
      <InviteForm action={page.action} errors={errors} typed={answer?.typed ?? null} />
    </>
  );
}
