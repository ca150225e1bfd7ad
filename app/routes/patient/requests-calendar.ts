import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { calendarDescription, calendarOrganiser, calendarSummary } from "~/content/calendar";
import { calendarTimeOf } from "~/domain/fulfilment/calendar-time";
import { writeCalendar } from "~/usecases/write-calendar";
import { readSlot } from "~db/queries/slots";
import { isSensitive, requestToTrack } from "./requests-access";

/**
 * A part's time as a file for a calendar, for whoever may see the request; back to the request when it never had one. Of a
 * sensitive service it names neither who nor where: calendars are shared.
 */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { onedoor, brand, paths, now } = context;
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const [partId, ending] = (params.file ?? "").split(".");
  const tracked = tracking.parts.find(({ part }) => part.id === partId && ending === "ics");
  const time = tracked && calendarTimeOf(tracked.fulfilments);
  if (!tracked || !time || brand.kind === "real") throw redirect(paths.request(reference), 303);
  const slot = time.slotId === null ? undefined : await readSlot(onedoor.db.kysely, brand.id, time.slotId);
  const sensitive = isSensitive(context, tracking);
  const address = new URL(paths.request(reference), request.url).href;
  const file = writeCalendar({
    uid: `${tracked.part.id}@${brand.id}.onedoor`,
    sequence: time.sequence,
    status: time.status,
    startsAt: time.startsAt,
    endsAt: slot?.startsAt === time.startsAt ? slot.endsAt : null,
    summary: calendarSummary(brand.name),
    description: calendarDescription(time, reference, address),
    place: sensitive ? "" : time.place,
    organiser: sensitive ? brand.name : calendarOrganiser(time.box),
    address,
    writtenAt: now,
  });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
      "Content-Disposition": `attachment; filename="appointment-${reference}.ics"`,
      "Cache-Control": "no-store",
    },
  });
}
