import type { Service } from "~/domain/directory/types";

/** What a sensitive service is called wherever somebody else may see it. */
const NEUTRAL_NAME = "Your care";

/**
 * A service's name for what others may see over a shoulder: a list, the title of a tab, the subject of a message. A
 * service that is not sensitive, or no longer there (undefined), is named as ever.
 */
export const neutralNameOf = (service: Pick<Service, "name" | "sensitive"> | undefined): string =>
  service === undefined || service.sensitive === true ? NEUTRAL_NAME : service.name;

/** The way off a page at once. The address is one that anybody might be looking at. */
export const LEAVE_QUICKLY = {
  words: "Leave this page quickly",
  href: "https://www.bbc.co.uk/weather",
  /** For who has a keyboard, once the page can listen for it. */
  keys: "Or press Esc three times.",
  /** Read out after each press but the last. */
  pressed: ["Press Esc two more times to leave.", "Press Esc once more to leave."],
} as const;
