import type { TaskEnd } from "~/domain/usability/log";
import type { Moment } from "~/domain/usability/moments";
import type { Session, Standing } from "~/domain/usability/session";

/** The words of the page on which a facilitator runs a session, and others watch it. */
export const CONSOLE = {
  title: (code: string) => `Session ${code}`,
  all: "All studies",
  watching: "You watch here. Others run the session.",
  hereTitle: "Where they are",
  nowhere: "They have opened no page yet",
  notFollowed: "They do not let us see their pages",
  noQuotes: "They do not let us use their words. What you mark as a quote is in no result.",
  left: "They left in the middle: nothing was heard of them for a day or more",
  taskTitle: "Task",
  task: (place: number, of: number) => `Task ${place} of ${of}`,
  timers: "Times",
  taskTime: "This task",
  sessionTime: "The session",
  limit: (time: string) => `of ${time}`,
  success: "What counts as success",
  seen: "We saw it: they got there",
  seenLate: "They got there after the time",
  notSeen: "Not seen yet",
  judgedYes: "Judged a success",
  judgedNo: "Judged not a success",
  judge: "Was it a success?",
  judgeTask: (words: string) => `“${words}”`,
  tasksBefore: "Tasks before",
  yes: "Yes",
  no: "No",
  script: "What to say and look for",
  tags: "Mark a moment",
  note: "A note, if you like",
  noteHint: "Write it first, then press the mark.",
  keys: "Keys: c confused, d delighted, q quote, 1 to 4 problem. Then write a note and press Enter. Esc takes it back.",
  keysOn: "Turn the keys on",
  keysOff: "Turn the keys off",
  marking: "Marking",
  sent: "",
  unsent: "… not sent yet. It is kept here, and goes as soon as there is a connection.",
  signedOut: "You are signed out. Sign in again in another tab: what you marked is kept here.",
  notDone: "That could not be sent. Look at your connection, and try again.",
  marks: "Marks and notes",
  noMarks: "Nothing is marked yet.",
  path: "The way so far",
  noPath: "Nothing has happened yet.",
  earlier: (many: number, replays: boolean) =>
    replays
      ? `${many} earlier ones are in the replay.`
      : `${many} earlier ones are kept, and not shown here.`,
  run: "Run the session",
  moveOn: "Move on to the next task",
  leaveQuestions: {
    title: "Go on without these questions",
    how: "They are not asked them again. What they have answered stays.",
    button: "Leave them out",
  },
  leaveLastQuestions: {
    title: "End without the last questions",
    how: "The session is over then. What they have answered stays.",
    button: "Leave them out and end",
  },
  pause: "Pause",
  resume: "Go on",
  reset: "Begin this task again",
  resetHint: "They get a fresh town, at the start of this task. It takes a moment.",
  stop: "Stop the session safely",
  stopLead: "If they are upset or unwell, stop. Nothing matters more.",
  why: "Why, in a few words. Name nobody.",
  stopNow: "Stop now",
  opening: "How to open",
  closing: "How to close",
  safety: "If it must end early",
  picture: (title: string) => `See the page “${title}” as it was`,
  see: "See it",
  replay: "See all of it again",
  errors: {
    tag: "Choose one of the marks on this page",
    note: "The note is too long. Make it 2,000 characters or fewer.",
  },
} as const;

/** A page as it was sent to a participant. */
export const PAGE_SEEN = {
  title: (title: string) => `Page: ${title}`,
  untitled: "A page",
  back: "Back to the session",
  frame: "The page as it was sent. Nothing on it works.",
  how: "This is the page as the server sent it. No script runs in it, and no link leads on.",
  typing: "What they typed is left out.",
  typingKept: "What they typed is in it, for they allowed it.",
  task: "In the task",
  address: "Address",
  sent: "with a form they sent",
  status: "What went wrong",
  wentWrong: (status: number): string =>
    status === 404 ? "There was no such page" : `Something was to be put right (${status})`,
  when: "When",
  save: "Save it as a file",
  none: "No picture of this page was kept.",
} as const;

export const MARKS = [
  { key: "c", tag: "confused", severity: null, name: "Confused" },
  { key: "d", tag: "delighted", severity: null, name: "Delighted" },
  { key: "q", tag: "quote", severity: null, name: "Quote" },
  { key: "1", tag: "problem", severity: 1, name: "Problem 1: cosmetic" },
  { key: "2", tag: "problem", severity: 2, name: "Problem 2: minor" },
  { key: "3", tag: "problem", severity: 3, name: "Problem 3: major" },
  { key: "4", tag: "problem", severity: 4, name: "Problem 4: stops them" },
] as const;
/** How a mark is sent: "confused", or "problem-3". */
export const markId = ({
  tag,
  severity,
}: {
  readonly tag: string;
  readonly severity: number | null;
}): string => (severity === null ? tag : `${tag}-${severity}`);

const ENDS: Readonly<Record<TaskEnd, string>> = {
  done: "They said that they were done",
  "gave-up": "They stopped the task",
  "time-up": "The time was up",
  "moved-on": "The facilitator moved on",
};

/** How the session stands, in a line. */
export function standingWords({ standing, paused }: Pick<Session, "standing" | "paused">): string {
  if (paused && standing.at !== "over") return "They have a break";
  return STANDS[standing.at === "over" ? standing.how : standing.at];
}
const STANDS: Readonly<Record<Exclude<Standing["at"], "over"> | "finished" | "stopped", string>> = {
  consent: "They have not agreed yet",
  "task-shown": "They read the task",
  task: "They work at the task",
  "after-task": "They answer the questions about the task",
  end: "They answer the last questions",
  finished: "The session is over. They came to its end",
  stopped: "The session was ended early",
};

/** A moment, in a line. */
export function momentInWords({ event }: Moment): string {
  switch (event.kind) {
    case "task-begun":
      return "They began the task";
    case "task-over":
      return ENDS[event.how];
    case "reached":
      return "They got where the task leads";
    case "judged":
      return event.success ? CONSOLE.judgedYes : CONSOLE.judgedNo;
    case "paused":
      return "A break begins";
    case "resumed":
      return "They go on";
    case "questions-left":
      return "Led on without the other questions";
    case "world-reset":
      return "The task begins again, in a fresh town";
    case "page":
      return pageInWords(event);
    case "click":
      return `Clicked: ${event.on}`;
    case "hesitated":
      return `Did nothing for ${Math.round(event.ms / 1_000)} seconds`;
    case "back":
      return "Went back";
    case "left":
      return "Looked away from the page";
    case "returned":
      return "Came back to the page";
    case "tagged":
      return `${markName(event)}${event.note === "" ? "" : `: ${event.note}`}`;
    case "stopped":
      return event.by === "participant" ? "They ended the session" : "Whoever ran the session ended it";
    case "finished":
      return "The session is over";
    default:
      return event satisfies never;
  }
}

const pageInWords = ({
  method,
  title,
  pattern,
  status,
  errors,
}: Extract<Moment["event"], { readonly kind: "page" }>): string => {
  const name = title === "" ? pattern : title;
  if (errors.length > 0) return `${name}: something is wrong with ${errors.join(", ")}`;
  if (method === "POST") return `Sent a form: ${pattern}`;
  return status >= 400 ? `${name} (${status})` : name;
};

export const markName = (mark: { readonly tag: string; readonly severity: number | null }): string =>
  MARKS.find((each) => markId(each) === markId(mark))?.name ?? mark.tag;

/** Minutes and seconds: "3:07", and of an hour "1:03:07". */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What the system looks for, or a facilitator judges. */
export const successWords = {
  judgement: (of: string) => `Somebody judges: ${of}`,
  address: (pattern: string, values: Readonly<Record<string, string>>) =>
    `They come to ${Object.entries(values).reduce((address, [name, value]) => address.replace(`:${name}`, value), pattern)}`,
  event: (event: string, service: string | null) =>
    `We see it: ${event}${service === null ? "" : ` (${service})`}`,
} as const;
