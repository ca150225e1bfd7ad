import { LEAVE_QUICKLY } from "~/content/sensitive";

/**
 * A button that takes a person off a sensitive page at once. It is a link, so that it works without scripts; with them
 * the page is hidden first, takes no place in the browser's history, and three presses of Esc do the same.
 */
export function LeaveQuickly() {
  return (
    <section className="leave-quickly" aria-label={LEAVE_QUICKLY.words}>
      <div className="nhsuk-width-container leave-quickly__row">
        <span className="leave-quickly__keys" data-leave-keys={LEAVE_QUICKLY.keys} />
        <a
          className="leave-quickly__link"
          href={LEAVE_QUICKLY.href}
          rel="nofollow noreferrer"
          data-leave-quickly=""
        >
          {LEAVE_QUICKLY.words}
        </a>
        <span
          className="nhsuk-u-visually-hidden"
          role="status"
          data-leave-pressed={LEAVE_QUICKLY.pressed.join("|")}
        />
      </div>
      <script type="module" src="/modules/leave-quickly.js" async />
    </section>
  );
}
