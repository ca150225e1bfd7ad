import { milliseconds } from "~/domain/shared/time";
import type { LabEvent } from "~/domain/usability/log";
import type { Permission, Study } from "~/domain/usability/study";
import type { PageInWorld } from "~/domain/usability/success";
import { makePicturesAnew } from "~db/queries/lab-pictures";
import { appendLabEvents, type ToRecord } from "~db/queries/lab-record";
import { insertSnapshots, type Snapshot } from "~db/queries/lab-snapshots";
import { holdParticipant, readParticipant } from "~db/queries/participants";
import { wordsTypedIn } from "~db/queries/typed-words";
import type { Onedoor } from "../context";
import { readSessionNow } from "./in-session";
import type { LabRecord } from "./records";
import { successSeen } from "./see-success";

/** A page that was sent to a participant in their world. */
export interface PageSent extends PageInWorld {
  /** Its own: what is to be recorded twice is recorded once. */
  readonly id: string;
  readonly townId: string;
  readonly participantId: string;
  readonly worldId: string;
  /** Reads what it said; null of an answer that is no page, as one that leads elsewhere. */
  readonly read: ((picturing: Picturing | null) => Promise<PageRead>) | null;
}

/** What may stand in a page's picture. `typed` is what was typed on other pages, and it may say again. */
export interface Picturing {
  readonly withTyping: boolean;
  readonly typed: readonly string[];
}

/** What the record of a session needs of a page as it was sent. */
export interface PageRead {
  /** Without what was typed. */
  readonly title: string;
  /** The fields that its error summary names, by name where they have one, or else by id. */
  readonly errors: readonly string[];
  /** The page as HTML that does nothing. Null where none was asked for, or more was typed than can be looked for. */
  readonly picture: string | null;
}

/** Whether the words that somebody types are kept: the study asks for it, and they allow it. */
export const keepsTyping = (study: Study, permissions: ReadonlySet<Permission>): boolean =>
  study.keepTyping && permissions.has("keep-typing");

const LONGEST_LABEL = 200;

/** Does a piece of work when nobody waits for anything else. */
type Unhurried = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Records pages of any participants, in one transaction, as far as each of them allows: that a page was seen, its picture,
 * and in any case that a task's success was. What was sent to who agreed to nothing, has finished or is gone is not recorded.
 */
export async function recordPages(
  onedoor: Onedoor,
  pages: readonly PageSent[],
  unhurried: Unhurried = (work) => work(),
): Promise<void> {
  const ofEach = new Map<string, PageSent[]>();
  for (const page of pages) {
    const key = JSON.stringify([page.townId, page.participantId]);
    ofEach.set(key, [...(ofEach.get(key) ?? []), page]);
  }
  const read = new Map<string, PageRead>();
  for (const [key, its] of ofEach) await readPages(onedoor, JSON.parse(key), its, read);
  const write = () =>
    onedoor.db.write(async (tx) => {
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
            const said = read.get(page.id) ?? SAYS_NOTHING;
            const html = permissions.has("keep-pictures") ? said.picture : null;
            events.push({
              id: page.id,
              at: page.at,
              event: eventOf(page, said, html === null ? null : page.id),
            });
            if (html !== null) snapshots.push({ id: page.id, html });
          }
        const reached = await successSeen(onedoor, tx, study, record, its);
        await insertSnapshots(tx, townId, participantId, snapshots);
        await appendLabEvents(tx, townId, participantId, [...events, ...reached]);
        const open = marksWithin(
          record,
          its.filter(({ id }) => snapshots.some((each) => each.id === id)),
        );
        await makePicturesAnew(tx, townId, participantId, open, onedoor.clock());
      }
    });
  await unhurried(write);
}

const SAYS_NOTHING: PageRead = { title: "", errors: [], picture: null };

/** The marks of a record since pages that were not written down when they were set, by id: the page before may be in their picture. */
function marksWithin(record: LabRecord, pages: readonly PageSent[]): readonly string[] {
  const late = pages.filter((page) => !record.some(({ id }) => id === page.id));
  const since = Math.min(...late.map(({ at }) => milliseconds(at)));
  return record
    .filter(({ at, event }) => event.kind === "tagged" && milliseconds(at) >= since)
    .map(({ id }) => id);
}

/** Reads one participant's pages, as far as they may be followed: it takes a while, and holds nobody's row. */
async function readPages(
  onedoor: Onedoor,
  [townId, participantId]: [string, string],
  pages: readonly PageSent[],
  done: Map<string, PageRead>,
): Promise<void> {
  const { kysely } = onedoor.db;
  const participant = await readParticipant(kysely, townId, participantId);
  if (participant?.state !== "taking-part") return;
  const { study, session } = await readSessionNow(onedoor, kysely, townId, participant);
  const { permissions } = session;
  if (!permissions.has("follow-pages")) return;
  const withTyping = keepsTyping(study, permissions);
  const words = new Map<string, readonly string[]>();
  for (const { id, read, worldId } of pages) {
    if (read === null) continue;
    if (!permissions.has("keep-pictures")) {
      done.set(id, await read(null));
      continue;
    }
    const its = withTyping ? [] : (words.get(worldId) ?? (await wordsTypedIn(kysely, worldId)));
    words.set(worldId, its);
    done.set(id, await read({ withTyping, typed: its }));
  }
}

function eventOf(
  { method, pattern, values, status }: PageSent,
  { title, errors }: PageRead,
  snapshot: string | null,
): LabEvent {
  return {
    kind: "page",
    method,
    pattern,
    values,
    status,
    title: title.slice(0, LONGEST_LABEL),
    errors: [...errors],
    snapshot,
  };
}
