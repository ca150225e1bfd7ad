import classNames from "classnames";
import { DIARY, MOVING, STANDING_WORDS } from "~/content/diary";

/** A time of a diary: a slot, or one that was given outside the slots. */
export interface DiaryLine {
  readonly id: string;
  /** HH:MM, by which times are in order. */
  readonly at: string;
  readonly time: string;
  readonly standing: keyof typeof STANDING_WORDS;
  /** Why it is blocked, or that somebody is choosing it. */
  readonly words: string;
  readonly who: {
    readonly href: string;
    readonly name: string;
    readonly reference: string;
    readonly move: string | null;
  } | null;
  readonly warnings: readonly string[];
  /** What it can be ticked as: to be blocked, or opened again. */
  readonly tick: "free" | "blocked" | null;
}

/** A day of a service, or a service of a day: its times beside those of the other columns. */
export interface DiaryColumn {
  readonly key: string;
  readonly heading: string;
  readonly href: string | null;
  readonly note: string;
  readonly counts: string;
  readonly rows: readonly { readonly at: string; readonly lines: readonly DiaryLine[] }[];
}

/** What can be done with a time: tick it, give it to somebody, or look at it. */
export type DiaryUse =
  | { readonly kind: "tick"; readonly ticked: readonly string[] }
  | { readonly kind: "give" | "look" };

/** A diary: where there is room, its times in rows and its days in columns; else a list a day. */
export const DiaryGrid = ({
  columns,
  use,
}: {
  readonly columns: readonly DiaryColumn[];
  readonly use: DiaryUse;
}) => (
  <div className="diary">
    {columns.map(({ key, heading, href, note, counts, rows }) => (
      <section key={key} className="diary__column" aria-labelledby={`column-${key}`}>
        <div className="diary__head">
          <h3 className="diary__heading" id={`column-${key}`}>
            {href === null ? heading : <a href={href}>{heading}</a>}
          </h3>
          {note === "" ? null : <p className="diary__note">{note}</p>}
          <p className="diary__counts">{counts}</p>
        </div>
        <ol className="diary__times">
          {rows.map(({ at, lines }) => (
            <li key={at} className={classNames("diary__row", lines.length === 0 && "diary__row--none")}>
              {lines.map((line) => (
                <Time key={line.id} line={line} use={use} about={heading} />
              ))}
            </li>
          ))}
        </ol>
      </section>
    ))}
  </div>
);

function Time({
  line,
  use,
  about,
}: {
  readonly line: DiaryLine;
  readonly use: DiaryUse;
  /** The column that it stands in. */
  readonly about: string;
}) {
  const { id, time, standing, words, who, warnings, tick } = line;
  return (
    <div className={`diary__time diary__time--${standing}`}>
      <p className="diary__when">
        {use.kind === "tick" && tick !== null ? (
          <label className="diary__tick">
            <input
              type="checkbox"
              className="worklist__box"
              name={tick === "free" ? "slot" : "blocked"}
              value={id}
              defaultChecked={use.ticked.includes(id)}
            />
            <span className="nhsuk-u-visually-hidden">{DIARY.choose(about)} </span>
            {time}
          </label>
        ) : (
          <span>{time}</span>
        )}
        <strong className="diary__standing">{STANDING_WORDS[standing]}</strong>
      </p>
      {who === null ? null : (
        <p>
          <a href={who.href}>{who.name}</a> <span className="diary__reference">{who.reference}</span>{" "}
          {who.move === null || use.kind === "give" ? null : (
            <a href={who.move} className="diary__move">
              {DIARY.move}
              <span className="nhsuk-u-visually-hidden"> {DIARY.moveWhom(who.name, time)}</span>
            </a>
          )}
        </p>
      )}
      {words === "" ? null : <p>{words}</p>}
      {warnings.map((warning) => (
        <p key={warning} className="diary__warning">
          {warning}
        </p>
      ))}
      {use.kind === "give" && tick === "free" ? (
        <button type="submit" name="slot" value={id} className="diary__give">
          {MOVING.here}
          <span className="nhsuk-u-visually-hidden">
            {" "}
            {about}, {time}
          </span>
        </button>
      ) : null}
    </div>
  );
}
