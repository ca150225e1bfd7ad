import { HELP } from "~/content/help";
import { BESIDE_OTHER_LANGUAGE, LANGUAGE_PAGES, type PageLanguage } from "~/content/languages";
import type { WordsSection } from "~/content/privacy";
import { useFrontDoor } from "~/front-door";
import { DeskLine } from "./desk-line";
import { ButtonLink } from "./form/button-link";
import { InEnglish } from "./in-english";
import { WordsSections } from "./words-sections";

/** A whole page of help in one language: whom to ring, that an interpreter is free, what this is, and how to begin. */
export function LanguageHelp({ language }: { readonly language: PageLanguage }) {
  const { brand, paths } = useFrontDoor();
  const words = LANGUAGE_PAGES[language];
  const { call } = words.frame.help;
  return (
    <div className="language-help">
      <h1 className="nhsuk-heading-l">{words.title}</h1>
      <p className="language-help__unchecked">{words.unchecked}</p>
      <p className="language-help__unchecked">
        <InEnglish>{BESIDE_OTHER_LANGUAGE.unchecked}</InEnglish>
      </p>
      <WhomToRing number={HELP.emergency} section={words.emergency} call={call} />
      <WhomToRing number={HELP.urgent} section={words.urgent} call={call} />
      <WordsSections sections={[words.interpreter]} />
      <p>{words.sayInEnglish}</p>
      <p className="language-help__phrase">
        <InEnglish>{BESIDE_OTHER_LANGUAGE.phrase(language)}</InEnglish>
      </p>
      <WordsSections sections={[words.about, words.begin]} />
      <p>
        {words.whoHelps}
        <br />
        <DeskLine desk={brand.desk} />
      </p>
      <p>
        <ButtonLink href={paths.services({ filters: { language } })}>{words.start}</ButtonLink>
      </p>
    </div>
  );
}

function WhomToRing({
  number,
  section: { title, words },
  call,
}: {
  readonly number: "999" | "111";
  readonly section: WordsSection;
  readonly call: (number: string) => string;
}) {
  return (
    <section className={`urgent urgent--${number}`}>
      <h2>{title}</h2>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <a className="urgent__call" href={`tel:${number}`}>
        {call(number)}
      </a>
    </section>
  );
}
