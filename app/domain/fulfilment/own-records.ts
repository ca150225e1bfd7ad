import type { Location, Offer, Organisation, Sex } from "../directory/types";
import type { Instant, PlainDate } from "../shared/time";
import type { MessageTemplate } from "./messages";
import type { RequestDetail } from "./request-detail";
import { isHeld } from "./transitions";
import type { CareRequest, Fulfilment, Part } from "./types";

/**
 * Whether a partner sees who the person is and what they said: while it has the work, and after it has done it. What it
 * declined or let go it knows by its reference alone.
 */
export const seesPerson = ({ status }: Pick<Fulfilment, "status">): boolean =>
  isHeld(status) || status === "completed";

/** Somebody who is registered with a practice: one line of its list. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly bornOn: PlainDate;
  readonly sex: Sex | null;
  readonly nhsNumber: string | null;
  readonly postcode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What a partner gave, or gives, to one person for one part; without `care`, what it declined or let go. */
export interface OwnFulfilment {
  readonly fulfilment: Fulfilment;
  readonly reference: CareRequest["reference"];
  readonly care: {
    readonly request: CareRequest;
    readonly part: Part;
    readonly detail: RequestDetail;
    /** Who on its list it is, when the one who asked is known to be. */
    readonly listedId: string | null;
    /** What the patient reads of the outcome; null until it is complete. */
    readonly outcome: string | null;
    /** The bookable time that is taken for it; null when the partner gave a time of its own. */
    readonly slot: { readonly id: string; readonly startsAt: Instant; readonly endsAt: Instant } | null;
  } | null;
}

/** A message that was written to the partner. */
export interface OwnMessage {
  readonly id: string;
  readonly template: MessageTemplate;
  readonly reference: string;
  readonly by: Instant | null;
  readonly createdAt: Instant;
}

/** All that is one partner's own: what it takes along when it leaves. */
export interface OwnRecords {
  readonly brand: { readonly id: string; readonly name: string };
  readonly organisation: Organisation;
  readonly locations: readonly Location[];
  readonly offers: readonly (Offer & { readonly serviceName: string })[];
  readonly list: readonly ListedPerson[];
  readonly fulfilments: readonly OwnFulfilment[];
  readonly messages: readonly OwnMessage[];
}
