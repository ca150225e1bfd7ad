import { randomBytes, randomUUID } from "node:crypto";
import { referenceFrom } from "~/domain/shared/identifiers";
import type { Instant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { createDirectories } from "~/usecases/directories";
import { createLabRecords } from "~/usecases/lab/records";
import type { Database } from "~db/connect";

/** What a process of ours works with: names that no other process makes, and a clock that stands still. */
export function onedoorAt(now: Instant, db: Database): Onedoor {
  const clock = () => now;
  return {
    db,
    directories: createDirectories(db, { clock }),
    labRecords: createLabRecords(),
    clock,
    newId: randomUUID,
    newReference: () => referenceFrom(randomBytes(7)),
    log: { info: () => {}, warn: () => {}, error: (fields) => console.error(fields) },
  };
}
