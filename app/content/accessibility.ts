import type { WordsSection } from "./privacy";

export const ACCESSIBILITY_TITLE = "Can everyone use these pages?";

/** What works, what does not yet, and whom to tell. */
export const accessibilityWords = (desk: { readonly name: string; readonly phone: string }) =>
  [
    {
      title: "What should work for you",
      words: ["We want everyone to be able to use these pages. You should be able to:"],
      list: [
        "make the text four times as big and still read it with no need to move from side to side",
        "go through a whole request with a keyboard alone, or with your voice",
        "hear each page from a screen reader, in an order that makes sense",
        "change the colours, or ask for less movement, and lose nothing",
        "use every page with scripts turned off",
        "read every page: most words can be read by a child of 11",
      ],
    },
    {
      title: "How we know",
      words: [
        "A program called axe looks at every page each time we change one. It must find no faults. We work to WCAG 2.2 at level AA.",
        "A program does not find all that is wrong. People who use a screen reader have not yet tried these pages with us.",
      ],
    },
    {
      title: "What does not work yet",
      words: [],
      list: [
        "Most pages are in English only.",
        "Words that partners or local lists give us may be hard to read.",
      ],
    },
    {
      title: "Tell us, or ask for help",
      words: [
        `If something here is hard for you, call ${desk.name} on ${desk.phone}. They can also fill in the form with you, or send you what you need on paper, in large print or in easy words.`,
      ],
    },
  ] satisfies readonly WordsSection[];
