import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Heading, Panel } from "nhsuk-react-components";
import { LivePage } from "~/components/live-page";
import { MessagesSent } from "~/components/tracking/messages-sent";
import { PartTracking } from "~/components/tracking/part-tracking";
import { NOBODY_TOLD } from "~/content/brand";
import { requestName, wholeWords } from "~/content/parts";
import { forWhom } from "~/content/request-detail";
import { neutralNameOf } from "~/content/sensitive";
import { partViewOf } from "~/content/tracking/part-view";
import { CAN_DO } from "~/content/while-waiting";
import { allowedActions } from "~/domain/fulfilment/guards";
import { servicesAskedFor } from "~/domain/fulfilment/request-detail";
import { useFrontDoor } from "~/front-door";
import { newestChange } from "~db/queries/changes";
import { besideParts } from "./beside-parts";
import { messagesTo } from "./messages-to";
import { movesOf } from "./moves";
import { contactsOf, isSensitive, requestToTrack, trackedParts } from "./requests-access";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: where your request is` : "Where your request is" },
];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, directory, now, paths } = context;
  const seen = await newestChange(onedoor.db.kysely);
  const tracking = await requestToTrack(context, params.reference);
  const { reference, serviceId } = tracking.request;
  const asked = servicesAskedFor(serviceId, tracking.detail).map((id) => directory.service(id));
  const contacts = contactsOf(context);
  const beside = await besideParts(context, tracking);
  const parts = trackedParts(context, tracking).map((tracked, index) => {
    const { part, fulfilments } = tracking.parts[index] ?? { part: undefined, fulfilments: [] };
    const state = part && { request: tracking.request, part, fulfilments };
    const may = state ? allowedActions(state, "patient", fulfilments.at(-1)?.id ?? null, now) : [];
    return partViewOf({ ...tracked, may }, tracking.events, contacts, now, beside.of(tracked.part.id));
  });
  const moves = await Promise.all(tracking.parts.map((tracked) => movesOf(context, reference, tracked)));
  return {
    moves,
    why: tracking.parts.map(beside.why),
    isNew: new URL(request.url).searchParams.has("new"),
    reference,
    title: requestName(asked.map(neutralNameOf)),
    sensitive: isSensitive(context, tracking),
    service: requestName(asked.map((service) => service?.name ?? "Your care")),
    ifWorse: [...new Set(asked.flatMap((service) => service?.ifWorse ?? []))],
    parts,
    forWhom: forWhom(tracking.detail),
    whole: parts.length > 1 ? wholeWords(parts) : null,
    messages: await messagesTo(context, tracking),
    events: paths.events({ request: reference, since: String(seen) }),
  };
}

/** What is read out when the page changes by itself. */
const spoken = (steps: readonly { state: string; title: string }[]): string =>
  `This page has changed. ${steps.find((step) => step.state === "now")?.title ?? steps.at(-1)?.title ?? ""}.`;

export default function TrackRequest() {
  const { isNew, reference, service, ifWorse, parts, forWhom, whole, moves, why, messages, events } =
    useLoaderData<typeof loader>();
  const { brand, paths, patient } = useFrontDoor();
  const open = parts.some((part) => part.open);
  return (
    <LivePage
      events={events}
      say={whole ? `This page has changed. ${whole}` : spoken(parts.flatMap((part) => part.steps))}
    >
      {isNew && open ? <Confirmation reference={reference} guest={patient === null} /> : null}
      <div className="tracking__head">
        <Heading headingLevel={isNew && open ? "h2" : "h1"} size="l">
          <span className="nhsuk-caption-l">{service}</span>
          {isNew && open ? "What happens now" : "Where your request is"}
        </Heading>
        {forWhom ? <p>{forWhom}</p> : null}
        {isNew && open ? null : (
          <p className="reference">
            Reference <strong>{reference}</strong>
          </p>
        )}
      </div>
      {brand.kind === "real" ? (
        <p className="nobody-told">
          <strong>{NOBODY_TOLD.lead}</strong> {NOBODY_TOLD.rest}
        </p>
      ) : null}
      <div id="tracking" data-live="">
        {whole ? <p className="tracking__whole">{whole}</p> : null}
        <div className={`tracking__parts tracking__parts--${parts.length === 1 ? "one" : "many"}`}>
          {parts.map((part, index) => (
            <PartTracking
              key={part.id}
              part={part}
              moves={moves[index] ?? null}
              why={why[index] ?? null}
              only={parts.length === 1}
              at={{
                choose: paths.requestChoose(reference, { part: part.id }),
                answer: paths.requestAnswer(reference, { part: part.id }),
                tell: paths.requestTell(reference, { part: part.id }),
                worse: paths.requestWorse(reference, { part: part.id }),
                feedback: paths.requestFeedback(reference, { part: part.id }),
                calendar: paths.requestCalendar(reference, part.id),
                reopen: paths.requestReopen(reference, { part: part.id }),
              }}
            />
          ))}
        </div>
      </div>
      <div id="tracking-messages" data-live="">
        <MessagesSent lines={messages} doormat={brand.kind === "real" ? null : paths.doormat(reference)} />
      </div>
      <section className="if-worse" aria-labelledby="if-worse">
        <h2 className="nhsuk-heading-m" id="if-worse">
          {open ? "If you get worse while you wait" : "If you get worse"}
        </h2>
        {ifWorse.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>
          If you need help now but it is not an emergency, <a href="tel:111">call 111</a>. If someone’s life
          is at risk, <a href="tel:999">call 999</a>.
        </p>
      </section>
      {brand.kind === "real" ? null : (
        <p className="no-print">
          <a href={paths.requestPrint(reference)}>{CAN_DO.print}</a>
        </p>
      )}
      <div id="tracking-cancel" data-live="">
        {open ? (
          <p>
            <a href={paths.requestCancel(reference)}>Cancel this request</a>
          </p>
        ) : (
          <p>
            <a href={paths.services()}>Ask for something else</a>
          </p>
        )}
      </div>
    </LivePage>
  );
}

function Confirmation({ reference, guest }: { readonly reference: string; readonly guest: boolean }) {
  return (
    <>
      <Panel>
        <Panel.Title>We have your request</Panel.Title>
        Your reference
        <br />
        <strong>{reference}</strong>
      </Panel>
      {guest ? (
        <p>
          Write the reference down. With it and a date of birth you can come back to this page from anywhere,
          under “My requests”.
        </p>
      ) : (
        <p>You can come back to this page at any time, under “My requests”.</p>
      )}
    </>
  );
}
