import { holdManagers, readColleagues, removeMembership } from "~db/queries/colleagues";
import { asManager } from "./as-manager";
import { isLast, type PeopleChanged } from "./change-role";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";

/** Takes a colleague off the actor's organisation. What they did stays written down as theirs. */
export const removeColleague = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  accountId: string,
): Promise<PeopleChanged> =>
  asManager<PeopleChanged>(onedoor, brandId, actor, async ({ tx, note }) => {
    const { organisationId } = actor;
    const managers = await holdManagers(tx, brandId, organisationId);
    const before = (await readColleagues(tx, brandId, organisationId)).find(
      (colleague) => colleague.accountId === accountId,
    );
    if (before === undefined) return { kind: "not-found" };
    if (isLast(managers, accountId)) return { kind: "last-manager" };
    await removeMembership(tx, brandId, { organisationId, accountId });
    await note("removed", { accountId, role: before.role });
    return { kind: "done" };
  });
