import { z } from "zod";
import { PERIOD_FORM } from "~/content/board/flow";
import {
  type FlowPeriod,
  lastWeeks,
  PERIOD_CHOICES,
  type PeriodChoice,
  periodHolding,
} from "~/domain/flow/period";
import { typedDate } from "~/domain/shared/plain-date";
import type { PlainDate } from "~/domain/shared/time";
import type { FlowQuery } from "~/paths";

/** What a form of periods shows, and what an address of the same period says. */
export interface AskedPeriod {
  readonly period: FlowPeriod;
  readonly choice: PeriodChoice;
  /** As they were typed. */
  readonly from: string;
  readonly until: string;
  /** What is wrong with the dates; the usual period is shown in their place. */
  readonly error: string | null;
  readonly query: FlowQuery;
}

const USUAL = "quarter";
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text, context) => {
    const [year = "", month = "", day = ""] = text.split("-");
    const date = typedDate(day, month, year);
    if (date !== undefined) return date;
    context.addIssue(PERIOD_FORM.errors.date);
    return z.NEVER;
  });
const Asked = z.object({
  period: z.enum(PERIOD_CHOICES).catch(USUAL),
  from: z.string().max(20).catch(""),
  until: z.string().max(20).catch(""),
});

/** The period that an address asks for; the usual one when it asks for none. */
export function readFlowPeriod(request: Request, today: PlainDate): AskedPeriod {
  const typed = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const usual = (choice: Exclude<PeriodChoice, "own">, error: string | null): AskedPeriod => ({
    ...typed,
    period: lastWeeks(choice, today),
    choice: error === null ? choice : "own",
    error,
    query: { period: choice },
  });
  if (typed.period !== "own") return usual(typed.period, null);
  const [from, until] = [Day.safeParse(typed.from), Day.safeParse(typed.until)];
  if (!from.success || !until.success) return usual(USUAL, PERIOD_FORM.errors.date);
  const period = periodHolding(from.data, until.data, today);
  if (period === undefined) return usual(USUAL, PERIOD_FORM.errors.order);
  return {
    ...typed,
    period,
    choice: "own",
    error: null,
    query: { period: "own", from: from.data, until: until.data },
  };
}
