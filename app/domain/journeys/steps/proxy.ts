import { z } from "zod";
import { ageInYears } from "../../shared/time";
import {
  type AgeBand,
  type AgreementAnswer,
  BASES,
  type Basis,
  type DraftAnswers,
  type JourneyFacts,
  RELATIONS,
  type Relation,
  type RelationAnswer,
  SHARES,
  type ShareAnswer,
} from "../draft-answers";
import { line, oneOf } from "../input";
import { byWho, type StepDefinition } from "../step";

/** Of the sentences that people agree to below. A new version is asked again. */
export const AGREEMENT_VERSION = 1;

/** They have not been asked: nobody asks for them behind their back. */
export const NOT_ASKED = "not-asked";

export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  parent: "Their parent",
  guardian: "Their guardian or foster carer",
  partner: "Their husband, wife or partner",
  family: "Someone else in the family",
  friend: "A friend or neighbour",
  "paid-carer": "Their carer, as my job",
};

/** What makes it right to ask for somebody else, as the person who asks says it. */
export const BASIS_LABELS: Readonly<Record<Basis | typeof NOT_ASKED, string>> = {
  parental: "By law, I can decide for them",
  "asked-by-parent": "A parent, or who can decide by law, asked me to",
  "parental-young": "They cannot decide this yet, and by law I can",
  agrees: "They know about this and agree",
  attorney: "They cannot decide this. I am their attorney for health, or their deputy",
  "best-interests": "They cannot decide this, and nobody is named to decide for them",
  [NOT_ASKED]: "They do not know about this, or do not agree",
};

export const BASIS_HINTS: Readonly<Partial<Record<Basis | typeof NOT_ASKED, string>>> = {
  attorney: "They may ask to see the paper that says so.",
  "best-interests": "Whoever gives the care first decides with you, and with them, what is best for them.",
};

export const SHARE_LABELS: Readonly<Record<ShareAnswer["share"], string>> = {
  everything: "Everything about this request",
  times: "Only times and places",
};

/** From this age somebody may understand enough to decide, and to be heard alone (Gillick; GMC, 0 to 18 years). */
const MAY_DECIDE = 13;
/** From this age somebody decides for themselves unless they cannot (Family Law Reform Act 1969; Mental Capacity Act 2005). */
const DECIDES = 16;

/** How old the person is who is asked for, as far as it matters to who may ask; null before it is known. */
export function ageBand(answers: DraftAnswers, { today }: Pick<JourneyFacts, "today">): AgeBand | null {
  const bornOn = answers.about?.bornOn;
  if (bornOn === undefined) return null;
  const age = ageInYears(bornOn, today);
  return age < MAY_DECIDE ? "child" : age < DECIDES ? "young" : "grown";
}

/** Who may ask for somebody of an age: nobody under 18 is married (Marriage and Civil Partnership Act 2022). */
export const relationsFor = (band: AgeBand): readonly Relation[] =>
  band === "grown" ? RELATIONS : RELATIONS.filter((relation) => relation !== "partner");

/** What may be answered for somebody of an age. A child's parent has a duty; whoever is older is asked. */
export const basesFor = (band: AgeBand): readonly (Basis | typeof NOT_ASKED)[] =>
  ({
    child: ["parental", "asked-by-parent"] as const,
    young: ["agrees", "parental-young", NOT_ASKED] as const,
    grown: ["agrees", "attorney", "best-interests", NOT_ASKED] as const,
  })[band];

/** Does it still hold for whom it is for now, in the words that stand now? */
export const agreementCounts = (answers: DraftAnswers, facts: JourneyFacts): boolean =>
  answers.agreement?.band === ageBand(answers, facts) && answers.agreement?.version === AGREEMENT_VERSION;

/** Of a child everything is told to whoever may ask for them; of anybody older it is asked. */
export const isShareAsked = ({ agreement }: DraftAnswers): boolean =>
  agreement !== undefined && agreement.band !== "child";

const ASK_THEM =
  "Talk with them first. We can only go on when they agree. If you fear for somebody, call 111, or 999 in an emergency";

/** Asked of whoever asks for somebody else: who they are to them. */
export const relation: StepDefinition<RelationAnswer> = {
  id: "relation",
  title: ({ answers }) =>
    byWho(answers, "Who are you?", "Who are you to this child?", "Who are you to them?"),
  schema: ({ answers, facts }) =>
    z.object({
      relation: oneOf(relationsFor(ageBand(answers, facts) ?? "grown"), "Choose who you are to them"),
    }),
  typed: (answer) => ({ relation: answer.relation }),
  readBack: (answer) => [{ step: "relation", label: "Who you are", value: RELATION_LABELS[answer.relation] }],
};

/** What makes it right that they ask. */
export const agreement: StepDefinition<AgreementAnswer> = {
  id: "agreement",
  title: ({ answers, facts }) =>
    ageBand(answers, facts) === "child" ? "Why may you ask for them?" : "Do they know about this, and agree?",
  schema: ({ answers, facts }) => {
    const band = ageBand(answers, facts) ?? "grown";
    const bases = basesFor(band);
    const choose = band === "child" ? "Say why you may ask for them" : "Say if they know and agree";
    return z
      .object({
        basis: line
          .refine((value) => bases.some((each) => each === value), { error: choose })
          .refine((value) => value !== NOT_ASKED, { error: ASK_THEM }),
      })
      .transform(({ basis }) => ({
        basis: BASES.find((each) => each === basis) ?? "agrees",
        band,
        version: AGREEMENT_VERSION,
      }));
  },
  typed: ({ basis }) => ({ basis }),
  readBack: ({ basis }) => [{ step: "agreement", label: "Their agreement", value: BASIS_LABELS[basis] }],
};

/** What whoever asks may be told. */
export const share: StepDefinition<ShareAnswer> = {
  id: "share",
  title: () => "What may they tell you?",
  schema: () => z.object({ share: oneOf(SHARES, "Choose what they may tell you") }),
  typed: (answer) => ({ share: answer.share }),
  readBack: (answer) => [
    { step: "share", label: "What they may tell you", value: SHARE_LABELS[answer.share] },
  ],
};
