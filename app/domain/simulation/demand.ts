import { z } from "zod";
import { ACCESS_NEEDS } from "../shared/access-needs";
import { LANGUAGES_NEEDED, type LanguageNeeded } from "../shared/languages";
import { type PlainDate, weekdayOf } from "../shared/time";

const Share = z.number().min(0).max(1);
const Weight = z.number().nonnegative();

/** How much is asked for in each month, week by week and hour by hour: numbers beside one another, whose scale does not matter. */
const Season = z.array(Weight).length(12);

const ServiceDemand = z.object({
  /** By age group: how many ask in a year, of 1,000 people of that group. */
  aYear: z.array(Weight),
  /** Of those who ask, how many are women or girls. */
  women: Share,
  /** One of `seasons`. */
  season: z.string(),
});
export type ServiceDemand = Readonly<z.output<typeof ServiceDemand>>;

/** Who asks for what, when and where from. All of it is made up or taken from general facts, and all of it is shown. */
export const Demand = z
  .object({
    /** Whole years, both inclusive, youngest first; `share` of a practice's list. */
    ages: z.array(z.object({ from: z.int().min(0), until: z.int().max(110), share: Share })).min(1),
    /** Of all that people of the area ask for, how much they ask for here. */
    asksHere: Share,
    /** By service id; a composite is asked for as one, and becomes its parts. */
    services: z.record(z.string(), ServiceDemand),
    seasons: z.record(z.string(), Season),
    /** Monday first. */
    weekdays: z.array(Weight).length(7),
    /** From midnight, local time. */
    hours: z.array(Weight).length(24),
    /** How far from their practice people live: a postcode so many kilometres off is chosen about a third as often. */
    livesWithinKm: z.number().positive(),
    people: z.object({
      noPractice: Share,
      practiceChecked: Share,
      noPlace: Share,
      /** Would have it only by phone or video; only in person. The others take any way. */
      onlyAway: Share,
      onlyInPerson: Share,
      nearestFirst: Share,
      soonestFirst: Share,
      /** By age group, of those who ask. */
      access: z.partialRecord(z.enum(ACCESS_NEEDS), z.array(Share)),
      languages: z.partialRecord(z.enum(LANGUAGES_NEEDED as [LanguageNeeded, ...LanguageNeeded[]]), Share),
    }),
    /** A part that waits for another one is asked for so many days after it. */
    laterAfterDays: z.number().nonnegative(),
  })
  .superRefine((demand, context) => {
    for (const [serviceId, { aYear, season }] of Object.entries(demand.services)) {
      if (aYear.length !== demand.ages.length)
        context.addIssue({
          code: "custom",
          path: ["services", serviceId],
          message: "needs a rate an age group",
        });
      if (!(season in demand.seasons))
        context.addIssue({
          code: "custom",
          path: ["services", serviceId],
          message: `has no season ${season}`,
        });
    }
  });
export type Demand = Readonly<z.output<typeof Demand>>;

/** How many of 1,000 people on a list ask for a service in a year, whatever their age. */
export const rateOfAll = ({ ages, asksHere }: Demand, { aYear }: ServiceDemand): number =>
  asksHere * ages.reduce((sum, { share }, group) => sum + share * (aYear[group] ?? 0), 0);

/** The weight of a day of the year: its month's, joined to the next month's, and its weekday's. */
export function weightOfDay(day: PlainDate, season: readonly number[], weekdays: readonly number[]): number {
  const month = Number(day.slice(5, 7)) - 1;
  // The middle of a month has that month's weight; the days on either side lean to their neighbour's.
  const lean = (Number(day.slice(8)) - 15) / 30;
  const neighbour = (month + (lean < 0 ? 11 : 1)) % 12;
  const share = Math.abs(lean);
  const ofMonth = (season[month] ?? 0) * (1 - share) + (season[neighbour] ?? 0) * share;
  return ofMonth * (weekdays[weekdayOf(day) - 1] ?? 0);
}
