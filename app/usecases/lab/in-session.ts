import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import type { LabEvent } from "~/domain/usability/log";
import { type Session, sessionOf } from "~/domain/usability/session";
import type { Study } from "~/domain/usability/study";
import type { Reader, Tx } from "~db/connect";
import { appendLabEvents, type ToRecord } from "~db/queries/lab-record";
import { endLabWorlds, IN_USE } from "~db/queries/lab-worlds";
import { holdParticipant, type Participant, updateParticipant } from "~db/queries/participants";
import { readStudyVersion } from "~db/queries/studies";
import type { Onedoor } from "../context";
import type { LabRecord } from "./records";
import { successSeen } from "./see-success";

/** Somebody's session as it stands. */
export interface InSession {
  readonly participant: Participant;
  readonly study: Study;
  readonly session: Session;
}

const DAY_MS = 86_400_000;

/** How a participant's session stands now. */
export async function readSessionNow(
  { clock, labRecords }: Pick<Onedoor, "clock" | "labRecords">,
  reader: Reader,
  townId: string,
  participant: Participant,
): Promise<InSession & { readonly record: LabRecord }> {
  const study = await studyOf(reader, townId, participant);
  const record = await labRecords.of(reader, townId, participant);
  return { participant, study, session: sessionOf(study, record, clock()), record };
}

async function studyOf(reader: Reader, townId: string, { studyId, version }: Participant): Promise<Study> {
  const study = await readStudyVersion(reader, townId, studyId, version);
  if (study === undefined) throw new Error(`There is no version ${version} of the study ${studyId}`);
  return study;
}

/** When somebody agreed to take part; undefined before they did. */
const agreedAt = (record: LabRecord): Instant | undefined =>
  record.find(({ event }) => event.kind === "consented")?.at;

/** What is told late happened in the session, whatever is told. */
export const notBefore = (agreed: Instant | undefined, at: Instant): Instant =>
  agreed !== undefined && milliseconds(at) < milliseconds(agreed) ? agreed : at;

/** How a session stands, once it has been seen whether the task that is under way has come to its success. */
async function withSuccess(onedoor: Onedoor, tx: Tx, townId: string, participant: Participant) {
  const now = await readSessionNow(onedoor, tx, townId, participant);
  if (now.session.standing.at !== "task") return now;
  const reached = await successSeen(onedoor, tx, now.study, now.record);
  if (reached.length === 0) return now;
  await appendLabEvents(tx, townId, participant.id, reached);
  return readSessionNow(onedoor, tx, townId, participant);
}

/**
 * What happens next in a session, as it stands when nobody else does anything about it: `next` says what is recorded, nothing
 * when the session has gone on meanwhile; `also` is done with it, or not at all. Whoever asks may give it a `key`: what is
 * asked again under it is not done again. A session that is over by it has an end: its worlds go, and everything of its
 * participant is deleted so many days later as the study says. Undefined when everything was deleted already.
 */
export async function goOn(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  next: (now: InSession) => readonly LabEvent[],
  also: (tx: Tx, after: InSession) => Promise<void> = async () => {},
  { key, at: happened }: { readonly key?: string; readonly at?: Instant } = {},
): Promise<InSession | undefined> {
  return onedoor.db.write(async (tx) => {
    const participant = await holdParticipant(tx, townId, participantId);
    if (participant === undefined) return undefined;
    const at = onedoor.clock();
    const { record, ...before } = await withSuccess(onedoor, tx, townId, participant);
    const append = (events: readonly ToRecord[]) => appendLabEvents(tx, townId, participantId, events);
    const tell = (event: LabEvent) => append([{ id: onedoor.newId(), at, event }]);
    if (key !== undefined && record.some(({ id }) => id === key)) return before;
    const events = next(before);
    if (events.length === 0) return before;
    await append(
      events.map((event, place) => ({
        id: (place === 0 ? key : undefined) ?? onedoor.newId(),
        at: happened === undefined ? at : notBefore(agreedAt(record), happened),
        event,
      })),
    );
    const { record: _, ...after } = await readSessionNow(onedoor, tx, townId, participant);
    await also(tx, after);
    const { standing } = after.session;
    if (standing.at === "task-shown" && before.session.standing.at !== "task-shown")
      await tell({ kind: "task-shown", task: standing.task });
    if (standing.at !== "over" || participant.state === "over") return after;
    if (standing.how === "finished") await tell({ kind: "finished" });
    await endLabWorlds(tx, townId, participantId, IN_USE, at);
    await updateParticipant(tx, townId, participantId, {
      state: "over",
      deleteAfter: instant(milliseconds(at) + after.study.keepDays * DAY_MS),
    });
    return after;
  });
}
