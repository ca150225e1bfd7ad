import type { ContactAnswer } from "../journeys/draft-answers";
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
 * Every way to write to a person, the first one first: text where the number is a mobile's, then email, then letter,
 * without those that they asked us not to use. A letter has no more address than they gave.
 */
export function waysToReach(person: Reachable): readonly Way[] {
  const { contact, postcode } = person;
  const mobile = contact.phone === null ? undefined : mobileNumber(contact.phone);
  const ways: Way[] = [];
  if (mobile !== undefined && !contact.avoid.includes("texts")) ways.push({ channel: "text", to: mobile });
  if (contact.email !== null && !contact.avoid.includes("emails"))
    ways.push({ channel: "email", to: contact.email });
  if (postcode !== null) ways.push({ channel: "letter", to: [writtenTo(person), postcode] });
  return ways;
}

/** The first way that was not tried; undefined when none is left. */
export const nextWay = (ways: readonly Way[], tried: readonly Channel[]): Way | undefined =>
  ways.find(({ channel }) => !tried.includes(channel));

/** Text that names a channel, or undefined. */
export const channelNamed = (text: string): Channel | undefined => CHANNELS.find((each) => each === text);
