import { CONSOLE } from "~/content/lab/console";
import type { TaskNow } from "./session-now";

interface Run {
  readonly standing: string;
  readonly stopped: boolean;
  readonly paused: boolean;
  readonly going: boolean;
  readonly task: TaskNow | null;
  readonly world: string;
  readonly say: { readonly opening: string; readonly closing: string; readonly safety: string };
}

/** What a facilitator does with a session, and the words for its beginning and its ends. Each is a form of its own. */
export function RunForms({ view, action }: { readonly view: Run; readonly action: string }) {
  const { standing, stopped, going, say } = view;
  return (
    <section aria-labelledby="console-run-title" className="console__run">
      <h2 className="nhsuk-heading-s" id="console-run-title">
        {CONSOLE.run}
      </h2>
      <div id="console-run" data-live="">
        {going && standing !== "consent" ? (
          <div className="console__buttons">
            {doable(view).map((each) => (
              <Do key={each.intent} action={action} {...each} />
            ))}
          </div>
        ) : null}
        {going && (standing === "after-task" || standing === "end") ? (
          <LeaveQuestions action={action} task={standing === "end" ? null : (view.task?.id ?? null)} />
        ) : null}
      </div>
      <div id="console-say" data-live="">
        <Said title={CONSOLE.opening} words={say.opening} open={standing === "consent"} />
        <Said title={CONSOLE.closing} words={say.closing} open={standing === "end" || standing === "over"} />
      </div>
      <div id="console-stop" data-live="">
        {going && standing !== "consent" ? (
          <details className="console__fold console__fold--stop">
            <summary>{CONSOLE.stop}</summary>
            <p>{CONSOLE.stopLead}</p>
            {say.safety === "" ? null : <p className="console__script">{say.safety}</p>}
            <form method="post" action={action} data-console-form="">
              <input type="hidden" name="intent" value="stop" />
              <label className="nhsuk-label" htmlFor="console-why">
                {CONSOLE.why}
              </label>
              <input className="nhsuk-input" id="console-why" name="why" maxLength={200} />
              <button type="submit" className="console__button console__button--stop">
                {CONSOLE.stopNow}
              </button>
            </form>
          </details>
        ) : (
          <Said title={CONSOLE.safety} words={say.safety} open={stopped} />
        )}
      </div>
    </section>
  );
}

/** What can be done with a session as it stands: what is sent, and in which words. */
function doable({ standing, paused, task, world }: Run) {
  const pause = paused
    ? { intent: "resume", words: CONSOLE.resume }
    : { intent: "pause", words: CONSOLE.pause };
  // Of questions nothing is counted, and their page waits as long as they like.
  if (standing === "after-task" || standing === "end") return paused ? [pause] : [];
  if (standing !== "task" || task === null) return [pause];
  return [
    pause,
    { intent: "move-on", words: CONSOLE.moveOn, task: task.id },
    { intent: "reset", words: CONSOLE.reset, task: task.id, world, hint: CONSOLE.resetHint },
  ];
}

/**
 * What cannot be undone lies in a fold of its own: a second click, or one that was meant for the button that stood here until
 * now, does no more than unfold it.
 */
function LeaveQuestions({ action, task }: { readonly action: string; readonly task: string | null }) {
  const { title, how, button } = task === null ? CONSOLE.leaveLastQuestions : CONSOLE.leaveQuestions;
  return (
    <details className="console__fold">
      <summary>{title}</summary>
      <p>{how}</p>
      <form method="post" action={action} data-console-form="">
        <input type="hidden" name="task" value={task ?? ""} />
        <button type="submit" name="intent" value="leave-questions" className="console__button">
          {button}
        </button>
      </form>
    </details>
  );
}

const Do = ({
  action,
  intent,
  words,
  task,
  world,
  hint,
}: {
  readonly action: string;
  readonly intent: string;
  readonly words: string;
  readonly task?: string;
  readonly world?: string;
  readonly hint?: string;
}) => (
  <form method="post" action={action} data-console-form="">
    {task === undefined ? null : <input type="hidden" name="task" value={task} />}
    {world === undefined ? null : <input type="hidden" name="world" value={world} />}
    <button
      type="submit"
      name="intent"
      value={intent}
      className="console__button"
      id={`console-${intent}`}
      aria-describedby={hint === undefined ? undefined : `console-${intent}-hint`}
    >
      {words}
    </button>
    {hint === undefined ? null : (
      <span className="console__hint" id={`console-${intent}-hint`}>
        {hint}
      </span>
    )}
  </form>
);

const Said = ({
  title,
  words,
  open,
}: {
  readonly title: string;
  readonly words: string;
  readonly open: boolean;
}) =>
  words === "" ? null : (
    // What is unfolded by its reader is not the page's; what is to be read now is.
    <details className="console__fold" open={open} data-unfolded={open ? "" : undefined}>
      <summary>{title}</summary>
      <p className="console__script">{words}</p>
    </details>
  );
