import { setTimeout } from "node:timers/promises";
import { instant, milliseconds } from "~/domain/shared/time";
import type { LabEvent, TaskEnd } from "~/domain/usability/log";
import { limitMs } from "~/domain/usability/session";
import { CONSENT_WORDS, type Permission, type Study } from "~/domain/usability/study";
import { openLabWorld } from "~db/queries/lab-worlds";
import { holdParticipant, participantBy, updateParticipant } from "~db/queries/participants";
import { readStudy } from "~db/queries/studies";
import type { Onedoor } from "../context";
import { hashOfCode } from "../invite-colleague";
import { goOn, type InSession, readSessionNow } from "./in-session";
import { type WorldFor, worldFor } from "./worlds";
import type { Whose } from "./worlds-ahead";

const DAY_MS = 86_400_000;

/** What a link leads to: nothing, a study that is closed or a session that is over, or a session as it stands. */
export type Linked =
  | { readonly kind: "unknown" }
  | { readonly kind: "closed" }
  | { readonly kind: "over" }
  | ({ readonly kind: "asked" } & InSession)
  | ({ readonly kind: "taking-part" } & InSession);

export async function openLabLink(onedoor: Onedoor, townId: string, link: string): Promise<Linked> {
  const { kysely } = onedoor.db;
  const participant = await participantBy(kysely, townId, "link_hash", hashOfCode(link));
  if (participant === undefined) return { kind: "unknown" };
  if (participant.state === "over") return { kind: "over" };
  const study = await readStudy(kysely, townId, participant.studyId);
  if (participant.state === "asked" && study?.state !== "open") return { kind: "closed" };
  const now = await readSessionNow(onedoor, kysely, townId, participant);
  return participant.state === "asked" ? { kind: "asked", ...now } : { kind: "taking-part", ...now };
}

/** Made of two references: 67 bits that nobody can guess, and that can be written down and read out. */
const newWithdrawCode = ({ newReference }: Onedoor): string => `${newReference()}-${newReference()}`;

/** However it is written. */
const hashOfWithdrawCode = (code: string): string => hashOfCode(code.toUpperCase().replace(/[^0-9A-Z]/g, ""));

/**
 * Somebody agrees to take part, by their link, and has the session in this browser from here on. The code by which they can
 * withdraw is told here and never again. Null when they had agreed already, or cannot any more.
 */
export async function agree(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  { permissions, holder }: { readonly permissions: readonly Permission[]; readonly holder: string },
): Promise<{ readonly withdrawCode: string } | null> {
  const withdrawCode = newWithdrawCode(onedoor);
  let agreed = false;
  await goOn(
    onedoor,
    townId,
    participantId,
    ({ participant, session }) => {
      agreed = participant.state === "asked" && session.standing.at === "consent";
      const { version } = participant;
      return agreed
        ? [{ kind: "consented", version, words: CONSENT_WORDS, permissions: [...permissions] }]
        : [];
    },
    (tx, { study: { keepDays } }) =>
      updateParticipant(tx, townId, participantId, {
        state: "taking-part",
        holderHash: holder,
        withdrawHash: hashOfWithdrawCode(withdrawCode),
        // Of a session that nobody ends.
        deleteAfter: instant(milliseconds(onedoor.clock()) + keepDays * DAY_MS),
      }),
  );
  return agreed ? { withdrawCode } : null;
}

/** Another code to withdraw by, for who has lost theirs: the one before does nothing any more. */
export async function drawWithdrawCode(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
): Promise<string> {
  const code = newWithdrawCode(onedoor);
  await onedoor.db.write((tx) =>
    updateParticipant(tx, townId, participantId, { withdrawHash: hashOfWithdrawCode(code) }),
  );
  return code;
}

/** Whose code it is, however it was written; undefined when it is nobody's. */
export const participantToWithdraw = (onedoor: Onedoor, townId: string, code: string) =>
  participantBy(onedoor.db.kysely, townId, "withdraw_hash", hashOfWithdrawCode(code));

/** Whoever opens their link again after so long had left the pages, and was not at their task. */
const AWAY_MS = 2 * 60_000;

/**
 * A session goes on in another browser; the one before it has it no more. Of a task that is under way the time counts from here
 * on, and to the last that was seen of it before, where pages may be followed.
 */
export async function continueHere(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  holder: string,
): Promise<void> {
  const participant = await onedoor.db.write(async (tx) => {
    await updateParticipant(tx, townId, participantId, { holderHash: holder });
    return holdParticipant(tx, townId, participantId);
  });
  if (participant === undefined) return;
  const { session, record } = await readSessionNow(onedoor, onedoor.db.kysely, townId, participant);
  const last = Math.max(...record.map(({ at }) => milliseconds(at)));
  const isAway = milliseconds(onedoor.clock()) - last >= AWAY_MS && session.permissions.has("follow-pages");
  if (!isAway) return;
  const atTask = ({ session: { standing, paused } }: InSession) => standing.at === "task" && !paused;
  let left = false;
  await goOn(
    onedoor,
    townId,
    participantId,
    (now) => {
      left = atTask(now);
      return left ? [{ kind: "paused" }] : [];
    },
    undefined,
    { at: instant(last) },
  );
  if (left) await setPaused(onedoor, townId, participantId, false);
}

/**
 * Begins a task, or goes on with it, in the participant's world. `begun` says that it began here, or that the world is
 * another one than before. Null when it is not this task's turn, or their world is still being made or could not be made.
 */
export async function beginTask(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  taskId: string,
): Promise<{ readonly worldId: string; readonly begun: boolean; readonly now: InSession } | null> {
  const participant = await onedoor.db.write((tx) => holdParticipant(tx, townId, participantId));
  if (participant === undefined) return null;
  const before = await readSessionNow(onedoor, onedoor.db.kysely, townId, participant);
  if (!isTheirTurn(before, taskId)) return null;
  const had = await openLabWorld(onedoor.db.kysely, townId, participantId);
  const found = await worldSoon(onedoor, { townId, participantId }, before.study);
  if (found.kind !== "open") return null;
  const { worldId } = found;
  let begun = false;
  const now = await goOn(
    onedoor,
    townId,
    participantId,
    ({ session: { standing } }) => {
      if (!("task" in standing) || standing.task !== taskId) return [];
      begun = standing.at === "task-shown";
      if (begun) return [{ kind: "task-begun", task: taskId, world: worldId }];
      // Theirs had gone while they were away for long.
      return standing.at === "task" ? [{ kind: "world-reset", task: taskId, world: worldId }] : [];
    },
    undefined,
    { key: cameInto(worldId, taskId) },
  );
  if (now === undefined || !isTheirTurn(now, taskId)) return null;
  return { worldId, begun: begun || had !== worldId, now };
}

/** One that is being made is mostly there within a second: so long they are kept waiting, before a page says so. */
const LOOKS = 5;
const LOOKS_EVERY_MS = 300;

async function worldSoon(onedoor: Onedoor, whose: Whose, study: Study): Promise<WorldFor> {
  for (let look = 0; ; look += 1) {
    const found = await worldFor(onedoor, whose, study);
    if (found.kind !== "being-made" || look === LOOKS) return found;
    await setTimeout(LOOKS_EVERY_MS);
  }
}

/** They come into a world at a task's beginning once, however often they press the button, and in however many tabs. */
const cameInto = (worldId: string, taskId: string): string => `${taskId} in ${worldId}`;

const isTheirTurn = ({ session: { standing } }: InSession, taskId: string): boolean =>
  (standing.at === "task-shown" || standing.at === "task") && standing.task === taskId;

/**
 * The button that ends a break is the one that says, once it is over, that the task is done: whoever presses it twice, or as
 * somebody else ends their break, means one thing.
 */
const ONE_PRESS_MS = 1_500;

/**
 * A task is over, if it is still under way, and not said to be done with the very press that ended a break. Of one whose time
 * was up, that is said, unless it had been done in time.
 */
export const endTask = (
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  taskId: string,
  how: TaskEnd,
): Promise<InSession | undefined> =>
  goOn(onedoor, townId, participantId, (now) => {
    const { standing } = now.session;
    if (standing.at !== "task" || standing.task !== taskId) return [];
    const { wentOnAt } = now.session;
    const sinceBreak = wentOnAt === null ? Infinity : milliseconds(onedoor.clock()) - milliseconds(wentOnAt);
    if (how === "done" && sinceBreak < ONE_PRESS_MS) return [];
    const late = how === "done" && isTimeUp(now) && !runOf(now, taskId)?.reachedInTime;
    return [{ kind: "task-over", task: taskId, how: late ? "time-up" : how }];
  });

const runOf = ({ session }: InSession, taskId: string) => session.tasks.find(({ task }) => task === taskId);

/** Milliseconds that are left of the time that counts, below 0 once it is up; null where it has no end, or no task is under way. */
export function timeLeftMs(now: InSession): number | null {
  const { standing } = now.session;
  if (standing.at !== "task") return null;
  const limit = limitMs(now.study, standing.task);
  return Number.isFinite(limit) ? limit - (runOf(now, standing.task)?.workedMs ?? 0) : null;
}

/** Whether the task that is under way has taken longer than its study allows. */
export const isTimeUp = (now: InSession): boolean => (timeLeftMs(now) ?? 0) < 0;

/** Time that does not count begins, or ends. */
export const setPaused = (
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  paused: boolean,
): Promise<InSession | undefined> =>
  goOn(onedoor, townId, participantId, ({ session }) =>
    session.paused === paused || session.standing.at === "over" || session.standing.at === "consent"
      ? []
      : [{ kind: paused ? "paused" : "resumed" }],
  );

/** The answers to what is asked after a task, or (null) at the end. What was answered before stays as it was. */
export const answerQuestions = (
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  taskId: string | null,
  answers: readonly Omit<Extract<LabEvent, { readonly kind: "answered" }>, "kind" | "task">[],
): Promise<InSession | undefined> =>
  goOn(onedoor, townId, participantId, ({ session }) => {
    const { standing } = session;
    const asked =
      taskId === null
        ? standing.at === "end" && session.answers
        : standing.at === "after-task" &&
          standing.task === taskId &&
          session.tasks.find(({ task }) => task === taskId)?.answers;
    if (!asked) return [];
    return answers
      .filter(({ question }) => !asked.has(question))
      .map((answer) => ({ kind: "answered", task: taskId, ...answer }));
  });

/** Ends a session early; what was recorded stays until its day. Of who has not agreed there is none to end. */
export const stopSession = (
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  by: "participant" | "facilitator",
  why = "",
): Promise<InSession | undefined> =>
  goOn(onedoor, townId, participantId, ({ session }) =>
    session.standing.at === "over" || session.standing.at === "consent" ? [] : [{ kind: "stopped", by, why }],
  );

/**
 * Throws a participant's world away for another, at the beginning of the task that is under way. Null when none is, or another
 * than the one that was meant. Of several who throw the same world away, at one moment or later, one does, and the others have
 * what comes instead; null while that is being made.
 */
export async function resetWorld(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  meant?: { readonly task: string; readonly world: string | null },
): Promise<{ readonly worldId: string } | null> {
  const participant = await onedoor.db.write((tx) => holdParticipant(tx, townId, participantId));
  if (participant === undefined) return null;
  const { session, study } = await readSessionNow(onedoor, onedoor.db.kysely, townId, participant);
  if (session.standing.at !== "task") return null;
  const { task } = session.standing;
  if (meant !== undefined && meant.task !== task) return null;
  const seen =
    meant === undefined ? await openLabWorld(onedoor.db.kysely, townId, participantId) : meant.world;
  const found = await worldFor(onedoor, { townId, participantId }, study, { insteadOf: seen ?? null });
  if (found.kind !== "open") return null;
  const { worldId } = found;
  await goOn(
    onedoor,
    townId,
    participantId,
    ({ session: { standing } }) =>
      standing.at === "task" && standing.task === task ? [{ kind: "world-reset", task, world: worldId }] : [],
    undefined,
    { key: cameInto(worldId, task) },
  );
  return { worldId };
}
