import type { AppLoadContext } from "@remix-run/node";
import {
  CONSOLE,
  clockWords,
  markId,
  markName,
  momentInWords,
  standingWords,
  successWords,
} from "~/content/lab/console";
import { EVENT_WORDS } from "~/content/lab/studies";
import { milliseconds } from "~/domain/shared/time";
import { inTime } from "~/domain/usability/log";
import { lastPageOf, type Moment, momentsOf } from "~/domain/usability/moments";
import { hasLeft, sessionOf, type TaskRun } from "~/domain/usability/session";
import type { Study, Task } from "~/domain/usability/study";
import { type InSession, readSessionNow } from "~/usecases/lab/in-session";
import { newestLabChange } from "~db/queries/lab-record";
import { openLabWorld } from "~db/queries/lab-worlds";
import { type Participant, readParticipant } from "~db/queries/participants";

/** As many as are taken in at a glance; the replay has all of them. */
const MOST_SHOWN = 40;

/**
 * Somebody who takes part in this brand's lab. Of a code that is none, or of whom everything was deleted, there is nothing: it is
 * answered by `status`, which is 410 where somebody may be looking on while they withdraw.
 */
export async function participantAt(
  { onedoor, brand }: AppLoadContext,
  code: string | undefined,
  status: 404 | 410 = 404,
): Promise<Participant> {
  const participant = await readParticipant(onedoor.db.kysely, brand.id, code ?? "");
  if (participant === undefined) throw new Response(null, { status });
  return participant;
}

/** What a facilitator is shown of a session, as it stands now. */
export async function sessionView(
  { onedoor, brand, paths, directory }: AppLoadContext,
  participant: Participant,
) {
  const { kysely } = onedoor.db;
  const seen = await newestLabChange(kysely);
  const now = await readSessionNow(onedoor, kysely, brand.id, participant);
  const { study, record } = now;
  const lastAt = inTime(record).at(-1)?.at;
  const left = now.session.standing.at !== "over" && lastAt !== undefined && hasLeft(lastAt, onedoor.clock());
  // What they did lasted until then: nothing goes on since.
  const session = left ? sessionOf(study, record, lastAt) : now.session;
  const moments = momentsOf(record);
  const lineOf = (moment: Moment) => ({
    id: moment.id,
    time: moment.afterMs === null ? "" : clockWords(moment.afterMs),
    kind: moment.event.kind,
    words: momentInWords(moment),
    picture:
      moment.event.kind === "page" && moment.event.snapshot !== null
        ? {
            href: paths.labPage(participant.id, moment.event.snapshot),
            of: CONSOLE.picture(moment.event.title),
          }
        : null,
  });
  const marks = moments.flatMap((moment) =>
    moment.event.kind === "tagged"
      ? [
          {
            ...lineOf(moment),
            mark: markId(moment.event),
            name: markName(moment.event),
            note: moment.event.note,
          },
        ]
      : [],
  );
  const { permissions } = now.session;
  const agreed = session.standing.at !== "consent";
  const task = taskView({ session, study }, left, (service) => directory.service(service)?.name ?? service);
  const [first] = record;
  const last = record.findLast(({ event }) => event.kind === "finished" || event.kind === "stopped");
  const over = session.standing.at === "over";
  const until = milliseconds((over ? last?.at : left ? lastAt : undefined) ?? onedoor.clock());
  return {
    code: participant.id,
    studyId: participant.studyId,
    study: study.name,
    standing: session.standing.at,
    stopped: last?.event.kind === "stopped",
    stands: left ? CONSOLE.left : standingWords(session),
    paused: session.paused,
    here: lastPageOf(moments)?.event.title ?? "",
    followed: !agreed || permissions.has("follow-pages"),
    quotes: !agreed || !study.permissions.includes("quote") || permissions.has("quote"),
    world: (await openLabWorld(kysely, brand.id, participant.id)) ?? "",
    task,
    before: tasksBefore({ session, study }, task?.id),
    sessionMs: first === undefined ? null : until - milliseconds(first.at),
    going: !over,
    running: !over && !left && first !== undefined,
    marks: marks.reverse(),
    moments: moments.slice(-MOST_SHOWN).reverse().map(lineOf),
    earlier: Math.max(0, moments.length - MOST_SHOWN),
    say: { opening: study.opening, closing: study.closing, safety: study.safety },
    events: paths.events({ session: participant.id, since: String(seen) }),
  };
}

/** What is known of a task of the study, whether it goes on or is behind them. */
const taskAsItIs = ({ tasks }: Study, { task: id, reached, reachedInTime, judged }: TaskRun) =>
  tasks.flatMap((task, place) =>
    task.id === id
      ? [
          {
            id,
            place: place + 1,
            of: tasks.length,
            words: task.words,
            byFacilitator: task.success.by === "judgement",
            reached,
            inTime: reachedInTime,
            judged,
            task,
          },
        ]
      : [],
  );

/** The tasks that were begun, but for the one that is shown: a facilitator may think again of what came of them. */
const tasksBefore = ({ session, study }: Pick<InSession, "session" | "study">, shown: string | undefined) =>
  session.tasks
    .filter(({ task, begunAt }) => begunAt !== null && task !== shown)
    .flatMap((run) => taskAsItIs(study, run).map(({ task: _, ...known }) => known));

/** The task that is under way, or about to be, or whose questions are asked; of a session at its end the last one. */
function taskView(
  { session, study }: Pick<InSession, "session" | "study">,
  left: boolean,
  serviceName: (id: string) => string,
) {
  const { standing } = session;
  const current = "task" in standing ? standing.task : session.tasks.findLast(({ begunAt }) => begunAt)?.task;
  const run = session.tasks.find((each) => each.task === current);
  const [found] = run === undefined ? [] : taskAsItIs(study, run);
  if (found === undefined || run === undefined) return null;
  const { task, ...known } = found;
  return {
    ...known,
    script: task.script,
    success: successOf(task, serviceName),
    begun: run.begunAt !== null,
    workedMs: run.workedMs,
    running: standing.at === "task" && !session.paused && !left,
    limitMs: task.limitSeconds === null ? null : task.limitSeconds * 1_000,
  };
}

function successOf({ success }: Task, serviceName: (id: string) => string): string {
  switch (success.by) {
    case "judgement":
      return successWords.judgement(success.of);
    case "address":
      return successWords.address(success.pattern, success.values);
    case "event":
      return successWords.event(
        EVENT_WORDS[success.event],
        success.service === null ? null : serviceName(success.service),
      );
    default:
      return success satisfies never;
  }
}
