/** What a page that cannot be shown says, by its status: what happened, and what to do. */
interface FailureWords {
  readonly title: string;
  readonly words: string;
  /** What a link to the same address says, where opening it again is what to do. */
  readonly again?: string;
}

const FAILURES: Readonly<Record<number, FailureWords>> = {
  400: { title: "We could not read that", words: "Go back and try once more. Nothing was sent." },
  401: {
    title: "You were signed out",
    words: "Nothing was sent. Sign in, and you come back to the page.",
    again: "Sign in again",
  },
  403: {
    title: "You cannot open this page",
    words: "It may belong to somebody else, or you may need to sign in.",
  },
  404: { title: "Page not found", words: "Check the address, or look for what you need here." },
  405: { title: "That does not work here", words: "Go back to the page you came from, and use its button." },
  410: {
    title: "Nothing of this is kept any more",
    words: "Everything of it was deleted, or the address is wrong. You need do nothing.",
  },
  413: { title: "That is too much to send", words: "Write less, and try once more. Nothing was sent." },
  429: { title: "Too many tries", words: "Wait a few minutes, then try once more." },
};

const OTHERWISE: FailureWords = {
  title: "Sorry, something went wrong",
  words: "It is our fault, not yours. Try once more in a few minutes.",
};

export const failureWords = (status: number) => FAILURES[status] ?? OTHERWISE;
