import type { Permission } from "~/domain/usability/study";

/** Of the page that a participant's link opens. */
export const JOINING = {
  title: "Try some pages with us",
  notYou: "You are not being tested. The pages are. There is no right way to do it.",
  happens: {
    title: "What will happen",
    list: (tasks: number): readonly string[] => [
      tasks === 1
        ? "We ask you to try one thing on our pages, and then ask you about it."
        : `We ask you to try ${tasks} things on our pages, and ask you about each one.`,
      "Everybody on these pages is made up. You act as if you were them. Nothing that you do there is real.",
      "You can stop at any time. You need not say why.",
    ],
  },
  kept: {
    title: "What we keep",
    list: (days: number, moderated: boolean): readonly string[] => [
      "We do not ask who you are. We know you by a code alone. Please do not type your own name.",
      "What you do in the test, and your answers, are kept under your code.",
      moderated
        ? "Somebody sits beside you and writes notes about what you do and say. Those are kept under your code too. Others of our team may watch."
        : "Our team may look on while you do it, as far as you allow, and may write notes. Those are kept under your code too.",
      `All of it is deleted by itself ${days === 1 ? "one day" : `${days} days`} after you end.`,
      "You get a second code. With it you can have everything deleted at any time before that.",
    ],
  },
  allow: {
    title: "What you allow",
    lead: "Answer each one by itself. Only the first is needed to take part.",
  },
  yes: "Yes",
  no: "No",
  begin: "Go on",
  missing: (ask: string): string => `Choose yes or no: ${ask}`,
  declined: {
    title: "That is fine",
    words: ["You do not have to take part. We have kept nothing of you.", "Thank you for reading it."],
  },
  agreed: {
    title: "You take part",
    words: "One more thing before you begin: you get a code, to have it all deleted if you change your mind.",
    button: "Show me my code",
  },
  goOn: {
    title: "Welcome back",
    words:
      "You can go on where you stopped. If the test is open on another phone or computer, it ends there and goes on here.",
    button: "Go on here",
  },
} as const;

/** What each permission asks, and what it means. */
export const PERMISSION_WORDS: Readonly<
  Record<Permission, { readonly ask: string; readonly means: string }>
> = {
  "take-part": {
    ask: "Do you want to take part?",
    means: "You have read what will happen and what we keep.",
  },
  "follow-pages": {
    ask: "May we look on while you do it?",
    means: "We see which pages you are on, and where you press. We do not see you.",
  },
  "keep-pictures": {
    ask: "May we keep the pages as you saw them?",
    means:
      "So that we can look at them again. It goes with the question before: we keep none if you say no there. What you typed is in them only if we ask for it, and you say yes to that too.",
  },
  "keep-typing": {
    ask: "May we keep what you type?",
    means: "All that you type into our pages in the test. Say no if you may type something of your own life.",
  },
  quote: {
    ask: "May we use your words when we tell others?",
    means: "Word for word, and never with a name.",
  },
};

/** Of a link that leads nowhere. */
export const NO_LINK = {
  unknown: {
    title: "This link leads nowhere",
    words: "Check that you have all of it, or ask whoever gave it to you for a new one.",
  },
  closed: {
    title: "This test is closed",
    words: "Nobody new can take part. Thank you for wanting to.",
  },
  over: {
    title: "This test is over",
    words: "You have been through it. Thank you.",
    withdraw: "With your second code you can have it all deleted",
  },
} as const;

/** Of the codes that a participant is given, once. */
export const CODES = {
  title: "Please write this down",
  lead: "We show it only once.",
  yours: "What we call you",
  withdraw: "Your code to have it all deleted",
  how: "Keep it. If you change your mind, type it on this page, and everything of yours is deleted:",
  print: "Or print this page.",
  goOn: "I have it. Go on",
} as const;
