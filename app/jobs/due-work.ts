import { sealAudit } from "~/usecases/audit";
import type { Onedoor } from "~/usecases/context";
import { forgetExpired } from "~/usecases/forget-expired";
import { handOnLeftWork } from "~/usecases/hand-on-left-work";
import { doneInAll, oneByOne } from "~/usecases/one-by-one";
import { passDeadlines } from "~/usecases/pass-deadline";
import { passProposals } from "~/usecases/pass-proposals";
import { brandsInTime } from "~db/queries/brands";
import { brandsWithDue, type DueKind } from "~db/queries/due-brands";

/**
 * One pass over everything that is due, in every brand. What came due while no process ran is found like anything
 * else: the database is the truth about time. Returns how many deadlines were handled, with the steps of proposals and
 * the work of partners that have left, and how many things that were over were forgotten. What fails in a brand keeps nothing else waiting; it is
 * thrown when all the rest is done.
 */
export async function runDueWork(onedoor: Onedoor): Promise<{ handled: number; forgotten: number }> {
  const { kysely } = onedoor.db;
  const inTime = await brandsInTime(kysely, onedoor.clock());
  const due = async (...kinds: DueKind[]) => {
    const brands = await brandsWithDue(kysely, onedoor.clock(), ...kinds);
    return inTime.filter(({ id }) => brands.has(id));
  };
  // What one finds to do may follow from what the one before it did.
  const passes = [
    await oneByOne(await due("proposal"), ({ id }) => passProposals(onedoor, id)),
    await oneByOne(inTime, (brand) => handOnLeftWork(onedoor, brand)),
    await oneByOne(await due("deadline", "promise"), ({ id }) => passDeadlines(onedoor, id)),
  ];
  await sealAudit(onedoor);
  const forgotten = await forgetExpired(onedoor);
  return { handled: doneInAll(passes, "Some brands' deadlines could not be looked at"), forgotten };
}
