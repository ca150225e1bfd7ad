/** A questionnaire that was not filled in whole, or not with 1 to 5, has no score. */
const ITEMS = 10;

/**
 * The score of one participant's ten answers, each 1 (strongly disagree) to 5 (strongly agree), in order: 0 to 100.
 * Items with odd numbers praise, those with even ones complain. Brooke, SUS: a "quick and dirty" usability scale (1996).
 */
export function susScore(answers: readonly (number | undefined)[]): number | null {
  if (answers.length !== ITEMS) return null;
  let sum = 0;
  for (const [place, answer] of answers.entries()) {
    if (answer === undefined || !Number.isInteger(answer) || answer < 1 || answer > 5) return null;
    sum += place % 2 === 0 ? answer - 1 : 5 - answer;
  }
  return sum * 2.5;
}

/**
 * The curved grading scale: from which mean score on a grade begins, by what mean scores of hundreds of studies were. Sauro and
 * Lewis, Quantifying the User Experience (2016), table 8.5; the same at measuringu.com/interpret-sus-score.
 */
const GRADES = [
  [84.1, "A+"],
  [80.8, "A"],
  [78.9, "A−"],
  [77.2, "B+"],
  [74.1, "B"],
  [72.6, "B−"],
  [71.1, "C+"],
  [65, "C"],
  [62.7, "C−"],
  [51.7, "D"],
] as const;
export type SusGrade = (typeof GRADES)[number][1] | "F";

/** The grade of a mean score. The scale is in tenths, and so is what is looked up in it. */
export function susGrade(score: number): SusGrade {
  const tenths = Math.round(score * 10) / 10;
  return GRADES.find(([from]) => tenths >= from)?.[1] ?? "F";
}
