import type { Outcome } from "~/domain/fulfilment/types";

export const WHAT_CAME_OF_IT = "What came of it";

/** How care ended, as the partner picks it. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  treated: "The person had the care they asked for",
  "advice-given": "Advice was enough",
  "referred-on": "They were referred to other care",
  "no-care-needed": "No care was needed",
};
