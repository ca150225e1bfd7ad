import { CONSOLE } from "~/content/lab/console";

interface Line {
  readonly id: string;
  readonly time: string;
  readonly kind: string;
  readonly words: string;
  readonly picture: { readonly href: string; readonly of: string } | null;
}

/** The way of a participant, the newest first, with the time since the task began. */
export function SessionPath({
  moments,
  earlier,
  replays,
}: {
  readonly moments: readonly Line[];
  readonly earlier: number;
  /** Whoever looks on may look back too. */
  readonly replays: boolean;
}) {
  return (
    <section aria-labelledby="console-path-title" className="console__path">
      <h2 className="nhsuk-heading-s" id="console-path-title">
        {CONSOLE.path}
      </h2>
      <div id="console-path" data-live="">
        {moments.length === 0 ? <p className="console__none">{CONSOLE.noPath}</p> : null}
        <ol className="console__list">
          {moments.map(({ id, time, kind, words, picture }) => (
            <li key={id} className={`console__moment console__moment--${kind}`}>
              <span className="console__time">{time}</span>{" "}
              <span className="console__what">
                {words}
                {picture === null ? null : (
                  <>
                    {" "}
                    <a href={picture.href} aria-label={picture.of}>
                      {CONSOLE.see}
                    </a>
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
        {earlier === 0 ? null : <p className="console__none">{CONSOLE.earlier(earlier, replays)}</p>}
      </div>
    </section>
  );
}
