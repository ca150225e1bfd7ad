import type { Directory } from "~/domain/directory/directory";
import type { Overlay } from "~/domain/directory/types";
import type { Instant } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import type { LabRecords } from "./lab/records";

/** What every use case is given first. The server, the jobs, the command line and the tests each make one. */
export interface Onedoor {
  readonly db: Database;
  readonly directories: Directories;
  readonly labRecords: LabRecords;
  /** Real time. A brand's own now is `brandNow(onedoor, brandId)`. */
  readonly clock: () => Instant;
  /** A new identifier, unguessable. */
  readonly newId: () => string;
  /** A new reference, as printed: "K7PM-3QXR". */
  readonly newReference: () => string;
  readonly log: Log;
}

/** Current directories, kept in memory and rebuilt when their version in the database has moved on. */
export interface Directories {
  /** Throws UnknownBrand when there is no such brand. Whoever has just read its `version` says so: it is not read again. */
  current(brandId: string, version?: number): Promise<Directory>;
  /** What moves by the minute, read again when older than a second. */
  overlay(brandId: string): Promise<Overlay>;
  /** Reads a directory again now, and its overlay when next asked; every other process does within a second. */
  refresh(brandId: string): Promise<void>;
  /** Keeps nothing more of a brand that is gone. */
  forget(brandId: string): void;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
