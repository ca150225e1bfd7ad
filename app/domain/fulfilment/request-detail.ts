import type {
  AboutAnswer,
  AdjustmentsAnswer,
  AgreementAnswer,
  ContactAnswer,
  DraftAnswers,
  PreferencesAnswer,
  RelationAnswer,
  ShareAnswer,
  Who,
} from "../journeys/draft-answers";
import { BASIS_LABELS } from "../journeys/steps/proxy";
import type { Need } from "../routing/types";

/** What was asked for and by whom, kept with the request as it was answered: later words or questions change nothing. */
export interface RequestDetail extends AskedDetail {
  readonly who: Who;
  readonly person: Pick<AboutAnswer, "name" | "bornOn" | "sex"> & PersonFound;
  /** Set when somebody asks for another person: who they are to them, what makes it right, and in which words. */
  readonly proxy?: RelationAnswer & ShareAnswer & Omit<AgreementAnswer, "band"> & { readonly words: string };
  /**
   * Set when several services were asked for at once: each with what was answered for it, first come first. What stands
   * beside it is then the first one's.
   */
  readonly asked?: readonly AskedService[];
}

/** What identifies the person beside what they answered. */
export interface PersonFound {
  /** `proved` by identity verification, or as it was typed. */
  readonly nhsNumber?: { readonly value: string; readonly proved: boolean };
  /** The one person of the brand who has this NHS number and this date of birth. Left out when there is none, or more. */
  readonly personId?: string;
}

/** One of several services that were asked for at once. */
export interface AskedService {
  readonly serviceId: string;
  /** The parts of the request that it came to. */
  readonly positions: readonly number[];
  readonly detail: AskedDetail;
}

/** What was answered for one service. */
export interface AskedDetail {
  readonly contact: ContactAnswer;
  readonly preferences: PreferencesAnswer;
  /** Left out when it was passed over. */
  readonly adjustments?: AdjustmentsAnswer;
  /** The service's own questions with the words they had. */
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly redFlagsVersion: number;
  /** An offer's id, or "best". */
  readonly choice: string;
  readonly need: Need;
}

/** The detail of a draft whose every step is answered; undefined while one is missing. */
export function detailFrom(
  answers: DraftAnswers,
  questions: RequestDetail["answers"],
  need: Need,
  found: PersonFound = {},
): RequestDetail | undefined {
  const { who, about, contact, preferences, adjustments, choose } = answers;
  const flags = answers["red-flags"];
  if (!who || !about || !contact || !preferences || !choose || !flags) return undefined;
  const proxy = who.who === "myself" ? null : proxyOf(answers);
  if (proxy === undefined) return undefined;
  return {
    who: who.who,
    person: { name: about.name, bornOn: about.bornOn, sex: about.sex, ...found },
    ...(proxy ? { proxy } : {}),
    contact,
    preferences,
    ...(adjustments ? { adjustments } : {}),
    answers: questions,
    redFlagsVersion: flags.version,
    choice: choose.choice,
    need,
  };
}

function proxyOf({ relation, agreement, share }: DraftAnswers): RequestDetail["proxy"] {
  if (!relation || !agreement) return undefined;
  const { band, basis, version } = agreement;
  const told = band === "child" ? "everything" : share?.share;
  if (told === undefined) return undefined;
  return { ...relation, basis, share: told, version, words: BASIS_LABELS[basis] };
}

/** The details of several services that one person asked for at once, as one request's. */
export function detailOfAll(
  all: readonly {
    readonly serviceId: string;
    readonly positions: readonly number[];
    readonly detail: RequestDetail;
  }[],
): RequestDetail | undefined {
  const [first] = all;
  if (first === undefined || all.length === 1) return first?.detail;
  return {
    ...first.detail,
    asked: all.map(
      ({ serviceId, positions, detail: { who: _, person: __, proxy: ___, asked: ____, ...detail } }) => ({
        serviceId,
        positions,
        detail,
      }),
    ),
  };
}

/** The detail as it is for one part: what was answered for the service that the part is of. */
export function detailOfPart(detail: RequestDetail, position: number): RequestDetail {
  const asked = detail.asked?.find(({ positions }) => positions.includes(position));
  return asked === undefined ? detail : { ...detail, ...asked.detail };
}

/** The services that were asked for, in their order: one, but for a basket. */
export const servicesAskedFor = (
  serviceId: string,
  { asked }: Pick<RequestDetail, "asked">,
): readonly string[] => asked?.map((each) => each.serviceId) ?? [serviceId];

/** What one part is a part of: the service that was asked for, and the part's place among that service's own. */
export interface PartOfWhole {
  readonly ofServiceId: string;
  readonly place: number;
  readonly of: number;
}

/** Tells who has a part no more than what it is a part of: nothing of what was asked for beside it. */
export function wholeOfPart(
  serviceId: string,
  { asked }: Pick<RequestDetail, "asked">,
  position: number,
  parts: number,
): PartOfWhole {
  const own = asked?.find(({ positions }) => positions.includes(position));
  return own === undefined
    ? { ofServiceId: serviceId, place: position, of: parts }
    : { ofServiceId: own.serviceId, place: own.positions.indexOf(position) + 1, of: own.positions.length };
}
