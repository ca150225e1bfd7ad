import type { DeadlineWords } from "~/content/deadlines";
import { sentence } from "~/domain/shared/in-words";
import { TakeLine, type TakeView } from "./take-line";

/** A journey that a sign of an emergency stopped, whose person can be reached. */
export interface StopLine {
  readonly id: string;
  readonly href: string;
  readonly person: string;
  readonly service: string;
  readonly raised: string;
  readonly ledTo: string;
  readonly deadline: DeadlineWords | null;
  /** "They went on, and sent K7PM-3QXR"; empty when they stopped there. */
  readonly since: string;
  readonly take: TakeView;
}

/** Who was stopped by a sign of an emergency: above all other work, and only there when there is somebody. */
export function StopList({
  stops,
  unreached,
  action,
}: {
  readonly stops: readonly StopLine[];
  readonly unreached: string | null;
  readonly action: string;
}) {
  if (stops.length === 0 && unreached === null) return null;
  return (
    <section className="stops" aria-labelledby="stops">
      <h2 className="nhsuk-heading-m" id="stops">
        Stopped at a sign of an emergency
      </h2>
      {stops.length > 0 ? (
        <ul className="stops__list">
          {stops.map((stop) => (
            <li key={stop.id} className="stops__line">
              <span className="stops__who">
                <a href={stop.href}>{stop.person}</a>
                <span className="stops__small">{stop.service}</span>
              </span>
              <span>
                {stop.raised}
                <span className="stops__small">{[stop.ledTo, stop.since].filter(Boolean).join(". ")}</span>
              </span>
              {stop.deadline ? (
                <span className={`stops__by${stop.deadline.late ? " worklist__deadline--late" : ""}`}>
                  {sentence(stop.deadline.text)}
                </span>
              ) : null}
              <TakeLine take={stop.take} action={action} />
            </li>
          ))}
        </ul>
      ) : null}
      {unreached === null ? null : <p className="stops__unreached">{unreached}</p>}
    </section>
  );
}
