import { instant, milliseconds } from "~/domain/shared/time";
import type { Told } from "~/domain/usability/told";
import { appendLabEvents, readConsent, readEndOfSession } from "~db/queries/lab-record";
import { holdParticipant } from "~db/queries/participants";
import { readStudyVersion } from "~db/queries/studies";
import type { Onedoor } from "../context";
import { notBefore } from "./in-session";
import { keepsTyping } from "./record-pages";

/**
 * Records what a participant's browser tells, as far as they allow it, and as far as it happened in their session: the end may
 * come before all is told. What was told before is not recorded again. False when there is nothing to record any more: all of
 * it is of after the end, or everything was deleted.
 */
export async function recordTold(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  told: Told,
): Promise<boolean> {
  const now = milliseconds(onedoor.clock());
  return onedoor.db.write(async (tx) => {
    const participant = await holdParticipant(tx, townId, participantId);
    if (participant === undefined || participant.state === "asked") return false;
    const end = participant.state === "over" ? await readEndOfSession(tx, townId, participantId) : undefined;
    const inSession = told
      .map(({ id, ago, event }) => ({ id, at: instant(now - Math.round(ago)), event }))
      .filter(({ at }) => end === undefined || milliseconds(at) <= milliseconds(end));
    if (inSession.length === 0) return false;
    const consent = await readConsent(tx, townId, participantId);
    if (!consent?.permissions.has("follow-pages")) return true;
    const { permissions, since } = consent;
    const { studyId, version } = participant;
    const study = permissions.has("keep-typing")
      ? await readStudyVersion(tx, townId, studyId, version)
      : undefined;
    const typingToo = study !== undefined && keepsTyping(study, permissions);
    await appendLabEvents(
      tx,
      townId,
      participantId,
      inSession
        .filter(({ event }) => event.kind !== "typed" || typingToo)
        .map(({ id, at, event }) => ({ id, at: notBefore(since, at), event })),
    );
    return true;
  });
}
