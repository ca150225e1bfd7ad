import { type AskedOffer, offerFrom, placeFrom, type WeekHours } from "../directory/newcomers";
import type { DirectoryContents, Offer } from "../directory/types";
import { possessive } from "../shared/in-words";
import type { ChangeOf } from "./changes";
import {
  cannotBeGiven,
  changed,
  type Draft,
  type Drafted,
  givenBy,
  isGiven,
  nameOf,
  noOrganisation,
  noService,
  outside,
  placeOf,
  type ReplayedDays,
  refused,
  serviceName,
} from "./draft";
import { placesInDiary } from "./places";

/** Open on weekdays, as most places are: a what-if asks no more of who tries it. */
export const WEEKDAYS: WeekHours = { days: [1, 2, 3, 4, 5], opens: "09:00", closes: "17:00" };

/** A place of a partner that is there for some days, with one service. */
export function popUp(draft: Draft, change: ChangeOf<"pop-up">, days: ReplayedDays): Drafted {
  const { contents } = draft;
  const { organisationId, serviceId, postcode, position, from, until, placesAWeek } = change;
  const name = nameOf(contents, organisationId);
  if (name === undefined) return refused(noOrganisation(organisationId));
  const wrong = cannotBeGiven(contents, serviceId);
  if (wrong !== undefined) return refused(wrong);
  if (until < from) return refused("A pop-up closes on the day it opens, or later");
  if (from > days.until || until < days.from) return refused(outside(days));
  const place = placeFrom(
    {
      organisationId,
      name: `${possessive(name)} pop-up`,
      address: [],
      postcode,
      position,
      hours: { ...WEEKDAYS, days: [1, 2, 3, 4, 5, 6, 7] },
      stepFree: null,
      temporary: { from, until },
    },
    contents,
  );
  const offer = madeOffer(contents, organisationId, serviceId, place.id);
  return changed(
    draft,
    { locations: [...contents.locations, place], offers: [...contents.offers, offer] },
    placesOf([offer], placesAWeek),
  );
}

/** A service that a partner begins to give, at the first place that it has. */
export function start(draft: Draft, { organisationId, serviceId, placesAWeek }: ChangeOf<"start">): Drafted {
  const { contents } = draft;
  const name = nameOf(contents, organisationId);
  if (name === undefined) return refused(noOrganisation(organisationId));
  const wrong = cannotBeGiven(contents, serviceId);
  if (wrong !== undefined) return refused(wrong);
  if (givenBy(contents, organisationId, serviceId).length > 0)
    return refused(`${name} gives ${serviceName(contents, serviceId)} already`);
  const place = placeOf(contents, organisationId);
  if (place === undefined) return refused(`${name} has no place of its own to give care at`);
  const offer = madeOffer(contents, organisationId, serviceId, place.id);
  return changed(draft, { offers: [...contents.offers, offer] }, placesOf([offer], placesAWeek));
}

/** What one partner gives is given by another, at its place and with the same room. */
export function move(draft: Draft, { from, to, services }: ChangeOf<"move">): Drafted {
  const { contents } = draft;
  const [giver, taker] = [nameOf(contents, from), nameOf(contents, to)];
  if (giver === undefined) return refused(noOrganisation(from));
  if (taker === undefined) return refused(noOrganisation(to));
  if (from === to) return refused("Choose another partner for care to move to");
  const place = placeOf(contents, to);
  if (place === undefined) return refused(`${taker} has no place of its own to give care at`);
  const missing = services.find((id) => givenBy(contents, from, id).length === 0);
  if (missing !== undefined) return refused(`${giver} does not give ${serviceName(contents, missing)}`);
  const moving = new Set(services.flatMap((id) => givenBy(contents, from, id)));
  const offers = contents.offers.map((offer) =>
    moving.has(offer)
      ? { ...offer, organisationId: to, locationId: offer.locationId === null ? null : place.id }
      : offer,
  );
  return changed(draft, { offers });
}

/** More or less room in all that a partner gives, or in one offer: never less than one place a week. */
export function capacity(draft: Draft, change: ChangeOf<"capacity">, otherwise: number): Drafted {
  const { contents } = draft;
  const { organisationId, offerId, percent } = change;
  const name = nameOf(contents, organisationId);
  if (name === undefined) return refused(noOrganisation(organisationId));
  const offers = contents.offers.filter(
    (offer) =>
      offer.organisationId === organisationId && isGiven(offer) && (offerId === null || offer.id === offerId),
  );
  if (offers.length === 0) return refused(`${name} gives no such care at the moment`);
  const places = offers.map((offer): [string, number] => {
    const now = draft.placesAWeek[offer.id] ?? placesInDiary(offer) ?? otherwise;
    return [offer.id, Math.max(1, Math.round((now * (100 + percent)) / 100))];
  });
  return changed(draft, {}, Object.fromEntries(places));
}

/** A service and every offer of it, opened or closed. */
export function service(draft: Draft, { serviceId, becomes }: ChangeOf<"service">): Drafted {
  const { contents } = draft;
  const known = contents.services.find(({ id }) => id === serviceId);
  if (known === undefined) return refused(noService(serviceId));
  const offers = contents.offers.filter((offer) => offer.serviceId === serviceId);
  if (known.status === becomes && offers.every(({ status }) => status === becomes))
    return refused(`${known.name} is ${becomes} already`);
  return changed(draft, {
    services: contents.services.map((one) => (one === known ? { ...one, status: becomes } : one)),
    offers: contents.offers.map((offer) =>
      offer.serviceId === serviceId ? { ...offer, status: becomes } : offer,
    ),
  });
}

/** Care as most of it is given: in person, to whoever may have the service, in both names. */
export function madeOffer(
  contents: DirectoryContents,
  organisationId: string,
  serviceId: string,
  locationId: string,
): Offer {
  const asked: AskedOffer = {
    organisationId,
    serviceId,
    locationId,
    modes: ["in-person"],
    ages: null,
    ownListOnly: false,
    withinKm: null,
    boxStyle: "both",
    times: null,
  };
  return offerFrom(
    asked,
    { access: contents.services.find(({ id }) => id === serviceId)?.access ?? "self-referral" },
    contents,
  );
}

/** As many places a week for each. */
export const placesOf = (offers: readonly Offer[], places: number): Record<string, number> =>
  Object.fromEntries(offers.map(({ id }) => [id, places]));
