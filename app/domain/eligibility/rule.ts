import type { Terms } from "../directory/terms";
import type { Location, Offer, Organisation } from "../directory/types";
import type { RejectedReason, Rule } from "../routing/types";
import type { PlainDate } from "../shared/time";
import type { Circumstances } from "./circumstances";

/**
 * What rules and points may read of an offer, its organisation and its place, beside its terms. A stored decision keeps
 * all of it with each candidate (`CandidateFacts`), so that it can be judged again without the directory: what is
 * named here is kept there too.
 */
export type JudgedOffer = Pick<Offer, "id" | "locationId" | "modes" | "wait">;
export type JudgedOrganisation = Pick<Organisation, "id" | "odsCode" | "name">;
export type JudgedLocation = Pick<Location, "name">;

/** One offer before the rules. */
export interface Subject {
  readonly offer: JudgedOffer;
  readonly terms: Terms;
  readonly organisation: JudgedOrganisation;
  readonly location: JudgedLocation | undefined;
  /** From the person's place to where care is given, or to the organisation when care has no place. Null: not known. */
  readonly km: number | null;
}

interface Words {
  /** In plain words: why it failed, or what its passing means. */
  readonly says: (subject: Subject, given: Circumstances, failed: boolean) => string;
  /** Whether a person would want to know of it, though it passes. */
  readonly notable?: (subject: Subject, given: Circumstances) => boolean;
  /** The DoS rejected reason of its failing. */
  readonly code: (subject: Subject, given: Circumstances) => RejectedReason;
}

/**
 * A rule. What the terms alone decide is decided once for all the offers that share them: once a day when it is the
 * same for everybody (`failsOnDay`), else for each need (`failsOn`). What depends on whose the offer is, or where, is
 * asked of each (`failsFor`). A rule may have several.
 *
 * Every rule knows three answers: it is met, it is not, or it cannot be told yet. Only what is known to fail fails: what
 * is not known of the person or of the partner passes, and the verdict says what will be checked.
 */
export interface RuleOfEligibility extends Words {
  readonly rule: Rule;
  readonly failsOnDay?: (terms: Terms, today: PlainDate) => boolean;
  readonly failsOn?: (terms: Terms, given: Circumstances) => boolean;
  readonly failsFor?: (subject: Subject, given: Circumstances) => boolean;
}
