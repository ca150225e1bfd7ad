import type { SummaryLine } from "~/components/lab/results/results-summary";
import { meanInWords, meanRange, ofInWords, percent, RESULTS, SUMMARY, tenths } from "~/content/lab/results";
import type { Results } from "~/domain/usability/results";
import type { QuestionFigures } from "~/domain/usability/results/answers";
import { UNLIKELY } from "~/domain/usability/statistics/holm";
import { taskName } from "./results-tables";

/** The few figures that answer what a study asks: did people get there, did they know, how was it, and what stands in the way. */
export function summaryOf({ tasks, end, compared, problems }: Results): readonly SummaryLine[] {
  const { done, sus } = end.all;
  const hardest = tasks
    .flatMap(({ words, all: { completion } }, place) =>
      completion === null ? [] : [{ name: taskName(place, words), completion }],
    )
    .sort((one, other) => one.completion.share - other.completion.share)[0];
  const unlikely = compared.filter(({ corrected }) => corrected < UNLIKELY).length;
  const [worst] = problems;
  return [
    ...(done === null
      ? []
      : [{ name: SUMMARY.done, value: meanInWords(done, percent), small: meanRange(done, percent) }]),
    ...(hardest === undefined || hardest.completion.share === 1
      ? []
      : [{ name: SUMMARY.hardest, value: ofInWords(hardest.completion), small: hardest.name }]),
    ...known([...tasks.flatMap(({ all }) => all.questions), ...end.all.questions]).map(
      ({ words, right, of }) => ({
        name: words,
        value: percent(right / of),
        small: SUMMARY.right(right, of),
      }),
    ),
    ...(sus === null
      ? []
      : [
          {
            name: RESULTS.sus,
            value: tenths(sus.score.mean),
            small: SUMMARY.susOf(sus.grade, sus.score.of),
          },
        ]),
    ...(compared.length === 0
      ? []
      : [
          {
            name: RESULTS.compared,
            value: SUMMARY.apart(unlikely, compared.length),
            small: unlikely === 0 ? SUMMARY.noneApart : SUMMARY.someApart,
          },
        ]),
    ...(worst === undefined
      ? []
      : [{ name: SUMMARY.problems, value: String(problems.length), small: SUMMARY.worst(worst.title) }]),
  ];
}

/** What has a right answer, all tasks together: how many answers there are, and how many of them were right. */
function known(asked: readonly QuestionFigures[]) {
  const sums = new Map<string, { readonly words: string; readonly right: number; readonly of: number }>();
  for (const figures of asked) {
    if (figures.kind !== "comprehension" || figures.right === null) continue;
    const { right, of } = sums.get(figures.id) ?? { right: 0, of: 0 };
    sums.set(figures.id, {
      words: figures.words,
      right: right + figures.right.count,
      of: of + figures.right.of,
    });
  }
  return [...sums.values()].filter(({ of }) => of > 0);
}
