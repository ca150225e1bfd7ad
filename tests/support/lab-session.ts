import { instant, milliseconds } from "~/domain/shared/time";
import { type LabEvent, SEQ, SUS_ITEMS, susId } from "~/domain/usability/log";
import type { Entry, SessionRecord } from "~/domain/usability/results/permitted";
import { Study } from "~/domain/usability/study";

/** When everybody's session begins. */
export const BEGAN = "2026-11-24T10:00:00.000Z";

/** A study of two tasks, of which a facilitator judges the second, in two variants. */
export const BOX_STUDY = Study.parse({
  name: "Whose box, in short",
  aims: "Do people know who treats them?",
  information: "You try some pages. You are not being tested, the pages are.",
  permissions: ["take-part", "follow-pages", "keep-pictures", "quote"],
  tasks: [
    {
      id: "ask",
      words: "Ask for help with a sore back.",
      person: "arthur-penrose",
      signedIn: true,
      startsAt: "/",
      acts: [],
      success: { by: "event", event: "request-submitted", service: "physiotherapy" },
      optimalPath: ["/", "/search", "/services/:service", "/services/:service/request/:step"],
      limitSeconds: null,
      questions: ["who", "sure"],
      script: "",
    },
    {
      id: "explain",
      words: "Find out who rings you, and say it in your own words.",
      person: "arthur-penrose",
      signedIn: true,
      startsAt: "/requests",
      acts: [],
      success: { by: "judgement", of: "They name the partner" },
      optimalPath: ["/requests", "/requests/:reference"],
      limitSeconds: 600,
      questions: [],
      script: "",
    },
  ],
  variants: [
    { id: "brand", name: "The front door’s box", changes: [] },
    { id: "partner", name: "The partner’s box", changes: [] },
  ],
  questions: [
    { kind: "comprehension", id: "who", words: "Who will treat you?", truth: "who-treats" },
    { kind: "scale", id: "sure", words: "How sure are you?", steps: 5, low: "Not", high: "Very" },
    { kind: "text", id: "more", words: "What else?" },
    { kind: "choice", id: "again", words: "Would you use it again?", options: ["Yes", "No"] },
  ],
  seq: true,
  sus: true,
  atEnd: ["more", "again"],
  keepTyping: false,
  moderated: true,
  keepDays: 90,
  seed: 1,
  opening: "",
  closing: "",
  safety: "",
});

/** A participant's record, made event by event; time goes on only where it is said to. */
export class TakingPart {
  readonly #told: Entry[] = [];
  #ms = milliseconds(BEGAN);

  constructor(
    readonly code: string,
    readonly variant: string,
    permissions: readonly string[] = BOX_STUDY.permissions,
  ) {
    this.tell({ kind: "consented", version: 1, words: 1, permissions: [...permissions] as never });
  }

  tell(event: LabEvent): this {
    const seq = this.#told.length + 1;
    this.#told.push({ seq, id: `${this.code}-${seq}`, at: instant(this.#ms), event });
    return this;
  }

  wait(seconds: number): this {
    this.#ms += Math.round(seconds * 1_000);
    return this;
  }

  begin(task: string): this {
    return this.tell({ kind: "task-shown", task }).tell({ kind: "task-begun", task, world: "a-world" });
  }

  page(pattern: string, errors: readonly string[] = [], values: Readonly<Record<string, string>> = {}): this {
    return this.tell({
      kind: "page",
      method: errors.length > 0 ? "POST" : "GET",
      pattern,
      values: { ...values },
      status: errors.length > 0 ? 400 : 200,
      title: `Page ${pattern}`,
      errors: [...errors],
      snapshot: `page-${this.#told.length + 1}`,
    });
  }

  /** Sees the pages, and is done after so many seconds. */
  does(task: string, seconds: number, pages: readonly string[]): this {
    this.begin(task);
    for (const pattern of pages) this.page(pattern);
    return this.wait(seconds).tell({ kind: "reached", task }).tell({ kind: "task-over", task, how: "done" });
  }

  givesUp(task: string, seconds: number, pages: readonly string[]): this {
    this.begin(task);
    for (const pattern of pages) this.page(pattern);
    return this.wait(seconds).tell({ kind: "task-over", task, how: "gave-up" });
  }

  answers(
    task: string | null,
    answers: Readonly<Record<string, number | string>>,
    truth: string | null = null,
  ): this {
    for (const [question, value] of Object.entries(answers))
      this.tell({ kind: "answered", task, question, value, truth: question === "who" ? truth : null });
    return this;
  }

  /** All ten of the System Usability Scale, so that praise is `step` of 5 and complaint its opposite. */
  sus(step: number): this {
    const items = Array.from({ length: SUS_ITEMS }, (_, item) => [
      susId(item + 1),
      item % 2 === 0 ? step : 6 - step,
    ]);
    return this.answers(null, Object.fromEntries(items) as Record<string, number>);
  }

  get session(): SessionRecord {
    return { code: this.code, variant: this.variant, record: this.#told };
  }
}

const SHORTEST = ["/", "/search", "/services/:service", "/services/:service/request/:step"];

/** Six participants, three of each variant, who do not all get there. */
export function sixSessions(): readonly SessionRecord[] {
  const six = [
    new TakingPart("P1", "brand")
      .does("ask", 60, SHORTEST)
      .answers("ask", { [SEQ]: 6, who: "Larkmouth Care", sure: 4 }, "Harbour Trust"),
    new TakingPart("P2", "brand")
      .does("ask", 120, ["/", "/how-it-works", "/", ...SHORTEST.slice(1)])
      .answers("ask", { [SEQ]: 4, who: "Harbour Trust", sure: 5 }, "Harbour Trust"),
    new TakingPart("P3", "brand")
      .givesUp("ask", 300, ["/", "/search", "/how-it-works", "/privacy"])
      .answers("ask", { [SEQ]: 2, who: "Nobody", sure: 1 }, "Harbour Trust"),
    new TakingPart("P4", "partner")
      .does("ask", 45, SHORTEST)
      .answers("ask", { [SEQ]: 7, who: "Harbour Trust", sure: 5 }, "Harbour Trust"),
    new TakingPart("P5", "partner")
      .does("ask", 50, SHORTEST)
      .answers("ask", { [SEQ]: 7, who: "Harbour Trust", sure: 4 }, "Harbour Trust"),
    new TakingPart("P6", "partner", ["take-part"])
      .does("ask", 55, SHORTEST)
      .answers("ask", { [SEQ]: 5, who: "Harbour Trust", sure: 3 }, "Harbour Trust"),
  ];
  const judged = [true, true, false, true, null, true];
  for (const [place, each] of six.entries()) {
    each.does("explain", 30 + place, ["/requests", "/requests/:reference"]);
    const success = judged[place];
    if (success != null) each.tell({ kind: "judged", task: "explain", success, by: "leon" });
    each
      .answers("explain", { [SEQ]: 5 })
      .sus(5 - (place % 3))
      .answers(null, { more: `Words of ${each.code}`, again: place === 2 ? "No" : "Yes" });
    each.tell({ kind: "finished" });
  }
  return six.map(({ session }) => session);
}
