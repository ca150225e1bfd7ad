import { STUDY, wellWhen } from "~/content/lab/studies";
import { beginningOf } from "~/domain/shared/in-words";
import { actsInLines } from "~/domain/usability/acts-in-lines";
import type { Task } from "~/domain/usability/study";
import { Paragraphs } from "./paragraphs";

/** So many letters tell one task from another. */
const LONGEST_BEGINNING = 90;

/** A task by its first words; folded below them all that is read, how it begins and when it went well. */
export function StudyTask({
  task,
  place,
  person,
  serviceName,
  questionWords,
}: {
  readonly task: Task;
  /** From 1. */
  readonly place: number;
  readonly person: string;
  readonly serviceName: (id: string) => string;
  readonly questionWords: (id: string) => string;
}) {
  const beginning = beginningOf(task.words, LONGEST_BEGINNING);
  const asked = STUDY.asks(task.questions.map(questionWords));
  return (
    <>
      <h3 className="nhsuk-heading-s">
        {place}. {task.id}
      </h3>
      <p className="nhsuk-u-visually-hidden">{STUDY.taskShown}</p>
      <div className="lab-words">
        <p>{beginning}</p>
      </div>
      <p>
        {STUDY.who(person, task.signedIn)} {STUDY.limit(task.limitSeconds)}
      </p>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">
            {STUDY.details} <span className="nhsuk-u-visually-hidden">“{task.id}”</span>
          </span>
        </summary>
        <div className="nhsuk-details__text">
          {beginning === task.words ? null : (
            <>
              <p>{STUDY.readAll}</p>
              <div className="lab-words">
                <Paragraphs text={task.words} />
              </div>
            </>
          )}
          <p>{STUDY.starts(task.startsAt)}</p>
          {task.acts.length === 0 ? (
            <p>{STUDY.nothingBefore}</p>
          ) : (
            <>
              <p>{STUDY.before}</p>
              <pre className="lab-lines">{actsInLines(task.acts)}</pre>
            </>
          )}
          <p>
            {STUDY.well} {wellWhen(task, serviceName)}.
          </p>
          <p>{STUDY.path(task.optimalPath.length)}</p>
          {asked === "" ? null : <p>{asked}</p>}
          {task.script === "" ? null : (
            <>
              <p>{STUDY.says}</p>
              <Paragraphs text={task.script} />
            </>
          )}
        </div>
      </details>
    </>
  );
}
