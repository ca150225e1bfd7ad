import type { QuestionShown, ResultsShown } from "~/components/lab/results/results-sections";
import { clockInWords } from "~/content/lab/replay";
import { meanInWords, ofInWords, RESULTS, SUMMARY, secondsInWords, tenths } from "~/content/lab/results";
import { fewOf, isOfVeryFew } from "~/domain/usability/results";
import type { QuestionFigures } from "~/domain/usability/results/answers";
import { UNLIKELY } from "~/domain/usability/statistics/holm";
import type { ResultsHere } from "./results-of";
import { summaryOf } from "./results-summary";
import {
  atOnceTable,
  comparedTable,
  endsTable,
  endTable,
  fieldsTable,
  firstClickTable,
  problemsTable,
  questionTable,
  taskName,
  taskTable,
  wayTable,
} from "./results-tables";

/** The results as a page and the report show them. */
export function resultsView({ study, results }: Pick<ResultsHere, "study" | "results">): ResultsShown {
  const { people, variants, tasks, end, quotes, problems, compared } = results;
  const nameOf = (task: string | null) => {
    const place = tasks.findIndex(({ id }) => id === task);
    return place === -1 ? "" : taskName(place, tasks[place]?.words ?? "");
  };
  const questionsIn = (
    all: readonly QuestionFigures[],
    byVariant: readonly {
      readonly variant: string;
      readonly figures: { readonly questions: readonly QuestionFigures[] };
    }[],
  ) =>
    all.map((figures): QuestionShown => {
      const each = byVariant.flatMap(({ variant, figures: { questions } }) => {
        const same = questions.find(({ id }) => id === figures.id);
        return same === undefined ? [] : [{ variant, figures: same }];
      });
      return {
        id: figures.id,
        words: figures.words,
        kind: figures.kind,
        table: questionTable(figures, each, study),
        lines:
          figures.kind === "text"
            ? figures.said
            : figures.kind === "comprehension"
              ? figures.wrong.map(({ said, truth, people }) =>
                  RESULTS.elsewhere(RESULTS.saidFor(said, truth), people),
                )
              : [],
      };
    });
  const { sus } = end.all;
  const fewCompared = RESULTS.fewIn[fewOf(Math.min(...variants.map((variant) => variant.people)))];
  return {
    people: RESULTS.people(people),
    few: [
      RESULTS.few[fewOf(people.tookPart)],
      ...(fewOf(people.tookPart) !== "very-few" && isOfVeryFew([tasks, end]) ? [RESULTS.fewSome] : []),
    ]
      .join(" ")
      .trim(),
    summary: summaryOf(results),
    atOnce: atOnceTable(results),
    tasks: tasks.map((task, place) => ({
      id: task.id,
      name: taskName(place, task.words),
      words: task.words,
      gist: SUMMARY.task(
        task.all.completion === null ? "" : ofInWords(task.all.completion),
        task.all.seconds === null ? "" : meanInWords(task.all.seconds, secondsInWords),
      ),
      notes: [
        ...(task.unfinished === 0 ? [] : [RESULTS.unfinished(task.unfinished)]),
        ...(task.all.notJudged === 0 ? [] : [RESULTS.notJudged(task.all.notJudged)]),
      ],
      table: taskTable(task, study),
      tables: [endsTable(task.all), fieldsTable(task.all), firstClickTable(task.all)].filter(
        ({ rows }) => rows.length > 0,
      ),
      path: task.all.path,
      way: wayTable(task.all.path),
      questions: questionsIn(task.all.questions, task.byVariant),
    })),
    end: {
      table: endTable(results, study),
      sus: sus && {
        score: sus.score.mean,
        low: sus.score.interval?.low ?? null,
        high: sus.score.interval?.high ?? null,
        words: RESULTS.susScale(tenths(sus.score.mean), sus.grade, sus.score.of),
        range: sus.grades === null ? "" : RESULTS.grades(sus.grades.low, sus.grades.high),
      },
      questions: questionsIn(end.all.questions, end.byVariant),
    },
    compared:
      study.variants.length < 2
        ? { none: RESULTS.onlyOne }
        : compared.length === 0
          ? { none: RESULTS.tooFew }
          : {
              table: comparedTable(results, study),
              few: fewCompared,
              unlikely: compared.filter(({ corrected }) => corrected < UNLIKELY).length,
            },
    quotes: quotes.map(({ id, code, note, task, sinceMs }) => ({
      id: `${code} ${id}`,
      words: note,
      of: [code, nameOf(task), clockInWords(sinceMs)].filter((part) => part !== "").join(" · "),
    })),
    problems: problems.length === 0 ? null : problemsTable(results),
    gists: {
      overall:
        sus === null
          ? ""
          : `${RESULTS.sus}: ${RESULTS.susScale(tenths(sus.score.mean), sus.grade, sus.score.of)}`,
      compared:
        compared.length === 0
          ? ""
          : SUMMARY.apartInWords(
              compared.filter(({ corrected }) => corrected < UNLIKELY).length,
              compared.length,
              fewCompared !== "",
            ),
      problems:
        problems[0] === undefined ? SUMMARY.none : SUMMARY.problemsOf(problems.length, problems[0].title),
      quotes: quotes.length === 0 ? SUMMARY.none : SUMMARY.quotesOf(quotes.length),
    },
  };
}
