import type { Mode } from "../directory/types";
import type { AccessNeed } from "../shared/access-needs";
import type { Adjustment } from "../shared/adjustments";
import type { LanguageNeeded } from "../shared/languages";
import type { Position } from "../shared/place";
import type { Instant, PlainDate } from "../shared/time";

/** A step is one page with one question. A service's own questions are steps too. */
export type QuestionStepId = `q-${string}`;
export type StepId =
  | "red-flags"
  | "who"
  | "about"
  | "relation"
  | "agreement"
  | "share"
  | QuestionStepId
  | "place"
  | "preferences"
  | "adjustments"
  | "choose"
  | "time"
  | "contact"
  | "check";

/**
 * None of the flags applied: a ticked one is never kept, it leads to help. A new version of the flags is asked again, and
 * so are all of them when the person they were answered for changes.
 */
export interface RedFlagsAnswer {
  readonly version: number;
}

export const WHO = ["myself", "child", "someone"] as const;
export type Who = (typeof WHO)[number];
export interface WhoAnswer {
  readonly who: Who;
}

export const SEXES = ["female", "male", "another", "not-said"] as const;
export interface AboutAnswer {
  readonly name: string;
  readonly bornOn: PlainDate;
  readonly sex: (typeof SEXES)[number];
  /** As it was typed, ten digits with a check digit that fits. Null or left out: not given. */
  readonly nhsNumber?: string | null;
}

export const RELATIONS = ["parent", "guardian", "partner", "family", "friend", "paid-carer"] as const;
export type Relation = (typeof RELATIONS)[number];
export const BASES = [
  "parental",
  "asked-by-parent",
  "parental-young",
  "agrees",
  "attorney",
  "best-interests",
] as const;
/** What makes it right to ask for somebody else. */
export type Basis = (typeof BASES)[number];
export const SHARES = ["everything", "times"] as const;
/** Under 13, from 13 to 15, and from 16 on: what the law asks of whoever asks for them differs. */
export type AgeBand = "child" | "young" | "grown";
export interface RelationAnswer {
  readonly relation: Relation;
}

export interface AgreementAnswer {
  readonly basis: Basis;
  /** Whom it was answered for; of another age it is asked again. */
  readonly band: AgeBand;
  /** Of the wording that was agreed to. */
  readonly version: number;
}

export interface ShareAnswer {
  /** What the one who asks may be told. */
  readonly share: (typeof SHARES)[number];
}

/** One value for a choice or a text, several for tick boxes. An optional question left alone is an empty one. */
export interface QuestionAnswer {
  readonly answer: string | readonly string[];
}

/** Practice: an ODS code, or that there is none, or that the person is not sure. */
export interface PlaceAnswer {
  readonly postcode: string;
  /** Filled in by the use case, which can look postcodes up. */
  readonly position: Position | null;
  readonly practice: string | "none" | "not-sure";
}

export const FIRST = ["recommended", "soonest", "nearest"] as const;
export interface PreferencesAnswer {
  /** Empty: any will do. */
  readonly modes: readonly Mode[];
  readonly first: (typeof FIRST)[number];
  /** Left out in answers that were kept before it was asked: none that is known of. */
  readonly access?: readonly AccessNeed[];
  /** Null or left out: English will do. */
  readonly language?: LanguageNeeded | null;
}

export interface AdjustmentsAnswer {
  readonly chosen: readonly Adjustment[];
  /** In their own words; empty when nothing was added. */
  readonly other: string;
}

export interface ChooseAnswer {
  /** An offer's id, or "best": choose for me. */
  readonly choice: string;
  /** What the choice came to when it was made. Null when nobody could be asked and the front desk takes it. */
  readonly offerId: string | null;
  readonly booking: "direct" | "partner" | null;
  /** What the offers were worked out from; when that changes, the choice is asked again. */
  readonly basis: string;
}

export interface TimeAnswer {
  /** A slot's id, "soonest", or "ask" and "ask-and-tell" where there is none to pick. */
  readonly slot: string;
  readonly offerId: string | null;
  readonly startsAt: Instant | null;
}

export const AVOID = ["calls", "daytime", "texts", "voicemail", "emails"] as const;
export const PREFERRED = ["text", "email", "call", "letter"] as const;
export interface ContactAnswer {
  /** Who to ask for, when somebody asks for another person. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly avoid: readonly (typeof AVOID)[number][];
  /** The way that suits best; left out when any will do. */
  readonly preferred?: (typeof PREFERRED)[number];
  /** Where letters go; asked when a letter is preferred. */
  readonly address?: string;
  /** What else to know before getting in touch, in their own words. */
  readonly notes?: string;
}

export interface CheckAnswer {
  /** "If they cannot help, may we ask the next one on the list?" */
  readonly passOn: boolean;
}

/** A draft's answers: one JSON object by step. Progress is always derived from it, never kept beside it. */
export interface DraftAnswers {
  readonly "red-flags"?: RedFlagsAnswer;
  readonly who?: WhoAnswer;
  readonly about?: AboutAnswer;
  readonly relation?: RelationAnswer;
  readonly agreement?: AgreementAnswer;
  readonly share?: ShareAnswer;
  readonly place?: PlaceAnswer;
  readonly preferences?: PreferencesAnswer;
  readonly adjustments?: AdjustmentsAnswer;
  readonly choose?: ChooseAnswer;
  readonly time?: TimeAnswer;
  readonly contact?: ContactAnswer;
  readonly check?: CheckAnswer;
  readonly [question: QuestionStepId]: QuestionAnswer | undefined;
}
export type StepAnswer = NonNullable<DraftAnswers[keyof DraftAnswers]>;

/** What a journey needs to know of the world around it. */
export interface JourneyFacts {
  /** The brand's today. */
  readonly today: PlainDate;
  /** The practices of the brand that a person can be registered with. */
  readonly practices: readonly { readonly ods: string; readonly name: string }[];
}

/** What was typed: the fields of a posted form. */
export type StepInput = Readonly<Record<string, string | readonly string[] | undefined>>;
