import type { Instant } from "../shared/time";
import { TAGS } from "./log";
import { type Attempt, type How, howItStands, takenSession } from "./results/attempts";
import { type Comparison, compareVariants } from "./results/compared";
import { type EndFigures, endFigures, type TaskFigures, taskFigures } from "./results/figures";
import { permittedSession, type SessionRecord } from "./results/permitted";
import { type Problem, type ProblemSeen, problemsSeen } from "./results/problems";
import { type TaggedMoment, taggedIn } from "./results/tagged";
import type { Study } from "./study";

/** Figures of everybody, and of those of each variant where there are several. */
export interface Grouped<Figures> {
  readonly all: Figures;
  readonly byVariant: readonly { readonly variant: string; readonly figures: Figures }[];
}

/** All that a version of a study has shown. It follows from the version, the records and the moment at which they are looked at. */
export interface Results {
  readonly people: {
    /** Who agreed to take part, and is in every figure below as far as they went. */
    readonly tookPart: number;
    readonly finished: number;
    /** By themselves or by the facilitator, before the end. */
    readonly stopped: number;
    /** In the middle: nothing was heard of them for a day or more. They may come back. */
    readonly left: number;
    readonly goingOn: number;
  };
  readonly variants: readonly { readonly id: string; readonly name: string; readonly people: number }[];
  readonly tasks: readonly (Grouped<TaskFigures> & {
    readonly id: string;
    readonly words: string;
    /** Who began it, and has no end to it: they are in no figure of the task. */
    readonly unfinished: number;
  })[];
  readonly end: Grouped<EndFigures>;
  readonly compared: readonly Comparison[];
  readonly quotes: readonly TaggedMoment[];
  readonly problems: readonly ProblemSeen[];
  readonly tags: Readonly<Record<(typeof TAGS)[number], number>>;
}

/** The results of a version, at a moment of real time, from what is recorded of everybody who was asked to take part in it. */
export function resultsOf(
  study: Study,
  sessions: readonly SessionRecord[],
  now: Instant,
  problems: readonly Problem[] = [],
): Results {
  const permitted = sessions
    .map((session) => permittedSession(study, session))
    .filter(({ permissions }) => permissions.has("take-part"));
  const taken = permitted.map((each) => {
    const one = takenSession(study, each);
    return { ...one, variant: each.variant, how: howItStands(one.session, each, now) };
  });
  const attempts = taken.flatMap((each) => each.attempts);
  const moments = permitted.flatMap(taggedIn);
  const count = (what: How) => taken.filter(({ how }) => how === what).length;
  const inVariant = <Each extends { readonly variant: string }>(all: readonly Each[], variant: string) =>
    all.filter((each) => each.variant === variant);
  const grouped = <Each extends { readonly variant: string }, Figures>(
    all: readonly Each[],
    figures: (some: readonly Each[]) => Figures,
  ): Grouped<Figures> => ({
    all: figures(all),
    byVariant:
      study.variants.length < 2
        ? []
        : study.variants.map(({ id }) => ({ variant: id, figures: figures(inVariant(all, id)) })),
  });
  return {
    people: {
      tookPart: taken.length,
      finished: count("finished"),
      stopped: count("stopped"),
      left: count("left"),
      goingOn: count("going-on"),
    },
    variants: study.variants.map(({ id, name }) => ({ id, name, people: inVariant(taken, id).length })),
    tasks: study.tasks.map((task) => ({
      id: task.id,
      words: task.words,
      unfinished: taken.filter(({ unfinished }) => unfinished.includes(task.id)).length,
      ...grouped(
        attempts.filter((attempt) => attempt.task === task.id),
        (some: readonly Attempt[]) => taskFigures(study, task, some),
      ),
    })),
    end: grouped(taken, (some) => endFigures(study, some)),
    compared: compareVariants(study, attempts, [
      ...attempts,
      ...taken.map(({ variant, session }) => ({ variant, task: null, answers: session.answers })),
    ]),
    quotes: moments.filter(({ tag, note }) => tag === "quote" && note !== ""),
    problems: problemsSeen(problems, moments, taken.length),
    tags: Object.fromEntries(
      TAGS.map((tag) => [tag, moments.filter((moment) => moment.tag === tag).length]),
    ) as Results["tags"],
  };
}

/**
 * How far so few people's figures go: of fewer than 5 no share or time says much, of fewer than 20 only what is large shows. A
 * rule of thumb of our own.
 */
export type Few = "very-few" | "few" | "enough";
export const fewOf = (people: number): Few => (people < 5 ? "very-few" : people < 20 ? "few" : "enough");

/** Whether very few people stand behind a share or a mean that is somewhere in these figures. */
export const isOfVeryFew = (figures: unknown): boolean =>
  typeof figures === "object" &&
  figures !== null &&
  (("of" in figures &&
    typeof figures.of === "number" &&
    figures.of > 0 &&
    fewOf(figures.of) === "very-few") ||
    Object.values(figures).some(isOfVeryFew));
