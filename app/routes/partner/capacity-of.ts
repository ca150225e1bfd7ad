import type { AppLoadContext } from "@remix-run/node";
import { saysRoom } from "~/domain/directory/types";
import { freshSince } from "~/domain/routing/points";
import { readCapacities } from "~db/queries/overlay";

/** What was told of the offers of an organisation for which it can say how full it is, and whether it still counts. */
export async function capacitiesOf(
  { onedoor, brand, directory, now }: AppLoadContext,
  organisationId: string,
) {
  const offers = directory.offersBy(organisationId).filter(saysRoom);
  const told = await readCapacities(
    onedoor.db.kysely,
    brand.id,
    offers.map(({ id }) => id),
  );
  const since = freshSince(directory.policy, now);
  return offers.map((offer) => {
    const capacity = told.get(offer.id) ?? null;
    return { offer, told: capacity, isStale: capacity !== null && capacity.confirmedAt < since };
  });
}

/** Of how many offers an organisation's word is too old to count. */
export const countStale = async (context: AppLoadContext, organisationId: string): Promise<number> =>
  (await capacitiesOf(context, organisationId)).filter(({ isStale }) => isStale).length;
