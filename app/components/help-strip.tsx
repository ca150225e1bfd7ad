import { HELP } from "~/content/help";

/** Where help is, on every page: always the same words in the same place, calm, and never in the way. */
export function HelpStrip() {
  return (
    <section className="help-strip" aria-label="If you need help now">
      <ul className="nhsuk-width-container">
        <li>
          {HELP.emergency.words} <a href={`tel:${HELP.emergency.number}`}>Call 999</a>
        </li>
        <li>
          {HELP.urgent.words} <a href={`tel:${HELP.urgent.number}`}>Call 111</a>
        </li>
        <li>
          {HELP.samaritans.name} <a href="tel:116123">{HELP.samaritans.number}</a>{" "}
          <span aria-hidden="true">·</span> text{" "}
          <a href={`sms:${HELP.shout.number}?body=${HELP.shout.word}`}>SHOUT {HELP.shout.number}</a>
        </li>
      </ul>
    </section>
  );
}
