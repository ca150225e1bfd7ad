import type { OrganisationRole } from "~/domain/access/roles";
import { holdManagers, readColleagues, setRole } from "~db/queries/colleagues";
import { asManager, type NotManager } from "./as-manager";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";

export type PeopleChanged =
  | { readonly kind: "done" | "not-found" }
  /** Nobody would be left to keep the organisation's people. */
  | { readonly kind: "last-manager" }
  | NotManager;

/** Gives a colleague at the actor's organisation another role. It counts from their next page on. */
export const changeRole = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { accountId, role }: { readonly accountId: string; readonly role: OrganisationRole },
): Promise<PeopleChanged> =>
  asManager<PeopleChanged>(onedoor, brandId, actor, async ({ tx, note }) => {
    const { organisationId } = actor;
    const managers = await holdManagers(tx, brandId, organisationId);
    const before = (await readColleagues(tx, brandId, organisationId)).find(
      (colleague) => colleague.accountId === accountId,
    );
    if (before === undefined) return { kind: "not-found" };
    if (before.role === role) return { kind: "done" };
    if (isLast(managers, accountId)) return { kind: "last-manager" };
    await setRole(tx, brandId, { organisationId, accountId, role });
    await note("role-changed", { accountId, from: before.role, to: role });
    return { kind: "done" };
  });

/** Whether nobody but this account manages an organisation. */
export const isLast = (managers: readonly string[], accountId: string): boolean =>
  managers.length === 1 && managers[0] === accountId;
