import type { Onedoor } from "~/usecases/context";
import { oneByOne } from "~/usecases/one-by-one";
import { type PostOffice, sendDueMessages } from "~/usecases/send-messages";
import { readBrands } from "~db/queries/brands";

/**
 * One pass over the outbox of every brand. What fails in a brand keeps no other waiting; it is thrown when all the rest
 * is done. Returns how many messages were seen to.
 */
export async function emptyOutbox(onedoor: Onedoor, office: PostOffice): Promise<number> {
  const brands = await readBrands(onedoor.db.kysely);
  const { done, failures } = await oneByOne(
    brands.map(({ id }) => id),
    (id) => sendDueMessages(onedoor, office, id),
  );
  if (failures.length > 0) throw new AggregateError(failures, "Some brands' messages could not be sent");
  return done;
}
