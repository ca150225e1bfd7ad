import { z } from "zod";
import type { NotifySettings } from "~/integrations/notify/notify";
import { installedChromium, isProgram } from "../../scripts/chromium.mjs";

const flag = (otherwise: "0" | "1") =>
  z
    .enum(["0", "1"], { error: "must be 0 or 1" })
    .default(otherwise)
    .transform((value) => value === "1");

const webAddress = z
  .url({ protocol: /^https?$/, error: "must be an address that starts with http:// or https://" })
  .transform((address) => address.replace(/\/$/, ""));

const template = z.uuid({ error: "must be the id of a template at GOV.UK Notify" }).optional();

/** GOV.UK Notify: all of these are set, but for the address, or none. */
const NOTIFY_VARIABLES = {
  NOTIFY_API_KEY: z
    .string()
    .regex(/-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
      error: "must be a key as GOV.UK Notify gives it: a name and two ids",
    })
    .optional(),
  NOTIFY_URL: webAddress.default("https://api.notifications.service.gov.uk"),
  NOTIFY_TEXT_TEMPLATE: template,
  NOTIFY_EMAIL_TEMPLATE: template,
  NOTIFY_LETTER_TEMPLATE: template,
  NOTIFY_RECEIPT_TOKEN: z.string().min(32, { error: "must be a secret of 32 characters or more" }).optional(),
};

const Installation = z.object({
  DEMO: flag("0"),
  /** 0 starts the demo without its own brands, on what is in the database. */
  DEMO_SEED: flag("1"),
  /** 1 makes the demo's past year too, once the server is open. */
  DEMO_YEAR: flag("0"),
  /** 0 takes any free port. */
  PORT: z.coerce
    .number({ error: "must be a port number" })
    .int({ error: "must be a port number" })
    .min(0, { error: "must be a port number" })
    .max(65_535, { error: "must be a port number" })
    .default(3000),
  DATABASE_URL: z
    .string({ error: "must be sqlite:./path/to/file.db or postgres://…" })
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, {
      error: "must be sqlite:./path/to/file.db or postgres://…",
    }),
  SESSION_SECRET: z
    .string({ error: "must be a secret of 32 characters or more" })
    .min(32, { error: "must be a secret of 32 characters or more" }),
  /** Where people reach this installation. Only the demo may leave it out: it goes by the address it is asked at. */
  BASE_URL: webAddress.refine((address) => new URL(address).pathname === "/", {
    error: "must have no path after the host",
  }),
  OIDC_ISSUER: webAddress,
  OIDC_CLIENT_ID: z.string({ error: "must be the client id that the issuer gave" }).min(1),
  OIDC_CLIENT_SECRET: z.string({ error: "must be the client secret that the issuer gave" }).min(1),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"], {
      error: "must be one of fatal, error, warn, info, debug, silent",
    })
    .default("info"),
  /**
   * The browser that makes pictures of pages in the usability lab. Left out: one that is installed, or null where none is.
   * "off": no pictures are made.
   */
  CHROMIUM_PATH: z
    .string()
    .refine((path) => path === "off" || isProgram(path), {
      error: "must name a Chromium that can be run, or be off",
    })
    .nullable()
    .default(() => installedChromium() ?? null),
  /** How many proxies of our own stand in front and add X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a whole number" })
    .int({ error: "must be a whole number" })
    .min(0, { error: "must be a whole number" })
    .default(0),
  ...NOTIFY_VARIABLES,
});

type Parsed = z.infer<typeof Installation>;
export type Environment = Omit<Parsed, "BASE_URL" | keyof typeof NOTIFY_VARIABLES> & {
  readonly BASE_URL: string | null;
  /** Null when messages go no further than the doormat. */
  readonly notify: NotifyEnvironment | null;
};

export interface NotifyEnvironment extends Omit<NotifySettings, "longestMs"> {
  /** What Notify sends along with a delivery receipt. */
  readonly receiptToken: string;
}

/** The demo needs nothing set: its people are fictional, and its provider runs inside it. */
const DEMO_DEFAULTS = {
  DATABASE_URL: "sqlite:./data/onedoor.db",
  SESSION_SECRET: "the demo keeps no secrets: its people are fictional",
  BASE_URL: "http://localhost",
  OIDC_ISSUER: "http://localhost/oidc",
  OIDC_CLIENT_ID: "onedoor",
  OIDC_CLIENT_SECRET: "the demo's provider and client are one process",
};

export class BadEnvironment extends Error {}

/** Reads the environment once, at the start. Throws BadEnvironment, one line for each variable that is missing or bad. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const demo = set.DEMO === "1";
  const result = Installation.safeParse(demo ? { ...DEMO_DEFAULTS, ...set } : set);
  if (!result.success)
    throw new BadEnvironment(result.error.issues.map((issue) => lineFor(issue, set)).join("\n"));
  const environment = {
    ...withoutNotify(result.data),
    BASE_URL: set.BASE_URL ? result.data.BASE_URL : null,
    // The people of the demo are fictional: nothing is sent to them.
    notify: demo ? null : notifyOf(result.data),
  };
  if (!demo && !environment.OIDC_ISSUER.startsWith("https://")) {
    throw new BadEnvironment("OIDC_ISSUER must start with https:// (plain http is for the demo only)");
  }
  return environment;
}

function withoutNotify(parsed: Parsed): Omit<Parsed, keyof typeof NOTIFY_VARIABLES> {
  const {
    NOTIFY_API_KEY: _key,
    NOTIFY_URL: _url,
    NOTIFY_TEXT_TEMPLATE: _text,
    NOTIFY_EMAIL_TEMPLATE: _email,
    NOTIFY_LETTER_TEMPLATE: _letter,
    NOTIFY_RECEIPT_TOKEN: _token,
    ...rest
  } = parsed;
  return rest;
}

const NEEDED_FOR_NOTIFY = [
  "NOTIFY_API_KEY",
  "NOTIFY_TEXT_TEMPLATE",
  "NOTIFY_EMAIL_TEMPLATE",
  "NOTIFY_LETTER_TEMPLATE",
  "NOTIFY_RECEIPT_TOKEN",
] as const;

/** All of it, or null when none of it is set. Throws BadEnvironment, with what is missing, when some of it is. */
function notifyOf(parsed: Parsed): NotifyEnvironment | null {
  const {
    NOTIFY_API_KEY: apiKey,
    NOTIFY_URL: url,
    NOTIFY_TEXT_TEMPLATE: text,
    NOTIFY_EMAIL_TEMPLATE: email,
    NOTIFY_LETTER_TEMPLATE: letter,
    NOTIFY_RECEIPT_TOKEN: receiptToken,
  } = parsed;
  if (apiKey && text && email && letter && receiptToken)
    return { apiKey, url, templates: { text, email, letter }, receiptToken };
  const missing = NEEDED_FOR_NOTIFY.filter((name) => parsed[name] === undefined);
  if (missing.length === NEEDED_FOR_NOTIFY.length) return null;
  throw new BadEnvironment(
    missing
      .map((name) => `${name} is not set: GOV.UK Notify needs it, with the other NOTIFY_… ones`)
      .join("\n"),
  );
}

function lineFor(issue: z.core.$ZodIssue, set: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  return set[name] === undefined ? `${name} is not set: it ${issue.message}` : `${name} ${issue.message}`;
}
