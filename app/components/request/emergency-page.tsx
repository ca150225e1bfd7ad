import { EMERGENCIES, HELP, STOPPED } from "~/content/help";
import type { Emergency } from "~/domain/journeys/types";

/** Where a sign of an emergency leads. It is calm, it says what to do first, and it goes no further. */
export function EmergencyPage({
  leadsTo,
  came = [STOPPED.notSent, STOPPED.kept],
  mistakeHref,
  mistake = EMERGENCIES[leadsTo].mistake,
}: {
  readonly leadsTo: Emergency;
  /** What came of what they told us, each in a paragraph. */
  readonly came?: readonly string[];
  /** For a person who pressed the wrong thing, or is safe. */
  readonly mistakeHref: string;
  readonly mistake?: string;
}) {
  const words = EMERGENCIES[leadsTo];
  return (
    <div className="emergency">
      <div className={`urgent urgent--${leadsTo} urgent--page`}>
        <h1>{words.title}</h1>
        <p className="urgent__lead">{words.lead}</p>
        <ul className="urgent__calls">
          <li>
            <a className="urgent__call" href={`tel:${words.number}`}>
              {words.call}
            </a>
          </li>
          {leadsTo === "crisis" ? (
            <>
              <li>
                <a className="urgent__call urgent__call--second" href="tel:116123">
                  Call Samaritans on {HELP.samaritans.number}
                </a>
              </li>
              <li>
                <a
                  className="urgent__call urgent__call--second"
                  href={`sms:${HELP.shout.number}?body=${HELP.shout.word}`}
                >
                  Text {HELP.shout.word} to {HELP.shout.number}
                </a>
              </li>
            </>
          ) : null}
        </ul>
      </div>
      <h2 className="nhsuk-heading-m">What to do</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {came.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p>
        <a href={mistakeHref}>{mistake}</a>
      </p>
    </div>
  );
}
