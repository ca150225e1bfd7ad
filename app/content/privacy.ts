import type { Brand } from "~/domain/directory/types";

export interface WordsSection {
  readonly title: string;
  readonly words: readonly string[];
  readonly list?: readonly string[];
}

const WHEN_IT_IS_A_DEMONSTRATION: Readonly<Record<Brand["kind"], string>> = {
  demo: "This is a demonstration. Do not type real facts about yourself: use a made-up name.",
  lab: "This is a test. Do not type real facts about yourself: use a made-up name.",
  real: "This shows what could be done with real places. Nothing is sent to them, so do not type real facts about yourself.",
};

/** How data is used: who sees what, and when. */
export const privacyWords = (brand: Pick<Brand, "name" | "kind"> & { readonly desk: string }) =>
  [
    {
      title: "First of all",
      words: [WHEN_IT_IS_A_DEMONSTRATION[brand.kind]],
    },
    {
      title: "What we ask for",
      words: ["We ask only for what is needed to find care for you, and to reach you."],
      list: [
        "Who the care is for: a name, a date of birth and sex.",
        "Where that person lives, and the practice they are with.",
        "What is wrong, in your own words, and your answers to a few questions.",
        "How to reach you: a phone number or an email.",
      ],
    },
    {
      title: "Who sees what, and when",
      words: ["Nobody sees your answers until you send them."],
      list: [
        `When you send them, the one partner that we ask sees all that you sent. So does the front desk: ${brand.desk}.`,
        "If that partner cannot help, it keeps your reference and not your answers. The next one that we ask then sees them.",
        "Some partners work for another one, which answers for their care. It can see what they see.",
        "No other partner sees anything of you until it is asked.",
        "Your practice sees your request if it is the one that refers you.",
        "Each time someone at work opens your request, we note who it was and when.",
      ],
    },
    {
      title: "How long we keep it",
      words: [],
      list: [
        "Answers that you have not sent: 24 hours after the last one.",
        "What you sent: as long as your care goes on. The partner who gives the care keeps it in its own record.",
        "If you look up a request by its reference: that phone or computer can open it for 2 hours.",
      ],
    },
    {
      title: "What we never do",
      words: [],
      list: [
        "We do not sell what you tell us.",
        "We do not show adverts, and we do not watch what you do on other sites.",
        "All that is on our pages is our own.",
      ],
    },
    {
      title: "What you can ask",
      words: [
        `You can ask what we hold about you, and ask us to put it right. Ask ${brand.desk}. If you are not happy with the answer, you can tell the Information Commissioner at ico.org.uk.`,
      ],
    },
  ] satisfies readonly WordsSection[];

export const COOKIES_TITLE = "Cookies";
export const COOKIES_LEAD =
  "A cookie is a small note that a site leaves in your browser. We use only the ones below. Without them the pages do not work, so we do not ask you to agree to them. They are set when you need them, and not before.";
export const COOKIES_OF_SIGN_IN =
  "The page where you sign in is run by who checks who you are. It sets cookies of its own while you are there.";
export const COOKIES_TABLE = { name: "Name", use: "What it is for", length: "How long it lasts" } as const;
export const PRIVACY_TITLE = "How we use what you tell us";
