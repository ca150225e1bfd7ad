import type { BoardViewer } from "~/server/app-context";
import type { BoardActor } from "~/usecases/on-the-board";

/** The brand's own seat; no organisation has such an id. */
const OWN = "~";

/** A seat as a form and an address name it: an organisation, or the brand's own. */
export const seatName = (organisationId: string | null): string => organisationId ?? OWN;

/** The seat that somebody speaks from: the one that is named, when it is theirs; the only one they have. */
export function seatAsked({ seats }: BoardViewer, asked: unknown): string | null | undefined {
  const named =
    typeof asked === "string" ? seats.find((seat) => seatName(seat.organisationId) === asked) : undefined;
  const only = seats.length === 1 ? seats[0] : undefined;
  return (named ?? only)?.organisationId;
}

/** Somebody of the board by a seat of theirs. Undefined when they have to say which. */
export function speakerOf(viewer: BoardViewer, asked: unknown): BoardActor | undefined {
  const organisationId = seatAsked(viewer, asked);
  if (organisationId === undefined) return undefined;
  return { kind: "board", accountId: viewer.accountId, name: viewer.name, organisationId };
}
