import { isOpenAt, nextOpening, opensBefore } from "../directory/opening";
import type { Terms } from "../directory/terms";
import { openingInWords } from "../shared/moments-in-words";
import type { Instant } from "../shared/time";
import type { Circumstances } from "./circumstances";
import type { RuleOfEligibility } from "./rule";
import { goesToPlace } from "./ways";

/**
 * What cannot wait is not sent to a closed door: an urgent or asap need fails where the person would have to go to a place
 * that is known to stay closed until after the promise is due. Where hours are not known nothing fails. For a routine
 * need the hours of the moment do not matter.
 */
export const OPENING_RULE: RuleOfEligibility = {
  rule: "opening-hours",
  failsOn: (terms, given) =>
    given.soonBy !== null &&
    terms.hours !== null &&
    goesToPlace(terms, given) &&
    opensBefore(terms.hours, given.now, given.soonBy, given.bankHolidays) === false,
  code: () => "31",
  says: ({ terms }, given, failed) => {
    if (!terms.hasPlace) return "No place to go to";
    const isOpen = openNow(terms, given);
    if (isOpen === null) return "Not known when they are open";
    if (isOpen) return "Open now";
    const next = nextFor(terms, given);
    if (next === null) return "Closed now, and not known when they open";
    const when = openingInWords(next, given.today);
    return failed ? `Closed until ${when}` : `Closed now, opens ${when}`;
  },
  notable: ({ terms }, given) =>
    given.soonBy !== null && goesToPlace(terms, given) && openNow(terms, given) === false,
};

const openNow = ({ hours }: Terms, { now, bankHolidays }: Circumstances): boolean | null =>
  hours === null ? null : isOpenAt(hours, now, bankHolidays);

const nextFor = ({ hours }: Terms, { now, bankHolidays }: Circumstances): Instant | null =>
  hours === null ? null : nextOpening(hours, now, bankHolidays);
