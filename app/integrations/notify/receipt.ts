import { z } from "zod";
import type { DeliveryNews } from "~/domain/messages/delivery";

/** A delivery receipt as GOV.UK Notify posts it, as far as we need it. */
const Receipt = z.object({
  id: z.string().min(1).max(100),
  /** Null for what was sent without one, which is not ours. */
  reference: z.string().max(200).nullable(),
  status: z.enum(["delivered", "permanent-failure", "temporary-failure", "technical-failure"]),
});

export type ReadReceipt =
  | { readonly kind: "read"; readonly reference: string; readonly news: DeliveryNews }
  | { readonly kind: "bad"; readonly why: string };

/**
 * Reads a receipt. By the time that Notify says `temporary-failure` it has tried for three days, so that is for ever;
 * `technical-failure` is its own, and the message may be sent again.
 */
export function readReceipt(body: unknown): ReadReceipt {
  const parsed = Receipt.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      kind: "bad",
      why: `${issue?.path.join(".") || "The receipt"}: ${issue?.message ?? "not readable"}`,
    };
  }
  const { id, reference, status } = parsed.data;
  return { kind: "read", reference: reference ?? "", news: newsOf(status, id) };
}

function newsOf(status: z.infer<typeof Receipt>["status"], providerId: string): DeliveryNews {
  switch (status) {
    case "delivered":
      return { kind: "arrived", providerId };
    case "permanent-failure":
    case "temporary-failure":
      return { kind: "refused", why: status };
    case "technical-failure":
      return { kind: "later", why: status };
    default:
      return status satisfies never;
  }
}
