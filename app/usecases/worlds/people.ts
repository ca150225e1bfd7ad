import { may } from "~/domain/access/may";
import { readColleagues } from "~db/queries/colleagues";
import { readPerson } from "~db/queries/people";
import { requestsOf } from "~db/queries/requests";
import type { Onedoor } from "../context";
import type { PartnerActor } from "../respond-to-fulfilment";
import type { Player } from "./ask";

/** A person as a world knows them. Throws when it does not: whatever is about them is then not of this town. */
export async function playerOf({ db }: Onedoor, worldId: string, personId: string): Promise<Player> {
  const found = await readPerson(db.kysely, worldId, personId);
  if (found?.accountId == null) throw new Error(`${worldId} knows nobody called ${personId} who can sign in`);
  return { ...found, accountId: found.accountId };
}

/** Somebody at an organisation of the world who may answer for it; undefined when nobody may. */
export async function findWorker(
  { db }: Onedoor,
  worldId: string,
  organisationId: string,
): Promise<PartnerActor | undefined> {
  const colleagues = await readColleagues(db.kysely, worldId, organisationId);
  const worker = colleagues.find(
    ({ role }) =>
      role !== null &&
      may(
        { memberships: [{ organisationId, role }], brandRoles: [], answersFor: [] },
        "answer",
        organisationId,
      ),
  );
  if (worker === undefined) return undefined;
  return { kind: "partner", organisationId, accountId: worker.accountId, name: worker.name };
}

/** The same. Throws when nobody may. */
export async function workerOf(
  onedoor: Onedoor,
  worldId: string,
  organisationId: string,
): Promise<PartnerActor> {
  const worker = await findWorker(onedoor, worldId, organisationId);
  if (worker === undefined) throw new Error(`Nobody may answer for ${organisationId} in ${worldId}`);
  return worker;
}

/** The reference of what the player asked for last; undefined before they have. */
export async function referenceOf(
  { db }: Onedoor,
  worldId: string,
  { accountId }: Player,
): Promise<string | undefined> {
  const { items } = await requestsOf(db.kysely, worldId, accountId);
  return items[0]?.reference;
}
