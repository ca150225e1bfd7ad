import { z } from "zod";
import { ADJUSTMENT_WORDS, ADJUSTMENTS } from "../../shared/adjustments";
import type { AdjustmentsAnswer } from "../draft-answers";
import { anyOf, lines } from "../input";
import { byWho, type StepDefinition } from "../step";

/** The longest that is written in one's own words. */
export const LONGEST_OTHER = 300;
const LABEL = "What would help";

/** Asked once, and may be passed over. */
export const adjustments: StepDefinition<AdjustmentsAnswer> = {
  id: "adjustments",
  title: ({ answers }) =>
    byWho(
      answers,
      "What would make it easier for you?",
      "What would make it easier for your child?",
      "What would make it easier for them?",
    ),
  passedOver: { step: "adjustments", label: LABEL, value: "Nothing said" },
  schema: () =>
    z.object({
      chosen: anyOf(ADJUSTMENTS, "Choose from what is on this page, or leave them all empty"),
      other: lines.refine((text) => text.length <= LONGEST_OTHER, {
        error: `What else would help must be ${LONGEST_OTHER} characters or fewer`,
      }),
    }),
  typed: ({ chosen, other }) => ({ chosen, other }),
  readBack: ({ chosen, other }) => {
    const said = [...chosen.map((each) => ADJUSTMENT_WORDS[each].choice), ...(other ? [other] : [])];
    return [
      { step: "adjustments", label: LABEL, value: said.length === 0 ? "Nothing said" : said.join("\n") },
    ];
  },
};
