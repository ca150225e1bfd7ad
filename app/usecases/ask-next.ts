import { boxOf } from "~/domain/boxes/box";
import type { Directory } from "~/domain/directory/directory";
import { offersAsked } from "~/domain/fulfilment/asked-already";
import type { NextPartner, PartState } from "~/domain/fulfilment/part-state";
import { detailOfPart, type RequestDetail } from "~/domain/fulfilment/request-detail";
import type { EndReason } from "~/domain/fulfilment/types";
import { route, routeTo } from "~/domain/routing/route";
import type { Need, RoutingDecision } from "~/domain/routing/types";
import { modesInWords, sentence } from "~/domain/shared/in-words";
import type { Reader } from "~db/connect";
import type { StoredDecision } from "~db/queries/decisions";
import { readRequestById } from "~db/queries/requests";
import type { Work } from "./apply-command";

/** A routing decision with the identifier it is stored under, and whom it says to ask; null when nobody is eligible. */
export interface Routed {
  readonly next: NextPartner | null;
  readonly decision: StoredDecision;
}

/**
 * Routes a part again, leaving out whom it was with already: the next that can be asked on the person's own shortlist,
 * then the ranking's. `ending` is why it leaves the one that has it now; null when nobody has it.
 */
export async function routeAgain(work: Work, state: PartState, ending: EndReason | null): Promise<Routed> {
  return routeAgainFor(work, state, await needNow(work.tx, work, state, ending));
}

/** The same for a need that is known. */
export function routeAgainFor(work: Omit<Work, "tx">, state: PartState, need: Need): Routed {
  const { directory, overlay, setting } = work.brand;
  for (const offerId of state.part.shortlist) {
    if (need.alreadyAsked.includes(offerId)) continue;
    const wanted = routeTo(directory, overlay, need, setting.now, offerId);
    if (wanted) return routed(work, state.part.id, wanted);
  }
  return routed(work, state.part.id, route(directory, overlay, need, setting.now));
}

/** Routes a part to the offer that a person chose; undefined when it cannot be asked, or was asked already. */
export async function routeToChosen(
  work: Work,
  state: PartState,
  offerId: string,
  ending: EndReason | null = null,
): Promise<Routed | undefined> {
  const { directory, overlay, setting } = work.brand;
  const need = await needNow(work.tx, work, state, ending);
  const decision = routeTo(directory, overlay, need, setting.now, offerId);
  return decision && routed(work, state.part.id, decision);
}

/** The need that a request was made with, and whom it was with since. */
export async function needNow(
  reader: Reader,
  { brandId, brand }: Pick<Work, "brandId" | "brand">,
  state: PartState,
  ending: EndReason | null = null,
): Promise<Need> {
  const stored = await readRequestById(reader, brandId, state.request.id);
  if (!stored) throw new Error(`Request ${state.request.id} has a part and no row`);
  return needOf(brand, state, stored.detail, ending);
}

/** A need as it was asked with, for one part of it as it is now. */
export function needOf(
  brand: Work["brand"],
  state: PartState,
  asked: RequestDetail,
  ending: EndReason | null,
): Need {
  const { serviceId, priority, position } = state.part;
  const { need } = detailOfPart(asked, position);
  const offersBy = (organisationId: string) =>
    brand.directory.offersBy(organisationId).filter((offer) => offer.serviceId === serviceId);
  return { ...need, serviceId, priority, alreadyAsked: offersAsked(state, offersBy, ending) };
}

export function routed(
  { onedoor, brand }: Pick<Work, "onedoor" | "brand">,
  partId: string,
  decision: RoutingDecision,
): Routed {
  const decisionId = onedoor.newId();
  const offer = decision.chosen === null ? undefined : brand.directory.offer(decision.chosen);
  return {
    decision: { id: decisionId, partId, decision },
    next: offer
      ? {
          fulfilmentId: onedoor.newId(),
          decisionId,
          offerId: offer.id,
          organisationId: offer.organisationId,
          box: boxOf(brand.directory, offer.id),
        }
      : null,
  };
}

/** Where an appointment of an offer is, in words: the address, or how care is given that has no place. */
export function placeOf(directory: Directory, offerId: string): string {
  const offer = directory.offer(offerId);
  const location = offer?.locationId ? directory.location(offer.locationId) : undefined;
  if (location) return [location.name, ...location.address, location.postcode].join(", ");
  return sentence(modesInWords(offer?.modes ?? []));
}
