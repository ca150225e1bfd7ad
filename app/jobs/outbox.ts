import type { Onedoor } from "~/usecases/context";
import { type PostOffice, sendDueMessages } from "~/usecases/send-messages";
import { readBrands } from "~db/queries/brands";

/**
 * One pass over the outbox of every brand. What fails in a brand keeps no other waiting; it is thrown when all the rest
 * is done. Returns how many messages were seen to.
 */
export async function emptyOutbox(onedoor: Onedoor, office: PostOffice): Promise<number> {
  let seen = 0;
  const failures: unknown[] = [];
  for (const { id } of await readBrands(onedoor.db.kysely)) {
    try {
      seen += await sendDueMessages(onedoor, office, id);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some brands' messages could not be sent");
  return seen;
}
