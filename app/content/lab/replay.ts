import { counted } from "~/domain/shared/in-words";
import type { LabEvent } from "~/domain/usability/log";
import { percent, secondsInWords, tenths } from "./results";
import { PERMISSION_WORDS } from "./studies";

export const REPLAY = {
  title: (code: string) => `Participant ${code}, page by page`,
  intro: "The session as it went. Times are from when they agreed to take part.",
  of: (study: string, variant: string) => `${study}, with “${variant}”`,
  allows: (permissions: string) => `They agreed ${permissions}.`,
  nothing: "Nothing of this session may be looked at, or nothing has happened yet.",
  noPages: "They do not allow us to follow their pages, so only what was asked and noted is here.",
  stayed: (seconds: string) => `there for ${seconds}`,
  asked: "Sent a form",
  wrong: (fields: string) => `The page asks them to put right: ${fields}`,
  timeline: "The session as a line of time",
  timelineHow: "A bar is a task. A line in it is a page, and a red mark is what was noted.",
  picturesOf: (tasks: number, pages: number, marks: number) =>
    `${tasks} tasks, ${pages} pages, ${marks} marks. The list below says the same.`,
  gist: (at: string, pages: number, marks: number): string =>
    [
      `From ${at}`,
      ...(pages === 0 ? [] : [counted(pages, "page")]),
      ...(marks === 0 ? [] : [counted(marks, "mark")]),
    ].join(" · "),
  before: "Before the first task",
  end: "At the end",
  noPage: "No page yet",
} as const;

/** "1:05", from the beginning of a session. */
export function clockInWords(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** What a participant allows, as a sentence goes on: "to take part, that …". */
export const allowed = (permissions: Iterable<keyof typeof PERMISSION_WORDS>): readonly string[] =>
  [...permissions].map((each) => PERMISSION_WORDS[each].short);

const ENDS = {
  done: "says that they are done",
  "gave-up": "would rather not go on",
  "time-up": "has no time left",
  "moved-on": "is moved on",
} as const;

/**
 * What happened, as a line of a session says it; null for what its heading says already, and for what did not happen to them.
 * `question` gives a question's words, and whether it has an answer that is true.
 */
export function eventInWords(
  event: LabEvent,
  question: (id: string) => { readonly words: string; readonly ofTruth: boolean },
): string | null {
  switch (event.kind) {
    case "consented":
      return event.words === undefined
        ? "agrees to take part"
        : `agrees to take part (study version ${event.version}, words version ${event.words})`;
    case "task-shown":
    case "task-begun":
    case "page":
      return null;
    case "reached":
      return "has done what the task asks for";
    case "task-over":
      return ENDS[event.how];
    case "judged":
      return event.success ? "is judged: did it" : "is judged: did not do it";
    case "paused":
      return "has a break";
    case "resumed":
      return "goes on";
    case "questions-left":
      return "is led on, without the other questions";
    case "world-reset":
      return "begins again in a fresh town";
    case "click":
      return `clicks on ${event.on}`;
    case "focus":
      return `goes to ${event.on}`;
    case "scroll":
      return `sees ${percent(event.depth)} of the page`;
    case "hesitated":
      return `does nothing for ${secondsInWords(event.ms / 1_000)}`;
    case "back":
      return "goes back";
    case "left":
      return "leaves the page for something else";
    case "returned":
      return "comes back to the page";
    case "window":
      return `has a window ${event.width} pixels wide`;
    case "typed":
      return `types “${event.text}” in ${event.on}`;
    case "answered": {
      const { value, truth, withheld } = event;
      const { words, ofTruth } = question(event.question);
      // Nothing was true of it in their town, so they were not asked.
      if (ofTruth && truth === null) return null;
      const asked = `“${words}”`;
      if (withheld) return `answers ${asked} in words that may not be shown`;
      if (value === "") return `gives no answer to ${asked}`;
      const said = typeof value === "number" ? String(Number(tenths(value))) : `“${value}”`;
      const was = truth === null || truth === value ? "" : ` (it was “${truth}”)`;
      return `answers ${asked}: ${said}${was}`;
    }
    case "tagged":
      return TAG_WORDS[event.tag](event.note, event.severity);
    case "stopped":
      return `is stopped by the ${event.by}${event.why === "" ? "" : `: ${event.why}`}`;
    case "finished":
      return "is at the end";
    default:
      return event satisfies never;
  }
}

const noted = (what: string, note: string): string => (note === "" ? what : `${what}: ${note}`);
const TAG_WORDS = {
  confused: (note: string) => noted("Confused", note),
  delighted: (note: string) => noted("Delighted", note),
  quote: (note: string) => (note === "" ? "Says something" : `Says: “${note}”`),
  problem: (note: string, severity: number | null) =>
    noted(severity === null ? "Problem" : `Problem, ${severity} of 4`, note),
} as const;

/** What SEQ and the items of SUS are called in a list. */
export const scaleQuestion = (id: string): string =>
  id === "seq" ? "How easy was it?" : id.replace(/^sus-/, "System Usability Scale, line ");
