import type { Service } from "../directory/types";
import type { Need } from "../routing/types";
import type { DraftAnswers } from "./draft-answers";
import { type Known, knownOfWhoIsAskedFor } from "./known";
import { PRACTICE_NONE, PRACTICE_NOT_SURE } from "./steps/place";
import { conditionIn } from "./steps/service-question";

/** The whole input of routing, from the answers so far; what is not answered yet is not known. */
export function needFrom(service: Service, answers: DraftAnswers, known: Known): Need {
  const { about, place, preferences } = answers;
  const { practice, knownTo } = knownOfWhoIsAskedFor(answers, known);
  return {
    serviceId: service.id,
    priority: service.priority,
    person: {
      bornOn: about?.bornOn ?? null,
      sex: about?.sex === "female" || about?.sex === "male" ? about.sex : null,
      registeredWith: registeredWith(place?.practice, practice),
    },
    place: place?.position ? { postcode: place.postcode, position: place.position } : null,
    preferences: {
      modes: preferences?.modes ?? [],
      first: preferences?.first ?? "recommended",
      knownTo,
    },
    needs: {
      access: preferences?.access ?? [],
      language: preferences?.language ?? null,
      condition: conditionIn(service.questions, answers),
    },
    alreadyAsked: [],
  };
}

function registeredWith(said: string | undefined, verified: string | null): Need["person"]["registeredWith"] {
  if (verified) return { ods: verified, checked: true };
  if (said === undefined || said === PRACTICE_NONE || said === PRACTICE_NOT_SURE) return null;
  return { ods: said, checked: false };
}
