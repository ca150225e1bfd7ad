import { CONSOLE, MARKS, markId } from "~/content/lab/console";

/** Marks a moment: a note, and a button for each mark. With scripts one key does it, and a lost connection loses nothing. */
export function MarkForm({
  action,
  formKey,
  note,
}: {
  readonly action: string;
  readonly formKey: string;
  /** What was written, and could not be taken. */
  readonly note: string;
}) {
  return (
    <section aria-labelledby="console-tags">
      <h2 className="nhsuk-heading-s" id="console-tags">
        {CONSOLE.tags}
      </h2>
      <form method="post" action={action} data-mark-form="">
        <input type="hidden" name="intent" value="mark" />
        <input type="hidden" name="key" value={formKey} />
        <p className="console__marking" id="console-marking" role="status" data-words={CONSOLE.marking} />
        <label className="nhsuk-label" htmlFor="console-note">
          {CONSOLE.note}
        </label>
        <span className="nhsuk-hint" id="console-note-hint">
          {CONSOLE.noteHint}
        </span>
        <textarea
          className="nhsuk-textarea"
          id="console-note"
          name="note"
          rows={2}
          maxLength={2_000}
          defaultValue={note}
          aria-describedby="console-note-hint"
        />
        <div className="console__buttons">
          {MARKS.map((mark) => (
            <button
              key={markId(mark)}
              type="submit"
              name="mark"
              value={markId(mark)}
              className={`console__mark console__mark--${markId(mark)}`}
              data-key={mark.key}
            >
              <kbd>{mark.key}</kbd> {mark.name}
            </button>
          ))}
        </div>
      </form>
      <p className="console__keys" id="console-keys" hidden>
        {CONSOLE.keys}{" "}
        <button type="button" id="console-keys-switch" data-on={CONSOLE.keysOn} data-off={CONSOLE.keysOff}>
          {CONSOLE.keysOff}
        </button>
      </p>
      <p
        className="console__unsent"
        id="console-unsent"
        role="status"
        data-unsent={CONSOLE.unsent}
        data-signed-out={CONSOLE.signedOut}
      />
    </section>
  );
}

interface Mark {
  readonly id: string;
  readonly time: string;
  readonly mark: string;
  readonly name: string;
  readonly note: string;
}

/** What was marked, the newest first. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <section aria-labelledby="console-marked">
      <h2 className="nhsuk-heading-s" id="console-marked">
        {CONSOLE.marks}
      </h2>
      <div id="console-marks" data-live="">
        {marks.length === 0 ? (
          <p className="console__none">{CONSOLE.noMarks}</p>
        ) : (
          <ol className="console__list">
            {marks.map(({ id, time, mark, name, note }) => (
              <li key={id} className={`console__marked console__marked--${mark}`}>
                <span className="console__time">{time}</span> <strong>{name}</strong>
                {note === "" ? null : <span className="console__noted"> {note}</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
