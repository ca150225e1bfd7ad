import type { AppLoadContext } from "@remix-run/node";
import type { Offer } from "~/domain/directory/types";
import { modesInWords } from "~/domain/shared/in-words";

/** What an offer is of and where, in words. */
export function offerWords({ directory }: AppLoadContext, offer: Offer) {
  const place = offer.locationId === null ? undefined : directory.location(offer.locationId)?.name;
  return {
    service: directory.service(offer.serviceId)?.name ?? offer.serviceId,
    place: [place ?? "", modesInWords(offer.modes)].filter(Boolean).join(", "),
  };
}

/** The open offers of an organisation, each with whose box it comes in, by the names of their services. */
export const offersWithBox = (context: AppLoadContext, organisationId: string) =>
  context.directory
    .offersBy(organisationId)
    .filter(({ status }) => status === "open")
    .map((offer) => ({
      id: offer.id,
      ...offerWords(context, offer),
      style: offer.box.style,
      href: context.paths.partnerBox(offer.id),
    }))
    .sort((a, b) => a.service.localeCompare(b.service) || a.place.localeCompare(b.place));
