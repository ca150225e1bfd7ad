import { ACCESSIBILITY_TITLE } from "~/content/accessibility";
import { FORGET_ME } from "~/content/keeping";
import { PRIVACY_TITLE } from "~/content/privacy";
import { DoorMark } from "./door-mark";
import type { Door } from "./page-frame";
import { TelephoneLink } from "./telephone-link";

/** Who runs the front door, how to reach a person, and where published facts came from. */
export function PageFooter({ door: { brand, paths, remembered } }: { readonly door: Door }) {
  return (
    <footer className="page-footer">
      <div className="nhsuk-width-container page-footer__columns">
        <div>
          <p className="page-footer__name">
            <DoorMark size={36} /> {brand.name}
          </p>
          <p>
            One front door to health and care in and around {brand.area}. Each partner keeps its own name.
          </p>
        </div>
        <div>
          <h2>Talk to a person</h2>
          <p>
            {brand.desk.name}
            {brand.desk.phone ? (
              <>
                : <TelephoneLink number={brand.desk.phone} />
              </>
            ) : null}
          </p>
          <p>{brand.desk.hours}</p>
        </div>
        <nav aria-label="More">
          <h2>More</h2>
          <ul>
            <li>
              <a href={paths.services({ view: "a-to-z" })}>All services, A to Z</a>
            </li>
            <li>
              <a href={paths.requests()}>My requests</a>
            </li>
            <li>
              <a href={paths.partner()}>For partners</a>
            </li>
            <li>
              <a href={paths.privacy()}>{PRIVACY_TITLE}</a>
            </li>
            <li>
              <a href={paths.accessibility()}>{ACCESSIBILITY_TITLE}</a>
            </li>
            {remembered ? (
              <li>
                <form method="post" action={paths.signOut()}>
                  <button type="submit" name="as" value="forgotten" className="page-footer__forget">
                    {FORGET_ME.button}
                  </button>
                </form>
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
      {brand.attribution.length > 0 ? (
        <div className="nhsuk-width-container">
          <ul className="page-footer__attribution" aria-label="Where the facts come from">
            {brand.attribution.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </footer>
  );
}
