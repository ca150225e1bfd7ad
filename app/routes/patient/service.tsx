import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { AskCard } from "~/components/catalogue/ask-card";
import { BoxesItMayComeIn, WhatBoxesMean } from "~/components/catalogue/boxes-it-may-come-in";
import { PostcodeField } from "~/components/catalogue/postcode-field";
import { RelatedServices } from "~/components/catalogue/related-services";
import { ServiceWords } from "~/components/catalogue/service-words";
import { ErrorSummary } from "~/components/form/error-summary";
import { type PartBox, PartBoxes } from "~/components/part-boxes";
import { needGroup } from "~/content/needs";
import { placeWords } from "~/content/offers";
import { boxesHeading } from "~/content/parts";
import { neutralNameOf } from "~/content/sensitive";
import { boxOf } from "~/domain/boxes/box";
import type { Directory } from "~/domain/directory/directory";
import { relatedServices } from "~/domain/directory/related";
import type { Service } from "~/domain/directory/types";
import { useFrontDoor } from "~/front-door";
import { findPlace } from "~/usecases/find-place";
import { lookAtServices, type ServiceLook, waysOfEachPartner } from "~/usecases/look-at-services";
import { parseQuery, ServiceQuery } from "./catalogue-query";
import { streetOf } from "./who-can-be-asked";

export const handle = { kept: ["postcode"] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: `${page ? neutralNameOf(page.service) : "Service"} – ${page?.brandName ?? "Onedoor"}`,
  },
  ...(page && !page.sensitive ? [{ name: "description", content: page.service.summary }] : []),
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, now } = context;
  const found = directory.service(params.service ?? "");
  if (found?.status !== "open") throw new Response(null, { status: 404, statusText: "Not Found" });
  const { postcode } = parseQuery(ServiceQuery, request);
  const place = await findPlace(onedoor, postcode);
  const [look] = await lookAtServices(onedoor, brand.id, [found], place.kind === "found" ? place : null);
  const { redFlags, synonyms, questions, needs, ...words } = found;
  const error = place.kind === "unknown" ? place.message : null;
  const page = {
    brandName: brand.name,
    service: { ...words, canAsk: redFlags !== null },
    sensitive: found.sensitive === true,
    notice: redFlags?.notice ?? null,
    glance: look?.glance ?? null,
    partners: look?.partners.length ?? 0,
    places: look?.places ?? 0,
    boxes: (look ? waysOfEachPartner(look.decision) : []).map((ways) => ({
      offerId: ways[0].offerId,
      box: boxOf(directory, ways[0].offerId),
      words: directory.offer(ways[0].offerId)?.words ?? null,
      ways: ways.map(({ offerId, facts }) => ({
        offerId,
        place: placeWords(facts, streetOf(directory, offerId)),
        nextFreeAt: facts.nextFreeAt,
        wait: facts.wait,
      })),
    })),
    related: relatedServices(directory, found).map(({ id, name, summary }) => ({ id, name, summary })),
    needs: needs.flatMap((id) => needGroup(id) ?? []).map(({ id, name }) => ({ id, name })),
    parts: (look?.parts ?? []).map((part, index) => partBoxOf(directory, found, part, index)),
    postcode: place.kind === "found" ? place.postcode : postcode,
    now,
    error,
  };
  return data(page, error ? 400 : 200);
}

/** The box that a part may come in, before anyone has asked: that of the first partner who gives it. */
function partBoxOf(
  directory: Directory,
  whole: Service,
  { service, decision }: ServiceLook,
  index: number,
): PartBox {
  const [first] = waysOfEachPartner(decision);
  return {
    serviceId: service.id,
    name: service.name,
    after: whole.parts?.[index]?.after.map((id) => directory.service(id)?.name ?? id) ?? [],
    place: first ? placeWords(first[0].facts, streetOf(directory, first[0].offerId)) : "",
    box: first ? boxOf(directory, first[0].offerId) : null,
  };
}

export default function ServicePage() {
  const { service, notice, glance, partners, places, boxes, parts, related, needs, postcode, now, error } =
    useLoaderData<typeof loader>();
  const { brand, paths } = useFrontDoor();
  return (
    <>
      <BackLink href={paths.services({ view: "a-to-z" })}>All services</BackLink>
      <ErrorSummary errors={error ? [{ field: "postcode", message: error }] : []} />
      <div className="service-page">
        <div className="service-page__head">
          <h1 className="nhsuk-heading-xl">{service.name}</h1>
          <p className="nhsuk-lede-text">{service.summary}</p>
        </div>
        {glance ? (
          <AskCard
            service={service}
            glance={glance}
            partners={partners}
            places={places}
            now={now}
            askHref={paths.ask(service.id)}
            desk={brand.desk}
          >
            <form method="get" action={paths.service(service.id)}>
              <PostcodeField
                value={postcode}
                error={error ?? undefined}
                label="Your postcode"
                hint="To see how near and how soon."
              />
            </form>
          </AskCard>
        ) : null}
        <div className="service-page__words">
          <ServiceWords service={service} />
        </div>
      </div>
      {parts.length > 0 ? (
        <section aria-labelledby="parts" className="possible-boxes">
          <h2 className="nhsuk-heading-m" id="parts">
            {boxesHeading(service.name, parts.length)}
          </h2>
          <p>You ask once, and have one reference. These are the boxes that it may come in.</p>
          <WhatBoxesMean brand={brand.name} />
          <PartBoxes parts={parts} desk={brand.desk.name} />
        </section>
      ) : (
        <BoxesItMayComeIn boxes={boxes} partners={partners} brand={brand.name} now={now} />
      )}
      <RelatedServices
        services={related}
        needs={needs}
        hrefOf={(id) => paths.service(id, error ? {} : { postcode })}
        needHrefOf={(need) => paths.services({ need, ...(error ? {} : { postcode }) })}
      />
      {notice ? <p className="notice">{notice}</p> : null}
    </>
  );
}
