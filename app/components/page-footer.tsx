import type { FrameWords } from "~/content/frame";
import { DeskLine } from "./desk-line";
import { DoorMark } from "./door-mark";
import { InEnglish } from "./in-english";
import { LanguagesLink } from "./languages-link";
import type { Door } from "./page-frame";

/** Who runs the front door, how to reach a person, and where published facts came from. */
export function PageFooter({
  door: { brand, paths, remembered },
  words,
}: {
  readonly door: Door;
  readonly words: FrameWords;
}) {
  const { footer } = words;
  return (
    <footer className="page-footer">
      <div className="nhsuk-width-container page-footer__columns">
        <div>
          <p className="page-footer__name">
            <DoorMark size={36} /> <InEnglish>{brand.name}</InEnglish>
          </p>
          <p>{footer.about(brand)}</p>
        </div>
        <div>
          <h2>{footer.person}</h2>
          <p>
            <DeskLine desk={brand.desk} />
          </p>
          <p>
            <InEnglish>{brand.desk.hours}</InEnglish>
          </p>
        </div>
        <nav aria-label={footer.more}>
          <h2>{footer.more}</h2>
          <ul>
            <li>
              <a href={paths.services({ view: "a-to-z" })}>{footer.allServices}</a>
            </li>
            <li>
              <a href={paths.requests()}>{footer.requests}</a>
            </li>
            <li>
              <a href={paths.partner()}>{footer.partners}</a>
            </li>
            <li>
              <a href={paths.privacy()}>{footer.privacy}</a>
            </li>
            <li>
              <a href={paths.accessibility()}>{footer.accessibility}</a>
            </li>
            <li>
              <LanguagesLink paths={paths} words={words} />
            </li>
            {remembered ? (
              <li>
                <form method="post" action={paths.signOut()}>
                  <button type="submit" name="as" value="forgotten" className="page-footer__forget">
                    {footer.forget}
                  </button>
                </form>
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
      {brand.attribution.length > 0 ? (
        <div className="nhsuk-width-container">
          <ul className="page-footer__attribution" aria-label={footer.facts}>
            {brand.attribution.map((line) => (
              <li key={line}>
                <InEnglish>{line}</InEnglish>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </footer>
  );
}
