import { REJECTED_REASONS } from "../routing/types";
import type { Fulfilment } from "./types";

/**
 * Whether a partner kept its word on one fulfilment; null while nobody can say, and for ever where its word was not
 * asked for. It is broken by silence, by cancelling what was accepted, and by care that came to nothing. A refusal in
 * time breaks nothing; nor does a person who was not there, who cancelled, or whom another has now.
 */
export function keptBy({ status, ended }: Pick<Fulfilment, "status" | "ended">): boolean | null {
  if (status === "completed") return true;
  if (ended === null) return null;
  if (ended.reason === "did-not-attend") return true;
  if (status === "failed" || ended.reason === "silent") return false;
  return status === "cancelled" && Object.hasOwn(REJECTED_REASONS, ended.reason) ? false : null;
}
