/** The answers of the NHS Friends and Family Test, the best first. */
export const FEEDBACK_SCORES = ["very-good", "good", "neither", "poor", "very-poor", "do-not-know"] as const;
export type FeedbackScore = (typeof FEEDBACK_SCORES)[number];

/** What a person said of one part of their care, once it was over. */
export interface Feedback {
  readonly score: FeedbackScore;
  /** In their own words; empty when they left it out. */
  readonly why: string;
  /** Whether whoever gave the care may know who said it. */
  readonly named: boolean;
}
