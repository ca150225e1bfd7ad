import { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import { DIARY_ERRORS } from "~/content/diary";
import { line, ticked } from "~/domain/journeys/input";
import { typedDate } from "~/domain/shared/plain-date";
import type { PlainDate } from "~/domain/shared/time";
import type { WhichTimes } from "~/usecases/block-times";

/** What is to be done with the times of a diary. */
export type DiaryTodo =
  | { readonly kind: "block"; readonly why: string; readonly which: WhichTimes }
  | { readonly kind: "open"; readonly slotIds: readonly string[] };

/** What was sent, to be given back with what is to be put right. */
export interface DiaryTyped {
  readonly text: Readonly<Record<string, string>>;
  readonly ticked: readonly string[];
}

type ReadDiaryForm =
  | { readonly ok: true; readonly todo: DiaryTodo; readonly typed: DiaryTyped }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly typed: DiaryTyped };

const WHY_LENGTH = 100;
/** More than a week of the shortest times. */
const MOST_TICKS = 1_000;

const Fields = z.object({
  intent: line,
  why: line,
  "days-why": line,
  "from-day": line,
  "from-month": line,
  "from-year": line,
  "until-day": line,
  "until-month": line,
  "until-year": line,
});
type Typed = z.infer<typeof Fields>;

/** What somebody does with the times of a diary, from its forms; or what to put right. */
export function diaryForm(form: FormData, today: PlainDate): ReadDiaryForm {
  const text = Fields.parse(Object.fromEntries(form));
  const slots = ticked.parse(form.getAll("slot").filter((each) => typeof each === "string"));
  const blocked = ticked.parse(form.getAll("blocked").filter((each) => typeof each === "string"));
  const typed = { text, ticked: [...slots, ...blocked] };
  const read = todoOf(text, slots, blocked, today);
  return Array.isArray(read) ? { ok: false, errors: read, typed } : { ok: true, todo: read, typed };
}

function todoOf(
  typed: Typed,
  slots: readonly string[],
  blocked: readonly string[],
  today: PlainDate,
): DiaryTodo | FieldError[] {
  if (typed.intent === "block-days") return blockDays(typed, today);
  if (Math.max(slots.length, blocked.length) > MOST_TICKS)
    return [{ field: "times", message: DIARY_ERRORS.many(MOST_TICKS) }];
  if (typed.intent === "open")
    return blocked.length === 0
      ? [{ field: "times", message: DIARY_ERRORS.noneBlocked }]
      : { kind: "open", slotIds: blocked };
  const errors = whyErrors("why", typed.why);
  if (slots.length === 0) return [{ field: "times", message: DIARY_ERRORS.noneFree }, ...errors];
  return errors.length > 0 ? errors : { kind: "block", why: typed.why, which: { slotIds: slots } };
}

function blockDays(typed: Typed, today: PlainDate): DiaryTodo | FieldError[] {
  const from = typedDate(typed["from-day"], typed["from-month"], typed["from-year"]);
  const last = [typed["until-day"], typed["until-month"], typed["until-year"]] as const;
  const until = last.join("") === "" ? from : typedDate(...last);
  const errors: FieldError[] = [];
  if (from === undefined) errors.push({ field: "from-day", message: DIARY_ERRORS.from });
  else if (until === undefined) errors.push({ field: "until-day", message: DIARY_ERRORS.until });
  else if (until < from) errors.push({ field: "until-day", message: DIARY_ERRORS.order });
  else if (until < today) errors.push({ field: "until-day", message: DIARY_ERRORS.passed });
  errors.push(...whyErrors("days-why", typed["days-why"]));
  if (errors.length > 0 || from === undefined || until === undefined) return errors;
  return { kind: "block", why: typed["days-why"], which: { from, until } };
}

const whyErrors = (field: string, why: string): FieldError[] => {
  if (why === "") return [{ field, message: DIARY_ERRORS.why }];
  return why.length > WHY_LENGTH ? [{ field, message: DIARY_ERRORS.whyLong }] : [];
};
