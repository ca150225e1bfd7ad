import type { Outcome } from "~/domain/fulfilment/types";

/** How care ended, as the partner picks it. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  treated: "The person had the care they asked for",
  "advice-given": "Advice was enough",
  "referred-on": "They were referred to other care",
  "no-care-needed": "No care was needed",
};
