/** Groups of vowels, less a silent e: near enough for an average over many words. */
function syllables(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, "");
  if (bare.length <= 3) return 1;
  const groups = bare.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, "").match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/** The Flesch–Kincaid grade (Kincaid and others, 1975): add five for the reading age in years. */
export function fleschKincaidGrade(sentences: readonly string[]): number {
  const split = sentences
    .flatMap((text) => text.split(/[.!?:;]+\s|[.!?]$/))
    .filter((part) => /[a-z]/i.test(part));
  const words = split.flatMap((sentence) => sentence.match(/[A-Za-z'’]+/g) ?? []);
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / split.length) + 11.8 * (total / words.length) - 15.59;
}

/** In years: a child is five in the year before the first grade. */
export const readingAge = (sentences: readonly string[]): number => fleschKincaidGrade(sentences) + 5;
