import { z } from "zod";
import { ORGANISATION_KINDS, POINT_NAMES } from "../directory/kinds";
import type { Priority } from "../directory/types";
import { AGE_BANDS } from "../flow/fact";
import type { PlainDate } from "../shared/time";

/** The most changes in one scenario: more than these nobody can read the picture of. */
export const MOST_CHANGES = 12;
/** The most letters of a scenario's name, and of its note. */
export const LONGEST_NAME = 80;
export const LONGEST_NOTE = 500;
/** The most that demand, population or room may grow by, and the least: in per cent. */
export const PERCENT = { least: -90, most: 300 } as const;
export const MOST_WEEKS = 52;
export const MOST_PLACES = 1_000;
export const MOST_POINTS = 100;

/** What points are given for, by the name that whoever tries a change reads. */
export const POINT_REASONS = POINT_NAMES;

const PRIORITIES = ["routine", "urgent", "asap"] as const satisfies readonly Priority[];

const Id = z.string().min(1).max(120);
const Ids = z
  .array(Id)
  .min(1)
  .max(60)
  .refine((ids) => new Set(ids).size === ids.length);
const Percent = z
  .int()
  .min(PERCENT.least)
  .max(PERCENT.most)
  .refine((percent) => percent !== 0);
const Day = z.iso.date().transform((day): PlainDate => day);
const PlacesAWeek = z.int().min(1).max(MOST_PLACES);
const Where = {
  postcode: z.string().min(1).max(10),
  position: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
};
const Points = z.int().min(0).max(MOST_POINTS);

/**
 * One thing that could be otherwise, as it comes from a form, a link or a file. It holds for the whole of the year that
 * is replayed, but where it has dates of its own.
 */
export const Change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("leave"), organisationId: Id }),
  /** A made-up partner, with a place of its own. */
  z.strictObject({
    kind: z.literal("join"),
    name: z.string().min(1).max(80),
    organisationKind: z.enum(ORGANISATION_KINDS),
    services: Ids,
    ...Where,
    placesAWeek: PlacesAWeek,
  }),
  z.strictObject({
    kind: z.literal("suspend"),
    organisationId: Id,
    from: Day,
    weeks: z.int().min(1).max(MOST_WEEKS),
  }),
  z.strictObject({
    kind: z.literal("pop-up"),
    organisationId: Id,
    serviceId: Id,
    ...Where,
    from: Day,
    until: Day,
    placesAWeek: PlacesAWeek,
  }),
  /** Of all that a partner offers, or of one of its offers. */
  z.strictObject({
    kind: z.literal("capacity"),
    organisationId: Id,
    offerId: Id.nullable(),
    percent: Percent,
  }),
  /** The time to answer in, and the promise, become half as long. */
  z.strictObject({ kind: z.literal("deadline"), priority: z.enum(PRIORITIES) }),
  /** Null is all services. */
  z.strictObject({ kind: z.literal("demand"), serviceId: Id.nullable(), percent: Percent }),
  /** People of an area and an age; null is all of them. */
  z.strictObject({
    kind: z.literal("population"),
    outcode: z.string().min(1).max(5).nullable(),
    age: z.enum(AGE_BANDS).nullable(),
    percent: Percent,
  }),
  z.strictObject({
    kind: z.literal("weights"),
    points: z
      .strictObject({
        distance: Points.optional(),
        wait: Points.optional(),
        continuity: Points.optional(),
        preference: Points.optional(),
        capacity: Points.optional(),
        kept: Points.optional(),
        share: Points.optional(),
      })
      .refine((points) => Object.keys(points).length > 0),
  }),
  z.strictObject({ kind: z.literal("service"), serviceId: Id, becomes: z.enum(["open", "closed"]) }),
  /** A partner begins to give a service, at a place that it has. */
  z.strictObject({ kind: z.literal("start"), organisationId: Id, serviceId: Id, placesAWeek: PlacesAWeek }),
  /** What one partner gives is given by another, with the same room: clinics go from a hospital into the community. */
  z.strictObject({ kind: z.literal("move"), from: Id, to: Id, services: Ids }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeKind = Change["kind"];

export const CHANGE_KINDS = [
  "leave",
  "suspend",
  "join",
  "pop-up",
  "start",
  "move",
  "capacity",
  "demand",
  "population",
  "deadline",
  "weights",
  "service",
] as const satisfies readonly ChangeKind[];

/** All that is changed at once, in the order in which one is made upon the other. */
export const Changes = z.array(Change).max(MOST_CHANGES);

/** The changes of one kind. */
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { readonly kind: Kind }>;
