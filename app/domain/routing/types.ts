import type { Condition } from "../directory/conditions";
import type { Terms } from "../directory/terms";
import type {
  BoxStyle,
  Brand,
  CapacityStatus,
  Mode,
  OfferState,
  OrganisationKind,
  Policy,
  Priority,
  Sex,
  Wait,
} from "../directory/types";
import type { AccessNeed } from "../shared/access-needs";
import type { LanguageNeeded } from "../shared/languages";
import type { Position } from "../shared/place";
import type { Instant, PlainDate } from "../shared/time";

/** What is known of who needs what, where and how: the whole input of routing that is not the directory. */
export interface Need {
  readonly serviceId: string;
  readonly priority: Priority;
  readonly person: {
    readonly bornOn: PlainDate | null;
    readonly sex: Sex | null;
    /** ODS code of the practice; `checked` when identity verification vouches for it, not the person alone. */
    readonly registeredWith: { readonly ods: string; readonly checked: boolean } | null;
  };
  readonly place: { readonly postcode: string; readonly position: Position } | null;
  readonly preferences: {
    /** Empty: any will do. */
    readonly modes: readonly Mode[];
    readonly first: "recommended" | "soonest" | "nearest";
    /** How much each thing matters to this person, where they said so; it goes before `first`. */
    readonly weights?: Readonly<Partial<Record<WeighsOn, Weighing>>>;
    /** Organisation ids that already look after this person. */
    readonly knownTo: readonly string[];
  };
  /** What care must come with. Left out, as in needs kept before it was asked: nothing is needed that is known of. */
  readonly needs?: SpecialNeeds;
  /** Offers that were asked already for this part, and refused or never answered. */
  readonly alreadyAsked: readonly string[];
}

/** What a person can weigh for themselves, and how much it matters to them. */
export type WeighsOn = "distance" | "wait" | "continuity";
export type Weighing = "not-much" | "some" | "a-lot";

export interface SpecialNeeds {
  readonly access: readonly AccessNeed[];
  /** Null: English will do. */
  readonly language: LanguageNeeded | null;
  /** What the person has, as far as offers are limited by it. Null: not known, or none of those that limit an offer. */
  readonly condition: Condition | null;
}

/** The rules of eligibility, in the order they are judged. */
export type Rule =
  | "offer-open"
  | "organisation-active"
  | "partnership"
  | "pop-up-dates"
  | "self-referral"
  | "registered-list"
  | "age"
  | "sex"
  | "condition"
  | "catchment"
  | "mode"
  | "access-needs"
  | "language"
  | "opening-hours"
  | "already-asked"
  | "reach";

/** A verdict names its rule; a failing one carries a DoS rejected reason code (21 … 99) and what is needed. */
export interface Verdict {
  readonly rule: Rule;
  readonly pass: boolean;
  readonly code: RejectedReason | null;
  /** For people, in plain words: "For people aged 16 to 64". */
  readonly text: string;
}

/** DoS rejected reasons (BaRS code system). */
export const REJECTED_REASONS = {
  "21": "Transport",
  "22": "Capacity",
  "23": "Not clinically appropriate",
  "24": "Declined",
  "26": "Patient choice",
  "27": "Could not be contacted",
  "31": "No appointments",
  "32": "Appointments not suitable",
  "40": "Not eligible",
  "41": "Home visit needed",
  "42": "Distance",
  "99": "Other",
} as const;
export type RejectedReason = keyof typeof REJECTED_REASONS;

export interface PointLine {
  readonly reason: "distance" | "wait" | "continuity" | "preference" | "capacity" | "kept" | "share";
  readonly points: number;
  /** In plain words: "2.1 km away". */
  readonly text: string;
}

/** Everything the judgement of one offer used, so that it can be explained years later without the directory. */
export interface CandidateFacts {
  readonly organisationId: string;
  readonly organisationOds: string | null;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
  /** What the partner itself calls what it offers, where it publishes a name. */
  readonly offerName?: string;
  readonly role: "provider" | "referrer";
  readonly locationName: string | null;
  readonly locationPostcode: string | null;
  readonly modes: readonly Mode[];
  readonly booking: "direct" | "partner";
  readonly boxStyle: BoxStyle;
  readonly locationId: string | null;
  /** Null when the offer has no place, or the person's is not known. */
  readonly distanceKm: number | null;
  /** The same; or, when care has no place, to its organisation: what a catchment by radius goes by. */
  readonly centreKm: number | null;
  /** Which of the decision's `terms` are this offer's. */
  readonly terms: number;
  readonly wait: Wait | null;
  /** Null when unknown, or confirmed longer ago than the policy allows. */
  readonly capacity: CapacityStatus | null;
  readonly capacityConfirmedAt: Instant | null;
  /** The status that was told last, however long ago. */
  readonly capacityTold: CapacityStatus | null;
  readonly nextFreeAt: Instant | null;
  readonly kept: OfferState["kept"];
  readonly given: number;
}

export interface Candidate {
  readonly offerId: string;
  readonly facts: CandidateFacts;
  readonly eligible: boolean;
  /** Failing verdicts, and those that pass but a person would want to know; empty when explanations are off. */
  readonly verdicts: readonly Verdict[];
  /** The sum of `lines`. Zero when not eligible. */
  readonly points: number;
  readonly lines: readonly PointLine[];
}

/** What of a brand's policy sets eligibility, points and order. */
export type JudgingPolicy = Pick<
  Policy,
  "reachKm" | "judged" | "points" | "promiseWithin" | "capacityStaleHours"
>;

/**
 * - `offered`: at least one offer is eligible; `chosen` is the first.
 * - `referral`: nobody can be asked directly, and the person's own practice can refer: `chosen` is its referrer offer.
 * - `none`: nobody can be asked; the next step is the front desk.
 */
export type Outcome = "offered" | "referral" | "none";

/**
 * Format 2 keeps everything that the rules and the points read, so that `rejudge` needs nothing else. Format 1, in
 * older rows, has neither `brand`, `policy` nor `terms`, and fewer facts.
 */
export interface RoutingDecision {
  readonly format: 2;
  readonly brandId: string;
  readonly brand: Pick<Brand, "name" | "kind">;
  readonly serviceId: string;
  readonly at: Instant;
  readonly directoryVersion: number;
  readonly policyVersion: number;
  readonly policy: JudgingPolicy;
  /** The bank holidays near the moment of the decision: hours and promises are reckoned with them. */
  readonly bankHolidays: readonly PlainDate[];
  /** The terms of the candidates, each once; a candidate's facts say which are its own. */
  readonly terms: readonly Terms[];
  readonly need: Need;
  readonly outcome: Outcome;
  /** The recommended offer's id, or the one a person chose among the eligible. */
  readonly chosen: string | null;
  readonly chosenBy: "ranking" | "person";
  /** Eligible ones first, best first; then those that failed, nearest first. */
  readonly candidates: readonly Candidate[];
  /** Offers of this service that were not judged, and why: how many eligible more there are, and how many failed each rule. */
  readonly notShown: { readonly eligible: number; readonly failed: Readonly<Partial<Record<Rule, number>>> };
}
