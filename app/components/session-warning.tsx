import { SESSION_OVER, SESSION_SOON_OVER } from "~/content/keeping";
import type { Door } from "./page-frame";
import { PageModule } from "./page-module";

/**
 * What a person reads two minutes before their session ends, and when it has. A module opens it: without scripts the
 * session ends as quietly as before, with every answer that was sent still kept.
 */
export function SessionWarning({
  door: { paths, path },
  seconds,
}: {
  readonly door: Door;
  /** Until the session ends. */
  readonly seconds: number;
}) {
  return (
    <>
      <dialog
        className="session-warning"
        lang="en-GB"
        dir="ltr"
        aria-labelledby="session-title"
        data-session-seconds={seconds}
      >
        <div data-session-soon="">
          <h2 className="nhsuk-heading-m" id="session-title">
            {SESSION_SOON_OVER.title}
          </h2>
          <p>{SESSION_SOON_OVER.words}</p>
          <div className="session-warning__ways">
            <form method="post" action={paths.signInStay()} data-session-stay="">
              <input type="hidden" name="next" value={path} />
              <button type="submit" className="nhsuk-button">
                {SESSION_SOON_OVER.stay}
              </button>
            </form>
            <form method="post" action={paths.signOut()}>
              <button
                type="submit"
                name="as"
                value="patient"
                className="nhsuk-button nhsuk-button--secondary"
              >
                {SESSION_SOON_OVER.signOut}
              </button>
            </form>
          </div>
        </div>
        <div data-session-over="" hidden>
          <h2 className="nhsuk-heading-m" id="session-over-title">
            {SESSION_OVER.title}
          </h2>
          <p>{SESSION_OVER.words}</p>
          <a className="nhsuk-button" href={paths.signIn("patient", path)}>
            {SESSION_OVER.signIn}
          </a>
        </div>
      </dialog>
      <PageModule name="session" />
    </>
  );
}
