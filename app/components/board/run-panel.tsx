import { Button } from "nhsuk-react-components";
import { many, SCENARIO } from "~/content/board/what-if";
import { dateInWords } from "~/domain/shared/in-words";
import { isGoing, type Progress, type RunState } from "~/domain/simulation/run";
import type { WhatIfResult } from "~/domain/simulation/what-if-result";
import { PageModule } from "../page-module";

interface Run {
  readonly standing: RunState | "lost";
  readonly isStale: boolean;
  readonly progress: Progress;
  readonly result: WhatIfResult | null;
}

/** While its scenario is played, and scripts are off, a page is asked for again every three seconds. */
const AGAIN = { httpEquiv: "refresh", content: "3" };

/** How a scenario stands: the button that plays it, how far it is, or what it came to and how sure that is. */
export function RunPanel({
  action,
  run,
  canRun,
  isKept,
}: {
  readonly action: string;
  readonly run: Run | null;
  readonly canRun: boolean;
  /** What it came to goes with a proposal, and is not played again. */
  readonly isKept: boolean;
}) {
  const going = run !== null && isGoing(run.standing);
  return (
    <section className="what-if__run" id="run" data-going={going ? "1" : undefined} aria-live="polite">
      {run === null ? <p>{SCENARIO.runHint}</p> : <Standing run={run} />}
      {isKept ? <p>{SCENARIO.kept}</p> : null}
      <form method="post" action={action}>
        {going ? (
          <Button type="submit" name="intent" value="stop" secondary>
            {SCENARIO.stop}
          </Button>
        ) : canRun && !isKept ? (
          <Button type="submit" name="intent" value="play">
            {run === null ? SCENARIO.run : SCENARIO.again}
          </Button>
        ) : null}
      </form>
      {going ? (
        <>
          <noscript>
            <meta {...AGAIN} />
            <p>
              <a href={action}>{SCENARIO.look}</a>
            </p>
          </noscript>
          <PageModule name="progress" />
        </>
      ) : null}
    </section>
  );
}

function Standing({ run: { standing, isStale, progress, result } }: { readonly run: Run }) {
  const { done, of, ahead, reasons } = progress;
  switch (standing) {
    case "waiting":
      return <p>{SCENARIO.waiting(ahead)}</p>;
    case "running":
      return (
        <>
          <p>{of === 0 ? SCENARIO.starting : SCENARIO.going(many(done), many(of))}</p>
          <progress
            className="what-if__progress"
            value={done}
            max={Math.max(of, 1)}
            aria-label={SCENARIO.label}
          />
          {result === null ? null : <p>{SCENARIO.soFar(dateInWords(result.until))}</p>}
        </>
      );
    case "done":
      return (
        <>
          {isStale ? <p className="stale-note">{SCENARIO.stale}</p> : null}
          {result === null ? null : (
            <p>
              {SCENARIO.done(many(result.requests.before), result.seeds.length)} {SCENARIO.spreadHow}
            </p>
          )}
        </>
      );
    case "refused":
      return (
        <>
          <p className="stale-note">{SCENARIO.refused}</p>
          <ul>
            {reasons.map(({ at, reason }) => (
              <li key={`${at} ${reason}`}>{reason}</li>
            ))}
          </ul>
        </>
      );
    case "stopped":
    case "failed":
    case "lost":
      return <p className="stale-note">{SCENARIO[standing]}</p>;
    default:
      return standing satisfies never;
  }
}
