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
  /** They had a break until they asked for this page. */
  readonly wentOn: boolean;
  readonly timeUp: boolean;
  /** Somebody sits beside them, and hears what they say. */
  readonly moderated: boolean;
  /** What the page's module may tell of this browser: whether what is typed too. Null: nothing. */
  readonly tells: { readonly typing: boolean } | null;
  /** The participant's own, as it was when the page was asked for. */
  readonly world: string;
  /** The page that it stands on. */
  readonly back: string;
}

/**
 * The only thing that a page of a participant's world has more than the same page elsewhere: one element, after everything
 * else. It works as forms and a fold alone.
 */
export function Bar({ bar }: { readonly bar: TestBar }) {
  const { prefix, who, task, words, place, of, paused, wentOn, timeUp, moderated, tells, world, back } = bar;
  const paths = pathsFor(prefix);
  const otherwise = timeUp ? BAR.timeUp : wentOn ? BAR.wentOn : undefined;
  return (
    <aside
      className="test-bar"
      aria-label={BAR.label}
      lang={ENGLISH_FRAME.lang}
      dir={ENGLISH_FRAME.dir}
      data-lab={tells === null ? "" : paths.labRecord()}
      data-lab-who={tells === null ? undefined : who}
      data-lab-typing={tells?.typing ? "" : undefined}
      data-test-now={paths.labTakeNow()}
      data-test-events={paths.events({ "taking-part": "1" })}
      data-test-take={paths.labTake()}
      data-test-task={task}
      data-test-world={world}
      data-say-paused={BAR.paused}
      data-say-moved={BAR.moved}
      data-say-again={BAR.again}
      data-say-time-up={BAR.timeUp}
      data-say-otherwise={otherwise}
      data-went-on={wentOn ? "" : undefined}
    >
      <p className="test-bar__said" role="status" data-test-said="">
        {paused ? BAR.paused : (otherwise ?? "")}
      </p>
      <details className="test-bar__more">
        <summary className="test-bar__line">
          <span className="test-bar__place">{BAR.task(place, of)}</span>{" "}
          <span className="test-bar__words">{words}</span>
        </summary>
        <div className="test-bar__open">
          {words.split(/\n\s*\n/).map((text) => (
            <p key={text}>{text}</p>
          ))}
          {moderated ? <p className="test-bar__aloud">{BAR.aloud}</p> : null}
          <form method="post" action={paths.labTake()} className="test-bar__ways">
            <input type="hidden" name="bar_of" value={who} />
            <input type="hidden" name="task" value={task} />
            <input type="hidden" name="back" value={back} />
            <button type="submit" name="intent" value="give-up" className="test-bar__way">
              {BAR.stop}
            </button>
            <GoesOn value="pause" words={BAR.pause} paused={paused} className="test-bar__way" />
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
        <GoesOn value="done" words={BAR.finished} paused={paused} className="test-bar__done" />
      </form>
      <PageModule name="test-now" />
      {tells === null ? null : <PageModule name="take-part" />}
    </aside>
  );
}

/** A button that ends a break while there is one, and else does what is its own. */
const GoesOn = ({
  value,
  words,
  paused,
  className,
}: {
  readonly value: "pause" | "done";
  readonly words: string;
  readonly paused: boolean;
  readonly className: string;
}) => (
  <button
    type="submit"
    name="intent"
    value={paused ? "resume" : value}
    className={className}
    data-does={value}
    data-as-it-was={words}
    data-go-on={BAR.resume}
  >
    {paused ? BAR.resume : words}
  </button>
);
