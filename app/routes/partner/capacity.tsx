import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CapacityList } from "~/components/work/capacity-list";
import { WorkHead } from "~/components/work/work-head";
import { CAPACITY, rankingWords, tooOldWords } from "~/content/capacity";
import { readOnlyWords } from "~/content/people";
import { may, seesAs } from "~/domain/access/may";
import { CAPACITY_STATUSES } from "~/domain/directory/types";
import { line } from "~/domain/journeys/input";
import { agoInWords } from "~/domain/routing/point-lines";
import { roomPoints } from "~/domain/routing/points";
import { modesInWords } from "~/domain/shared/in-words";
import { milliseconds } from "~/domain/shared/time";
import { setCapacity } from "~/usecases/set-capacity";
import { capacitiesOf } from "./capacity-of";
import { managersOf } from "./colleagues";
import { NoMembership } from "./no-membership";
import { atWork, notFound, organisationHere } from "./partner-access";
import { placesOf } from "./places";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "capacity" ? `${CAPACITY.title}: ${page.organisation.name}` : CAPACITY.title },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { directory, paths, now } = context;
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const organisationId = organisationHere(viewer, query.get("organisation"), "see-work");
  if (organisationId === undefined)
    return data({ kind: "no-membership" as const, name: viewer.name }, { status: 403 });
  const organisation = directory.organisation(organisationId);
  if (organisation === undefined) throw notFound();
  const { capacityStaleHours, points } = directory.policy;
  const sets = may(viewer, "set-capacity", organisationId);
  const lines = (await capacitiesOf(context, organisationId)).map(({ offer, told, isStale }) => ({
    id: offer.id,
    service: directory.service(offer.serviceId)?.name ?? offer.serviceId,
    place: [
      (offer.locationId === null ? undefined : directory.location(offer.locationId)?.name) ?? "",
      modesInWords(offer.modes),
    ]
      .filter(Boolean)
      .join(", "),
    told: told?.capacity ?? null,
    when:
      told === null
        ? CAPACITY.notTold
        : CAPACITY.confirmed(
            agoInWords((milliseconds(now) - milliseconds(told.confirmedAt)) / 3_600_000),
            told.by,
          ),
    tooOld: isStale ? tooOldWords(capacityStaleHours) : "",
    saved: told !== null && offer.id === query.get("done"),
  }));
  return {
    kind: "capacity" as const,
    organisation: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    places: await placesOf(context, viewer, organisationId, "capacity"),
    action: sets ? paths.partnerCapacity({ organisation: organisationId }) : null,
    readOnly: sets
      ? ""
      : readOnlyWords({
          organisation: organisation.name,
          asLead: seesAs(viewer, organisationId) !== organisationId,
          managers: await managersOf(context, organisationId),
        }),
    lines: lines.sort((a, b) => a.service.localeCompare(b.service) || a.place.localeCompare(b.place)),
    ranking: rankingWords(
      {
        capacity: roomPoints(points.capacity, "capacity"),
        waitlist: roomPoints(points.capacity, "waitlist"),
        "no-capacity": roomPoints(points.capacity, "no-capacity"),
        unknown: roomPoints(points.capacity, null),
      },
      capacityStaleHours,
    ),
  };
}

const Told = z.object({ offer: line, capacity: z.enum(CAPACITY_STATUSES) });

/** Says how full one offer is, or that what was said of it is still right. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  const asked = new URL(request.url).searchParams.get("organisation");
  const organisationId = organisationHere(viewer, asked, "set-capacity");
  if (organisationId === undefined || !may(viewer, "set-capacity", organisationId))
    throw new Response(null, { status: 403 });
  const told = Told.safeParse(Object.fromEntries(await request.formData()));
  if (!told.success) throw new Response(null, { status: 400 });
  const { offer: offerId, capacity } = told.data;
  const { accountId, name } = viewer;
  const actor = { kind: "partner" as const, organisationId, accountId, name };
  const { kind } = await setCapacity(onedoor, brand.id, actor, { offerId, capacity });
  if (kind === "not-allowed") throw new Response(null, { status: 403 });
  if (kind === "not-found") throw notFound();
  return redirect(paths.partnerCapacity({ organisation: organisationId, done: offerId }), 303);
}

export default function Capacity() {
  const page = useLoaderData<typeof loader>();
  if (page.kind === "no-membership") return <NoMembership name={page.name} />;
  return (
    <>
      <WorkHead organisation={page.organisation} places={page.places} />
      {page.lines.length === 0 ? (
        <div className="empty-note">
          <p>{CAPACITY.none}</p>
        </div>
      ) : (
        <>
          <p>{page.readOnly === "" ? CAPACITY.intro : page.readOnly}</p>
          <CapacityList lines={page.lines} action={page.action} />
          <section aria-labelledby="ranking">
            <h2 className="nhsuk-heading-m" id="ranking">
              {CAPACITY.ranking}
            </h2>
            {page.ranking.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </section>
        </>
      )}
    </>
  );
}
