import type { ContactAnswer } from "../journeys/draft-answers";
import { normalPostcode } from "../shared/identifiers";
import { CHANNELS, type Channel, type Way } from "./types";

/** Numbers that take a text: those of mobile phones, and not of pagers (076) but for the Isle of Man's (07624). */
const MOBILE = /^(?:\+?44|0)(7(?:[1-57-9]\d{2}|624)\d{6})$/;

/** A mobile number of the United Kingdom as Notify takes it, "07700900101"; undefined for any other number. */
export function mobileNumber(typed: string): string | undefined {
  const bare = typed.replace(/[\s().-]/g, "").replace(/^(\+?44)0/, "$1");
  const digits = MOBILE.exec(bare)?.[1];
  return digits === undefined ? undefined : `0${digits}`;
}

/** Whom a message is for, and how they said they can be reached. */
export interface Reachable {
  readonly contact: ContactAnswer;
  /** The person whom the care is for. */
  readonly name: string;
  readonly postcode: string | null;
}

/** Who is written to: who asked for another person, else the person. */
export const writtenTo = ({ contact, name }: Reachable): string => contact.name ?? name;

/**
 * Every way to write to a person: the one that they said suits them best, then text where the number is a mobile's, then
 * email, then letter; without those that they asked us not to use.
 */
export function waysToReach(person: Reachable): readonly Way[] {
  const { contact } = person;
  const mobile = contact.phone === null ? undefined : mobileNumber(contact.phone);
  const ways: Way[] = [];
  if (mobile !== undefined && !contact.avoid.includes("texts")) ways.push({ channel: "text", to: mobile });
  if (contact.email !== null && !contact.avoid.includes("emails"))
    ways.push({ channel: "email", to: contact.email });
  const address = letterTo(person);
  if (address !== null) ways.push({ channel: "letter", to: address });
  const best = ways.filter(({ channel }) => channel === contact.preferred);
  return [...best, ...ways.filter((way) => !best.includes(way))];
}

/** The lines of a letter's address, its postcode last: what they typed, else no more than a name and where they live. */
function letterTo({ contact, name, postcode }: Reachable): readonly string[] | null {
  const lines = (contact.address ?? "")
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const last = normalPostcode(lines.at(-1) ?? "");
  const end = last ?? postcode;
  if (end === null) return null;
  return [writtenTo({ contact, name, postcode }), ...(last === undefined ? lines : lines.slice(0, -1)), end];
}

/** The first way that was not tried; undefined when none is left. */
export const nextWay = (ways: readonly Way[], tried: readonly Channel[]): Way | undefined =>
  ways.find(({ channel }) => !tried.includes(channel));

/** Text that names a channel, or undefined. */
export const channelNamed = (text: string): Channel | undefined => CHANNELS.find((each) => each === text);
