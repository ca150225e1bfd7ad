import type { AppLoadContext } from "@remix-run/node";
import { plainDayWords } from "~/content/times";
import { localDate } from "~/domain/shared/time";
import type { Task } from "~/domain/usability/study";
import type { ParticipantViewer } from "~/server/app-context";
import { type InSession, readSessionNow } from "~/usecases/lab/in-session";
import { isTimeUp } from "~/usecases/lab/take-part";
import { readPerson } from "~db/queries/people";
import { askedNow } from "./asked";

/** The person that a participant is in a task, as far as a page may ask for it. */
export interface WhoTheyAre {
  readonly name: string;
  readonly bornOn: string;
  readonly postcode: string | null;
  readonly practice: string | null;
  readonly phone: string | null;
  readonly signedIn: boolean;
}

/** What a participant's page shows next. */
export type TakeView = Awaited<ReturnType<typeof takeView>>;

export async function takeView(context: AppLoadContext, viewer: ParticipantViewer) {
  const { onedoor, now: townNow } = context;
  const now = await readSessionNow(onedoor, onedoor.db.kysely, viewer.townId, viewer.participant);
  const { session, study, participant } = now;
  const { standing } = session;
  /** Whose pages are followed: what one of those could not tell any more is told from here. */
  const tellsRestOf = session.permissions.has("follow-pages") ? participant.id : undefined;
  switch (standing.at) {
    case "consent":
      return { kind: "none" as const };
    case "over":
      return {
        kind: "over" as const,
        tellsRestOf,
        code: participant.id,
        finished: standing.how === "finished",
        keptUntil:
          participant.deleteAfter === null
            ? null
            : plainDayWords(localDate(participant.deleteAfter), townNow),
      };
    case "task-shown":
    case "task": {
      const shown = taskOf(now, standing.task);
      return {
        kind: "task" as const,
        tellsRestOf,
        going: standing.at === "task",
        paused: session.paused,
        timeUp: isTimeUp(now),
        moderated: study.moderated,
        ...shown,
        who: await whoTheyAre(context, viewer.townId, shown.task),
      };
    }
    case "after-task": {
      const { questions } = await askedNow(context, viewer.townId, now);
      const how = session.tasks.find(({ task }) => task === standing.task)?.how ?? "done";
      return { kind: "after" as const, tellsRestOf, how, ...taskOf(now, standing.task), questions };
    }
    case "end": {
      const { questions } = await askedNow(context, viewer.townId, now);
      return { kind: "end" as const, tellsRestOf, of: study.tasks.length, questions };
    }
    default:
      return standing satisfies never;
  }
}

/** A task with its place, from 1, among all of them. */
export function taskOf({ study }: InSession, taskId: string) {
  const place = study.tasks.findIndex(({ id }) => id === taskId);
  const task = study.tasks[place];
  if (task === undefined) throw new Error(`The study has no task ${taskId}`);
  const { id, words, person, signedIn } = task;
  return { task: { id, words, person, signedIn }, place: place + 1, of: study.tasks.length };
}

async function whoTheyAre(
  { onedoor, directory }: AppLoadContext,
  townId: string,
  { person: personId, signedIn }: Pick<Task, "person" | "signedIn">,
): Promise<WhoTheyAre | null> {
  const person = await readPerson(onedoor.db.kysely, townId, personId);
  if (person === undefined) return null;
  const { name, bornOn, postcode, phone, registeredWith } = person;
  const practice = directory.organisations.find(({ odsCode }) => odsCode === registeredWith)?.name ?? null;
  return { name, bornOn: dateWords(bornOn), postcode, practice, phone, signedIn };
}

const dateWords = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
