import type { CommandType } from "~/domain/fulfilment/part-state";
import type { Fulfilment, FulfilmentEvent, Part } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";

/** One part of a request with everything that was tried for it, in the order it was tried. */
export interface TrackedPart {
  readonly part: Pick<Part, "id" | "status" | "waiting" | "owner" | "dueAt" | "promise">;
  readonly serviceName: string;
  /** Where it stands among the parts of its request: "Part 2 of 3". Left out for the only one. */
  readonly place?: string;
  /** The names of the parts that it waits for, while they are not done. */
  readonly waitsFor?: readonly string[];
  readonly fulfilments: readonly Fulfilment[];
  /** What the person may do with it now; nothing when it is left out. */
  readonly may?: readonly CommandType[];
  /** Who has it does not give the care: it is the person's own practice, which refers them to it. */
  readonly refers?: boolean;
}

export interface TrackedEvent {
  readonly at: Instant;
  /** Null when it is about the whole request. */
  readonly partId: string | null;
  readonly event: FulfilmentEvent;
}

/** The names that a timeline speaks of. */
export interface Names {
  readonly brand: string;
  /** The organisations are real ones: they were told nothing, so nothing is said of what they did. */
  readonly real: boolean;
  /** An organisation's name by its id. */
  organisation(id: string): string;
  /** Where an offer's care is given, after the organisation's name: "at Quay House", "by phone"; empty when unknown. */
  where(offerId: string): string;
}

/** A partner by its name; where the part was with two of its places, by the place too. */
export function partnerNamed(
  { organisationId, offerId }: Fulfilment,
  { fulfilments }: Pick<TrackedPart, "fulfilments">,
  names: Names,
): string {
  const name = names.organisation(organisationId);
  const elsewhere = fulfilments.some(
    (other) => other.organisationId === organisationId && other.offerId !== offerId,
  );
  return elsewhere ? `${name} ${names.where(offerId)}`.trim() : name;
}
