import { randomBytes, randomUUID } from "node:crypto";
import { referenceFrom } from "~/domain/shared/identifiers";
import { instant } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import type { Log, Onedoor } from "./context";
import { createDirectories } from "./directories";
import { createLabRecords } from "./lab/records";

/** What every use case is given first, on real time and real chance. */
export function createOnedoor(db: Database, log: Log): Onedoor {
  const clock = () => instant(Date.now());
  return {
    db,
    directories: createDirectories(db, { clock }),
    labRecords: createLabRecords(),
    clock,
    newId: randomUUID,
    newReference: () => referenceFrom(randomBytes(8)),
    log,
  };
}
