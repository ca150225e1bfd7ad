import { z } from "zod";
import { type Instant, milliseconds } from "../shared/time";
import { PERMISSIONS } from "./study";

/** Why a task is over: the participant said so, or would rather not go on; the time was up; the facilitator moved on. */
export const TASK_ENDS = ["done", "gave-up", "time-up", "moved-on"] as const;
export type TaskEnd = (typeof TASK_ENDS)[number];

export const TAGS = ["confused", "delighted", "quote", "problem"] as const;
/** From 1, cosmetic, to 4, nobody gets past it (Nielsen's ratings without 0). */
export const SEVERITIES = [1, 2, 3, 4] as const;

const Text = z.string().max(2_000);
const Label = z.string().max(200);

/**
 * What a browser tells of itself, where scripts are on. `on` is what a thing is called on the page (its role and name, or
 * a field's name), and never what was typed into it.
 */
export const FromBrowser = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("click"), on: Label }),
  z.object({ kind: z.literal("focus"), on: Label }),
  /** The farthest part of the page that was seen, 0 to 1. */
  z.object({ kind: z.literal("scroll"), depth: z.number().min(0).max(1) }),
  /** Nothing was done for so many milliseconds. */
  z.object({ kind: z.literal("hesitated"), ms: z.number().min(0).max(3_600_000) }),
  z.object({ kind: z.literal("back") }),
  /** The page was left for another tab or the phone's front, and come back to. */
  z.object({ kind: z.literal("left") }),
  z.object({ kind: z.literal("returned") }),
  /** How wide the browser shows pages, in CSS pixels: told once, and again when it is another. */
  z.object({ kind: z.literal("window"), width: z.int().min(100).max(10_000) }),
  /** Only where the study asks for it and the participant allows it ("keep-typing"). */
  z.object({ kind: z.literal("typed"), on: Label, text: Text }),
]);
export type FromBrowser = z.infer<typeof FromBrowser>;

/** Everything that is recorded of a session; all that is known of it follows from these, in their order. */
export const LabEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("consented"),
    /** The study's version whose information was read. */
    version: z.int(),
    /** The version of the words in which each permission was asked for (CONSENT_WORDS). Older records do not have it. */
    words: z.int().optional(),
    permissions: z.array(z.enum(PERMISSIONS)),
  }),
  z.object({ kind: z.literal("task-shown"), task: z.string() }),
  z.object({ kind: z.literal("task-begun"), task: z.string(), world: z.string() }),
  /** What makes it a success was seen by the system. */
  z.object({ kind: z.literal("reached"), task: z.string() }),
  z.object({ kind: z.literal("task-over"), task: z.string(), how: z.enum(TASK_ENDS) }),
  /** Whether it was a success, in a facilitator's judgement, which counts before what the system saw. */
  z.object({ kind: z.literal("judged"), task: z.string(), success: z.boolean(), by: z.string() }),
  z.object({ kind: z.literal("paused") }),
  z.object({ kind: z.literal("resumed") }),
  /** The world was thrown away for another, at the task's beginning. */
  z.object({ kind: z.literal("world-reset"), task: z.string(), world: z.string() }),
  /** A page was asked for in the world. */
  z.object({
    kind: z.literal("page"),
    method: z.enum(["GET", "POST"]),
    /** The pattern of the URL map ("/services/:service"), and what stands in its places. */
    pattern: z.string(),
    values: z.record(z.string(), z.string()),
    status: z.int(),
    /** What it is called. */
    title: z.string(),
    /** Fields that the page says something is wrong with, by name. */
    errors: z.array(z.string()),
    /** The page as it was sent, where pictures may be kept. */
    snapshot: z.string().nullable(),
  }),
  ...FromBrowser.options,
  /** An answer to a question: of a scale its number, of a choice or a text its words; SUS and SEQ by their own ids. */
  z.object({
    kind: z.literal("answered"),
    /** Null at the end of the session. */
    task: z.string().nullable(),
    question: z.string(),
    value: z.union([z.number(), Text]),
    /** Of a comprehension question: what was true in the participant's world at that moment. */
    truth: z.string().nullable(),
    /** Never recorded: something was written, and is left out where its writer does not let it be told. */
    withheld: z.literal(true).optional(),
  }),
  /** A facilitator went on without what was not answered yet; of no task at the end of the session. */
  z.object({ kind: z.literal("questions-left"), task: z.string().nullable(), by: z.string() }),
  z.object({
    kind: z.literal("tagged"),
    tag: z.enum(TAGS),
    /** Of a problem. */
    severity: z.union(SEVERITIES.map((each) => z.literal(each))).nullable(),
    note: Text,
    by: z.string(),
  }),
  /** Somebody ended it early: the participant, or the facilitator for their sake. */
  z.object({ kind: z.literal("stopped"), by: z.enum(["participant", "facilitator"]), why: Text }),
  z.object({ kind: z.literal("finished") }),
]);
export type LabEvent = z.infer<typeof LabEvent>;

/** One of them, as it stands in the record. `at` is real time, when it happened. */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
  readonly event: LabEvent;
}

/** In the order in which it happened, which is not the order in which it was told. */
export const inTime = <Entry extends Recorded>(record: readonly Entry[]): readonly Entry[] =>
  [...record].sort((one, other) => milliseconds(one.at) - milliseconds(other.at) || one.seq - other.seq);

/** Which page it is, whatever is asked of it: its pattern, with what stands in its places. */
export const addressOf = ({
  pattern,
  values,
}: Pick<Extract<LabEvent, { readonly kind: "page" }>, "pattern" | "values">): string =>
  [
    pattern,
    ...Object.keys(values)
      .sort()
      .map((name) => `${name}=${values[name]}`),
  ].join(" ");

/** What SEQ and SUS are called among the answers. */
export const SEQ = "seq";
export const SUS_ITEMS = 10;
/** From 1. */
export const susId = (item: number): string => `sus-${item}`;
