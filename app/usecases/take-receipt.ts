import { type DeliveryNews, deliveryNamed } from "~/domain/messages/delivery";
import { UnknownBrand } from "~db/queries/directory";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";
import { settleDelivery } from "./settle-delivery";

/**
 * Takes what a provider's receipt says of a delivery, by the reference that it was given. `unknown` is said of a
 * reference that is none of ours; the same receipt twice changes nothing the second time.
 */
export async function takeReceipt(
  onedoor: Onedoor,
  { reference, news }: { readonly reference: string; readonly news: DeliveryNews },
): Promise<"taken" | "nothing-new" | "unknown"> {
  const name = deliveryNamed(reference);
  if (name === undefined) return "unknown";
  try {
    return await onedoor.db.write(async (tx) => {
      const now = await brandNow(onedoor, name.brandId, tx);
      return (await settleDelivery(tx, name, { news, attempt: null, now })) ? "taken" : "nothing-new";
    });
  } catch (error) {
    if (error instanceof UnknownBrand) return "unknown";
    throw error;
  }
}
