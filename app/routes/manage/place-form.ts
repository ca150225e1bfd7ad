import { z } from "zod";
import { PLACE_ERRORS } from "~/content/manage/partners";
import type { AskedPlace } from "~/domain/directory/newcomers";
import { isSeen, line, lines, required } from "~/domain/journeys/input";
import { typedDate } from "~/domain/shared/plain-date";
import type { PlainDate } from "~/domain/shared/time";
import { WEEK_FIELDS, weekHours } from "./week-fields";

const STEP_FREE: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** A place as it is typed; where its postcode is has still to be looked up. */
export const placeForm = (today: PlainDate) =>
  z
    .object({
      name: required("The name", 80, PLACE_ERRORS.name).refine(isSeen, { error: PLACE_ERRORS.name }),
      address: lines
        .refine((text) => text !== "" && text.length <= 250, { error: PLACE_ERRORS.address })
        .transform((text) =>
          text
            .split("\n")
            .map((one) => one.trim())
            .filter(Boolean),
        ),
      postcode: line,
      ...WEEK_FIELDS,
      stepFree: line.transform((text) => STEP_FREE[text] ?? null),
      ...dateFields("from"),
      ...dateFields("until"),
    })
    .transform((typed, checked): Omit<AskedPlace, "organisationId" | "position"> => {
      const { name, address, postcode, stepFree } = typed;
      const hours = weekHours(typed, PLACE_ERRORS, checked);
      const temporary = popUp(typed, today, checked);
      if (hours === undefined || temporary === undefined) return z.NEVER;
      return { name, address, postcode, hours, stepFree, temporary };
    });

const dateFields = <const Name extends "from" | "until">(name: Name) =>
  ({ [`${name}-day`]: line, [`${name}-month`]: line, [`${name}-year`]: line }) as Record<
    `${Name}-${"day" | "month" | "year"}`,
    typeof line
  >;

type TypedDates = Readonly<Record<`${"from" | "until"}-${"day" | "month" | "year"}`, string>>;

/** A pop-up's dates, null when none was typed; says what is to be put right. */
function popUp(
  typed: TypedDates,
  today: PlainDate,
  checked: z.RefinementCtx,
): AskedPlace["temporary"] | undefined {
  const parts = ["day", "month", "year"] as const;
  if (
    [...parts.map((part) => typed[`from-${part}`]), ...parts.map((part) => typed[`until-${part}`])].join(
      "",
    ) === ""
  )
    return null;
  const from = typedDate(typed["from-day"], typed["from-month"], typed["from-year"]);
  const until = typedDate(typed["until-day"], typed["until-month"], typed["until-year"]);
  const wrong = (field: "from" | "until", message: string) => {
    checked.addIssue({ code: "custom", path: [`${field}-day`], message });
    return undefined;
  };
  if (from === undefined) wrong("from", PLACE_ERRORS.from);
  if (until === undefined) return wrong("until", PLACE_ERRORS.until);
  if (from === undefined) return undefined;
  if (until < from) return wrong("until", PLACE_ERRORS.dates);
  return until < today ? wrong("until", PLACE_ERRORS.passed) : { from, until };
}
