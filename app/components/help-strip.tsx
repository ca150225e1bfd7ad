import type { FrameWords } from "~/content/frame";
import { HELP } from "~/content/help";
import { InEnglish } from "./in-english";
import { TelephoneLink } from "./telephone-link";

/** Where help is, on every page: always the same words in the same place, calm, and never in the way. */
export function HelpStrip({ words: { help } }: { readonly words: FrameWords }) {
  return (
    <section className="help-strip" aria-label={help.label}>
      <ul className="nhsuk-width-container">
        <li>
          {help.emergency} <a href={`tel:${HELP.emergency}`}>{help.call(HELP.emergency)}</a>
        </li>
        <li>
          {help.urgent} <a href={`tel:${HELP.urgent}`}>{help.call(HELP.urgent)}</a>
        </li>
        <li>
          <InEnglish>{HELP.samaritans.name}</InEnglish> <TelephoneLink number={HELP.samaritans.number} />{" "}
          <span aria-hidden="true">·</span> {help.text}{" "}
          <a href={`sms:${HELP.shout.number}?body=${HELP.shout.word}`}>
            <InEnglish>{`${HELP.shout.word} ${HELP.shout.number}`}</InEnglish>
          </a>
        </li>
      </ul>
    </section>
  );
}
