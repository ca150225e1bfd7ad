import { WHOSE_BOX } from "~/domain/usability/whose-box";
import type { Onedoor } from "~/usecases/context";
import { askParticipants } from "~/usecases/lab/ask-participants";
import { makeStudy } from "~/usecases/lab/keep-study";
import { openStudy } from "~/usecases/lab/open-study";
import { findAccount } from "~db/queries/accounts";
import { readStudy } from "~db/queries/studies";

/** The ready study's address in the demonstration's lab. */
export const READY_STUDY = "whose-box";
/** How many are asked already: one of each variant. */
const ASKED = 3;

/** Opens the ready study, so that the lab has something to run on its first day. Nobody has the links: new ones can be made. */
export async function studyWhoseBox(onedoor: Onedoor, brandId: string, issuer: string): Promise<void> {
  const researcher = await findAccount(onedoor.db.kysely, issuer, "ingrid-solberg");
  if (researcher === undefined) throw new Error(`Nobody studies anything in ${brandId}`);
  const by = { accountId: researcher.id, name: researcher.name };
  if ((await readStudy(onedoor.db.kysely, brandId, READY_STUDY)) !== undefined) return;
  await makeStudy(onedoor, brandId, by, { id: READY_STUDY, study: WHOSE_BOX });
  const opened = await openStudy(onedoor, brandId, by, { id: READY_STUDY, seen: 1 });
  if (opened.kind !== "open") throw new Error(`${READY_STUDY} cannot be opened: ${JSON.stringify(opened)}`);
  await askParticipants(onedoor, brandId, by, {
    studyId: READY_STUDY,
    many: ASKED,
    key: onedoor.newId(),
  });
}
