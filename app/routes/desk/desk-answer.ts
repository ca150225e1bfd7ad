import { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import { noteErrors } from "~/domain/fulfilment/note";
import type { CommandType } from "~/domain/fulfilment/part-state";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import { line, lines } from "~/domain/journeys/input";
import type { CommandResult } from "~/usecases/apply-command";
import { giveInformationAtDesk } from "~/usecases/ask-for-information";
import { CommandKey } from "~/usecases/command";
import type { Onedoor } from "~/usecases/context";
import { enterInErrorAtDesk } from "~/usecases/enter-in-error";
import { raisePriorityAtDesk } from "~/usecases/raise-priority";
import { reopenAtDesk } from "~/usecases/reopen-part";
import { replyAtDesk } from "~/usecases/reply";
import { closeAtDesk, type DeskActor, rerouteFromDesk } from "~/usecases/work-at-desk";

/** What the front desk can do with a part. */
const INTENTS = [
  "reroute",
  "give-information",
  "reply",
  "raise-priority",
  "close",
  "enter-in-error",
  "reopen",
] as const satisfies readonly CommandType[];
type Intent = (typeof INTENTS)[number];

/** Each form's fields have names of their own, for all of them stand on one page. */
const Fields = z.object({
  intent: line,
  version: line.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : -1)),
  key: CommandKey.nullable().catch(null),
  offer: line,
  note: lines,
  reason: lines,
  answer: lines,
  priority: line,
  sooner: lines,
  mistake: lines,
  again: lines,
  reply: lines,
});
export type Typed = z.infer<typeof Fields>;

/** The field that each form's own errors lead to. */
export const FIRST_FIELD: Readonly<Record<Intent, keyof Typed>> = {
  reroute: "offer",
  "give-information": "answer",
  reply: "reply",
  "raise-priority": "priority",
  close: "reason",
  "enter-in-error": "mistake",
  reopen: "again",
};

/** What was typed, and what to do; null when there is something to put right. */
export function readDeskAnswer(form: FormData): {
  readonly typed: Typed;
  readonly intent: Intent | null;
  readonly errors: readonly FieldError[];
} {
  const typed = Fields.parse(Object.fromEntries(form));
  const intent = INTENTS.find((each) => each === typed.intent);
  if (intent === undefined)
    return {
      typed,
      intent: null,
      errors: [{ field: "actions", message: "Choose what to do with this request" }],
    };
  const errors = problems(intent, typed);
  return { typed, intent: errors.length > 0 ? null : intent, errors };
}

function problems(intent: Intent, typed: Typed): FieldError[] {
  const written = (
    field: "note" | "reason" | "answer" | "sooner" | "mistake" | "again" | "reply",
    missing: string,
  ) => (typed[field] === "" ? [{ field, message: missing }] : noteErrors(field, typed[field]));
  switch (intent) {
    case "reroute":
      return [
        ...(typed.offer === "" ? [{ field: "offer", message: "Choose whom to ask" }] : []),
        ...written("note", "Say why you ask them"),
      ];
    case "give-information":
      return written("answer", "Write the answer");
    case "reply":
      return written("reply", "Write your answer");
    case "raise-priority":
      return [
        ...(PRIORITIES.some((each) => each === typed.priority)
          ? []
          : [{ field: "priority", message: "Choose how urgent it is" }]),
        ...written("sooner", "Say why it is more urgent now"),
      ];
    case "close":
      return written("reason", "Say why it is closed, in words that the person will read");
    case "enter-in-error":
      return written("mistake", "Say what the mistake is");
    case "reopen":
      return written("again", "Say why it is opened again");
    default:
      return intent satisfies never;
  }
}

/** Does what the front desk decided, as of the version that they saw. */
export function carryOutAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { partId, intent, typed }: { partId: string; intent: Intent; typed: Typed },
): Promise<CommandResult> {
  const about = { partId, version: typed.version, key: typed.key };
  switch (intent) {
    case "reroute":
      return rerouteFromDesk(onedoor, brandId, actor, { ...about, offerId: typed.offer, note: typed.note });
    case "give-information":
      return giveInformationAtDesk(onedoor, brandId, actor, { ...about, text: typed.answer });
    case "reply":
      return replyAtDesk(onedoor, brandId, actor, { ...about, text: typed.reply });
    case "raise-priority": {
      const { priority, sooner: note } = typed;
      return raisePriorityAtDesk(onedoor, brandId, actor, { ...about, priority, note });
    }
    case "close":
      return closeAtDesk(onedoor, brandId, actor, { ...about, reason: typed.reason });
    case "enter-in-error":
      return enterInErrorAtDesk(onedoor, brandId, actor, { ...about, note: typed.mistake });
    case "reopen":
      return reopenAtDesk(onedoor, brandId, actor, { ...about, note: typed.again });
    default:
      return intent satisfies never;
  }
}
