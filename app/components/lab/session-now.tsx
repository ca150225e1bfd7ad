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
  /** And before the time was up. */
  readonly inTime: boolean;
  readonly judged: boolean | null;
  readonly begun: boolean;
  readonly workedMs: number;
  readonly running: boolean;
  /** The time that counts. */
  readonly limitMs: number | null;
}

/** A task that is behind them. */
export type TaskBefore = Pick<
  TaskNow,
  "id" | "place" | "of" | "words" | "byFacilitator" | "reached" | "inTime" | "judged"
>;

export interface Now {
  readonly stands: string;
  readonly here: string;
  /** They let their pages be followed. */
  readonly followed: boolean;
  readonly before: readonly TaskBefore[];
  readonly task: TaskNow | null;
  readonly sessionMs: number | null;
  /** Time goes on in the session. */
  readonly running: boolean;
}

/** Where the participant is, how long it takes, and the task: what counts as success, and what to say. */
export function SessionNow({
  view: { stands, here, followed, before, task, sessionMs, running },
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
          <p className="console__page">
            {!followed ? CONSOLE.notFollowed : here === "" ? CONSOLE.nowhere : here}
          </p>
          <p className="console__stands">{stands}</p>
        </div>
        <dl className="console__timers" id="console-timers" data-live="" aria-label={CONSOLE.timers}>
          <div>
            <dt>{CONSOLE.taskTime}</dt>
            <dd>
              <Timer ms={task?.workedMs ?? 0} running={task?.running ?? false} limitMs={task?.limitMs} />{" "}
              {task?.limitMs ? <small>{CONSOLE.limit(clockWords(task.limitMs))}</small> : null}
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
      <div id="console-before" data-live="">
        {before.length === 0 ? null : (
          <details className="console__fold">
            <summary>{CONSOLE.tasksBefore}</summary>
            {before.map((each) => (
              <section key={each.id} aria-label={CONSOLE.task(each.place, each.of)}>
                <p className="console__words">
                  <strong>{each.place}.</strong> {each.words}
                </p>
                <Outcome task={each} />
                {runs ? <Judge id={each.id} action={action} /> : null}
              </section>
            ))}
          </details>
        )}
      </div>
    </>
  );
}

const Timer = ({
  ms,
  running,
  limitMs,
}: {
  readonly ms: number;
  readonly running: boolean;
  readonly limitMs?: number | null | undefined;
}) => (
  <span
    className={`console__timer${limitMs && ms > limitMs ? " console__timer--up" : ""}`}
    data-timer={ms}
    data-limit={limitMs ?? undefined}
    data-running={running ? "" : undefined}
  >
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
      <Outcome task={task} />
      {runs && task.begun ? <Judge id={task.id} action={action} /> : null}
      {task.script === "" ? null : (
        <details className="console__fold" open>
          <summary>{CONSOLE.script}</summary>
          <p className="console__script">{task.script}</p>
        </details>
      )}
    </section>
  );
}

/** What was seen of a task, and what was judged. */
const Outcome = ({
  task: { byFacilitator, reached, inTime, judged },
}: {
  readonly task: Pick<TaskNow, "byFacilitator" | "reached" | "inTime" | "judged">;
}) => (
  <p className="console__seen">
    {byFacilitator ? null : (
      <span className={reached && inTime ? "console__tag console__tag--yes" : "console__tag"}>
        {!reached ? CONSOLE.notSeen : inTime ? CONSOLE.seen : CONSOLE.seenLate}
      </span>
    )}{" "}
    {judged === null ? null : (
      <span className={judged ? "console__tag console__tag--yes" : "console__tag console__tag--no"}>
        {judged ? CONSOLE.judgedYes : CONSOLE.judgedNo}
      </span>
    )}
  </p>
);

const Judge = ({ id, action }: { readonly id: string; readonly action: string }) => (
  <form method="post" action={action} className="console__judge" data-console-form="">
    <input type="hidden" name="intent" value="judge" />
    <input type="hidden" name="task" value={id} />
    <span id={`judge-${id}`}>{CONSOLE.judge}</span>{" "}
    {(["yes", "no"] as const).map((success) => (
      <button
        key={success}
        type="submit"
        name="success"
        value={success}
        className="console__button"
        id={`judge-${id}-${success}`}
        aria-describedby={`judge-${id}`}
      >
        {CONSOLE[success]}
      </button>
    ))}
  </form>
);
