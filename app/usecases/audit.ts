import { createHash } from "node:crypto";
import type { Actor } from "~/domain/fulfilment/types";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Database, Tx } from "~db/connect";
import {
  type AuditEntry,
  type AuditRow,
  chainAfter,
  chainHead,
  insertAudit,
  seal,
  unsealed,
} from "~db/queries/audit";
import { brandsToSeal } from "~db/queries/due-brands";
import { type EventRow, eventRowsAfter } from "~db/queries/events";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/** Who reads a person's record: whoever may command, and whoever runs the installation. */
export type Reading = Actor | { readonly kind: "operator"; readonly name: string };

/** A member of a brand's board. */
export interface OfTheBoard {
  readonly kind: "board";
  readonly accountId: string;
  readonly name: string;
}

/** What the members of a brand decided, which the clock carries out: it needs no one person's leave. */
export interface Decision {
  readonly kind: "decision";
  readonly proposalId: string;
}

/** What was looked at: one request by its id, or a list of them. */
export interface Read {
  readonly who: Reading;
  readonly action: "opened" | "listed" | "exported";
  /** A request's id, or an organisation's for a list or an export. */
  readonly subject: string;
  readonly detail?: unknown;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** An event as an entry vouches for it: its number, and a digest of the whole row. */
interface Vouched {
  readonly seq: number;
  readonly digest: string;
}
const vouchFor = (row: EventRow): Vouched => ({ seq: row.seq, digest: sha256(toJson(row)) });

/** What was done to one request in one go, by whom, with every event of it as it was written. */
export interface Change {
  readonly actor: Reading | OfTheBoard;
  readonly requestId: string;
  readonly at: Instant;
  readonly events: readonly EventRow[];
}

/** Writes down, in the transaction that makes them, what was changed. What had no event is no change. */
export async function auditChanges(tx: Tx, brandId: string, changes: readonly Change[]): Promise<void> {
  await insertAudit(
    tx,
    brandId,
    changes
      .filter(({ events }) => events.length > 0)
      .map(({ actor, requestId, at, events }) => ({
        at,
        actor: toJson(actor),
        action: "changed",
        subject: requestId,
        body: toJson({ events: events.map(vouchFor) }),
      })),
  );
}

interface Waiting {
  readonly brandId: string;
  readonly read: Read;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Reads that are written down together: who looks waits for the disk, and many who look wait for it once. */
const queues = new WeakMap<Database, Waiting[]>();

/** Writes down that somebody looked at a person's record; it is kept when this resolves. Show nothing before. */
export function auditRead(onedoor: Onedoor, brandId: string, read: Read): Promise<void> {
  return new Promise((done, failed) => {
    const waiting: Waiting = { brandId, read, done, failed };
    const queue = queues.get(onedoor.db);
    if (queue) queue.push(waiting);
    else {
      queues.set(onedoor.db, [waiting]);
      void writeTogether(onedoor);
    }
  });
}

async function writeTogether(onedoor: Onedoor): Promise<void> {
  for (;;) {
    const batch = queues.get(onedoor.db)?.splice(0) ?? [];
    if (batch.length === 0) break;
    try {
      await onedoor.db.write(async (tx) => {
        const entries = new Map<string, AuditEntry[]>();
        for (const { brandId, read } of batch) {
          const at = await brandNow(onedoor, brandId, tx);
          entries.set(brandId, [...(entries.get(brandId) ?? []), entryOf(read, at)]);
        }
        for (const [brandId, list] of entries) await insertAudit(tx, brandId, list);
      });
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
  queues.delete(onedoor.db);
}

const entryOf = ({ who, action, subject, detail }: Read, at: Instant): AuditEntry => ({
  at,
  actor: toJson(who),
  action,
  subject,
  body: toJson(detail ?? {}),
});

const SEALED_AT_ONCE = 500;
/** What the first link hangs on. */
const START = "onedoor";

const hashOf = (before: string, brandId: string, position: number, row: AuditRow): string => {
  const { seq, at, actor, action, subject, body } = row;
  return sha256(`${before}\n${toJson({ brandId, position, seq, at, actor, action, subject, body })}`);
};

/**
 * Puts the entries that are in no chain yet at the end of their brand's: each carries the hash of the one before, so
 * that none can be changed, removed or put between without it showing. It is done apart from the writing, for one chain
 * that every writer waited for would be as slow as one writer. Several processes may do it at once. Returns how many.
 */
export async function sealAudit(onedoor: Onedoor): Promise<number> {
  let sealed = 0;
  for (const id of await brandsToSeal(onedoor.db.kysely)) {
    do {
      sealed += await onedoor.db.write(async (tx) => {
        const head = (await chainHead(tx, id)) ?? { position: 0, hash: START };
        let { position, hash } = head;
        const rows = await unsealed(tx, id, SEALED_AT_ONCE);
        for (const row of rows) {
          position += 1;
          hash = hashOf(hash, id, position, row);
          await seal(tx, id, { seq: row.seq, position, hash });
        }
        return rows.length;
      });
    } while (await anyUnsealed(onedoor, id));
  }
  return sealed;
}

const anyUnsealed = async ({ db }: Onedoor, brandId: string): Promise<boolean> =>
  (await unsealed(db.kysely, brandId, 1)).length > 0;

/** What checking a brand's chain found. `head` is worth writing down elsewhere: it vouches for all before it. */
export interface Verified {
  readonly entries: number;
  readonly events: number;
  /** Entries that are in no chain yet. */
  readonly unsealed: number;
  readonly head: string;
  /** In words, the first of each kind; empty when all is as it was written. */
  readonly faults: readonly string[];
}

const PAGE = 1_000;
const FAULTS_TOLD = 20;

/**
 * Goes through a brand's whole chain, and through every event, which must be vouched for by one entry each. `earlier`
 * is the head that a check printed before: it must be a link of the chain, or the chain was written anew.
 */
export async function verifyAudit({ db }: Onedoor, brandId: string, earlier?: string): Promise<Verified> {
  const faults: string[] = [];
  const tell = (fault: string) => {
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  };
  const vouched = new Map<number, string>();
  const vouch = (row: AuditRow) => {
    if (row.action !== "changed") return;
    for (const { seq, digest } of (JSON.parse(row.body) as { events: Vouched[] }).events) {
      if (vouched.has(seq)) tell(`Event ${seq} is vouched for twice`);
      vouched.set(seq, digest);
    }
  };

  let hash = START;
  let position = 0;
  let hasEarlier = earlier === undefined;
  for (;;) {
    const page = await chainAfter(db.kysely, brandId, position, PAGE);
    for (const row of page) {
      if (row.position !== position + 1) tell(`Entries ${position + 1} to ${row.position - 1} are missing`);
      const expected = hashOf(hash, brandId, row.position, row);
      if (row.hash !== expected) tell(`Entry ${row.position} is not as it was written`);
      ({ hash, position } = row);
      hasEarlier ||= hash === earlier;
      vouch(row);
    }
    if (page.length < PAGE) break;
  }
  if (!hasEarlier) tell("The head that was written down before is in the chain no more");
  const rest = await unsealed(db.kysely, brandId, Number.MAX_SAFE_INTEGER);
  rest.forEach(vouch);

  let events = 0;
  let after = 0;
  for (;;) {
    const page = await eventRowsAfter(db.kysely, brandId, after, PAGE);
    for (const row of page) {
      const { seq, digest } = vouchFor(row);
      const written = vouched.get(seq);
      if (written === undefined) tell(`Event ${seq} is vouched for by no entry`);
      else if (written !== digest) tell(`Event ${seq} is not as it was written`);
      vouched.delete(seq);
      events += 1;
      after = seq;
    }
    if (page.length < PAGE) break;
  }
  for (const seq of vouched.keys()) tell(`Event ${seq} is gone`);
  return { entries: position + rest.length, events, unsealed: rest.length, head: hash, faults };
}
