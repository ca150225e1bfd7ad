import {
  type AppLoadContext,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { BoxLabel } from "~/components/box-label";
import { PageModule } from "~/components/page-module";
import { QrCode } from "~/components/qr-code";
import { TelephoneLink } from "~/components/telephone-link";
import { momentWords } from "~/content/deadlines";
import { requestName } from "~/content/parts";
import { PRINT } from "~/content/print";
import { neutralNameOf } from "~/content/sensitive";
import { partViewOf } from "~/content/tracking/part-view";
import type { TrackedPart } from "~/content/tracking/tracked";
import { BACK, RING } from "~/content/while-waiting";
import { servicesAskedFor } from "~/domain/fulfilment/request-detail";
import { dateInWords, sentence } from "~/domain/shared/in-words";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { drawCode } from "~/usecases/draw-code";
import type { Tracking } from "~db/queries/tracking";
import { contactsOf, isSensitive, requestToTrack, trackedParts } from "./requests-access";

export { sheetStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? PRINT.titleOf(data.service) : PRINT.title },
];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

/** One page to take along: all that a person needs at the door, on paper or on a telephone. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { brand, directory, now, paths } = context;
  const tracking = await requestToTrack(context, params.reference);
  const { reference, serviceId } = tracking.request;
  if (brand.kind === "real") throw redirect(paths.request(reference), 303);
  const asked = servicesAskedFor(serviceId, tracking.detail).map((id) => directory.service(id));
  const address = new URL(paths.request(reference), request.url).href;
  return {
    reference,
    sensitive: isSensitive(context, tracking),
    code: drawCode(address),
    service: requestName(asked.map(neutralNameOf)),
    person: tracking.detail.person.name,
    printed: dateInWords(localDate(now)),
    ifWorse: [...new Set(asked.flatMap((service) => service?.ifWorse ?? []))],
    parts: trackedParts(context, tracking).map((tracked) => sheetOf(context, tracking, tracked)),
  };
}

/** What a sheet of paper says of one part. */
function sheetOf(context: AppLoadContext, { events, parts }: Tracking, tracked: TrackedPart) {
  const { directory, now } = context;
  const held = tracked.fulfilments.at(-1);
  const goes = held !== undefined && held.ended === null ? held : undefined;
  const offer = directory.offer(goes?.offerId ?? "");
  const location = offer?.locationId ? directory.location(offer.locationId) : undefined;
  const serviceId = parts.find(({ part }) => part.id === tracked.part.id)?.part.serviceId ?? "";
  const view = partViewOf(tracked, events, contactsOf(context), now);
  return {
    id: view.id,
    name: neutralNameOf(directory.service(serviceId)),
    place: view.place,
    standing: view.steps.find(({ state }) => state === "now")?.title ?? view.steps.at(-1)?.title ?? "",
    promise: view.appointment === null && view.open ? view.promise.text : "",
    appointment: goes?.appointment
      ? { when: momentWords(goes.appointment.startsAt, now), place: goes.appointment.place }
      : null,
    goTo: location
      ? {
          name: location.name,
          address: [...location.address, location.postcode],
          gettingThere: location.access.map(sentence),
        }
      : null,
    bring: directory.service(serviceId)?.whatToBring ?? [],
    ring: view.holder?.phone ? { name: view.holder.name, phone: view.holder.phone } : null,
    box: goes?.box ?? null,
  };
}

type Sheet = ReturnType<typeof sheetOf>;

export default function PrintRequest() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <>
      <BackLink href={paths.request(page.reference)}>{BACK}</BackLink>
      <div className="sheet">
        <div className="sheet__head">
          <div>
            <h1 className="nhsuk-heading-l">
              <span className="nhsuk-caption-l">{PRINT.forWhom(page.service, page.person)}</span>
              {PRINT.reference}
            </h1>
            <p className="sheet__reference">{page.reference}</p>
            <p className="sheet__small">{PRINT.asOf(page.printed)}</p>
          </div>
          <div className="sheet__code">
            <QrCode code={page.code} label={PRINT.code} />
            <p className="sheet__small">{PRINT.scan}</p>
          </div>
        </div>
        <div className="sheet__print">
          <Button type="button" hidden data-print="">
            {PRINT.print}
          </Button>
        </div>
        {page.parts.map((part) => (
          <PartSheet key={part.id} part={part} only={page.parts.length === 1} />
        ))}
        <section className="sheet__worse" aria-labelledby="sheet-worse">
          <h2 className="nhsuk-heading-m" id="sheet-worse">
            {PRINT.worse}
          </h2>
          {page.ifWorse.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>
            {RING.now} <a href="tel:111">{RING.urgent}</a>. {RING.life} <a href="tel:999">{RING.emergency}</a>
            .
          </p>
        </section>
        <PageModule name="print" />
      </div>
    </>
  );
}

function PartSheet({ part, only }: { readonly part: Sheet; readonly only: boolean }) {
  return (
    <section className="sheet__part" aria-labelledby={`sheet-${part.id}`}>
      <h2 className="nhsuk-heading-m" id={`sheet-${part.id}`}>
        {only ? (part.appointment ? PRINT.appointment : PRINT.whereItIs) : `${part.place}: ${part.name}`}
      </h2>
      <div className="sheet__columns">
        <div>
          {part.appointment ? (
            <p className="appointment__when">{part.appointment.when}</p>
          ) : (
            <p>
              <strong>{part.standing}.</strong> {part.promise}
            </p>
          )}
          {part.appointment && part.goTo === null ? <p>{part.appointment.place}</p> : null}
          {part.goTo ? (
            <>
              <h3 className="nhsuk-heading-s">{PRINT.gettingThere}</h3>
              <p>
                {[part.goTo.name, ...part.goTo.address].map((line) => (
                  <span key={line} className="sheet__line">
                    {line}
                  </span>
                ))}
              </p>
              {part.goTo.gettingThere.length > 0 ? <p>{part.goTo.gettingThere.join(". ")}.</p> : null}
            </>
          ) : null}
          {part.bring.length > 0 ? (
            <>
              <h3 className="nhsuk-heading-s">{PRINT.bring}</h3>
              <ul className="nhsuk-list nhsuk-list--bullet">
                {part.bring.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          ) : null}
          {part.ring ? (
            <>
              <h3 className="nhsuk-heading-s">{PRINT.ring}</h3>
              <p>
                {part.ring.name}: <TelephoneLink number={part.ring.phone} />
              </p>
            </>
          ) : null}
        </div>
        {part.box ? <BoxLabel box={part.box} /> : null}
      </div>
    </section>
  );
}
