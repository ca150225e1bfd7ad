import { describe, expect, it } from "vitest";
import { LANGUAGES } from "~/domain/shared/languages";
import { ENGLISH_FRAME } from "../frame";
import { HELP } from "../help";
import { BESIDE_OTHER_LANGUAGE, isPageLanguage, LANGUAGE_PAGES, PAGE_LANGUAGES } from ".";

/** Every text in some words, by where it stands; what is made of a number or a brand is made. */
function textsOf(words: unknown, at = ""): readonly (readonly [string, string])[] {
  if (typeof words === "string") return [[at, words]];
  if (typeof words === "function") return [[at, words(words.name === "call" ? HELP.emergency : BRAND)]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => textsOf(inner, `${at}/${name}`));
}
const BRAND = { area: "Larkmouth", strapline: "One door to care" };

const ARABIC_LETTERS = /\p{Script=Arabic}/u;
const LATIN_LETTERS = /\p{Script=Latin}/u;

describe.each(PAGE_LANGUAGES)("the page in %s", (language) => {
  const words = LANGUAGE_PAGES[language];
  const { lang, dir, ...frame } = words.frame;
  const texts = textsOf({ ...words, frame });

  it("is of its own language", () => {
    expect(lang).toBe(language);
  });

  it("has every word, and none of them is English", () => {
    const english = new Set(textsOf(ENGLISH_FRAME).map(([, text]) => text));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter(([, text]) => text.trim() === "" || english.has(text))).toEqual([]);
  });

  it("is written in one script, by which it has its direction", () => {
    const [own, other] = dir === "rtl" ? [ARABIC_LETTERS, LATIN_LETTERS] : [LATIN_LETTERS, ARABIC_LETTERS];
    expect(texts.filter(([, text]) => !own.test(text) || other.test(text))).toEqual([]);
  });

  it("says when to ring 999 and when 111, in figures that anyone can dial", () => {
    expect(words.emergency.words.join(" ")).toContain(HELP.emergency);
    expect(words.urgent.words.join(" ")).toContain(HELP.urgent);
    for (const number of [HELP.emergency, HELP.urgent])
      expect(words.frame.help.call(number)).toContain(number);
    expect(texts.filter(([, text]) => /[^\P{Nd}0-9]/u.test(text))).toEqual([]);
  });

  it("has the English words to ask for an interpreter of it", () => {
    expect(BESIDE_OTHER_LANGUAGE.phrase(language)).toContain(`I speak ${LANGUAGES[language]}.`);
  });
});

it("no other word of an address names a language", () => {
  for (const text of ["en", "xx", "AR", "", "__proto__", "toString", undefined, ["ar"]])
    expect(isPageLanguage(text)).toBe(false);
});
