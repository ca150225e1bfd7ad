import type { Directory } from "../directory/directory";
import type { Offer } from "../directory/types";
import type { Behaviour } from "./behaviour";
import { type Demand, rateOfAll } from "./demand";

const WEEKS_IN_A_YEAR = 52;

/**
 * How many people each offer sees in a week, by offer id: the offers of a service share what is asked for in a usual
 * week. Who sees only its own list has as much as that list asks for. A service that nobody asks for is left out.
 */
export function weeklyPlaces(
  demand: Demand,
  { room }: Behaviour,
  directory: Directory,
): Readonly<Record<string, number>> {
  const lists = new Map(
    directory.organisations.map(({ id, listSize }) => [id, listSize?.patients ?? 0] as const),
  );
  const people = [...lists.values()].reduce((sum, patients) => sum + patients, 0);
  const places: Record<string, number> = {};
  for (const [serviceId, askedAWeek] of askedOf(demand, room.inPeaks, directory)) {
    const offers = directory.offersOf(serviceId).filter(({ role }) => role === "provider");
    const shareOf = ({ ownListOnly, organisationId }: Offer): number =>
      ownListOnly ? (lists.get(organisationId) ?? 0) / Math.max(people, 1) : 1 / offers.length;
    for (const offer of offers) {
      const times = room.usual * (room.byOrganisation[offer.organisationId] ?? 1);
      places[offer.id] = Math.max(1, Math.ceil(askedAWeek * people * shareOf(offer) * times));
    }
  }
  return places;
}

/** How many people of one on a list ask for a service in a week, by itself or as a part of another, with room for peaks. */
function askedOf(demand: Demand, inPeaks: number, directory: Directory): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const [serviceId, wants] of Object.entries(demand.services)) {
    const season = demand.seasons[wants.season] ?? [];
    const mean = season.reduce((sum, weight) => sum + weight, 0) / Math.max(season.length, 1);
    const peak = mean === 0 ? 1 : Math.max(...season) / mean;
    const aWeek = (rateOfAll(demand, wants) / 1_000 / WEEKS_IN_A_YEAR) * (1 + inPeaks * (peak - 1));
    const parts = directory.service(serviceId)?.parts?.map((part) => part.serviceId) ?? [serviceId];
    for (const part of parts) asked.set(part, (asked.get(part) ?? 0) + aWeek);
  }
  return asked;
}
