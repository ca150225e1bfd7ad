import type { DirectoryContents } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import { BANK_HOLIDAYS } from "../bank-holidays";
import { offersFrom } from "../offer";
import { LARKMOUTH_BOXES } from "./boxes";
import { LARKMOUTH_BRAND } from "./brand";
import { larkmouthLocations } from "./locations";
import { LARKMOUTH_OFFERS } from "./offers";
import { LARKMOUTH_ORGANISATIONS } from "./organisations";
import { LARKMOUTH_PARTNERSHIPS } from "./partnerships";
import { LARKMOUTH_PEOPLE } from "./people";
import { LARKMOUTH_SERVICES } from "./services";

/** The whole directory of Larkmouth, a made-up harbour city, as it stands on a day. */
export function larkmouth(
  today: PlainDate,
  bankHolidays: readonly PlainDate[] = BANK_HOLIDAYS.map(({ day }) => day),
): DirectoryContents {
  const locations = larkmouthLocations(today);
  return {
    brand: LARKMOUTH_BRAND,
    version: 1,
    organisations: LARKMOUTH_ORGANISATIONS,
    partnerships: LARKMOUTH_PARTNERSHIPS,
    locations,
    services: LARKMOUTH_SERVICES,
    offers: offersFrom(LARKMOUTH_OFFERS, {
      locations,
      services: LARKMOUTH_SERVICES,
      boxes: LARKMOUTH_BOXES,
      people: LARKMOUTH_PEOPLE,
      today,
      textSender: "LarkCare",
      waitSource: "Told to Larkmouth Care by the partner",
    }),
    bankHolidays,
  };
}
