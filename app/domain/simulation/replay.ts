import type { Directory } from "../directory/directory";
import type { Offer, Overlay } from "../directory/types";
import { route } from "../routing/route";
import type { Need, Outcome } from "../routing/types";
import type { Instant } from "../shared/time";
import { OTHERWISE_A_WEEK, Places, placesInDiary } from "./places";

/** What somebody asked for, and when. */
export interface RecordedRequest {
  readonly id: string;
  readonly at: Instant;
  readonly need: Need;
}

export interface ReplayOptions {
  /** How many people an offer without a diary sees in a week, by offer id; `otherwise` for those not named. */
  readonly placesAWeek?: Readonly<Record<string, number>>;
  readonly otherwise?: number;
  /** True writes every explanation too; the choices are the same. */
  readonly explain?: boolean;
}

/** Where one request would go. */
export interface ReplayedChoice {
  readonly requestId: string;
  readonly outcome: Outcome;
  readonly offerId: string | null;
  readonly organisationId: string | null;
  /** Null when it is not known, or care has no place of its own. */
  readonly km: number | null;
}

export interface Replayed {
  /** In the order of time, then of ids. */
  readonly choices: readonly ReplayedChoice[];
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** How many requests each would get. Who gets none is not in it. */
  readonly byOffer: ReadonlyMap<string, number>;
  readonly byOrganisation: ReadonlyMap<string, number>;
}

/**
 * What if these requests had met this directory? Each is routed in the order of time, by the routing that people get,
 * and takes one of the chosen offer's places of the week: so who comes later is offered others. A referral takes none.
 */
export function replay(
  directory: Directory,
  overlay: Overlay,
  recorded: readonly RecordedRequest[],
  options: ReplayOptions = {},
): Replayed {
  const { placesAWeek = {}, otherwise = OTHERWISE_A_WEEK, explain = false } = options;
  const inDiary = new Map<Offer, number | null>();
  const places = new Places(overlay, (offer) => {
    const told = placesAWeek[offer.id];
    if (told !== undefined) return told;
    const known = inDiary.get(offer);
    const found = known === undefined ? placesInDiary(offer) : known;
    inDiary.set(offer, found);
    return found ?? otherwise;
  });
  const choices: ReplayedChoice[] = [];
  const outcomes: Record<Outcome, number> = { offered: 0, referral: 0, none: 0 };
  const byOffer = new Map<string, number>();
  const byOrganisation = new Map<string, number>();
  for (const { id, at, need } of [...recorded].sort(inTime)) {
    const decision = route(directory, places.at(at), need, at, { explain });
    const chosen = decision.candidates.find(({ offerId }) => offerId === decision.chosen);
    const offer = chosen && directory.offer(chosen.offerId);
    if (offer !== undefined && decision.outcome === "offered") places.take(offer, at);
    outcomes[decision.outcome] += 1;
    if (offer !== undefined) {
      addOne(byOffer, offer.id);
      addOne(byOrganisation, offer.organisationId);
    }
    choices.push({
      requestId: id,
      outcome: decision.outcome,
      offerId: offer?.id ?? null,
      organisationId: offer?.organisationId ?? null,
      km: chosen?.facts.distanceKm ?? null,
    });
  }
  return { choices, outcomes, byOffer, byOrganisation };
}

/** The order of time, then of ids. */
export const inTime = (
  a: Pick<RecordedRequest, "id" | "at">,
  b: Pick<RecordedRequest, "id" | "at">,
): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
