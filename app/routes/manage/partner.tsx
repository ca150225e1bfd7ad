import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { InviteManager } from "~/components/manage/invite-manager";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { CareGiven, PartnerFacts, Places, ToDo } from "~/components/manage/one-partner";
import { InvitationMade } from "~/components/work/invite-form";
import {
  ARRANGEMENT_WORDS,
  KIND_WORDS,
  ONE_PARTNER,
  PARTNERS,
  partnerDoneWords,
} from "~/content/manage/partners";
import { INVITE_ERRORS, ROLE_WORDS } from "~/content/people";
import { standings } from "~/domain/directory/standing";
import type { Organisation } from "~/domain/directory/types";
import { line, required } from "~/domain/journeys/input";
import { EMAIL } from "~/domain/journeys/steps/contact";
import { dateInWords, modesInWords } from "~/domain/shared/in-words";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { inviteManager } from "~/usecases/invite-colleague";
import { readColleagues } from "~db/queries/colleagues";
import { openInvitations } from "~db/queries/invitations";
import { readForm } from "../read-form";
import { organisationAt } from "./here";
import { mustRun, runsHere } from "./manage-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "partner" ? page.name : PARTNERS.title },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const organisation = organisationAt(context, params.organisation);
  const { onedoor, brand, paths, directory, now } = context;
  const { id, name, mark } = organisation;
  const people = await readColleagues(onedoor.db.kysely, brand.id, id);
  const invited = await openInvitations(onedoor.db.kysely, brand.id, id, now);
  return {
    kind: "partner" as const,
    id,
    name,
    mark,
    done: partnerDoneWords(new URL(request.url).searchParams.get("done")),
    facts: factsOf(context, organisation),
    places: placesOf(context, id),
    offers: offersOf(context, id),
    people: people.map(({ accountId, name: person, role }) => ({
      id: accountId,
      name: person,
      role: role === null ? "" : ROLE_WORDS[role].label,
    })),
    todo: {
      place: directory.locations.some(({ organisationId }) => organisationId === id),
      offer: directory.offersBy(id).some(({ status }) => status === "open"),
      manager: people.some(({ role }) => role === "manager"),
      invited: invited.some(({ role }) => role === "manager"),
    },
    newPlace: paths.managePlacesNew(id),
    newOffer: paths.manageOffersNew(id),
  };
}

function factsOf({ directory, now }: AppLoadContext, organisation: Organisation) {
  const { id, kind, odsCode, phone, website, about } = organisation;
  const partnership = directory.partnershipOf(id);
  const lead =
    partnership?.leadOrganisationId == null ? null : directory.organisation(partnership.leadOrganisationId);
  const today = localDate(now);
  return {
    kind: [KIND_WORDS[kind], odsCode ?? ""].filter(Boolean).join(", "),
    about,
    phone: phone ?? "",
    website: website ?? "",
    standing: PARTNERS.standing[standings(directory.partnerships)(id, today).kind],
    arrangement: partnership === undefined ? "" : ARRANGEMENT_WORDS[partnership.arrangement].label,
    lead: lead?.name ?? "",
    since: partnership === undefined ? "" : dateInWords(partnership.startsOn),
  };
}

const placesOf = ({ directory }: AppLoadContext, id: string) =>
  directory.locations
    .filter(({ organisationId }) => organisationId === id)
    .map((place) => ({
      id: place.id,
      name: place.name,
      where: [...place.address, place.postcode].join(", "),
      popUp:
        place.temporary === null
          ? ""
          : ONE_PARTNER.popUp(dateInWords(place.temporary.from), dateInWords(place.temporary.until)),
    }));

const offersOf = ({ directory, paths }: AppLoadContext, id: string) =>
  directory
    .offersBy(id)
    .map((offer) => ({
      id: offer.id,
      service: directory.service(offer.serviceId)?.name ?? offer.serviceId,
      seen: paths.service(offer.serviceId),
      where: [
        (offer.locationId === null ? undefined : directory.location(offer.locationId)?.name) ?? "",
        modesInWords(offer.modes),
      ]
        .filter(Boolean)
        .join(", "),
      open: offer.status === "open",
      change: paths.manageOffer(offer.id),
    }))
    .sort((a, b) => a.service.localeCompare(b.service) || a.where.localeCompare(b.where));

const Asked = z.object({
  name: required("Name", 100, INVITE_ERRORS.name),
  email: line.refine((text) => text.length <= 254 && EMAIL.test(text), { error: INVITE_ERRORS.email }),
});

/** Invites somebody to manage it, and shows the link this once. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: organisationId } = organisationAt(context, params.organisation);
  const read = readForm(Asked, await request.formData());
  if (!read.ok) return data({ sent: read.sent, made: null }, { status: 400 });
  const result = await inviteManager(onedoor, brand.id, changing, { ...read.value, organisationId });
  if (result.kind === "not-manager") throw new Response(null, { status: 403 });
  const link = new URL(paths.invitation(result.code), request.url).href;
  return data({ sent: null, made: { name: read.value.name, link } });
}

export default function Partner() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <>
      <ErrorSummary errors={answer?.sent?.errors ?? []} />
      <ManageHead at="partners" title={page.name} />
      {answer?.made ? <InvitationMade {...answer.made} /> : null}
      <DoneNote words={answer ? "" : page.done} />
      <ToDo {...page.todo} newPlace={page.newPlace} newOffer={page.newOffer} />
      <PartnerFacts facts={page.facts} mark={page.mark} />
      <Places places={page.places} newPlace={page.newPlace} />
      <CareGiven offers={page.offers} newOffer={page.newOffer} />
      <InviteManager people={page.people} action={paths.managePartner(page.id)} sent={answer?.sent ?? null} />
    </>
  );
}
