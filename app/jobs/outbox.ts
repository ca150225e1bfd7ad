import type { Onedoor } from "~/usecases/context";
import { doneInAll, oneByOne } from "~/usecases/one-by-one";
import { type PostOffice, sendDueMessages } from "~/usecases/send-messages";
import { brandsWithDue } from "~db/queries/due-brands";

/**
 * One pass over the outbox of every brand. What fails in a brand keeps no other waiting; it is thrown when all the rest
 * is done. Returns how many messages were seen to.
 */
export async function emptyOutbox(onedoor: Onedoor, office: PostOffice): Promise<number> {
  const brands = await brandsWithDue(onedoor.db.kysely, onedoor.clock(), "message");
  const pass = await oneByOne([...brands], (id) => sendDueMessages(onedoor, office, id));
  return doneInAll([pass], "Some brands' messages could not be sent");
}
