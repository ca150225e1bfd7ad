import type { Brand } from "~/domain/directory/types";
import type { Language } from "~/domain/shared/languages";
import { ACCESSIBILITY_TITLE } from "./accessibility";
import { KIND_BANNER } from "./brand";
import { FORGET_ME } from "./keeping";
import { HELP_NOW } from "./plain-pages";
import { PRIVACY_TITLE } from "./privacy";

/** What stands around a page, in the language of that page. */
export interface FrameWords {
  readonly lang: "en-GB" | Language;
  readonly dir: "ltr" | "rtl";
  readonly skip: string;
  readonly banner: typeof KIND_BANNER;
  readonly bannerLabel: string;
  readonly header: {
    readonly label: string;
    readonly strapline: (brand: Pick<Brand, "strapline">) => string;
    readonly findCare: string;
    readonly requests: string;
    readonly signIn: string;
    readonly signOut: string;
  };
  readonly help: {
    readonly label: string;
    readonly emergency: string;
    readonly urgent: string;
    readonly call: (number: string) => string;
    /** Before the word and the number that it is sent to. */
    readonly text: string;
  };
  readonly footer: {
    readonly about: (brand: Pick<Brand, "area">) => string;
    readonly person: string;
    readonly more: string;
    readonly allServices: string;
    readonly requests: string;
    readonly partners: string;
    readonly languages: string;
    readonly privacy: string;
    readonly accessibility: string;
    readonly forget: string;
    readonly facts: string;
  };
}

export const ENGLISH_FRAME: FrameWords = {
  lang: "en-GB",
  dir: "ltr",
  skip: "Skip to main content",
  banner: KIND_BANNER,
  bannerLabel: "About this site",
  header: {
    label: "Main",
    strapline: ({ strapline }) => strapline,
    findCare: "Find care",
    requests: "My requests",
    signIn: "Sign in",
    signOut: "Sign out",
  },
  help: {
    label: HELP_NOW,
    emergency: "Emergency?",
    urgent: "Urgent?",
    call: (number) => `Call ${number}`,
    text: "text",
  },
  footer: {
    about: ({ area }) =>
      `One front door to health and care in and around ${area}. Each partner keeps its own name.`,
    person: "Talk to a person",
    more: "More",
    allServices: "All services, A to Z",
    requests: "My requests",
    partners: "For partners",
    languages: "Other languages",
    privacy: PRIVACY_TITLE,
    accessibility: ACCESSIBILITY_TITLE,
    forget: FORGET_ME.button,
    facts: "Where the facts come from",
  },
};

/** In the header of those who work here, whose pages are in English. */
export const HEADER_AT_WORK = {
  strapline: "For the people who give the care",
  manage: "Running it",
  desk: "Front desk",
  worklist: "Worklist",
} as const;

/** The same in the board room. */
export const HEADER_IN_LAB = {
  strapline: "Where we learn from people who try it",
  home: "Usability lab",
} as const;

export const HEADER_IN_BOARD_ROOM = {
  strapline: "For those who decide together",
  home: "Board room",
} as const;
