import { Tag } from "nhsuk-react-components";
import { CALLS } from "~/content/calls";
import { AT_RISK } from "~/content/desk";
import { TelephoneLink } from "../telephone-link";
import { TakeLine, type TakeView } from "./take-line";

/** A promise that is about to break, and whom to ring about it. */
export interface AtRiskLine {
  readonly id: string;
  readonly reference: string;
  readonly person: string;
  readonly service: string;
  /** "A time by 5 pm today". */
  readonly deadline: string;
  readonly late: boolean;
  /** "Harbour trust has it." */
  readonly has: string;
  readonly phone: string | null;
  readonly take: TakeView;
  /** Where a call about it is written down. */
  readonly callHref: string;
}

/** Promises at risk, wherever they are. The work stays with whoever has it: the desk rings them. Nothing when all is well. */
export function AtRiskList({
  lines,
  total,
  action,
}: {
  readonly lines: readonly (AtRiskLine & {
    /** "Rang twice without answer"; empty when nobody did. */
    readonly rang: string;
  })[];
  readonly total: number;
  readonly action: string;
}) {
  if (lines.length === 0) return null;
  return (
    <section className="stops" aria-labelledby="at-risk">
      <h2 className="nhsuk-heading-m" id="at-risk">
        {AT_RISK.title(total)}
      </h2>
      <p>{AT_RISK.intro}</p>
      {total > lines.length ? <p>{AT_RISK.first(lines.length)}</p> : null}
      <ul className="stops__list">
        {lines.map((line) => (
          <li key={line.id} className="stops__line">
            <span className="stops__who">
              <span className="worklist__reference">{line.reference}</span>
              <span className="stops__small">{line.person}</span>
              <span className="stops__small">{line.service}</span>
            </span>
            <span>
              {line.has}
              {line.phone ? (
                <span className="stops__small">
                  {AT_RISK.ring} <TelephoneLink number={line.phone} />
                </span>
              ) : null}
            </span>
            <span className={`stops__by${line.late ? " worklist__deadline--late" : ""}`}>
              {line.deadline}
            </span>
            <div className="stops__call">
              {line.rang ? <Tag modifier="yellow">{line.rang}</Tag> : null}
              <a href={line.callHref}>
                {CALLS.write}
                <span className="nhsuk-u-visually-hidden">: {line.person}</span>
              </a>
            </div>
            <TakeLine take={line.take} action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}
