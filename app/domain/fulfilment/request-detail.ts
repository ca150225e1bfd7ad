import type {
  AboutAnswer,
  ContactAnswer,
  DraftAnswers,
  PreferencesAnswer,
  Who,
} from "../journeys/draft-answers";
import type { Need } from "../routing/types";

/** What was asked for and by whom, kept with the request as it was answered: later words or questions change nothing. */
export interface RequestDetail {
  readonly who: Who;
  readonly person: Pick<AboutAnswer, "name" | "bornOn" | "sex">;
  readonly contact: ContactAnswer;
  readonly preferences: PreferencesAnswer;
  /** The service's own questions with the words they had. */
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly redFlagsVersion: number;
  /** An offer's id, or "best". */
  readonly choice: string;
  readonly need: Need;
}

/** The detail of a draft whose every step is answered; undefined while one is missing. */
export function detailFrom(
  answers: DraftAnswers,
  questions: RequestDetail["answers"],
  need: Need,
): RequestDetail | undefined {
  const { who, about, contact, preferences, choose } = answers;
  const flags = answers["red-flags"];
  if (!who || !about || !contact || !preferences || !choose || !flags) return undefined;
  return {
    who: who.who,
    person: { name: about.name, bornOn: about.bornOn, sex: about.sex },
    contact,
    preferences,
    answers: questions,
    redFlagsVersion: flags.version,
    choice: choose.choice,
    need,
  };
}
