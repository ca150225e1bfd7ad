/** After a task: the Single Ease Question (Sauro and Dumas 2009), from 1 to 7. */
export const SEQ_WORDS = {
  words: "Overall, how hard or easy was this task?",
  low: "Very hard",
  high: "Very easy",
  steps: 7,
} as const;

/**
 * The System Usability Scale (Brooke 1996), from 1 to 5: "website" for "system", and "awkward" for "cumbersome", as Sauro and
 * Lewis have it. The odd ones are said in favour, the even ones against.
 */
export const SUS_WORDS = [
  "I think that I would like to use this website often.",
  "I found this website more complex than it need be.",
  "I thought this website was easy to use.",
  "I think that I would need somebody's help to be able to use this website.",
  "I found the parts of this website fitted well together.",
  "I thought there was too much on this website that did not match.",
  "I would imagine that most people would learn to use this website very quickly.",
  "I found this website very awkward to use.",
  "I felt very confident using this website.",
  "I needed to learn a lot of things before I could get going with this website.",
] as const;
export const SUS_ENDS = { low: "Strongly disagree", high: "Strongly agree", steps: 5 } as const;

export const ASKING = {
  /** The number of a step, with the words of an end. */
  end: (step: number, words: string): string => `${step}: ${words}`,
  /** What is chosen, from what is not. */
  unknown: "I do not know",
  missing: (words: string): string => `Choose an answer: ${words}`,
  tooLong: (words: string): string => `Use fewer words: ${words}`,
} as const;
