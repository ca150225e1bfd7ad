import { METHOD_RULES } from "./method-rules";

/** How a study's figures are made, and whose rules those are: what the end of a report says. */
export const METHOD = {
  title: "How the figures are made",
  record:
    "Each person had a town of their own, with made-up people in it. What they did was written down by the system as it happened. Each figure follows from that record alone.",
  order: "Who got which variant was drawn in blocks, so that as many people are asked to try each.",
  oneOrder:
    "Everybody took the tasks in the same order. What they learnt in one may have helped with the next, so a later task may look easier than it is.",
  inTheMiddle:
    "Who stopped in the middle of a task, or is still in it, is in no figure of that task. How many they are is said below the task.",
  allowed: "Pages, clicks and words are only of those who allow it.",
  files: "The files beside the results hold each value. The codebook says what each column means.",
  what: "Figure",
  how: "How it is made",
  source: "Whose rule it is",
  rules: METHOD_RULES,
} as const;
