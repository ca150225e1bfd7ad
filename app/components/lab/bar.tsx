import { PageModule } from "~/components/page-module";
import { ENGLISH_FRAME } from "~/content/frame";
import { BAR } from "~/content/lab/bar";
import { pathsFor } from "~/paths";
import { leaveAt } from "./change-mind";

/** What the bar of a participant's task shows, at the foot of the page that is tested. */
export interface TestBar {
  /** Of the town whose lab it is. */
  readonly prefix: string;
  /** The participant's code: a page may stay open when somebody else takes part in the same browser. */
  readonly who: string;
  readonly task: string;
  readonly words: string;
  readonly place: number;
  readonly of: number;
  readonly paused: boolean;
  readonly timeUp: boolean;
  /** What the page's module may tell of this browser: whether what is typed too. Null: nothing. */
  readonly tells: { readonly typing: boolean } | null;
  /** The page that it stands on. */
  readonly back: string;
}

/**
 * The only thing that a page of a participant's world has more than the same page elsewhere: one element, after everything
 * else. It works as forms and a fold alone.
 */
export function Bar({ bar }: { readonly bar: TestBar }) {
  const { prefix, who, task, words, place, of, paused, timeUp, tells, back } = bar;
  const paths = pathsFor(prefix);
  return (
    <aside
      className="test-bar"
      aria-label={BAR.label}
      lang={ENGLISH_FRAME.lang}
      dir={ENGLISH_FRAME.dir}
      data-lab={tells === null ? "" : paths.labRecord()}
      data-lab-who={tells === null ? undefined : who}
      data-lab-typing={tells?.typing ? "" : undefined}
    >
      <details className="test-bar__more">
        <summary className="test-bar__line">
          <span className="test-bar__place">{BAR.task(place, of)}</span>{" "}
          <span className="test-bar__words">{paused ? BAR.paused : timeUp ? BAR.timeUp : words}</span>
        </summary>
        <div className="test-bar__open">
          {words.split(/\n\s*\n/).map((text) => (
            <p key={text}>{text}</p>
          ))}
          {timeUp ? <p>{BAR.timeUp}</p> : null}
          <p className="test-bar__aloud">{BAR.aloud}</p>
          <form method="post" action={paths.labTake()} className="test-bar__ways">
            <input type="hidden" name="bar_of" value={who} />
            <input type="hidden" name="task" value={task} />
            <input type="hidden" name="back" value={back} />
            <button type="submit" name="intent" value="give-up" className="test-bar__way">
              {BAR.stop}
            </button>
            <button type="submit" name="intent" value={paused ? "resume" : "pause"} className="test-bar__way">
              {paused ? BAR.resume : BAR.pause}
            </button>
          </form>
          <p>
            {BAR.noShame} <a href={leaveAt(paths.labTake())}>{BAR.leave}</a>
          </p>
        </div>
      </details>
      <form method="post" action={paths.labTake()} className="test-bar__finish">
        <input type="hidden" name="bar_of" value={who} />
        <input type="hidden" name="task" value={task} />
        <input type="hidden" name="back" value={back} />
        <button type="submit" name="intent" value={paused ? "resume" : "done"} className="test-bar__done">
          {paused ? BAR.resume : BAR.finished}
        </button>
      </form>
      {tells === null ? null : <PageModule name="take-part" />}
    </aside>
  );
}
