import type { Directory } from "../directory/directory";
import type { Mode, Organisation, Service } from "../directory/types";
import type { Need } from "../routing/types";
import { ACCESS_NEEDS, type AccessNeed } from "../shared/access-needs";
import { LANGUAGES_NEEDED, type LanguageNeeded } from "../shared/languages";
import { distanceKm, type Position } from "../shared/place";
import {
  dayAfter,
  daysFrom,
  type Instant,
  instant,
  localInstant,
  milliseconds,
  type PlainDate,
} from "../shared/time";
import { type Demand, type ServiceDemand, weightOfDay } from "./demand";
import { luckOf, numberOf } from "./luck";
import type { RecordedRequest } from "./replay";
import { requestInPlace } from "./whose-request";

/** Where people of an area live. */
export interface Home {
  readonly postcode: string;
  readonly position: Position;
}

export interface Period {
  /** Both inclusive. */
  readonly from: PlainDate;
  readonly until: PlainDate;
}

export interface DemandOf {
  readonly demand: Demand;
  readonly directory: Directory;
  readonly homes: readonly Home[];
  readonly period: Period;
  readonly seed: number;
}

const DAYS_IN_A_YEAR = 364;
const AWAY: readonly Mode[] = ["phone", "video"];
const IN_PERSON: readonly Mode[] = ["in-person"];

/**
 * The parts that people of each practice's list ask for in a period, in no order; a service and an age group at a time, so
 * that whoever makes many need not make them at once. The same seed asks for the same. A practice whose list is not known asks for
 * nothing.
 */
export function* requestsOf(of: DemandOf): Generator<readonly RecordedRequest[], void, void> {
  const { demand, directory, period } = of;
  const days = daysOf(period);
  const calendars = new Map(
    Object.entries(demand.seasons).map(([name, season]) => [
      name,
      drawn(days.map((day) => weightOfDay(day, season, demand.weekdays))),
    ]),
  );
  const hours = drawn(demand.hours);
  for (const practice of directory.organisations) {
    if (practice.kind !== "practice" || practice.listSize === null) continue;
    const near = homesNear(of, practice);
    if (near === null) continue;
    for (const [serviceId, wants] of Object.entries(demand.services)) {
      const service = directory.service(serviceId);
      const calendar = calendars.get(wants.season);
      if (service === undefined || service.status === "closed" || calendar === undefined) continue;
      for (const [group, { share }] of demand.ages.entries()) {
        const expected =
          (practice.listSize.patients * share * demand.asksHere * (wants.aYear[group] ?? 0) * days.length) /
          (1_000 * DAYS_IN_A_YEAR);
        const prefix = `${practice.odsCode ?? practice.id}-${serviceId}-${group}`;
        const count = Math.floor(expected + luckOf(numberOf(prefix, of.seed), "count"));
        const asked: RecordedRequest[] = [];
        for (let each = 0; each < count; each += 1) {
          const id = `${prefix}-${each.toString(36)}`;
          const part = numberOf(id, of.seed);
          const day = days[calendar(luckOf(part, "day"))] ?? period.from;
          const asker: Asker = { of, practice, near, service, wants, group, id, part, day };
          asked.push(...partsOf(asker, momentOn(day, hours(luckOf(part, "hourOfDay")), part)));
        }
        yield asked;
      }
    }
  }
}

interface Asker {
  readonly of: DemandOf;
  readonly practice: Organisation;
  readonly near: Near;
  readonly service: Service;
  readonly wants: ServiceDemand;
  readonly group: number;
  readonly id: string;
  readonly part: number;
  readonly day: PlainDate;
}

/** A service of several parts is asked for as one: each part is a request of the same person for its own service. */
function partsOf(asker: Asker, at: Instant): RecordedRequest[] {
  const { service, id, of } = asker;
  if (service.parts === undefined) return [{ id, at, need: needOf(asker, service) }];
  return service.parts.flatMap(({ serviceId, after }, place) => {
    const part = of.directory.service(serviceId);
    const later = after.length === 0 ? 0 : of.demand.laterAfterDays * 86_400_000;
    const asked = instant(milliseconds(at) + later);
    if (part === undefined || asked >= localInstant(dayAfter(of.period.until), "00:00")) return [];
    return [{ id: requestInPlace(id, place + 1), at: asked, need: needOf(asker, part) }];
  });
}

function needOf(asker: Asker, { id: serviceId, priority }: Service): Need {
  const { of, practice, near, part, group, wants, day } = asker;
  const { people, ages } = of.demand;
  const age = ages[group] ?? { from: 0, until: 0 };
  const ods = luckOf(part, "registered") < people.noPractice ? null : practice.odsCode;
  const home = near.homes[near.draw(luckOf(part, "home"))];
  const isPlaced = home !== undefined && luckOf(part, "place") >= people.noPlace;
  const access = accessOf(people.access, group, part);
  const language = languageOf(people.languages, luckOf(part, "language"));
  return {
    serviceId,
    priority,
    person: {
      bornOn: bornFor(day, age.from + Math.floor(luckOf(part, "age") * (age.until - age.from + 1)), part),
      sex: luckOf(part, "sex") < wants.women ? "female" : "male",
      registeredWith:
        ods === null ? null : { ods, checked: luckOf(part, "checked") < people.practiceChecked },
    },
    place: isPlaced ? { postcode: home.postcode, position: home.position } : null,
    preferences: {
      modes: modesOf(people, luckOf(part, "way"), waysOf(of.directory, serviceId)),
      first: firstOf(people, luckOf(part, "first")),
      knownTo: [],
    },
    ...(access.length === 0 && language === null ? {} : { needs: { access, language, condition: null } }),
    alreadyAsked: [],
  };
}

/** Nobody wants only what no offer of the service is given by. */
function modesOf(
  { onlyAway, onlyInPerson }: Demand["people"],
  luck: number,
  ways: readonly (readonly Mode[])[],
): readonly Mode[] {
  const wanted = luck < onlyAway ? AWAY : luck < onlyAway + onlyInPerson ? IN_PERSON : [];
  return ways.some((modes) => modes.some((mode) => wanted.includes(mode))) ? wanted : [];
}

const waysOf = (directory: Directory, serviceId: string): readonly (readonly Mode[])[] =>
  directory.offersOf(serviceId).map(({ modes }) => modes);

function firstOf(
  { nearestFirst, soonestFirst }: Demand["people"],
  luck: number,
): Need["preferences"]["first"] {
  if (luck < nearestFirst) return "nearest";
  return luck < nearestFirst + soonestFirst ? "soonest" : "recommended";
}

const accessOf = (shares: Demand["people"]["access"], group: number, part: number): readonly AccessNeed[] =>
  ACCESS_NEEDS.filter((need, place) => luckOf(part, "access", place) < (shares[need]?.[group] ?? 0));

function languageOf(shares: Demand["people"]["languages"], luck: number): LanguageNeeded | null {
  let left = luck;
  for (const language of LANGUAGES_NEEDED) {
    left -= shares[language] ?? 0;
    if (left < 0) return language;
  }
  return null;
}

/** Somebody who has so many whole years on a day, and has had their birthday some days ago. */
function bornFor(day: PlainDate, age: number, part: number): PlainDate {
  const birthday = daysFrom(day, -Math.floor(luckOf(part, "birthday") * 360));
  const year = Number(birthday.slice(0, 4)) - age;
  return `${year}${birthday.endsWith("02-29") ? "-02-28" : birthday.slice(4)}`;
}

function momentOn(day: PlainDate, hour: number, part: number): Instant {
  const from = milliseconds(localInstant(day, `${String(hour).padStart(2, "0")}:00`));
  return instant(from + Math.floor(luckOf(part, "minute") * 3_600_000));
}

interface Near {
  readonly homes: readonly Home[];
  readonly draw: (luck: number) => number;
}

/** Where people of a practice live: near it rather than far. Null when nobody knows where it is, or where anybody lives. */
function homesNear({ directory, homes, demand }: DemandOf, practice: Organisation): Near | null {
  const surgery = directory.locations.find(({ organisationId }) => organisationId === practice.id);
  if (surgery === undefined || homes.length === 0) return null;
  const weights = homes.map(({ position }) =>
    Math.exp(-distanceKm(surgery.position, position) / demand.livesWithinKm),
  );
  return { homes, draw: drawn(weights) };
}

/** Draws a place of a list as often as its weight says, by luck from 0 up to 1. */
function drawn(weights: readonly number[]): (luck: number) => number {
  const sums: number[] = [];
  let sum = 0;
  for (const weight of weights) {
    sum += weight;
    sums.push(sum);
  }
  return (luck) => {
    const wanted = luck * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function daysOf({ from, until }: Period): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= until; day = dayAfter(day)) days.push(day);
  return days;
}
