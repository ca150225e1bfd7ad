import { Fragment } from "react";
import type { FrameWords } from "~/content/frame";
import { LANGUAGE_PAGES, PAGE_LANGUAGES } from "~/content/languages";
import type { Paths } from "~/paths";

/** The way to help in other languages, each named as its own people name it. */
export function LanguagesLink({ paths, words }: { readonly paths: Paths; readonly words: FrameWords }) {
  return (
    <a href={paths.languages()}>
      {words.footer.languages}:{" "}
      {PAGE_LANGUAGES.map((language, place) => (
        <Fragment key={language}>
          {place > 0 ? " · " : null}
          <bdi lang={language}>{LANGUAGE_PAGES[language].ownName}</bdi>
        </Fragment>
      ))}
    </a>
  );
}
