import type { PlainDate } from "../shared/time";
import type { DraftAnswers } from "./draft-answers";

/** What is known of a person who has signed in, beside what they answered. It speaks for nobody else. */
export interface Known {
  /** The date of birth that their identity or their record gives. */
  readonly bornOn: PlainDate | null;
  /** ODS code of the practice that identity verification vouches for. */
  readonly practice: string | null;
  /** Organisation ids that look after this person already. */
  readonly knownTo: readonly string[];
  /** That identity verification vouches for. */
  readonly nhsNumber: string | null;
}
export const NOTHING_KNOWN: Known = { bornOn: null, practice: null, knownTo: [], nhsNumber: null };

/** What is known of the person who is asked for: nothing, unless they ask for themselves with the date of birth we know. */
export function knownOfWhoIsAskedFor({ who, about }: DraftAnswers, known: Known): Known {
  const isThem = who?.who === "myself" && known.bornOn !== null && about?.bornOn === known.bornOn;
  return isThem ? known : NOTHING_KNOWN;
}
