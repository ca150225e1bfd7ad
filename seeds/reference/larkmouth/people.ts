import type { Language, LanguagesGiven } from "~/domain/shared/languages";
import type { PeopleOfOrganisation } from "../offer";

const speaks = (spoken: readonly Language[], interpreter: boolean | null): LanguagesGiven => ({
  spoken,
  interpreter,
});

/** What the accessible information standard asks for is in place. */
const STANDARD = { bsl: true, "large-print": true, "easy-read": true } as const;

/**
 * Which languages each partner's people speak, whether they can get an interpreter, and what they can send or bring. A
 * partner that is not here has not told us, and what is left out is not known.
 */
export const LARKMOUTH_PEOPLE: Readonly<Record<string, PeopleOfOrganisation>> = {
  "harbour-street": { languages: speaks(["ro"], true), meets: { bsl: true, "large-print": true } },
  lighthouse: { languages: speaks(["pl", "ur"], true), meets: STANDARD },
  ropewalk: { languages: speaks(["so", "ar"], true) },
  westbrook: { languages: speaks([], true), meets: { "large-print": true } },
  "fenny-lark": { languages: speaks([], true) },
  sandholme: { languages: speaks([], true) },
  "harbour-trust": { languages: speaks([], true), meets: STANDARD },
  larkshore: { languages: speaks(["pl"], true), meets: STANDARD },
  general: { languages: speaks([], true), meets: STANDARD },
  spyglass: { languages: speaks(["hi"], true), meets: { "large-print": true } },
  quayside: { languages: speaks(["pt"], true), meets: { "large-print": true } },
  northgate: { languages: speaks(["pa", "ur"], null) },
  "ropewalk-chemist": { languages: speaks(["pl", "lt"], null) },
  council: { languages: speaks([], true), meets: STANDARD },
  tidewell: { languages: speaks(["pl"], true), meets: { "easy-read": true } },
  halyard: { languages: speaks([], false), meets: { bsl: false } },
  "mill-lane-dental": { languages: speaks(["el"], null) },
  anchor: { languages: speaks(["so"], false), meets: { "easy-read": true } },
  "kettle-club": { languages: speaks([], false), meets: { bsl: false } },
  "even-keel": { languages: speaks(["pl"], false), meets: { "large-print": true } },
};
