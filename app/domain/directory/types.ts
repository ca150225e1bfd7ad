import type { Constitution } from "../governance/constitution";
import type { Question, RedFlagSet } from "../journeys/types";
import type { AccessMet } from "../shared/access-needs";
import type { LanguagesGiven } from "../shared/languages";
import type { Position } from "../shared/place";
import type { Instant, PlainDate, Span, TimeOfDay } from "../shared/time";
import type { Condition } from "./conditions";
import type { LightContact } from "./light-contact";

/** A small drawn sign: one to three letters on a colour (hex). Contrast with white is checked where marks are written. */
export interface Mark {
  readonly letters: string;
  readonly colour: string;
}

/**
 * One front door. `real` was loaded from published data about real organisations: nothing can be sent outside
 * from it, and no refusal, lateness, rate or capacity is invented against a real name.
 */
export interface Brand {
  readonly id: string;
  readonly name: string;
  readonly strapline: string;
  /** The area in a few words, for "care in and around …". */
  readonly area: string;
  readonly kind: "demo" | "real" | "lab";
  readonly mark: Mark;
  /** The front desk: the people who own what no partner has. */
  readonly desk: { readonly name: string; readonly phone: string; readonly hours: string };
  readonly policy: Policy;
  /** Attribution of what was loaded, shown at the foot of pages; empty for a fictional brand. */
  readonly attribution: readonly string[];
  /** The brand whose past is this one's too: a copy refers to it, and has no rows of it. Left out: its own. */
  readonly historyOf?: string;
  /** The rules by which its members decide. Left out: the first ones. */
  readonly constitution?: Constitution;
}

export type Priority = "routine" | "urgent" | "asap";

/** What sets points and deadlines. Versioned: a decision says which version it was made by. */
export interface Policy {
  readonly version: number;
  /** Offers farther than this are not judged, but counted. */
  readonly reachKm: number;
  /** How many offers are judged in one decision; "show more" goes on in the same order. */
  readonly judged: number;
  /** The most points each reason can give. */
  readonly points: {
    readonly distance: number;
    readonly wait: number;
    readonly continuity: number;
    readonly preference: number;
    readonly capacity: number;
    /** Promises kept: how often a partner did by the date what the patient was told. */
    readonly kept: number;
    /** Fair share: who was given less than its share of late. */
    readonly share: number;
  };
  /** A partner must answer within. */
  readonly answerWithin: Readonly<Record<Priority, Span>>;
  /** What the patient is promised: an answer with a time, by. */
  readonly promiseWithin: Readonly<Record<Priority, Span>>;
  /** The front desk must act within; then the brand's manager owns it. */
  readonly deskWithin: Readonly<Record<Priority, Span>>;
  /** The patient must choose again within, when a refusal has come back to them. */
  readonly patientWithin: Span;
  /** A capacity status confirmed longer ago than this counts as unknown. */
  readonly capacityStaleHours: number;
}

export type OrganisationKind =
  | "practice"
  | "community-trust"
  | "mental-health-trust"
  | "hospital-trust"
  | "specialist"
  | "pharmacy"
  | "social-care"
  | "voluntary"
  | "social-enterprise";

export interface Organisation {
  readonly id: string;
  readonly odsCode: string | null;
  readonly name: string;
  /** How people say it, for a label or a line of a list. */
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly phone: string | null;
  readonly website: string | null;
  readonly mark: Mark;
  /** One or two warm sentences; empty when only published facts are known. */
  readonly about: string;
  /** Registered patients, with the date of the count. */
  readonly listSize: { readonly patients: number; readonly asOf: PlainDate } | null;
  readonly status: "active" | "closed";
  /** Where the facts came from, with their edition; null for a fictional organisation. */
  readonly source: { readonly file: string; readonly edition: string } | null;
  /** Where its work is sent by one-time links; null or left out for who works on our own pages. */
  readonly lightContact?: LightContact | null;
}

export type Arrangement = "own-contract" | "employed" | "joint-venture" | "alliance" | "subcontract";

/** What becomes of the work that a partner still has when it leaves or is suspended: all of it goes on, or it ends what it took on. */
export type OpenWork = "reroute" | "finish";

/** An organisation's membership of a brand. In force from `startsOn` until the end of `endsOn`. */
export interface Partnership {
  readonly id: string;
  readonly organisationId: string;
  readonly arrangement: Arrangement;
  /** Who carries the contract and answers for this partner's work, when it is not the partner. */
  readonly leadOrganisationId: string | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly suspendedFrom: PlainDate | null;
  /** Said when it leaves or is suspended; all of its work goes on when nothing was said. */
  readonly openWork?: OpenWork;
  /** Whose names its care may come in, as was agreed; left out: any. */
  readonly boxStyles?: readonly BoxStyle[];
  /** What the partner may take along when it leaves, in plain words. */
  readonly returnTicket: string;
}

/** A stretch of a day, local time. One that closes at or before it opens goes on into the next day. */
export interface Session {
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

export interface OpeningHours extends Session {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** A day that goes otherwise than the week and the bank holidays say. Without sessions it is closed all day. */
export interface OpeningException {
  readonly date: PlainDate;
  readonly sessions: readonly Session[];
  /** Why, in a few plain words: "staff training". */
  readonly why?: string;
}

export interface Location {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly postcode: string;
  readonly position: Position;
  /** Empty means not known. */
  readonly opening: readonly OpeningHours[];
  /** What bank holidays do to the week's hours. Left out: not known. */
  readonly onBankHolidays?: "closed" | "as-usual";
  readonly exceptions?: readonly OpeningException[];
  /** Which access needs the place is known to meet, and known not to. */
  readonly meets?: AccessMet;
  /** What else is published about getting there and in, as words: "parking", "on a bus route". */
  readonly access: readonly string[];
  /** A pop-up's dates, both inclusive. */
  readonly temporary: { readonly from: PlainDate; readonly until: PlainDate } | null;
}

/** A part of a composite service: another service of the catalogue, and the parts that must be complete before it. */
export interface ServicePart {
  readonly serviceId: string;
  /** Service ids of other parts of the same composite; empty when it is asked for at once. */
  readonly after: readonly string[];
}

/** A line of the catalogue: what a patient asks for, in plain words; never tied to one organisation. */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** One sentence, as on a result. */
  readonly summary: string;
  /** Some of NEED_IDS: "moving", "skin", "mind" … */
  readonly needs: readonly string[];
  /** Other words people use for it, misspellings not needed. */
  readonly synonyms: readonly string[];
  readonly whatItIs: readonly string[];
  readonly whoItIsFor: readonly string[];
  /** It is also, or only, for people who look after somebody. Left out: nobody has said so. */
  readonly forCarers?: boolean;
  /** For whom something else is better, a sentence each. Left out: nothing is said of it. */
  readonly notFor?: readonly string[];
  /** How long a visit takes, and how long until it is over. Left out: nothing is said of it. */
  readonly howLong?: readonly string[];
  readonly whatToExpect: readonly string[];
  readonly whatToBring: readonly string[];
  readonly cost: string;
  readonly ifWorse: string;
  readonly priority: Priority;
  /** How people get to it: they ask themselves, or their practice refers them. */
  readonly access: "self-referral" | "referral";
  /** A service without approved red flags can be read about, but not asked for. */
  readonly redFlags: RedFlagSet | null;
  readonly questions: readonly Question[];
  /**
   * Set for a composite, which several partners give together: nobody offers it, each part is routed by its own
   * service. In the order in which people read them.
   */
  readonly parts?: readonly ServicePart[];
  /** True where being seen to ask for it could harm somebody: it is not named where others look over a shoulder. */
  readonly sensitive?: boolean;
  readonly status: "open" | "closed";
}

export type Mode = "in-person" | "phone" | "video" | "home-visit";
export type Sex = "female" | "male";

/**
 * Both ends in whole years, inclusive: a person of 64 years and 11 months is within `until: 64`. Months are counted on
 * top of the years where they matter: `from: 0, fromMonths: 3` is from three months, and `until: 4, untilMonths: 6` holds
 * until the day on which a child is 4 years and 7 months.
 */
export interface AgeRange {
  readonly from: number | null;
  readonly until: number | null;
  readonly fromMonths?: number;
  readonly untilMonths?: number;
}

/** Whom an offer takes for one condition. */
export interface ConditionTerms {
  readonly condition: Condition;
  readonly ages: AgeRange | null;
  readonly sex: Sex | null;
}

export type Catchment =
  | { readonly kind: "outcodes"; readonly outcodes: readonly string[] }
  | { readonly kind: "radius"; readonly km: number }
  /** `ring`: three corners or more, in order; the last is joined to the first. `name`: what people call the area. */
  | { readonly kind: "polygon"; readonly name: string; readonly ring: readonly Position[] };

/** Whose name the patient meets: the front door's, the partner's, or both. */
export const BOX_STYLES = ["brand", "partner", "both"] as const;
export type BoxStyle = (typeof BOX_STYLES)[number];

/** The styles of box that a partnership agreed. */
export const stylesAgreed = (partnership: Pick<Partnership, "boxStyles"> | undefined): readonly BoxStyle[] =>
  partnership?.boxStyles ?? BOX_STYLES;

/** How a letter speaks to the person, beside the usual way. */
export const BOX_TONES = ["warm", "formal"] as const;
export type BoxTone = (typeof BOX_TONES)[number];

/** How one partner's care shows up. Null falls back to the brand's or the organisation's own. */
export interface BoxSettings {
  readonly style: BoxStyle;
  readonly letterhead: string | null;
  readonly textSender: string | null;
  readonly caller: string | null;
  readonly doorSign: string | null;
  readonly questionsPhone: string | null;
  /** Left out: the usual one. */
  readonly tone?: BoxTone;
}

/** A typical wait to be seen, in days, with the date of the figure and where it is from. Null: not known, never zero. */
export interface Wait {
  readonly days: number;
  readonly asOf: PlainDate;
  readonly source: string;
}

/** What a partner publishes about one offer, where that says more than the organisation's own facts. */
export interface OfferWords {
  readonly name: string;
  readonly about: string;
  readonly website: string | null;
  readonly email: string | null;
  /** The last day on which somebody checked it; null when not known. */
  readonly checkedOn: PlainDate | null;
  /** Who checked it, as after "by": "Bristol's community directory". */
  readonly source?: string;
}

/** One organisation's way to deliver one service. */
export interface Offer {
  readonly id: string;
  readonly serviceId: string;
  readonly organisationId: string;
  /** Null when care has no place of its own (telephone, video, home visit). */
  readonly locationId: string | null;
  /** A `referrer` does not treat: it is the practice that refers its own people on. */
  readonly role: "provider" | "referrer";
  /** Empty means not known. */
  readonly modes: readonly Mode[];
  readonly ages: AgeRange | null;
  readonly sex: Sex | null;
  /** The conditions it treats, each with whom it takes for it. Left out: it is not limited to some. */
  readonly conditions?: readonly ConditionTerms[];
  /** What this offer is known to meet or not to meet, where that says more than its place does. */
  readonly meets?: AccessMet;
  /** Left out: not known. */
  readonly languages?: LanguagesGiven;
  /** Only for people registered with this organisation. */
  readonly ownListOnly: boolean;
  readonly catchment: Catchment | null;
  /** False: a practice must refer; people cannot ask for this offer themselves. */
  readonly selfReferral: boolean;
  /** `direct`: the person takes a slot when asking. `partner`: the partner gives a time when it accepts. */
  readonly booking: "direct" | "partner";
  readonly slots: SlotPattern | null;
  readonly wait: Wait | null;
  readonly box: BoxSettings;
  readonly words?: OfferWords;
  readonly status: "open" | "closed";
}

/** A week's diary, from which slots are made for the weeks ahead; none on bank holidays. */
export interface SlotPattern {
  readonly minutes: number;
  readonly sessions: readonly OpeningHours[];
  /** Days that are not like the week: left out when there are none. */
  readonly exceptions?: readonly SlotException[];
}

/** A day off, on which the week's sessions are not held; or a session beside them, held on a bank holiday too. */
export type SlotException =
  | { readonly kind: "day-off"; readonly on: PlainDate }
  | {
      readonly kind: "extra-session";
      readonly on: PlainDate;
      readonly opens: TimeOfDay;
      readonly closes: TimeOfDay;
    };

export const CAPACITY_STATUSES = ["capacity", "waitlist", "no-capacity"] as const;
export type CapacityStatus = (typeof CAPACITY_STATUSES)[number];

/** Whether a partner says how full an offer is: it is open, and care is given there. */
export const saysRoom = ({ role, status }: Pick<Offer, "role" | "status">): boolean =>
  role === "provider" && status === "open";

/** How far back promises and requests count: long enough to be many, short enough to be about today's partner. */
export const KEPT_DAYS = 91;
export const GIVEN_DAYS = 28;

/** What moves by the minute, kept outside the directory's version. */
export interface OfferState {
  readonly capacity: CapacityStatus | null;
  readonly capacityConfirmedAt: Instant | null;
  readonly nextFreeAt: Instant | null;
  /** This partner's promises for this service, asked for in the last KEPT_DAYS and settled; null when none is. */
  readonly kept: { readonly kept: number; readonly broken: number } | null;
  /** How many requests this partner was given for this service in the last GIVEN_DAYS. */
  readonly given: number;
}

/** An offer of which nothing is known. */
export const UNKNOWN_STATE: OfferState = {
  capacity: null,
  capacityConfirmedAt: null,
  nextFreeAt: null,
  kept: null,
  given: 0,
};

/** By offer id; an offer that is not in it has nothing known. */
export type Overlay = ReadonlyMap<string, OfferState>;

/** The rows a Directory value is built from. */
export interface DirectoryContents {
  readonly brand: Brand;
  readonly version: number;
  readonly organisations: readonly Organisation[];
  readonly partnerships: readonly Partnership[];
  readonly locations: readonly Location[];
  readonly services: readonly Service[];
  readonly offers: readonly Offer[];
  readonly bankHolidays: readonly PlainDate[];
}
