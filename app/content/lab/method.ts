import { METHOD_RULES } from "./method-rules";

/** How a study's figures are made, and whose rules those are: what the end of a report says. */
export const METHOD = {
  title: "How the figures are made",
  record:
    "Each person had a town of their own, with made-up people in it. What they did was written down by the system as it happened. Each figure follows from that record alone.",
  order: "Who got which variant was drawn in blocks, so that each variant has as many people.",
  allowed: "Pages, clicks and words are only of those who allow it.",
  files: "The files beside the results hold each value. The codebook says what each column means.",
  what: "Figure",
  how: "How it is made",
  source: "Whose rule it is",
  rules: METHOD_RULES,
} as const;
