/**
 * Questionnaires that others made and measured. Their grades and averages hold for their own words alone, so those stand as
 * published, however hard they are to read. What `inOtherWords` adds is said beside a line, as help, and is no part of it.
 */

/** After a task, from 1 to 7: the Single Ease Question. Sauro and Dumas, CHI 2009; in these words Sauro, measuringu.com/seq10. */
export const SEQ_WORDS = {
  words: "Overall, how difficult or easy was the task to complete?",
  low: "Very difficult",
  high: "Very easy",
  steps: 7,
} as const;

/**
 * At the end, from 1 to 5: the System Usability Scale. Brooke, SUS: a "quick and dirty" usability scale (1996), with the two
 * changes that its makers and those who measured it allow: what is judged in the place of "system", and "awkward" for
 * "cumbersome", which fewer people know (Finstad 2006; Bangor, Kortum and Miller 2008). The odd ones are said in favour, the
 * even ones against.
 */
export const SUS_WORDS = [
  { words: "I think that I would like to use this website frequently." },
  {
    words: "I found the website unnecessarily complex.",
    inOtherWords: "In other words: it is harder than it needs to be.",
  },
  { words: "I thought the website was easy to use." },
  {
    words: "I think that I would need the support of a technical person to be able to use this website.",
    inOtherWords: "In other words: I would need help from somebody who knows computers.",
  },
  {
    words: "I found the various functions in this website were well integrated.",
    inOtherWords: "In other words: its parts work well together.",
  },
  {
    words: "I thought there was too much inconsistency in this website.",
    inOtherWords: "In other words: too many things in it do not match.",
  },
  { words: "I would imagine that most people would learn to use this website very quickly." },
  { words: "I found the website very awkward to use." },
  { words: "I felt very confident using the website." },
  { words: "I needed to learn a lot of things before I could get going with this website." },
] as const satisfies readonly { readonly words: string; readonly inOtherWords?: string }[];
export const SUS_ENDS = { low: "Strongly disagree", high: "Strongly agree", steps: 5 } as const;

export const ASKING = {
  /** The number of a step, with the words of an end. */
  end: (step: number, words: string): string => `${step}: ${words}`,
  /** What is chosen, from what is not. */
  unknown: "I do not know",
  missing: (words: string): string => `Choose an answer: ${words}`,
  tooLong: (words: string): string => `Use fewer words: ${words}`,
} as const;
