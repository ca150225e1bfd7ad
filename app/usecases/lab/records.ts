import type { Reader } from "~db/connect";
import { readLabRecord } from "~db/queries/lab-record";
import type { Participant } from "~db/queries/participants";

/** What is recorded of a participant, in its order. */
export type LabRecord = Awaited<ReturnType<typeof readLabRecord>>;

/**
 * What is recorded of the sessions that are under way, kept in memory and read on from where it was: a record is only added
 * to, and by one at a time (`holdParticipant`), so what was read of it stays as it is, whichever process adds to it.
 */
export interface LabRecords {
  /** Everything that is recorded, as the reader sees it; an open transaction its own entries too, which nobody else is told of. */
  of(reader: Reader, townId: string, participant: Whose): Promise<LabRecord>;
  /** Keeps nothing more of a participant. */
  forget(townId: string, participantId: string): void;
}

/** A code may be another's once everything of somebody was deleted, so it says when it was given too. */
type Whose = Pick<Participant, "id" | "madeAt">;

/** Some hundred sessions of an hour. */
const MOST_EVENTS = 100_000;
/** A session that nobody has asked for is read anew: what was deleted by another process is in no memory for longer than two of these. */
const UNUSED_MS = 60_000;

interface Kept {
  record: LabRecord;
  usedAt: number;
}

/** `elapsed` is milliseconds that only go forward. */
export function createLabRecords({
  elapsed = () => performance.now(),
  most = MOST_EVENTS,
}: {
  readonly elapsed?: () => number;
  readonly most?: number;
} = {}): LabRecords {
  /** The one that was used longest ago first. */
  const kept = new Map<string, Kept>();
  let tidies = false;
  let forgotten = 0;

  const total = () => [...kept.values()].reduce((sum, { record }) => sum + record.length, 0);

  function tidy() {
    tidies = false;
    for (const [key, { usedAt }] of kept) if (elapsed() - usedAt >= UNUSED_MS) kept.delete(key);
    if (kept.size > 0) later();
  }

  function later() {
    if (tidies) return;
    tidies = true;
    setTimeout(tidy, UNUSED_MS).unref();
  }

  function keep(key: string, record: LabRecord) {
    kept.delete(key);
    kept.set(key, { record, usedAt: elapsed() });
    for (let over = total() - most; over > 0 && kept.size > 1; ) {
      const [oldest] = kept.keys();
      if (oldest === undefined) break;
      over -= kept.get(oldest)?.record.length ?? 0;
      kept.delete(oldest);
    }
    later();
  }

  return {
    async of(reader, townId, { id, madeAt }) {
      const key = JSON.stringify([townId, id, madeAt]);
      const before = kept.get(key);
      const forgottenBefore = forgotten;
      const fresh = await readLabRecord(reader, townId, id, before?.record.at(-1)?.seq ?? 0);
      const record =
        before === undefined ? fresh : fresh.length === 0 ? before.record : [...before.record, ...fresh];
      // What a transaction adds may come to nothing; and what was forgotten while it was read is not kept again.
      if (!reader.isTransaction && forgotten === forgottenBefore) keep(key, record);
      return record;
    },
    forget(townId, participantId) {
      forgotten += 1;
      const start = JSON.stringify([townId, participantId]).slice(0, -1);
      for (const key of kept.keys()) if (key.startsWith(`${start},`)) kept.delete(key);
    },
  };
}
