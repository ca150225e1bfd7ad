import { z } from "zod";
import { EVENT_TYPES_OF_A_REQUEST } from "./reached";

/** The most that a study has of anything: a session is an hour, and a page has an end. */
export const MOST = {
  tasks: 12,
  variants: 4,
  /** Of one variant. */
  changes: 20,
  questions: 12,
  permissions: 8,
  words: 4_000,
} as const;

const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Use small letters, digits and hyphens, a letter first");
const Words = z.string().trim().min(1, "Write some words").max(MOST.words);
const Line = z.string().trim().min(1, "Write some words").max(200);

/** When a task is done well. The system sees the first two by itself; the third a facilitator judges. */
export const TaskSuccess = z.discriminatedUnion("by", [
  /** Something happens to a request of the task's person, of one service if one is named. */
  z.object({ by: z.literal("event"), event: z.enum(EVENT_TYPES_OF_A_REQUEST), service: Id.nullable() }),
  /** They come to an address: a pattern of the URL map, such as "/services/:service". `values` holds what must stand in its places. */
  z.object({
    by: z.literal("address"),
    pattern: z.string().startsWith("/"),
    values: z.record(z.string(), z.string()),
  }),
  z.object({ by: z.literal("judgement"), of: Line }),
]);
export type TaskSuccess = z.infer<typeof TaskSuccess>;

/** What has happened in the world before a task begins, by the same use cases as people's own pages. */
export const StartAct = z.discriminatedUnion("act", [
  /** The person asked for a service: by question id what they answered; of whom, or of who fits best. */
  z.object({
    act: z.literal("asked"),
    service: Id,
    answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    offer: Id.nullable(),
  }),
  z.object({
    act: z.literal("accepted"),
    inWorkingDays: z.int().min(1).max(60),
    time: z.iso.time({ precision: -1 }),
  }),
  z.object({ act: z.literal("declined"), reason: z.string(), note: z.string().max(500) }),
  z.object({ act: z.literal("wanted-to-know"), question: Line }),
  z.object({ act: z.literal("hours-passed"), hours: z.number().positive().max(2_000) }),
]);
export type StartAct = z.infer<typeof StartAct>;

export const Task = z.object({
  id: Id,
  /** What is asked of the participant, as it is read out and shown. */
  words: Words,
  /** The person of the town whom they are, by person id. */
  person: Id,
  signedIn: z.boolean(),
  /** The address where they begin, without the brand's prefix. */
  startsAt: z.string().startsWith("/"),
  acts: z.array(StartAct).max(10),
  success: TaskSuccess,
  /** The fewest pages on the way, patterns of the URL map in order; the first is where they begin. */
  optimalPath: z.array(z.string().startsWith("/")).min(1).max(40),
  /** Null: as long as they like. */
  limitSeconds: z.int().min(30).max(3_600).nullable(),
  /** Ids of the questions that follow it, beside how easy it was. */
  questions: z.array(Id).max(MOST.questions, `Ask ${MOST.questions} questions at most`),
  /** What the facilitator says and looks for. */
  script: z.string().max(MOST.words),
});
export type Task = z.infer<typeof Task>;

/** What the system knows the answer of, in a participant's own world. */
export const TRUTHS = [
  "who-treats",
  "whose-letter",
  "who-to-ring",
  "whose-box",
  "by-when",
  "when-is-it",
] as const;

/** What no new question is called: the two known scales' own ids, and other fields of the form that asks it. */
export const RESERVED: readonly string[] = [
  "seq",
  ...Array.from({ length: 10 }, (_, item) => `sus-${item + 1}`),
  "intent",
  "task",
  "asked",
];

export const Question = z.discriminatedUnion("kind", [
  /** 1 to `steps`, with words for both ends. */
  z.object({
    kind: z.literal("scale"),
    id: Id,
    words: Line,
    steps: z.int().min(3).max(11),
    low: Line,
    high: Line,
  }),
  z.object({ kind: z.literal("choice"), id: Id, words: Line, options: z.array(Line).min(2).max(12) }),
  z.object({ kind: z.literal("text"), id: Id, words: Line }),
  /** Right answer and wrong ones come from the world, as it is when the question is asked. */
  z.object({ kind: z.literal("comprehension"), id: Id, words: Line, truth: z.enum(TRUTHS) }),
]);
export type Question = z.infer<typeof Question>;

/** What is different in the worlds of those who get a variant. Pages know nothing of it: it is another directory. */
export const VariantChange = z.discriminatedUnion("change", [
  /** Whose box: "brand", "partner" or "both"; of the offers of these services, or of all when there are none. */
  z.object({
    change: z.literal("box-style"),
    services: z.array(Id),
    style: z.enum(["brand", "partner", "both"]),
  }),
  z.object({ change: z.literal("words"), service: Id, name: Line.nullable(), summary: Line.nullable() }),
  /** What counts in the order of choices: the points of the policy, by reason. */
  z.object({ change: z.literal("order"), points: z.record(z.string(), z.number().min(0).max(100)) }),
]);
export type VariantChange = z.infer<typeof VariantChange>;

export const Variant = z.object({
  id: Id,
  name: Line,
  changes: z.array(VariantChange).max(MOST.changes, `A variant has ${MOST.changes} changes at most`),
});
export type Variant = z.infer<typeof Variant>;

/** What a participant may allow, each by itself. Only the first is needed to take part. */
export const PERMISSIONS = ["take-part", "follow-pages", "keep-pictures", "keep-typing", "quote"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The version of the words on the page that asks for them (content/lab/joining), which is recorded with what was answered. */
export const CONSENT_WORDS = 1;

/** Nothing of a participant is kept for longer than that after their session. */
export const LONGEST_KEPT_DAYS = 730;

/**
 * What is to be found out, and how. Of one version all is fixed; a study in use gets another version, and what was
 * recorded under the first stays of the first.
 */
export const Study = z
  .object({
    name: Line,
    aims: Words,
    /** What a participant is told before anything else, in plain words. */
    information: Words,
    /** Asked for, one by one, in this order; "take-part" is always asked. */
    permissions: z.array(z.enum(PERMISSIONS)).max(MOST.permissions),
    tasks: z
      .array(Task)
      .min(1, "A study needs a task")
      .max(MOST.tasks, `A study has ${MOST.tasks} tasks at most`),
    variants: z
      .array(Variant)
      .min(1, "A study needs a variant")
      .max(MOST.variants, `A study has ${MOST.variants} variants at most`),
    questions: z
      .array(Question)
      .max(MOST.questions * 4, `A study has ${MOST.questions * 4} questions at most`),
    /** Asked after every task: how easy it was, 1 to 7. */
    seq: z.boolean(),
    /** Asked at the end: the ten of the System Usability Scale. */
    sus: z.boolean(),
    /** Ids of the questions that are asked at the end. */
    atEnd: z.array(Id).max(MOST.questions, `Ask ${MOST.questions} questions at most`),
    /** What a participant typed is kept, where they allow it. */
    keepTyping: z.boolean(),
    moderated: z.boolean(),
    /** Days after a session ends until everything of its participant is deleted, by itself. */
    keepDays: z.int().min(1).max(LONGEST_KEPT_DAYS),
    /** Chooses who gets which variant, in blocks: the same seed is the same order. */
    seed: z.int().min(0),
    /** How the facilitator opens and closes a session, and ends one early. */
    opening: z.string().max(MOST.words),
    closing: z.string().max(MOST.words),
    safety: z.string().max(MOST.words),
  })
  .superRefine((study, context) => {
    const known = new Set(study.questions.map(({ id }) => id));
    const unknown = (ids: readonly string[], path: (string | number)[]) => {
      for (const id of ids)
        if (!known.has(id))
          context.addIssue({ code: "custom", path, message: `There is no question “${id}”` });
    };
    study.tasks.forEach((task, place) => {
      unknown(task.questions, ["tasks", place, "questions"]);
    });
    unknown(study.atEnd, ["atEnd"]);
    for (const [field, ids] of [
      ["tasks", study.tasks.map(({ id }) => id)],
      ["variants", study.variants.map(({ id }) => id)],
      ["questions", study.questions.map(({ id }) => id)],
    ] as const)
      if (new Set(ids).size < ids.length)
        context.addIssue({ code: "custom", path: [field], message: "Two of them have the same name" });
    // One world has all the tasks' beginnings: who has asked already cannot be somebody who has not.
    const people = study.tasks.filter(({ acts }) => acts.length > 0).map(({ person }) => person);
    for (const person of people)
      if (study.tasks.filter((task) => task.person === person).length > 1)
        context.addIssue({
          code: "custom",
          path: ["tasks"],
          message: `"${person}" has something behind them in one task, so no other task can be theirs`,
        });
  });
export type Study = z.infer<typeof Study>;

/** A version in use is never written again; a draft is the next version that is being made. */
export type StudyState = "draft" | "open" | "closed";
