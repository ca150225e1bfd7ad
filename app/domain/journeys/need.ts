import type { Service } from "../directory/types";
import type { Need } from "../routing/types";
import type { DraftAnswers } from "./draft-answers";
import { PRACTICE_NONE, PRACTICE_NOT_SURE } from "./steps/place";

/** What is known of the person beside what they answered, when they have signed in. */
export interface Known {
  /** ODS code of the practice that identity verification vouches for. It speaks only for the person who signed in. */
  readonly practice: string | null;
  /** Organisation ids that look after this person already. */
  readonly knownTo: readonly string[];
}
export const NOTHING_KNOWN: Known = { practice: null, knownTo: [] };

/** The whole input of routing, from the answers so far; what is not answered yet is not known. */
export function needFrom(service: Service, answers: DraftAnswers, known: Known): Need {
  const { about, place, preferences } = answers;
  const forMyself = (answers.who?.who ?? "myself") === "myself";
  return {
    serviceId: service.id,
    priority: service.priority,
    person: {
      bornOn: about?.bornOn ?? null,
      sex: about?.sex === "female" || about?.sex === "male" ? about.sex : null,
      registeredWith: registeredWith(place?.practice, forMyself ? known.practice : null),
    },
    place: place?.position ? { postcode: place.postcode, position: place.position } : null,
    preferences: {
      modes: preferences?.modes ?? [],
      first: preferences?.first ?? "recommended",
      knownTo: forMyself ? known.knownTo : [],
    },
    alreadyAsked: [],
  };
}

function registeredWith(said: string | undefined, verified: string | null): Need["person"]["registeredWith"] {
  if (verified) return { ods: verified, checked: true };
  if (said === undefined || said === PRACTICE_NONE || said === PRACTICE_NOT_SURE) return null;
  return { ods: said, checked: false };
}
