import type { LabEvent } from "~/domain/usability/log";
import type { Permission, Study } from "~/domain/usability/study";
import type { PageInWorld } from "~/domain/usability/success";
import { appendLabEvents, type ToRecord } from "~db/queries/lab-record";
import { insertSnapshots, type Snapshot } from "~db/queries/lab-snapshots";
import { holdParticipant } from "~db/queries/participants";
import type { Onedoor } from "../context";
import { readSessionNow } from "./in-session";
import { successSeen } from "./see-success";

/** A page that was sent to a participant in their world. */
export interface PageSent extends PageInWorld {
  /** Its own: what is to be recorded twice is recorded once. */
  readonly id: string;
  readonly townId: string;
  readonly participantId: string;
  readonly worldId: string;
  /** What it said; null of an answer that is no page, as one that leads elsewhere. */
  readonly said: {
    readonly title: string;
    readonly errors: readonly string[];
    /** The page as it was sent, with or without what was typed. */
    readonly picture: (withTyping: boolean) => string;
  } | null;
}

/** Whether the words that somebody types are kept: the study asks for it, and they allow it. */
export const keepsTyping = (study: Study, permissions: ReadonlySet<Permission>): boolean =>
  study.keepTyping && permissions.has("keep-typing");

const LONGEST_LABEL = 200;

/**
 * Records pages of any participants, in one transaction, as far as each of them allows: that a page was seen, its picture,
 * and in any case that a task's success was. What was sent to who agreed to nothing, has finished or is gone is not recorded.
 */
export async function recordPages(onedoor: Onedoor, pages: readonly PageSent[]): Promise<void> {
  const ofEach = new Map<string, PageSent[]>();
  for (const page of pages) {
    const key = JSON.stringify([page.townId, page.participantId]);
    ofEach.set(key, [...(ofEach.get(key) ?? []), page]);
  }
  await onedoor.db.write(async (tx) => {
    // All in one order, so that no two of these wait for each other.
    for (const [key, its] of [...ofEach].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const [townId, participantId] = JSON.parse(key) as [string, string];
      const participant = await holdParticipant(tx, townId, participantId);
      if (participant?.state !== "taking-part") continue;
      const { study, session, record } = await readSessionNow(onedoor, tx, townId, participant);
      const { permissions } = session;
      const events: ToRecord[] = [];
      const snapshots: Snapshot[] = [];
      if (permissions.has("follow-pages"))
        for (const page of its) {
          const snapshot = page.said !== null && permissions.has("keep-pictures") ? page.id : null;
          events.push({ id: page.id, at: page.at, event: eventOf(page, snapshot) });
          if (snapshot !== null)
            snapshots.push({ id: snapshot, html: page.said?.picture(keepsTyping(study, permissions)) ?? "" });
        }
      const reached = await successSeen(onedoor, tx, study, record, its);
      await insertSnapshots(tx, townId, participantId, snapshots);
      await appendLabEvents(tx, townId, participantId, [...events, ...reached]);
    }
  });
}

function eventOf({ method, pattern, values, status, said }: PageSent, snapshot: string | null): LabEvent {
  return {
    kind: "page",
    method,
    pattern,
    values,
    status,
    title: (said?.title ?? "").slice(0, LONGEST_LABEL),
    errors: [...(said?.errors ?? [])],
    snapshot,
  };
}
