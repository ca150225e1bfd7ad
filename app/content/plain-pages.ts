/** The words of pages that are drawn when the app cannot answer, or when what was asked is not for it to answer. */
export interface PlainWords {
  readonly title: string;
  readonly text: string;
}

export const FAILING: PlainWords = {
  title: "Sorry, something went wrong",
  text: "This is our fault, not yours. What you have already sent us is safe. Wait a few minutes, then try again.",
};

export const OUT_OF_ORDER: PlainWords = {
  title: "Sorry, this does not work just now",
  text: "We know about it, and someone is at work on it. What you have already sent us is safe. Try again in a few minutes.",
};

export const REFUSED: Readonly<Record<number, PlainWords>> = {
  400: {
    title: "We could not read that",
    text: "Go back and try again. If you typed the address, check it.",
  },
  403: {
    title: "We could not take that form",
    text: "It did not come from a page of ours. Open the page again and send the form from there.",
  },
  404: { title: "Page not found", text: "If you typed the address, check it is correct." },
  405: { title: "We could not do that", text: "Go back and try again from the page you were on." },
  413: { title: "That was too long", text: "Go back, make your answer shorter, and send it again." },
  415: {
    title: "We could not read that",
    text: "Go back and send the form again. Files cannot be sent here.",
  },
  421: { title: "Page not found", text: "There is no front door at this address." },
  429: { title: "Too many tries", text: "Wait 15 minutes, then try again." },
};

/** What people call the front door when its own name cannot be read. */
export const NAMELESS_DOOR = "One front door to health and care";
export const HELP_NOW = "If you need help now";

/** The short name of one failure, to be said on the phone: the first eight signs of the id that the log has. */
export const failureReference = (requestId: string): string =>
  requestId
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, "$1-");

export const referenceWords = (requestId: string): string =>
  `If you tell someone about this, say: ${failureReference(requestId)}.`;
