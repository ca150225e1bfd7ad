import { z } from "zod";
import { NEW_OFFER, OFFER_ERRORS } from "~/content/manage/partners";
import type { AskedOffer } from "~/domain/directory/newcomers";
import { type AgeRange, BOX_STYLES } from "~/domain/directory/types";
import { anyOf, line, oneOf, required } from "~/domain/journeys/input";
import { KM_IN_A_MILE } from "~/domain/shared/in-words";
import { WEEK_FIELDS, weekHours } from "./week-fields";

/** Care without a place. */
export const NO_PLACE = "none";
export const REACHES = ["anywhere", "within", "list"] as const;
export const TIMES = ["direct", "partner"] as const;

/** One organisation's way to deliver a service, as it is typed. */
export const OfferForm = z
  .object({
    service: required("The service", 100, OFFER_ERRORS.service),
    place: required("The place", 100, OFFER_ERRORS.place),
    modes: anyOf(NEW_OFFER.modes, OFFER_ERRORS.modes).refine((modes) => modes.length > 0, {
      error: OFFER_ERRORS.modes,
    }),
    "ages-from": line,
    "ages-until": line,
    reach: oneOf(REACHES, OFFER_ERRORS.reach),
    miles: line,
    times: oneOf(TIMES, OFFER_ERRORS.times),
    ...WEEK_FIELDS,
    minutes: line,
    box: oneOf(BOX_STYLES, OFFER_ERRORS.box),
  })
  .transform((typed, checked): Omit<AskedOffer, "organisationId"> => {
    const { service, place, modes, reach, box } = typed;
    const wrong = (path: string, message: string) =>
      checked.addIssue({ code: "custom", path: [path], message });
    if (place === NO_PLACE && modes.includes("in-person")) wrong("modes", OFFER_ERRORS.noDoor);
    const ages = agesOf(typed["ages-from"], typed["ages-until"], wrong);
    const times = typed.times === "direct" ? timesOf(typed, checked) : null;
    const miles = Number(typed.miles);
    if (reach === "within" && !(/^\d{1,3}$/.test(typed.miles) && miles >= 1 && miles <= 100))
      wrong("miles", OFFER_ERRORS.miles);
    if (times === undefined) return z.NEVER;
    return {
      serviceId: service,
      locationId: place === NO_PLACE ? null : place,
      modes,
      ages,
      ownListOnly: reach === "list",
      withinKm: reach === "within" ? Math.round(miles * KM_IN_A_MILE * 10) / 10 : null,
      boxStyle: box,
      times,
    };
  });

type Wrong = (field: string, message: string) => void;

function agesOf(typedFrom: string, typedUntil: string, wrong: Wrong): AgeRange | null {
  const age = (field: string, text: string): number | null => {
    if (text === "") return null;
    if (/^\d{1,3}$/.test(text) && Number(text) <= 120) return Number(text);
    wrong(field, OFFER_ERRORS.age);
    return null;
  };
  const from = age("ages-from", typedFrom);
  const until = age("ages-until", typedUntil);
  if (from !== null && until !== null && until < from) wrong("ages-until", OFFER_ERRORS.ages);
  return from === null && until === null ? null : { from, until };
}

function timesOf(
  typed: {
    readonly days: string[];
    readonly opens: string;
    readonly closes: string;
    readonly minutes: string;
  },
  checked: z.RefinementCtx,
): AskedOffer["times"] | undefined {
  const hours = weekHours(typed, OFFER_ERRORS, checked);
  const minutes = Number(typed.minutes);
  const wrong = (field: string, message: string) => {
    checked.addIssue({ code: "custom", path: [field], message });
    return undefined;
  };
  if (!/^\d{1,3}$/.test(typed.minutes) || minutes < 5 || minutes > 240)
    return wrong("minutes", OFFER_ERRORS.minutes);
  if (hours === undefined) return undefined;
  return sinceMidnight(hours.closes) - sinceMidnight(hours.opens) < minutes
    ? wrong("closes", OFFER_ERRORS.short)
    : { ...hours, minutes };
}

const sinceMidnight = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
