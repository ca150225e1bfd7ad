import { agreedNow } from "~/domain/boxes/agreed";
import { type AskedOffer, offerFrom } from "~/domain/directory/newcomers";
import type { Offer } from "~/domain/directory/types";
import { type ByManager, changeDirectory, type DirectoryChanged, type Edited } from "./change-directory";
import type { Onedoor } from "./context";
import { fillDiary } from "./fill-diary";

type NotFound = { readonly kind: "not-found" };
type NotAgreed = { readonly kind: "not-agreed" };

/**
 * Opens one organisation's way to deliver one service. The times that people can choose are made in the same
 * transaction: whoever finds the offer finds them.
 */
export function openOffer(
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  asked: AskedOffer,
): Promise<DirectoryChanged<NotFound | NotAgreed>> {
  let opened = "";
  return changeDirectory<NotFound | NotAgreed>(
    onedoor,
    brandId,
    by,
    (contents, { today }) => {
      const service = contents.services.find(({ id }) => id === asked.serviceId);
      const place = contents.locations.find(({ id }) => id === asked.locationId);
      const known = contents.organisations.some(({ id }) => id === asked.organisationId);
      // Nobody gives a service of several parts: each of them is given by itself.
      if (!known || service === undefined || service.status !== "open" || service.parts !== undefined)
        return { kind: "not-found" };
      if (asked.locationId !== null && place?.organisationId !== asked.organisationId)
        return { kind: "not-found" };
      if (!agreedNow(contents, asked.organisationId, today).includes(asked.boxStyle))
        return { kind: "not-agreed" };
      const offer = offerFrom(asked, service, contents);
      opened = offer.id;
      return {
        kind: "edit",
        put: { offers: [offer] },
        action: "offer-opened",
        subject: offer.id,
        detail: offer,
      };
    },
    { also: (edited) => makeTimes(edited, brandId, opened) },
  );
}

/** Opens an offer again that was closed, or closes it: nobody is sent to it any more, and what it has it ends. */
export const setOfferStatus = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  { offerId, status }: { readonly offerId: string; readonly status: Offer["status"] },
): Promise<DirectoryChanged<NotFound>> =>
  changeDirectory<NotFound>(
    onedoor,
    brandId,
    by,
    (contents) => {
      const offer = contents.offers.find(({ id }) => id === offerId);
      if (offer === undefined) return { kind: "not-found" };
      return {
        kind: "edit",
        put: { offers: [{ ...offer, status }] },
        action: status === "open" ? "offer-opened" : "offer-closed",
        subject: offerId,
        detail: { status },
      };
    },
    { also: (edited) => makeTimes(edited, brandId, offerId) },
  );

async function makeTimes(edited: Edited, brandId: string, offerId: string): Promise<void> {
  await fillDiary(edited, brandId, offerId);
}
