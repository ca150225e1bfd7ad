import type { Directory } from "../directory/directory";
import type { Terms } from "../directory/terms";
import type { Location, Offer, Organisation } from "../directory/types";
import type { Need, Verdict } from "../routing/types";
import { distanceKm } from "../shared/place";
import type { Instant, PlainDate } from "../shared/time";
import { type Circumstances, circumstancesOf } from "./circumstances";
import type { RuleOfEligibility, Subject } from "./rule";
import { RULES } from "./rules";

/**
 * May this person use this offer? One verdict for each rule, in the order of the rules; the person may when none
 * fails. What is not known yet (a date of birth, a postcode) passes, and its verdict says what will be checked. A
 * practice that a guest names passes as "not checked"; a practice that nobody named does not pass for a list of its own.
 */
export function judge(directory: Directory, offer: Offer, need: Need, now: Instant): Verdict[] {
  const given = circumstancesOf(need, directory, now);
  const subject = subjectOf(directory, offer, need);
  return RULES.map((rule) => verdictOn(rule, subject, given, fails(rule, subject, given)));
}

/** Failing verdicts, and those that pass but a person would want to know. */
export function verdictsToShow(subject: Subject, given: Circumstances): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const rule of RULES) {
    const failed = fails(rule, subject, given);
    if (failed || rule.notable?.(subject, given)) verdicts.push(verdictOn(rule, subject, given, failed));
  }
  return verdicts;
}

export const isEligible = (subject: Subject, given: Circumstances): boolean =>
  !RULES.some((rule) => fails(rule, subject, given));

/** The place in RULES of the first rule that the terms fail on a day, whoever asks; RULES.length when they fail none. */
export function firstFailedOnDay(terms: Terms, today: PlainDate): number {
  for (const { place, failsOnDay } of ON_DAY) if (failsOnDay(terms, today)) return place;
  return RULES.length;
}

/** The first before `least` that the terms alone fail for this need; `least` when they fail none of those. */
export function firstFailedOn(terms: Terms, given: Circumstances, least: number): number {
  for (const { place, failsOn } of ON_NEED) {
    if (place >= least) return least;
    if (failsOn(terms, given)) return place;
  }
  return least;
}

const ON_DAY = RULES.flatMap(({ failsOnDay }, place) => (failsOnDay ? [{ place, failsOnDay }] : []));
const ON_NEED = RULES.flatMap(({ failsOn }, place) => (failsOn ? [{ place, failsOn }] : []));

/** A subject with all that the directory knows of it. */
export interface WholeSubject extends Subject {
  readonly offer: Offer;
  readonly organisation: Organisation;
  readonly location: Location | undefined;
}

export function subjectOf(directory: Directory, offer: Offer, need: Need): WholeSubject {
  const terms = directory.termsOf(offer);
  const organisation = directory.organisation(offer.organisationId);
  if (terms === undefined || organisation === undefined) {
    throw new Error(`Offer ${offer.id} is not of this directory`);
  }
  const location = offer.locationId === null ? undefined : directory.location(offer.locationId);
  const centre = directory.centreOf(offer);
  const km =
    need.place === null || centre === undefined ? null : distanceKm(need.place.position, centre.position);
  return { offer, terms, organisation, location, km };
}

const fails = (rule: RuleOfEligibility, subject: Subject, given: Circumstances): boolean =>
  rule.failsOnDay?.(subject.terms, given.today) === true ||
  rule.failsOn?.(subject.terms, given) === true ||
  rule.failsFor?.(subject, given) === true;

const verdictOn = (
  rule: RuleOfEligibility,
  subject: Subject,
  given: Circumstances,
  failed: boolean,
): Verdict => ({
  rule: rule.rule,
  pass: !failed,
  code: failed ? rule.code(subject, given) : null,
  text: rule.says(subject, given, failed),
});
