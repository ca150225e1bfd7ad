import { CONSOLE, clockWords } from "~/content/lab/console";

/** The task of a session, as its facilitator needs it. */
export interface TaskNow {
  readonly id: string;
  readonly place: number;
  readonly of: number;
  readonly words: string;
  readonly script: string;
  readonly success: string;
  readonly byFacilitator: boolean;
  readonly reached: boolean;
  readonly judged: boolean | null;
  readonly begun: boolean;
  readonly workedMs: number;
  readonly running: boolean;
  readonly limit: string | null;
}

export interface Now {
  readonly stands: string;
  readonly here: string;
  readonly task: TaskNow | null;
  readonly sessionMs: number | null;
  /** Time goes on in the session. */
  readonly running: boolean;
}

/** Where the participant is, how long it takes, and the task: what counts as success, and what to say. */
export function SessionNow({
  view: { stands, here, task, sessionMs, running },
  runs,
  action,
}: {
  readonly view: Now;
  readonly runs: boolean;
  readonly action: string;
}) {
  return (
    <>
      <section aria-labelledby="console-here-title" className="console__here">
        <h2 className="nhsuk-u-visually-hidden" id="console-here-title">
          {CONSOLE.hereTitle}
        </h2>
        <div id="console-here" data-live="">
          <p className="console__page">{here === "" ? CONSOLE.nowhere : here}</p>
          <p className="console__stands">{stands}</p>
        </div>
        <dl className="console__timers" id="console-timers" data-live="" aria-label={CONSOLE.timers}>
          <div>
            <dt>{CONSOLE.taskTime}</dt>
            <dd>
              <Timer ms={task?.workedMs ?? 0} running={task?.running ?? false} />{" "}
              {task?.limit ? <small>{CONSOLE.limit(task.limit)}</small> : null}
            </dd>
          </div>
          <div>
            <dt>{CONSOLE.sessionTime}</dt>
            <dd>
              <Timer ms={sessionMs ?? 0} running={running} />
            </dd>
          </div>
        </dl>
      </section>
      <div id="console-task" data-live="">
        {task === null ? null : <Task task={task} runs={runs} action={action} />}
      </div>
    </>
  );
}

const Timer = ({ ms, running }: { readonly ms: number; readonly running: boolean }) => (
  <span className="console__timer" data-timer={ms} data-running={running ? "" : undefined}>
    {clockWords(ms)}
  </span>
);

function Task({
  task,
  runs,
  action,
}: {
  readonly task: TaskNow;
  readonly runs: boolean;
  readonly action: string;
}) {
  return (
    <section aria-labelledby="console-task-title" className="console__task">
      <h2 className="nhsuk-heading-s" id="console-task-title">
        {CONSOLE.task(task.place, task.of)}
      </h2>
      <div className="console__words">
        {task.words.split(/\n\s*\n/).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <p className="console__success">
        <strong>{CONSOLE.success}:</strong> {task.success}
      </p>
      <p className="console__seen">
        {task.byFacilitator ? null : (
          <span className={task.reached ? "console__tag console__tag--yes" : "console__tag"}>
            {task.reached ? CONSOLE.seen : CONSOLE.notSeen}
          </span>
        )}{" "}
        {task.judged === null ? null : (
          <span className={task.judged ? "console__tag console__tag--yes" : "console__tag console__tag--no"}>
            {task.judged ? CONSOLE.judgedYes : CONSOLE.judgedNo}
          </span>
        )}
      </p>
      {runs && task.begun ? (
        <form method="post" action={action} className="console__judge" data-console-form="">
          <input type="hidden" name="intent" value="judge" />
          <input type="hidden" name="task" value={task.id} />
          <span id="console-judge">{CONSOLE.judge}</span>{" "}
          <button
            type="submit"
            name="success"
            value="yes"
            className="console__button"
            id="console-yes"
            aria-describedby="console-judge"
          >
            {CONSOLE.yes}
          </button>{" "}
          <button
            type="submit"
            name="success"
            value="no"
            className="console__button"
            id="console-no"
            aria-describedby="console-judge"
          >
            {CONSOLE.no}
          </button>
        </form>
      ) : null}
      {task.script === "" ? null : (
        <details className="console__fold" open>
          <summary>{CONSOLE.script}</summary>
          <p className="console__script">{task.script}</p>
        </details>
      )}
    </section>
  );
}
