import type { Instant } from "../shared/time";
import type { Fulfilment, Owner, Part } from "./types";

/** The people of the brand itself, who look after what no partner and no patient has. */
export const DESK_OWNERS = ["desk", "manager"] as const satisfies readonly Owner["kind"][];

/** Whether a part is the front desk's own work: open, and its own or its manager's. One that waits can be acted on too. */
export const isWithDesk = ({ status, owner }: Pick<Part, "status" | "owner">): boolean =>
  status === "open" && (DESK_OWNERS as readonly string[]).includes(owner.kind);

/**
 * Whether the front desk may look at a part: its own work, what is over and may be opened again, and what waits for an
 * answer that the person may give on the telephone. What a partner has is the partner's.
 */
export const isOpenToDesk = (part: Part, fulfilments: readonly Fulfilment[]): boolean =>
  isWithDesk(part) ||
  part.status !== "open" ||
  (part.owner.kind === "patient" && fulfilments.at(-1)?.status === "on-hold");

/** Whether the front desk rings the person about a part: what it may look at, and what a promise at risk is of. */
export const mayRingAbout = (part: Part, fulfilments: readonly Fulfilment[], now: Instant): boolean =>
  isOpenToDesk(part, fulfilments) ||
  (part.status === "open" && part.promise.settled === null && part.promise.warnAt <= now);
