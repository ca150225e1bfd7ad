import { sealAudit } from "~/usecases/audit";
import type { Onedoor } from "~/usecases/context";
import { forgetExpired } from "~/usecases/forget-expired";
import { handOnLeftWork } from "~/usecases/hand-on-left-work";
import { oneByOne } from "~/usecases/one-by-one";
import { passDeadlines } from "~/usecases/pass-deadline";
import { passProposals } from "~/usecases/pass-proposals";
import { brandsInTime } from "~db/queries/brands";

/**
 * One pass over everything that is due, in every brand. What came due while no process ran is found like anything
 * else: the database is the truth about time. Returns how many deadlines were handled, with the steps of proposals and
 * the work of partners that have left, and how many things that were over were forgotten. What fails in a brand keeps nothing else waiting; it is
 * thrown when all the rest is done.
 */
export async function runDueWork(onedoor: Onedoor): Promise<{ handled: number; forgotten: number }> {
  const { done: handled, failures } = await oneByOne(
    await brandsInTime(onedoor.db.kysely),
    ...[passProposals, handOnLeftWork, passDeadlines].map((work) => (id: string) => work(onedoor, id)),
  );
  await sealAudit(onedoor);
  const forgotten = await forgetExpired(onedoor);
  if (failures.length > 0)
    throw new AggregateError(failures, "Some brands' deadlines could not be looked at");
  return { handled, forgotten };
}
