import { buildDirectory, type Directory } from "../directory/directory";
import { standings } from "../directory/standing";
import type { Partnership } from "../directory/types";
import type { PlainDate } from "../shared/time";
import type { Period } from "./year";

/**
 * The directory as it stands on a day, as if it had stood so all through an earlier period: who is a partner on that day
 * was one from the first, who is not never was. A pop-up keeps its dates.
 */
export function throughout(directory: Directory, today: PlainDate, period: Period): Directory {
  const standing = standings(directory.partnerships);
  const held = ({ organisationId }: Partnership): boolean =>
    standing(organisationId, today).kind === "partner";
  const partnerships = directory.partnerships.filter(held).map(
    (each): Partnership => ({
      ...each,
      startsOn: period.from,
      endsOn: null,
      suspendedFrom: null,
    }),
  );
  return buildDirectory({
    brand: directory.brand,
    version: directory.version,
    organisations: directory.organisations,
    partnerships,
    locations: directory.locations,
    services: directory.services,
    offers: directory.offers,
    bankHolidays: [...directory.bankHolidays],
  });
}
