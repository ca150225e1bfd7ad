import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { type Arrival, Doormat } from "~/components/doormat";
import { LivePage } from "~/components/live-page";
import { whenWords } from "~/content/deadlines";
import { DOORMAT_PAGE, HOW_TO_FAIL } from "~/content/messages/doormat";
import { useFrontDoor } from "~/front-door";
import { newestChange } from "~db/queries/changes";
import { messagesOfRequest } from "~db/queries/deliveries";
import { requestToTrack } from "./requests-access";

export { demoStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: "The doormat" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

/** What a person was sent of one request, as it arrives. A brand of real names sends nothing, and has no such page. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now, codeOfLink } = context;
  if (brand.kind === "real") throw new Response("Not found", { status: 404 });
  const seen = await newestChange(onedoor.db.kysely);
  const { request, parts } = await requestToTrack(context, params.reference);
  const messages = await messagesOfRequest(onedoor.db.kysely, brand.id, request.id);
  return {
    reference: request.reference,
    events: paths.events({ request: request.reference, since: String(seen) }),
    partners:
      codeOfLink === null
        ? []
        : [...new Set(parts.flatMap((part) => part.fulfilments.map((each) => each.organisationId)))].flatMap(
            (id) => {
              const organisation = directory.organisation(id);
              return organisation?.lightContact ? [{ id, name: organisation.name }] : [];
            },
          ),
    arrivals: messages
      .flatMap(({ deliveries }) => deliveries)
      .sort((one, other) => one.firstAt.localeCompare(other.firstAt))
      .map(
        ({ messageId, channel, status, way, written, firstAt }): Arrival => ({
          id: `${messageId}-${channel}`,
          channel,
          status,
          when: whenWords(firstAt, now),
          to: typeof way.to === "string" ? [way.to] : way.to,
          written,
          page: paths.request(request.reference),
        }),
      ),
  };
}

export default function DoormatPage() {
  const { reference, events, arrivals, partners } = useLoaderData<typeof loader>();
  const { brand, paths } = useFrontDoor();
  return (
    <LivePage events={events} say={`Something has come. ${arrivals.length} in all.`}>
      <BackLink href={paths.request(reference)}>{DOORMAT_PAGE.back}</BackLink>
      <h1 className="nhsuk-heading-l doormat__title">
        <span className="nhsuk-caption-l">{DOORMAT_PAGE.caption}</span>
        {DOORMAT_PAGE.title(reference)}
      </h1>
      <p>{DOORMAT_PAGE.nothingLeaves}</p>
      <div id="doormat" data-live="">
        <Doormat arrivals={arrivals} brandMark={brand.mark} />
        {partners.map(({ id, name }) => (
          <p key={id}>
            {DOORMAT_PAGE.partner} <a href={paths.partnerDoormat(id)}>{name}</a>.
          </p>
        ))}
      </div>
      <p className="doormat__how">{HOW_TO_FAIL}</p>
    </LivePage>
  );
}
