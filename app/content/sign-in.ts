import type { Audience } from "~/domain/access/audience";

/** Where somebody says as what they sign in. */
export const SIGN_IN = {
  title: "Sign in",
  to: (brand: string) => `Sign in to ${brand}`,
  as: {
    patient: "I want to ask for care, or see what I asked for",
    partner: "I work here, or for a partner",
    board: "I am a member of the board",
    lab: "I work in the lab",
  } satisfies Readonly<Record<Audience, string>>,
} as const;

/** In a demonstration: a list of made-up people, instead of a password. */
export const CHOOSE_WHO = {
  page: "Choose who to be",
  title: {
    patient: "Who are you today?",
    partner: "Who is at work today?",
    board: "Who is in the board room today?",
    lab: "Who is in the lab today?",
  } satisfies Readonly<Record<Audience, string>>,
  madeUp: (audience: Audience) =>
    `These people are made up. Sign in as any of them: there is no password. In real life you would prove who you are with ${audience === "patient" ? "NHS login" : "the sign-in of the place where you work"}.`,
  nobody: (brand: string) => `${brand} has nobody to sign in as.`,
  /** What the brand's own people do, said after its name. */
  ownRoles: {
    desk: "front desk",
    manager: "manager",
    board: "board",
    researcher: "research",
    facilitator: "facilitator",
    observer: "observer",
  } as Readonly<Record<string, string>>,
} as const;
