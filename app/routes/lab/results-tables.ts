import type { Cell, TableData } from "~/components/board/charts/table-data";
import {
  COMPARED_WORDS,
  chanceInWords,
  comparisonInWords,
  END_WORDS,
  effectInWords,
  meanInWords,
  meanRange,
  ofInWords,
  percent,
  RESULTS,
  secondsInWords,
  shareRange,
  tenths,
} from "~/content/lab/results";
import { beginningOf } from "~/domain/shared/in-words";
import { TASK_ENDS } from "~/domain/usability/log";
import type { Grouped, Results } from "~/domain/usability/results";
import type { QuestionFigures } from "~/domain/usability/results/answers";
import type { TaskFigures } from "~/domain/usability/results/figures";
import type { TaskPath } from "~/domain/usability/results/path";
import type { Mean } from "~/domain/usability/statistics/mean";
import type { Share } from "~/domain/usability/statistics/share";
import type { Study } from "~/domain/usability/study";

const shareCell = (share: Share | null): Cell =>
  share === null
    ? { text: RESULTS.notKnown }
    : {
        text: ofInWords(share),
        small: `${percent(share.share)} ${shareRange(share)}`,
        bar: share.share,
      };
const meanCell = (mean: Mean | null, words: (value: number) => string): Cell =>
  mean === null
    ? { text: RESULTS.notKnown }
    : { text: meanInWords(mean, words), small: meanRange(mean, words) };

const COLUMNS = [
  { name: RESULTS.done, number: true },
  { name: RESULTS.time, number: true },
  { name: RESULTS.ease, number: true },
  { name: RESULTS.wrong, number: true },
  { name: RESULTS.lost, number: true },
  { name: RESULTS.firstRight, number: true },
];
const cellsOf = ({
  completion,
  seconds,
  ease,
  errors,
  lostness,
  firstPage,
}: TaskFigures): readonly Cell[] => [
  shareCell(completion),
  meanCell(seconds, secondsInWords),
  meanCell(ease, tenths),
  meanCell(errors.mean, tenths),
  shareCell(lostness.lost),
  shareCell(firstPage.right),
];

const LONGEST = 60;
/** A task in a table: its place, and how its words begin, up to the end of one of them. */
export const taskName = (place: number, words: string): string =>
  `${place + 1}. ${beginningOf(words, LONGEST)}`;

/** Every task of everybody, a line each. */
export const atOnceTable = ({ tasks }: Results): TableData => ({
  caption: RESULTS.atOnce,
  columns: [{ name: RESULTS.task }, ...COLUMNS],
  rows: tasks.map(({ words, all }, place) => [{ text: taskName(place, words) }, ...cellsOf(all)]),
});

/** One task: of everybody, and of each variant. */
export const taskTable = ({ all, byVariant }: Grouped<TaskFigures>, study: Study): TableData => ({
  caption: RESULTS.task,
  columns: [{ name: RESULTS.who }, ...COLUMNS],
  rows: [
    [{ text: RESULTS.everybody }, ...cellsOf(all)],
    ...byVariant.map(({ variant, figures }) => [{ text: variantName(study, variant) }, ...cellsOf(figures)]),
  ],
});

export const variantName = (study: Study, id: string): string =>
  study.variants.find((variant) => variant.id === id)?.name ?? id;

/** How attempts ended, and what went wrong on the way: only what happened at all. */
export const endsTable = ({ ended }: TaskFigures): TableData => ({
  caption: RESULTS.ended,
  columns: [{ name: RESULTS.ended }, { name: RESULTS.who, number: true }],
  rows: TASK_ENDS.filter((end) => ended[end] > 0).map((end) => [
    { text: END_WORDS[end] },
    { text: String(ended[end]) },
  ]),
});

/** The caption is heard and not seen: the head of its column says of how many people it is too. */
function ofPeople(what: string, of: number): Pick<TableData, "caption" | "columns"> {
  const name = RESULTS.fromPeople(what, of);
  return { caption: name, columns: [{ name }, { name: RESULTS.who, number: true }] };
}

export const fieldsTable = ({ errors: { fields, some } }: TaskFigures): TableData => ({
  ...ofPeople(RESULTS.fields, some?.of ?? 0),
  rows: fields.map(({ field, pattern, people }) => [
    { text: RESULTS.fieldAt(field, pattern) },
    { text: String(people) },
  ]),
});

export const firstClickTable = ({ firstClick }: TaskFigures): TableData => ({
  ...ofPeople(
    RESULTS.firstClick,
    firstClick.reduce((sum, { people }) => sum + people, 0),
  ),
  rows: firstClick.map(({ on, people }) => [{ text: on }, { text: String(people) }]),
});

/** The shortest way, page by page. */
export const wayTable = ({ steps }: TaskPath): TableData => ({
  caption: RESULTS.way,
  columns: [
    { name: RESULTS.page },
    { name: RESULTS.cameFar, number: true },
    { name: RESULTS.went, number: true },
    { name: RESULTS.back, number: true },
    { name: RESULTS.stopped, number: true },
  ],
  rows: steps.map((step) => [
    {
      text: step.title,
      small: step.pages > 1 ? `${step.pattern}, ${RESULTS.pages(step.pages)}` : step.pattern,
    },
    { text: String(step.people) },
    {
      text: String(step.left),
      ...(step.strayed.length === 0
        ? {}
        : { small: step.strayed.map(({ title, people }) => RESULTS.elsewhere(title, people)).join(", ") }),
    },
    { text: String(step.cameBack) },
    {
      text: String(step.ended),
      ...(step.ended === 0
        ? {}
        : {
            small: step.endedOn.map(({ pattern, people }) => RESULTS.elsewhere(pattern, people)).join(", "),
          }),
    },
  ]),
});

/** What was answered to a question, by everybody and by those of each variant. */
export function questionTable(
  all: QuestionFigures,
  byVariant: readonly { readonly variant: string; readonly figures: QuestionFigures }[],
  study: Study,
): TableData {
  const lines = [
    { name: RESULTS.everybody, figures: all },
    ...byVariant.map(({ variant, figures }) => ({ name: variantName(study, variant), figures })),
  ];
  return {
    caption: all.words,
    columns: [
      { name: RESULTS.who },
      all.kind === "choice"
        ? { name: RESULTS.answers }
        : { name: all.kind === "comprehension" ? RESULTS.right : RESULTS.answers, number: true },
    ],
    rows: lines.map(({ name, figures }) => [{ text: name }, answerCell(figures)]),
  };
}

function answerCell(figures: QuestionFigures): Cell {
  switch (figures.kind) {
    case "comprehension":
      return shareCell(figures.right);
    case "scale":
      return meanCell(figures.mean, tenths);
    case "choice":
      return {
        text: figures.counts
          .filter(({ people }) => people > 0)
          .map(({ option, people }) => RESULTS.elsewhere(option, people))
          .join(", "),
        small: RESULTS.answered(figures.answered),
      };
    case "text":
      return { text: RESULTS.texts(figures.answered, figures.said.length, figures.empty) };
    default:
      return figures satisfies never;
  }
}

/** Comparisons, each with its sentence: what luck is least likely to bring comes first. */
export const comparedTable = ({ compared, tasks }: Results, study: Study): TableData => ({
  caption: RESULTS.compared,
  columns: [{ name: RESULTS.what }, { name: RESULTS.means }, { name: RESULTS.chance, number: true }],
  rows: [...compared]
    .sort((one, other) => one.p - other.p)
    .map((each) => {
      const place = tasks.findIndex(({ id }) => id === each.task);
      const where = place === -1 ? RESULTS.overall : taskName(place, tasks[place]?.words ?? "");
      const question =
        each.of === "comprehension"
          ? study.questions.find(({ id }) => id === each.question)?.words
          : undefined;
      const what = COMPARED_WORDS[each.of];
      const names = { from: variantName(study, each.from), to: variantName(study, each.to) };
      return [
        { text: question === undefined ? what : `${what}: ${question}`, small: where },
        { text: comparisonInWords(each, names), small: effectInWords(each) },
        { text: chanceInWords(each.corrected), small: RESULTS.alone(chanceInWords(each.p)) },
      ];
    }),
});

export const problemsTable = ({ problems }: Results): TableData => ({
  caption: RESULTS.problems,
  columns: [
    { name: RESULTS.problem },
    { name: RESULTS.severity, number: true },
    { name: RESULTS.met, number: true },
  ],
  rows: problems.map(({ title, severity, people }) => [
    { text: title },
    { text: String(severity) },
    shareCell(people),
  ]),
});

/** The share of their tasks that each did, by everybody and each variant; and SUS in the same lines. */
export const endTable = ({ end }: Results, study: Study): TableData => ({
  caption: RESULTS.overall,
  columns: [
    { name: RESULTS.who },
    { name: RESULTS.doneOfTasks, number: true },
    { name: RESULTS.sus, number: true },
  ],
  rows: [
    { name: RESULTS.everybody, figures: end.all },
    ...end.byVariant.map(({ variant, figures }) => ({ name: variantName(study, variant), figures })),
  ].map(({ name, figures: { done, sus } }) => [
    { text: name },
    meanCell(done, percent),
    sus === null
      ? { text: RESULTS.notKnown }
      : { text: `${tenths(sus.score.mean)}, ${sus.grade}`, small: meanRange(sus.score, tenths) },
  ]),
});
