import type { FeedbackScore } from "~/domain/fulfilment/feedback";

/** The NHS Friends and Family Test, in its own words. */
export const FEEDBACK: {
  readonly question: string;
  readonly hint: string;
  readonly why: string;
  readonly whyHint: string;
  readonly thanks: string;
  readonly scores: Readonly<Record<FeedbackScore, string>>;
} = {
  question: "Overall, how was your experience of our service?",
  hint: "You do not have to answer. What you say changes nothing about your care.",
  why: "Please can you tell us why you gave your answer?",
  whyHint: "You can leave this out. Please do not write names here.",
  thanks: "You told us how it was. Thank you.",
  scores: {
    "very-good": "Very good",
    good: "Good",
    neither: "Neither good nor poor",
    poor: "Poor",
    "very-poor": "Very poor",
    "do-not-know": "Don’t know",
  },
};
