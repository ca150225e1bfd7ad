import { randomUUID } from "node:crypto";
import type { Onedoor } from "~/usecases/context";
import { createDirectories } from "~/usecases/directories";
import { createLabRecords } from "~/usecases/lab/records";
import { loadArea } from "~/usecases/load-area";
import type { Database } from "~db/connect";
import { BRISTOL } from "~seeds/areas/bristol";
import { PUBLISHED } from "./published";

/** Loads the published files of Bristol into a database, as the command line does. */
export async function loadBristol(db: Database): Promise<Onedoor> {
  const clock = () => new Date().toISOString();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const directories = createDirectories(db, { clock });
  const onedoor = {
    db,
    directories,
    labRecords: createLabRecords(),
    clock,
    newId: randomUUID,
    newReference: () => "K7PM-3QXR",
    log,
  };
  const watch = { started: () => {}, rows: () => {}, written: () => {} };
  const { kind } = await loadArea(onedoor, BRISTOL, { folder: PUBLISHED, watch });
  if (kind !== "loaded") throw new Error(`The published files were not loaded: ${kind}`);
  return onedoor;
}
