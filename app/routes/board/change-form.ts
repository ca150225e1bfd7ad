import { z } from "zod";
import { WHAT_IF_ERRORS as ERRORS } from "~/content/board/what-if";
import { ORGANISATION_KINDS } from "~/domain/directory/kinds";
import { AGE_BANDS } from "~/domain/flow/fact";
import { isSeen, line, oneOf, required, ticked } from "~/domain/journeys/input";
import { typedDate } from "~/domain/shared/plain-date";
import type { PlainDate } from "~/domain/shared/time";
import {
  type Change,
  type ChangeKind,
  type ChangeOf,
  MOST_PLACES,
  MOST_POINTS,
  MOST_WEEKS,
  PERCENT,
  POINT_REASONS,
} from "~/domain/simulation/changes";

/** A change as it is typed: where its postcode is has still to be looked up. */
type Unplaced<One> = One extends { readonly position: unknown } ? Omit<One, "position"> : One;
export type TypedChange = Unplaced<Change>;

const whole = (least: number, most: number, message: string) =>
  line
    .refine((text) => /^-?\d{1,4}$/.test(text.replace("−", "-").replace("%", "")), { error: message })
    .transform((text) => Number(text.replace("−", "-").replace("%", "")))
    .refine((number) => number >= least && number <= most, { error: message });
const percent = whole(PERCENT.least, PERCENT.most, ERRORS.percent).refine((number) => number !== 0, {
  error: ERRORS.percent,
});
const placesAWeek = whole(1, MOST_PLACES, ERRORS.places);
const chosen = (message: string) => line.refine((text) => text !== "", { error: message });
const several = ticked.refine((ids) => ids.length > 0, { error: ERRORS.services });
const orNull = line.transform((text) => (text === "" ? null : text));

const dateParts = (name: "from" | "until") => ({
  [`${name}-day`]: line,
  [`${name}-month`]: line,
  [`${name}-year`]: line,
});
type Parts = Readonly<Record<string, unknown>>;

/** A day in three fields; what is wrong with it is said by its first field. */
function dayOf(typed: Parts, name: "from" | "until", checked: z.RefinementCtx): PlainDate | undefined {
  const part = (which: string) => String(typed[`${name}-${which}`] ?? "");
  const day = typedDate(part("day"), part("month"), part("year"));
  if (day === undefined) checked.addIssue({ code: "custom", path: [`${name}-day`], message: ERRORS[name] });
  return day;
}

/** What the form of each kind comes to. Names of partners and services are looked at by who makes the change. */
const FORMS: { readonly [Kind in ChangeKind]: z.ZodType<Unplaced<ChangeOf<Kind>>> } = {
  leave: z
    .object({ organisation: chosen(ERRORS.partner) })
    .transform(({ organisation }) => ({ kind: "leave", organisationId: organisation })),
  suspend: z
    .object({
      organisation: chosen(ERRORS.partner),
      weeks: whole(1, MOST_WEEKS, ERRORS.weeks),
      ...dateParts("from"),
    })
    .transform((typed, checked) => {
      const from = dayOf(typed, "from", checked);
      if (from === undefined) return z.NEVER;
      return { kind: "suspend", organisationId: typed.organisation, from, weeks: typed.weeks };
    }),
  join: z
    .object({
      name: required("The name", 80, ERRORS.partnerName).refine(isSeen, { error: ERRORS.partnerName }),
      organisationKind: oneOf(ORGANISATION_KINDS, ERRORS.partnerKind),
      services: several,
      postcode: line,
      places: placesAWeek,
    })
    .transform(({ places, ...typed }) => ({ kind: "join", ...typed, placesAWeek: places })),
  "pop-up": z
    .object({
      organisation: chosen(ERRORS.partner),
      service: chosen(ERRORS.service),
      postcode: line,
      places: placesAWeek,
      ...dateParts("from"),
      ...dateParts("until"),
    })
    .transform((typed, checked) => {
      const from = dayOf(typed, "from", checked);
      const until = dayOf(typed, "until", checked);
      if (from === undefined || until === undefined) return z.NEVER;
      if (until < from) checked.addIssue({ code: "custom", path: ["until-day"], message: ERRORS.order });
      const { organisation: organisationId, service: serviceId, postcode, places } = typed;
      return { kind: "pop-up", organisationId, serviceId, postcode, from, until, placesAWeek: places };
    }),
  start: z
    .object({
      organisation: chosen(ERRORS.partner),
      service: chosen(ERRORS.service),
      places: placesAWeek,
    })
    .transform(({ organisation, service, places }) => ({
      kind: "start",
      organisationId: organisation,
      serviceId: service,
      placesAWeek: places,
    })),
  move: z
    .object({ from: chosen(ERRORS.partner), to: chosen(ERRORS.partner), services: several })
    .transform((typed, checked) => {
      if (typed.from === typed.to) checked.addIssue({ code: "custom", path: ["to"], message: ERRORS.other });
      return { kind: "move", ...typed };
    }),
  capacity: z
    .object({ organisation: chosen(ERRORS.partner), offer: orNull, percent })
    .transform(({ organisation, offer, percent }) => ({
      kind: "capacity",
      organisationId: organisation,
      offerId: offer,
      percent,
    })),
  demand: z
    .object({ service: orNull, percent })
    .transform(({ service, percent }) => ({ kind: "demand", serviceId: service, percent })),
  population: z
    .object({
      outcode: line
        .transform((text) => text.toUpperCase().replace(/\s/g, ""))
        .refine((text) => text === "" || /^[A-Z]{1,2}\d[A-Z\d]?$/.test(text), { error: ERRORS.outcode })
        .transform((text) => (text === "" ? null : text)),
      age: oneOf(["", ...AGE_BANDS], ERRORS.age),
      percent,
    })
    .transform(({ outcode, age, percent }) => ({
      kind: "population",
      outcode,
      age: age === "" ? null : age,
      percent,
    })),
  deadline: z
    .object({ priority: oneOf(["routine", "urgent", "asap"], ERRORS.priority) })
    .transform(({ priority }) => ({ kind: "deadline", priority })),
  weights: z.record(z.string(), z.unknown()).transform((typed, checked) => {
    const points: Partial<Record<(typeof POINT_REASONS)[number], number>> = {};
    for (const reason of POINT_REASONS) {
      const text = line.parse(typed[reason]);
      if (text === "") continue;
      const read = whole(0, MOST_POINTS, ERRORS.points).safeParse(text);
      if (read.success) points[reason] = read.data;
      else checked.addIssue({ code: "custom", path: [reason], message: ERRORS.points });
    }
    if (checked.issues.length === 0 && Object.keys(points).length === 0)
      checked.addIssue({ code: "custom", path: [POINT_REASONS[0]], message: ERRORS.points });
    return { kind: "weights", points };
  }),
  service: z
    .object({ service: chosen(ERRORS.service), becomes: oneOf(["open", "closed"], ERRORS.becomes) })
    .transform(({ service, becomes }) => ({ kind: "service", serviceId: service, becomes })),
};

/** The form of one kind of change. */
export const changeForm = (kind: ChangeKind): z.ZodType<TypedChange> => FORMS[kind];

/** The field of a form that a change which cannot be made is about. */
export const FIELD_TO_BLAME: Readonly<Record<ChangeKind, string>> = {
  leave: "organisation",
  suspend: "organisation",
  join: "services",
  "pop-up": "service",
  start: "service",
  move: "services",
  capacity: "organisation",
  demand: "service",
  population: "percent",
  deadline: "priority",
  weights: POINT_REASONS[0],
  service: "service",
};
