import { may } from "~/domain/access/may";
import { rolesOf } from "~/domain/access/roles";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { readMemberships } from "~db/queries/accounts";
import { insertAudit } from "~db/queries/audit";
import type { ByManager } from "./change-directory";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";
import { brandNow } from "./setting";
import type { DeskActor } from "./work-at-desk";

/** What was done about an organisation's people, as its audit says it. */
export type AboutPeople = "invited" | "invitation-withdrawn" | "joined" | "role-changed" | "removed";

/** One transaction of somebody who keeps an organisation's people. */
export interface Keeping {
  readonly tx: Tx;
  readonly now: Instant;
  /** Writes down what was done, in the transaction that does it. */
  note(action: AboutPeople, detail: object): Promise<void>;
}

export type NotManager = { readonly kind: "not-manager" };

/** Does something with an organisation's people, for whoever may as the transaction sees them. */
export const asManager = <Result>(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  work: (keeping: Keeping) => Promise<Result>,
): Promise<Result | NotManager> =>
  onedoor.db.write<Result | NotManager>(async (tx) => {
    const roles = rolesOf(await readMemberships(tx, brandId, actor.accountId));
    if (!may({ ...roles, answersFor: [] }, "keep-people", actor.organisationId))
      return { kind: "not-manager" };
    return work(await keeping(onedoor, brandId, actor, actor.organisationId, tx));
  });

/** The same for whoever runs the front door, who may begin an organisation's list of people. */
export const asBrandManager = <Result>(
  onedoor: Onedoor,
  brandId: string,
  { who }: ByManager,
  organisationId: string,
  work: (keeping: Keeping) => Promise<Result>,
): Promise<Result | NotManager> =>
  onedoor.db.write<Result | NotManager>(async (tx) => {
    const roles = rolesOf(await readMemberships(tx, brandId, who.accountId));
    if (!may({ ...roles, answersFor: [] }, "run-front-door")) return { kind: "not-manager" };
    return work(await keeping(onedoor, brandId, who, organisationId, tx));
  });

/** The same for somebody who needs no leave for it: what they are asked to do themselves. */
export async function keeping(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor | DeskActor,
  organisationId: string,
  tx: Tx,
): Promise<Keeping> {
  const now = await brandNow(onedoor, brandId, tx);
  return {
    tx,
    now,
    note: (action, detail) =>
      insertAudit(tx, brandId, [
        { at: now, actor: toJson(actor), action, subject: organisationId, body: toJson(detail) },
      ]),
  };
}
