/** The rules that figures are made by, in the words and under the names of those who found them. */
export const METHOD_RULES = [
  {
    what: "Shares",
    how: "Adjusted Wald interval, 95%",
    source: "Agresti and Coull 1998; Sauro and Lewis 2005",
  },
  {
    what: "Times",
    how: "Geometric mean with a t-interval, of those who did it",
    source: "Sauro and Lewis 2010",
  },
  { what: "Other means", how: "Mean with a t-interval", source: "Student 1908" },
  { what: "How easy it was", how: "SEQ: one question after a task, 1 to 7", source: "Sauro and Dumas 2009" },
  {
    what: "System Usability Scale",
    how: "Ten statements, 0 to 100, graded against hundreds of studies",
    source: "Brooke 1996; Sauro and Lewis 2016",
  },
  {
    what: "Were lost",
    how: "Lostness above 0.5, from pages seen, different and needed",
    source: "Smith 1996",
  },
  { what: "Variants, shares", how: "Fisher’s exact test, two-sided", source: "Fisher 1935" },
  { what: "Variants, times", how: "Welch’s t-test of the logarithms", source: "Welch 1947" },
  { what: "Many comparisons", how: "Probabilities corrected by Holm’s rule", source: "Holm 1979" },
  { what: "How bad a problem is", how: "1, a blemish, to 4, nobody gets past it", source: "Nielsen 1994" },
] as const;
