import { z } from "zod";
import { PARTNER_ERRORS } from "~/content/manage/partners";
import { ARRANGEMENTS, ORGANISATION_KINDS } from "~/domain/directory/kinds";
import type { AskedPartner } from "~/domain/directory/newcomers";
import { BOX_STYLES } from "~/domain/directory/types";
import { anyOf, isSeen, line, oneOf, required } from "~/domain/journeys/input";
import { isHexColour } from "~/domain/shared/contrast";
import { isPhone, OdsCode } from "~/domain/shared/identifiers";
import { typedDate } from "~/domain/shared/plain-date";
import type { PlainDate } from "~/domain/shared/time";

/** A line that may be left empty; empty is null. */
const maybe = (fits: (text: string) => boolean, message: string) =>
  line
    .refine((text) => text === "" || fits(text), { error: message })
    .transform((text) => (text === "" ? null : text));

const isWebsite = (text: string): boolean => text.length <= 200 && /^https:\/\/[^\s/]+\.[^\s]+$/.test(text);

/** A mark's letters, and its colour. Whether it can be read is judged with the rest of the directory. */
export const MARK_FIELDS = {
  letters: line
    .refine((text) => /^[\p{L}\p{N}]{1,3}$/u.test(text), { error: PARTNER_ERRORS.letters })
    .transform((text) => text.toUpperCase()),
  colour: line.refine(isHexColour, { error: PARTNER_ERRORS.colour }).transform((text) => text.toLowerCase()),
};

/** Who an organisation is, as it is typed. */
export const WHO_FIELDS = {
  name: required("The name", 80, PARTNER_ERRORS.name).refine(isSeen, { error: PARTNER_ERRORS.name }),
  shortName: line.pipe(z.string().max(40)),
  kind: oneOf(ORGANISATION_KINDS, PARTNER_ERRORS.kind),
  odsCode: maybe((text) => OdsCode.safeParse(text.toUpperCase()).success, PARTNER_ERRORS.ods).transform(
    (text) => text?.toUpperCase() ?? null,
  ),
  phone: maybe(isPhone, PARTNER_ERRORS.phone),
  website: maybe(isWebsite, PARTNER_ERRORS.website),
  about: line.pipe(z.string().max(300)),
  ...MARK_FIELDS,
};

/** How a partner is bound, as it is typed. */
export const BOUND_FIELDS = {
  arrangement: oneOf(ARRANGEMENTS, PARTNER_ERRORS.arrangement),
  lead: line.transform((text) => (text === "" ? null : text)),
  boxes: anyOf(BOX_STYLES, PARTNER_ERRORS.boxes).refine((styles) => styles.length > 0, {
    error: PARTNER_ERRORS.boxes,
  }),
};

/** Who a new partner is and how it is bound. `on` is its first day; null is today. */
export const PartnerForm = z
  .object({
    ...WHO_FIELDS,
    ...BOUND_FIELDS,
    "starts-day": line,
    "starts-month": line,
    "starts-year": line,
  })
  .transform(
    (
      { lead, boxes, "starts-day": day, "starts-month": month, "starts-year": year, ...asked },
      checked,
    ): AskedPartner & { on: PlainDate | null } => {
      const on = typedDate(day, month, year);
      if (on === undefined && day + month + year !== "")
        checked.addIssue({ code: "custom", path: ["starts-day"], message: PARTNER_ERRORS.date });
      return { ...asked, leadOrganisationId: lead, boxStyles: boxes, on: on ?? null };
    },
  );
