import type { Emergency } from "~/domain/journeys/types";

/** Where help is, day and night. They stand on every page, and first where danger is named. */
export const HELP = {
  emergency: "999",
  urgent: "111",
  samaritans: { name: "Samaritans", number: "116 123" },
  shout: { word: "SHOUT", number: "85258" },
} as const;

export interface EmergencyWords {
  readonly title: string;
  /** The number to ring first. */
  readonly number: string;
  readonly call: string;
  /** Said before anything else, in one sentence. */
  readonly lead: string;
  readonly steps: readonly string[];
  /** Where a person goes who has pressed the wrong thing. */
  readonly mistake: string;
}

export const EMERGENCIES: Readonly<Record<Emergency, EmergencyWords>> = {
  "999": {
    title: "Call 999 now",
    number: "999",
    call: "Call 999",
    lead: "What you told us can be an emergency. Please do not wait for an appointment.",
    steps: [
      "Call 999, or ask someone near you to call.",
      "Say where you are, and what is happening.",
      "Do not drive yourself to hospital. Stay where you are unless they tell you to move.",
      "If you cannot speak, call 999 from a mobile, then press 55 when asked.",
    ],
    mistake: "I chose the wrong answer",
  },
  "111": {
    title: "Call 111 now",
    number: "111",
    call: "Call 111",
    lead: "What you told us needs to be looked at sooner than we can arrange here.",
    steps: [
      "Call 111. It is free, and open day and night.",
      "They will ask what is happening and tell you where to go.",
      "If you get worse while you wait, call 999.",
      "If you cannot use the telephone, go to 111.nhs.uk.",
    ],
    mistake: "I chose the wrong answer",
  },
  crisis: {
    title: "Talk to someone now",
    number: "111",
    call: "Call 111, then choose 2",
    lead: "You do not have to carry this alone. There are people awake now who want to hear from you.",
    steps: [
      "Call 111 and choose option 2 to speak to a mental health nurse, day or night.",
      "Call Samaritans free on 116 123. They will listen for as long as you need.",
      "If talking is hard, text SHOUT to 85258.",
      "If you have hurt yourself, have taken something, or are about to, call 999.",
    ],
    mistake: "I chose the wrong answer",
  },
};

/** Whether a word of an address names a kind of help. */
export const isEmergency = (text: string | undefined): text is Emergency =>
  text !== undefined && Object.hasOwn(EMERGENCIES, text);

/** What becomes of a request in which somebody told us of an emergency. It promises no call. */
export const STOPPED = {
  notSent: "Your request has not been sent. You cannot ask for this here while this is happening.",
  kept: "We keep a note that this answer was given. It has your name and number only if you had typed them for this request. Do not wait for us to call you.",
} as const;

/** Above a search whose words name danger. */
export const DANGER_IN_SEARCH: Readonly<Record<Emergency, string>> = {
  "999": "If this is happening now, call 999",
  "111": "If this is happening now, call 111",
  crisis: "If you are thinking of harming yourself, talk to someone now",
};
