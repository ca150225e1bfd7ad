import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { z } from "zod";
import { BoxLabel } from "~/components/box-label";
import { Checkboxes } from "~/components/form/checkboxes";
import { ErrorSummary, errorOf } from "~/components/form/error-summary";
import { TimesToPick } from "~/components/request/time-fields";
import { momentWords } from "~/content/deadlines";
import { PARTS_OF_DAY_WORDS } from "~/content/times";
import { boxOf } from "~/domain/boxes/box";
import { PARTS_OF_DAY } from "~/domain/fulfilment/earlier-time";
import { line } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { declineEarlier, joinEarlierList, leaveEarlierList, takeEarlier } from "~/usecases/earlier-list";
import { rebook } from "~/usecases/rebook";
import { whereToMove } from "~/usecases/where-to-move";
import { readEarlierWish } from "~db/queries/earlier-times";
import type { Tracking } from "~db/queries/tracking";
import { movable } from "./moves";
import { pageKey } from "./own-part";
import { isSensitive, requestToTrack } from "./requests-access";
import { timesOf } from "./times-of";

export const meta: MetaFunction = () => [{ title: "Another time" }];

/** The part and the fulfilment of an address; back to the request when its time cannot be changed any more. */
function partToMove(context: AppLoadContext, { request, parts }: Tracking, fulfilmentId: string | undefined) {
  for (const tracked of parts) {
    const held = movable(context, tracked);
    if (held && held.id === fulfilmentId) return { tracked, held };
  }
  throw redirect(context.paths.request(request.reference), 303);
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now, paths } = context;
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const { tracked, held } = partToMove(context, tracking, params.fulfilment);
  const query = new URL(request.url).searchParams;
  const others = await whereToMove(onedoor, brand.id, tracked.part.id);
  const other = others.find(({ offerId }) => offerId === query.get("offer"));
  const offerId = other?.offerId ?? held.offerId;
  const organisation = directory.organisation(other?.facts.organisationId ?? held.organisationId);
  const here = (change: { offer?: string; from?: string }) => paths.requestTimes(reference, held.id, change);
  const wish = await readEarlierWish(onedoor.db.kysely, brand.id, held.id);
  return {
    sensitive: isSensitive(context, tracking),
    back: other ? here({}) : paths.request(reference),
    at: here({ offer: other?.offerId }),
    service: directory.service(tracked.part.serviceId)?.name ?? "Your care",
    partner: organisation?.name ?? brand.name,
    version: held.version,
    yours: held.appointment && momentWords(held.appointment.startsAt, now),
    moving: other !== undefined,
    box: other ? boxOf(directory, other.offerId) : null,
    key: onedoor.newId(),
    times: await timesOf(context, {
      offerId,
      from: query.get("from"),
      hrefOf: (from) => here({ offer: other?.offerId, from }),
    }),
    others: other
      ? []
      : others.map(({ offerId: id, facts }) => ({
          name: facts.organisationName,
          first: facts.nextFreeAt ? momentWords(facts.nextFreeAt, now) : "",
          href: here({ offer: id }),
        })),
    /** A list for earlier times is kept where times are booked directly. */
    hasList: directory.offer(held.offerId)?.booking === "direct",
    wanted: wish !== null,
    wish: wish?.partsOfDay ?? [],
    parts: PARTS_OF_DAY.map((part) => ({ value: part, label: PARTS_OF_DAY_WORDS[part] })),
    desk: brand.desk,
  };
}

const Intent = z.enum(["move", "take", "keep", "want", "leave"]).catch("move");

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths, patient } = context;
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const { held } = partToMove(context, tracking, params.fulfilment);
  const form = await request.formData();
  const actor = { kind: "patient" as const, name: patient?.name ?? tracking.detail.person.name };
  const on = { reference, fulfilmentId: held.id, key: pageKey.parse(form.get("key")) };
  const slotId = line.parse(form.get("slot"));
  const version = Number(form.get("version") ?? held.version);
  const intent = Intent.parse(form.get("intent"));
  if (intent === "move" && slotId === "") {
    return data({ errors: [{ field: "slot", message: "Choose a time" }] }, { status: 400 });
  }
  const outcome = await {
    move: () => rebook(onedoor, brand.id, { ...on, version, slotId }, actor),
    take: () => takeEarlier(onedoor, brand.id, { ...on, version, slotId }, actor),
    keep: () => declineEarlier(onedoor, brand.id, { ...on, slotId }, actor),
    want: () =>
      joinEarlierList(onedoor, brand.id, { ...on, partsOfDay: form.getAll("part").map(String) }, actor),
    leave: () => leaveEarlierList(onedoor, brand.id, on, actor),
  }[intent]();
  switch (outcome.kind) {
    case "done":
      return redirect(paths.request(reference), 303);
    case "refused":
      return data(
        { errors: outcome.reasons.map((message) => ({ field: "slot", message })) },
        { status: 409 },
      );
    case "changed":
      return data(
        {
          errors: [{ field: "slot", message: `${outcome.by} changed this just now. Look again, and choose` }],
        },
        { status: 409 },
      );
    case "not-found":
      throw redirect(paths.request(reference), 303);
    default:
      return outcome satisfies never;
  }
}

export default function OtherTimesPage() {
  const page = useLoaderData<typeof loader>();
  const { brand } = useFrontDoor();
  const errors = useActionData<typeof action>()?.errors ?? [];
  return (
    <>
      <BackLink href={page.back}>Back</BackLink>
      <div className="step">
        <ErrorSummary errors={errors} />
        <p className="step__caption">{page.service}</p>
        {page.times.days.length === 0 && page.times.earlier === null ? (
          <>
            <h1 className="nhsuk-heading-l">{page.partner} has no other free times</h1>
            {page.yours ? <p>You keep the time you have: {page.yours}.</p> : null}
          </>
        ) : (
          <form method="post" action={page.at} noValidate>
            <input type="hidden" name="version" value={page.version} />
            <input type="hidden" name="key" value={`${page.key}.time`} />
            <TimesToPick
              legend={page.yours ? "Choose another time" : "Choose a time"}
              hint={[
                `With ${page.partner}.`,
                page.yours ? `You have ${page.yours}, and keep it until the new one is yours.` : "",
              ]
                .filter(Boolean)
                .join(" ")}
              error={errorOf(errors, "slot")}
              times={page.times}
              chosen=""
            />
            {page.box ? (
              <>
                <h2 className="nhsuk-heading-m">The box it will come in</h2>
                <BoxLabel box={page.box} />
              </>
            ) : null}
            <Button type="submit" name="intent" value="move">
              {page.moving ? `Move to ${page.partner}` : "Take this time"}
            </Button>
          </form>
        )}
        {page.moving ? null : (
          <>
            <h2 className="nhsuk-heading-m">Who else has free times</h2>
            {page.others.length > 0 ? (
              <ul>
                {page.others.map(({ name, first, href }) => (
                  <li key={href}>
                    <a href={href}>{name}</a>: from {first}
                  </li>
                ))}
              </ul>
            ) : (
              <p>
                Nobody else has one to book at the moment. {brand.name}’s front desk can help: call{" "}
                {page.desk.phone}.
              </p>
            )}
            {page.hasList ? (
              <form method="post" action={page.at}>
                <input type="hidden" name="key" value={`${page.key}.list`} />
                <Checkboxes
                  name="part"
                  legend={page.yours ? "Hear of an earlier time" : "Hear of a time that comes free"}
                  heading="section"
                  hint="When somebody lets a time go, we tell the next few people who wait. Leave all empty if any time of day will do."
                  choices={page.parts}
                  chosen={page.wish}
                />
                <div className="button-row">
                  <Button type="submit" name="intent" value="want" secondary>
                    {page.wanted ? "Keep me on the list" : "Tell me of one"}
                  </Button>
                  {page.wanted ? (
                    <Button type="submit" name="intent" value="leave" secondary>
                      Take me off the list
                    </Button>
                  ) : null}
                </div>
              </form>
            ) : null}
          </>
        )}
      </div>
    </>
  );
}
