import type { MetaFunction } from "@remix-run/node";
import { DeskLine } from "~/components/desk-line";
import { WordsSections } from "~/components/words-sections";
import { BESIDE_OTHER_LANGUAGE, LANGUAGE_LIST, LANGUAGE_PAGES, PAGE_LANGUAGES } from "~/content/languages";
import { LANGUAGES } from "~/domain/shared/languages";
import { useFrontDoor } from "~/front-door";

export const handle = { kept: [] };

export const meta: MetaFunction = () => [{ title: LANGUAGE_LIST.title }];

/** The languages that have a page of help, each in its own script. */
export default function Languages() {
  const { brand, paths } = useFrontDoor();
  return (
    <div className="language-help">
      <h1 className="nhsuk-heading-l">{LANGUAGE_LIST.title}</h1>
      <ul className="language-list">
        {PAGE_LANGUAGES.map((language) => {
          const { ownName, title, frame } = LANGUAGE_PAGES[language];
          return (
            <li key={language}>
              <a href={paths.language(language)} hrefLang={language}>
                <bdi lang={language} dir={frame.dir}>
                  {ownName}
                </bdi>{" "}
                <span className="language-list__english">{LANGUAGES[language]}</span>
              </a>
              <p>
                <bdi lang={language} dir={frame.dir}>
                  {title}
                </bdi>
              </p>
            </li>
          );
        })}
      </ul>
      <p>{LANGUAGE_LIST.lead}</p>
      <p>{BESIDE_OTHER_LANGUAGE.unchecked}</p>
      <WordsSections sections={[LANGUAGE_LIST.notHere]} />
      <p>
        {LANGUAGE_LIST.helps}
        <br />
        <DeskLine desk={brand.desk} />
      </p>
    </div>
  );
}
