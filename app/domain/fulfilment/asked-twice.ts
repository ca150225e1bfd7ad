import type { Priority } from "../directory/types";
import { type Instant, milliseconds, type PlainDate } from "../shared/time";
import { folded } from "../shared/words";
import { PRIORITIES } from "./priority";
import type { PersonFound } from "./request-detail";

/** How far apart two requests may be sent and still be one that was asked twice, in days. */
export const TWICE_WITHIN_DAYS = 28;

/** What the person reads of the one that is closed. It names no other request: they may not be one person's after all. */
export const ASKED_TWICE = "This was asked for twice. The other request for it goes on.";

/** A request as it is laid beside another of its brand. */
export interface AskedOnce {
  readonly requestId: string;
  readonly submittedAt: Instant;
  /** The services that were asked for and of which something is open still. */
  readonly openServices: readonly string[];
  readonly person: {
    readonly name: string;
    readonly bornOn: PlainDate;
    readonly nhsNumber?: PersonFound["nhsNumber"];
  };
}

/**
 * The services that two requests of a brand are likely to ask for twice: for one person, born on the same day and with
 * the same NHS number or the same name, within four weeks, and open in both. None when they are not alike. Two numbers
 * that were each proved and differ are two people, whatever their names. A likelihood: people decide what it comes to.
 */
export function askedTwice(one: AskedOnce, other: AskedOnce): readonly string[] {
  const apart = Math.abs(milliseconds(one.submittedAt) - milliseconds(other.submittedAt));
  if (one.requestId === other.requestId || apart > TWICE_WITHIN_DAYS * 86_400_000) return [];
  if (one.person.bornOn !== other.person.bornOn || !isLikelyOnePerson(one.person, other.person)) return [];
  return one.openServices.filter((service) => other.openServices.includes(service));
}

/** What stands in the way of closing one of two, beside the other. */
export interface OnOneOfTwo {
  /** The highest of its open parts. */
  readonly priority: Priority;
  /** The person told of a sign of danger on it. */
  readonly hasRedFlag: boolean;
  /** They asked something on it that nobody has answered. */
  readonly hasQuestion: boolean;
  readonly hasBegun: boolean;
}

/** Why one of two cannot be closed for the other, in a sentence that says what to do; null when it can. */
export function whyNotClosed(closed: OnOneOfTwo, kept: OnOneOfTwo): string | null {
  if (closed.hasBegun) return "Care has begun on this one. Close the other one, or let both go on";
  if (closed.hasRedFlag)
    return "The person told of a sign of danger on this one. Close the other one, or let both go on";
  if (closed.hasQuestion)
    return "The person asked something on this one that nobody has answered. Answer it first";
  if (PRIORITIES.indexOf(closed.priority) > PRIORITIES.indexOf(kept.priority))
    return "This one is more urgent. Close the other one, or let both go on";
  return null;
}

function isLikelyOnePerson(one: AskedOnce["person"], other: AskedOnce["person"]): boolean {
  const [ours, theirs] = [one.nhsNumber, other.nhsNumber];
  if (ours && theirs && ours.value === theirs.value) return true;
  if (ours?.proved && theirs?.proved) return false;
  const name = folded(one.name);
  return name !== "" && name === folded(other.name);
}
