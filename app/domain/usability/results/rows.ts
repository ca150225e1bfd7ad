import { type Instant, milliseconds } from "../../shared/time";
import { inTime, type LabEvent } from "../log";
import type { Results } from "../results";
import type { Answer } from "../session";
import type { Study } from "../study";
import { isRight } from "./answers";
import { type Attempt, howItStands, takenSession } from "./attempts";
import { susOf } from "./figures";
import { type PermittedSession, permittedSession, type SessionRecord } from "./permitted";
import { pagesNeeded } from "./shortest-way";

/** The columns of each file, in their order. What they mean is in the codebook. */
export const FILE_COLUMNS = {
  results: [
    "participant",
    "variant",
    "task",
    "outcome",
    "how",
    "seconds",
    "ease",
    "errors",
    "pages_seen",
    "pages_different",
    "pages_needed",
    "lostness",
    "first_page",
    "first_page_right",
    "first_click",
    "sus",
  ],
  answers: ["participant", "variant", "task", "question", "value", "withheld", "truth", "right"],
  events: [
    "participant",
    "variant",
    "seq",
    "at",
    "seconds",
    "task",
    "kind",
    "page",
    "places",
    "method",
    "status",
    "title",
    "fields",
    "on",
    "question",
    "value",
    "withheld",
    "truth",
    "tag",
    "severity",
    "note",
    "how",
  ],
  paths: ["task", "from", "to", "people", "times"],
  problems: [
    "rank",
    "problem",
    "severity",
    "people",
    "of",
    "share",
    "share_low",
    "share_high",
    "participant",
    "variant",
    "task",
    "page",
    "page_title",
    "at",
    "note",
    "picture",
    "html",
    "session",
  ],
} as const;
export type ResultsFile = keyof typeof FILE_COLUMNS;
export type Column<File extends ResultsFile = ResultsFile> = (typeof FILE_COLUMNS)[File][number];

/** A row by the names of its columns; what is not known, or does not apply, is left out. */
export type Row<File extends ResultsFile> = Partial<Record<Column<File>, string | number | boolean | null>>;

/** A file's rows as text, its columns' names first. */
export function rowsOf<File extends ResultsFile>(
  file: File,
  rows: readonly Row<File>[],
): readonly (readonly string[])[] {
  const columns: readonly Column<File>[] = FILE_COLUMNS[file];
  return [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
}

const permittedOf = (study: Study, sessions: readonly SessionRecord[]): readonly PermittedSession[] =>
  sessions
    .map((session) => permittedSession(study, session))
    .filter(({ permissions }) => permissions.has("take-part"));

/** What each participant did, a row a task; and a row without a task for the end of the session. */
export const resultRows = (study: Study, sessions: readonly SessionRecord[], now: Instant) =>
  rowsOf(
    "results",
    permittedOf(study, sessions).flatMap((each) => {
      const { session, attempts } = takenSession(study, each);
      const { code: participant, variant } = each;
      return [
        ...attempts.map((attempt) => ({ participant, variant, ...attemptRow(study, attempt) })),
        {
          participant,
          variant,
          outcome: howItStands(session, each, now),
          sus: susOf(session),
        },
      ];
    }),
  );

function attemptRow(study: Study, { task, outcome, how, seconds, answers, way }: Attempt): Row<"results"> {
  const needed = study.tasks.find(({ id }) => id === task)?.optimalPath ?? [];
  const ease = answers.get("seq")?.value ?? null;
  return {
    task,
    outcome,
    how,
    seconds,
    ease,
    ...(way === null
      ? {}
      : {
          errors: way.errors.length,
          pages_seen: way.pages.length,
          pages_different: way.different,
          pages_needed: pagesNeeded(needed),
          lostness: way.lostness,
          first_page: way.firstPage,
          first_page_right: way.firstPage === null || needed.length < 2 ? null : way.firstPage === needed[1],
          first_click: way.firstClick,
        }),
  };
}

/** Every answer, a row each. */
export const answerRows = (study: Study, sessions: readonly SessionRecord[]) =>
  rowsOf(
    "answers",
    permittedOf(study, sessions).flatMap((each) => {
      const { session } = takenSession(study, each);
      const row = (task: string | null, [question, answer]: readonly [string, Answer]): Row<"answers"> => ({
        participant: each.code,
        variant: each.variant,
        task,
        question,
        value: answer.value,
        withheld: answer.withheld ?? null,
        truth: answer.truth,
        right: answer.truth === null ? null : isRight(answer),
      });
      return [
        ...session.tasks.flatMap(({ task, answers }) => [...answers].map((answer) => row(task, answer))),
        ...[...session.answers].map((answer) => row(null, answer)),
      ];
    }),
  );

/** All that is recorded and may be looked at, in the order in which it happened. */
export const eventRows = (study: Study, sessions: readonly SessionRecord[]) =>
  rowsOf(
    "events",
    permittedOf(study, sessions).flatMap(({ code: participant, variant, record }) => {
      const events = inTime(record);
      const start = milliseconds(events[0]?.at ?? "");
      let task: string | null = null;
      return events.map(({ seq, at, event }): Row<"events"> => {
        // A task that is over may be judged in the middle of another one.
        const its = "task" in event ? event.task : task;
        if (event.kind !== "judged") task = its;
        const seconds = (milliseconds(at) - start) / 1_000;
        return { participant, variant, seq, at, seconds, task: its, kind: event.kind, ...detailOf(event) };
      });
    }),
  );

function detailOf(event: LabEvent): Row<"events"> {
  switch (event.kind) {
    case "page": {
      const { pattern, values, method, status, title, errors } = event;
      const places = Object.entries(values).map(([name, value]) => `${name}=${value}`);
      return { page: pattern, places: places.join(" "), method, status, title, fields: errors.join(" ") };
    }
    case "consented":
      return {
        value: event.permissions.join(" "),
        how: `study ${event.version}, words ${event.words ?? "?"}`,
      };
    case "task-over":
      return { how: event.how };
    case "judged":
      return { value: event.success };
    case "click":
    case "focus":
      return { on: event.on };
    case "scroll":
      return { value: event.depth };
    case "hesitated":
      return { value: event.ms / 1_000 };
    case "window":
      return { value: event.width };
    case "typed":
      return { on: event.on, value: event.text };
    case "answered":
      return {
        question: event.question,
        value: event.value,
        withheld: event.withheld ?? null,
        truth: event.truth,
      };
    case "tagged":
      return { tag: event.tag, severity: event.severity, note: event.note };
    case "stopped":
      return { how: event.by, note: event.why };
    default:
      return {};
  }
}

/** From which page to which, task by task. */
export const pathRows = ({ tasks }: Results) =>
  rowsOf(
    "paths",
    tasks.flatMap(({ id, all }) => all.path.links.map((link) => ({ task: id, ...link }))),
  );
