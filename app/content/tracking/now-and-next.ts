import type { Instant } from "~/domain/shared/time";
import { NOBODY_WILL_ANSWER, wouldHaveGoneTo } from "../brand";
import { momentWords, whenWords } from "../deadlines";
import { afterWords } from "../parts";
import { type Names, partnerNamed, type TrackedPart } from "./tracked";

/** Who must act now, and what comes after it. */
interface NowAndNext {
  readonly current: { title: string; text: string; tone?: "plain" | "refused" | "unanswered" };
  readonly coming: readonly { title: string; text: string }[];
}

const YOU_GET_A_TIME = { title: "You get an answer with a time", text: "" };
const NEEDS_A_LETTER = "A hospital or clinic needs a letter from them for this.";
const YOUR_CARE = { title: "Your care", text: "" };
const THEY_REFER_YOU = { title: "If it is right for you, they refer you", text: "" };

/** Who must act now on an open part, and what comes after it. */
export function nowAndNext(tracked: TrackedPart, names: Names, now: Instant): NowAndNext {
  const { part } = tracked;
  if (names.real) return withRealPartner(tracked, names);
  if (part.waiting) return waitingForOthers(tracked.waitsFor ?? []);
  const due = part.dueAt === null ? "" : whenWords(part.dueAt, now);
  const asking = tracked.fulfilments.at(-1)?.hold;
  switch (part.owner.kind) {
    case "patient":
      if (asking)
        return {
          current: {
            title: `It is your turn: ${heldBy(tracked, names)} asked you something`,
            text: `“${asking.question}” ${due && `Please answer by ${due}.`}`.trim(),
          },
          coming: [{ title: "They go on with your request", text: "" }],
        };
      return {
        current: {
          title: "It is your turn: choose who we ask next",
          text: due && `Please choose by ${due}.`,
        },
        coming: [{ title: "We ask who you choose", text: "" }, YOU_GET_A_TIME, YOUR_CARE],
      };
    case "desk":
      if (asking)
        return {
          current: {
            title: "Our front desk is asking your practice something",
            text: due && `They will act by ${due}.`,
          },
          coming: [{ title: `${heldBy(tracked, names)} goes on with your request`, text: "" }],
        };
      return isTakenOn(tracked)
        ? {
            current: {
              title: "Our front desk is finding out how it went",
              text: due && `They will act by ${due}.`,
            },
            coming: [{ title: "Your care is complete", text: "" }],
          }
        : {
            current: {
              title: "Our front desk is finding someone for you",
              text: due && `They will act by ${due}.`,
            },
            coming: [YOU_GET_A_TIME, YOUR_CARE],
          };
    case "manager":
      return {
        current: {
          title: `The manager of ${names.brand} has it`,
          text: "Our front desk was late with it. We are sorry. If you are worried, call 111.",
          tone: "unanswered",
        },
        coming: [YOU_GET_A_TIME, YOUR_CARE],
      };
    case "partner":
      return withPartner(tracked, heldBy(tracked, names), now);
    default: {
      const never: never = part.owner;
      return never;
    }
  }
}

/** Whoever has it, by name. */
function heldBy(tracked: TrackedPart, names: Names): string {
  const held = tracked.fulfilments.at(-1);
  return held === undefined ? "The partner" : partnerNamed(held, tracked, names);
}

/** Something else of the same request comes first. */
const waitingForOthers = (names: readonly string[]): NowAndNext => ({
  current: {
    title: "This comes next",
    text: afterWords(names) || "We ask for it as soon as what comes first is done.",
  },
  coming: [{ title: "We ask who can give it", text: "" }, YOU_GET_A_TIME, YOUR_CARE],
});

/** Nobody was asked, so nobody is late and nothing is to come, whoever minds the part in the demonstration. */
function withRealPartner(tracked: TrackedPart, names: Names): NowAndNext {
  const held = tracked.fulfilments.at(-1);
  const title = held
    ? wouldHaveGoneTo(names.organisation(held.organisationId))
    : "This would have gone to a front desk";
  const letter = tracked.refers === true ? `${NEEDS_A_LETTER} ` : "";
  return { current: { title, text: `${letter}${NOBODY_WILL_ANSWER}` }, coming: [] };
}

/** A partner said yes to it and still has it, whoever must act now. */
const isTakenOn = ({ fulfilments }: TrackedPart): boolean => {
  const held = fulfilments.at(-1);
  return held !== undefined && held.ended === null && held.status !== "requested";
};

function withPartner(tracked: TrackedPart, name: string, now: Instant): NowAndNext {
  const held = tracked.fulfilments.at(-1);
  const refers = tracked.refers === true;
  if (held === undefined || held.status === "draft" || held.status === "requested") {
    const late = held !== undefined && held.answerBy < now;
    return {
      current: late
        ? {
            title: `${name} is late with its answer`,
            text: "We have seen it. We are sorting out what happens next.",
            tone: "unanswered",
          }
        : {
            title: `${name} has your request`,
            text: [
              refers ? NEEDS_A_LETTER : "",
              held === undefined ? "" : `They must answer by ${whenWords(held.answerBy, now)}.`,
            ]
              .filter(Boolean)
              .join(" "),
          },
      coming: [YOU_GET_A_TIME, refers ? THEY_REFER_YOU : YOUR_CARE],
    };
  }
  const { appointment } = held;
  const due = tracked.part.dueAt === null ? "" : whenWords(tracked.part.dueAt, now);
  switch (held.status) {
    case "accepted":
      return appointment === null
        ? {
            current: {
              title: `${name} is finding a time for you`,
              text: due && `They must give you a time by ${due}.`,
            },
            coming: [YOU_GET_A_TIME, YOUR_CARE],
          }
        : {
            current: {
              title: `You have a time: ${momentWords(appointment.startsAt, now)}`,
              text: appointment.place,
            },
            coming: [refers ? THEY_REFER_YOU : { title: "Your care starts", text: "" }],
          };
    case "in-progress":
      return {
        current: { title: "Your care has started", text: `${name} is looking after you.` },
        coming: [{ title: "Your care is complete", text: "" }],
      };
    default:
      return {
        current: { title: `${name} has your request on hold`, text: "Call them if you do not know why." },
        coming: [YOUR_CARE],
      };
  }
}
