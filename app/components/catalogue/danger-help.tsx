import { DANGER_IN_SEARCH, EMERGENCIES, HELP } from "~/content/help";
import type { Emergency } from "~/domain/journeys/types";
import { TelephoneLink } from "../telephone-link";

/** Help above any result, when the words of a search name danger. */
export function DangerHelp({ leadsTo }: { readonly leadsTo: Emergency }) {
  const words = EMERGENCIES[leadsTo];
  return (
    <section className={`urgent urgent--${leadsTo}`} aria-labelledby="danger-help">
      <h2 id="danger-help">{DANGER_IN_SEARCH[leadsTo]}</h2>
      <p>{words.lead}</p>
      <ul className="urgent__calls">
        <li>
          <a className="urgent__call" href={`tel:${words.number}`}>
            {words.call}
          </a>
        </li>
        {leadsTo === "crisis" ? (
          <>
            <li>
              {HELP.samaritans.name}, free, day and night: <TelephoneLink number={HELP.samaritans.number} />
            </li>
            <li>
              Text{" "}
              <a href={`sms:${HELP.shout.number}?body=${HELP.shout.word}`}>SHOUT to {HELP.shout.number}</a>
            </li>
            <li>
              If you have hurt yourself or taken something: <TelephoneLink number="999" />
            </li>
          </>
        ) : (
          <li>
            {leadsTo === "999"
              ? "Not sure? Call 111. They will tell you what to do."
              : "If it gets worse, call 999."}
          </li>
        )}
      </ul>
    </section>
  );
}
