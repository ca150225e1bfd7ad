import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { Doormat } from "~/components/doormat";
import { whenWords } from "~/content/deadlines";
import { DOORMAT_PAGE, PARTNER_DOORMAT } from "~/content/messages/doormat";
import { withLink } from "~/domain/messages/light";
import { useFrontDoor } from "~/front-door";
import { messagesToPartner } from "~db/queries/deliveries";

export { demoStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: PARTNER_DOORMAT.title }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

const MOST = 20;

/** What a partner without a system was sent, the newest first. Only a demonstration can show it: links are kept nowhere. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now, codeOfLink } = context;
  const organisation = directory.organisation(params.organisation ?? "");
  if (codeOfLink === null || brand.kind === "real" || !organisation?.lightContact)
    throw new Response("Not found", { status: 404 });
  const deliveries = await messagesToPartner(onedoor.db.kysely, brand.id, organisation.id, MOST);
  const { origin } = new URL(request.url);
  return {
    name: organisation.name,
    arrivals: deliveries.map(({ messageId, channel, status, way, written, firstAt }) => {
      const page = paths.light(codeOfLink(messageId));
      return {
        id: `${messageId}-${channel}`,
        channel,
        status,
        when: whenWords(firstAt, now),
        to: typeof way.to === "string" ? [way.to] : way.to,
        written: withLink(written, `${origin}${page}`),
        page,
      };
    }),
  };
}

export default function PartnerDoormat() {
  const { name, arrivals } = useLoaderData<typeof loader>();
  const { brand, paths } = useFrontDoor();
  return (
    <>
      <BackLink href={paths.home()}>{PARTNER_DOORMAT.back}</BackLink>
      <h1 className="nhsuk-heading-l doormat__title">
        <span className="nhsuk-caption-l">{DOORMAT_PAGE.caption}</span>
        {PARTNER_DOORMAT.of(name)}
      </h1>
      <p>{DOORMAT_PAGE.nothingLeaves}</p>
      <p>{PARTNER_DOORMAT.how}</p>
      <Doormat
        arrivals={arrivals}
        brandMark={brand.mark}
        places={PARTNER_DOORMAT.places}
        channels={["text", "email"]}
      />
    </>
  );
}
