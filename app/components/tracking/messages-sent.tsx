import { SENT_WORDS } from "~/content/messages/sent";

/** A message as its reader finds it on a page of ours. */
export interface SentLine {
  readonly id: string;
  readonly headline: string;
  readonly when: string;
  /** How it went, by each channel; empty for what is only here. */
  readonly how: string;
}

/** What a person was told, the newest first: it can always be read here, however else it was sent. */
export function MessagesSent({
  lines,
  doormat,
}: {
  readonly lines: readonly SentLine[];
  /** Where a demonstration shows the phone, the inbox and the mat; null where it is none. */
  readonly doormat: string | null;
}) {
  return (
    <section aria-labelledby="messages-sent" className="messages-sent">
      <h2 className="nhsuk-heading-m" id="messages-sent">
        {SENT_WORDS.title}
      </h2>
      {lines.length === 0 ? <p>{SENT_WORDS.none}</p> : null}
      <ul className="messages-sent__list">
        {lines.map((line) => (
          <li key={line.id}>
            <strong>{line.headline}</strong>
            <span className="messages-sent__when">{line.when}</span>
            {line.how === "" ? null : <span className="messages-sent__how">{line.how}</span>}
          </li>
        ))}
      </ul>
      {doormat === null ? null : (
        <p className="messages-sent__demo">
          {SENT_WORDS.demo} <a href={doormat}>{SENT_WORDS.see}</a>.
        </p>
      )}
    </section>
  );
}
