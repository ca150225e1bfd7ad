import type { BoxLine } from "~/domain/boxes/types";
import type { BoxStyle, BoxTone } from "~/domain/directory/types";
import { BOX_LINE_WORDS } from "./boxes";

/** Whose name is met, for those who choose it. */
export const STYLE_WORDS: Readonly<Record<BoxStyle, string>> = {
  brand: "The front door’s box",
  partner: "The partner’s own box",
  both: "Both names on the box",
};

/** How letters speak, by the words that they begin and end with. */
export const TONE_WORDS: Readonly<
  Record<BoxTone | "usual", { readonly label: string; readonly hint: string }>
> = {
  usual: { label: "As usual", hint: "“Dear Alex”, and no words at the end" },
  warm: { label: "Warmly", hint: "“Hello Alex”, and “With our best wishes” at the end" },
  formal: { label: "Formally", hint: "“Dear Alex”, and “Yours sincerely” at the end" },
};

export const BOX_PAGE = {
  title: "Box",
  intro:
    "Whose name people meet: on letters and texts, when you ring, and on the door. Each kind of care has its own.",
  none: "You have no care on offer yet.",
  change: "Change",
  look: "Look",
} as const;

export const ONE_BOX = {
  back: "All boxes",
  style: "Whose box does it come in?",
  agreed: (styles: string) => `Your partnership agreed: ${styles}.`,
  names: "What people see",
  namesHint: "Leave a line empty to use the usual name.",
  letterhead: "Letters are headed",
  textSender: "Texts are from",
  textSenderHint: "Up to 11 letters and numbers, without spaces",
  caller: "Calls are from",
  doorSign: "The sign on the door says",
  questionsPhone: "The number to ring with a question",
  usual: (words: string) => `Usually: ${words}`,
  tone: "How do your letters speak?",
  toneHint: "How they begin and end. What they say between is the same for everyone.",
  show: "Show me",
  save: "Save",
  saved: "It is saved, and holds from now on. What people were told before stays as it is.",
  preview: "What people will see",
  previewHow: "The label and the letter as a person gets them. The name on the letter is made up.",
  letter: "A letter",
  fromNow:
    "A change holds for people who ask from now on. Whoever has asked already keeps the box they were told of.",
  versions: "What it was before",
  changed: (who: string, when: string) => `${who} changed it ${when}`,
  nothing: "People see nothing new.",
  line: (line: BoxLine | "partner" | "style" | "tone") =>
    line === "tone"
      ? "Letters speak"
      : line === "style"
        ? "Whose box"
        : line === "partner"
          ? "Partner"
          : BOX_LINE_WORDS[line],
  putBack: "Put it back",
  example: "Alex Example",
} as const;

export const BOX_ERRORS = {
  style: "Choose whose box it comes in",
  tone: "Choose how your letters speak",
  notAgreed: "Your partnership did not agree this box. Choose another, or ask whoever runs the front door",
  letterhead: "The head of a letter must be 80 characters or fewer",
  textSender: "Use up to 11 letters and numbers, with a letter among them",
  caller: "Who rings must be 60 characters or fewer",
  doorSign: "The sign must be 80 characters or fewer",
  questionsPhone: "Enter a phone number, like 01632 960123",
} as const;
