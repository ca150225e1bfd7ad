const HOUR = 3_600;

export interface CookieWords {
  /** How long the browser keeps it. */
  readonly seconds: number;
  /** The same for people. */
  readonly length: string;
  readonly use: string;
}

/** Every cookie that is ever set, and how long it lasts: the server that sets them and the page that lists them read this. */
export const COOKIES = {
  draft: {
    seconds: 24 * HOUR,
    length: "24 hours after your last answer",
    use: "Finds the answers you gave on this phone or computer, so that you can stop and come back.",
  },
  patient: {
    seconds: 8 * HOUR,
    length: "8 hours",
    use: "Keeps you signed in.",
  },
  partner: {
    seconds: 8 * HOUR,
    length: "8 hours",
    use: "Keeps people signed in at work.",
  },
  board: {
    seconds: 8 * HOUR,
    length: "8 hours",
    use: "Keeps members of the board signed in.",
  },
  lab: {
    seconds: 8 * HOUR,
    length: "8 hours",
    use: "Keeps researchers signed in.",
  },
  participant: {
    seconds: 8 * HOUR,
    length: "8 hours",
    use: "Finds the test that you take part in, so that you can stop and come back.",
  },
  signin: {
    seconds: HOUR / 2,
    length: "30 minutes",
    use: "Brings you back to your page when you have signed in.",
  },
} as const satisfies Readonly<Record<string, CookieWords>>;
