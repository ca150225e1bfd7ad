import type { DeliveryStatus } from "~/domain/messages/delivery";
import type { Channel } from "~/domain/messages/types";

/** The three places of the doormat, and what stands there while nothing has come. */
export const DOORMAT_WORDS: Readonly<Record<Channel, { readonly title: string; readonly empty: string }>> = {
  text: {
    title: "The phone",
    empty: "No texts. They come here when a mobile number was given.",
  },
  email: {
    title: "The inbox",
    empty: "No emails. They come here when there is no mobile number, or a text does not arrive.",
  },
  letter: {
    title: "The doormat",
    empty: "No letters. They come here when nothing else arrives.",
  },
};

/** The same for a partner without a system of its own, who is sent one-time links. */
export const PARTNER_DOORMAT = {
  title: "A partner’s doormat",
  back: "Back to the start",
  of: (name: string) => `What was sent to ${name}`,
  how: "They have no system of ours. Each request comes as a link that works once. Open one, and answer.",
  places: {
    email: { title: "The inbox", empty: "No emails yet. A link comes here with each request." },
    text: { title: "The phone", empty: "No texts. A link comes here when an email does not arrive." },
  },
} as const;

/** Beside a message on the doormat, when it did not simply arrive. */
export const DOORMAT_STATUS: Readonly<Record<DeliveryStatus, string>> = {
  sending: "On its way",
  waiting: "Not through yet",
  sent: "",
  delivered: "",
  failed: "Did not arrive",
};

export const HOW_TO_FAIL =
  "To see one fail, ask with the mobile number 07700 900002, or the email perm-fail@simulator.notify. They never get there.";

/** The page of the doormat itself. */
export const DOORMAT_PAGE = {
  back: "Where your request is",
  caption: "In this demonstration",
  title: (reference: string) => `What was sent about ${reference}`,
  partner: "This partner answers by links. See what it was sent:",
  nothingLeaves: "Nothing leaves this page: the people are made up. This is what a real person would get.",
} as const;
