import type { FeedbackScore } from "~/domain/fulfilment/feedback";

/** The NHS Friends and Family Test: its question, its answers, and what is asked around them. */
export const FEEDBACK: {
  readonly question: string;
  readonly hint: string;
  readonly why: string;
  readonly whyHint: string;
  readonly mayKnow: (partner: string) => string;
  readonly mayKnowHint: string;
  readonly named: string;
  readonly missing: string;
  readonly whoeverHadIt: string;
  readonly thanks: string;
  readonly scores: Readonly<Record<FeedbackScore, string>>;
} = {
  question: "Overall, how was your experience of our service?",
  hint: "You do not have to answer. What you say changes nothing about your care.",
  why: "Please can you tell us why you gave your answer?",
  whyHint: "You can leave this out. Please do not write names here.",
  mayKnow: (partner) => `May ${partner} know that it was you?`,
  mayKnowHint: "If you leave this empty, they see what you said but not your name.",
  named: "Yes, they may know that it was me",
  missing: "Choose how it was, or “Don’t know”",
  whoeverHadIt: "Whoever had it",
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
