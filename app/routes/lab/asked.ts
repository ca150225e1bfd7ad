import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import { type AskedQuestion, idsOf } from "~/components/lab/asked-fields";
import { ASKING, SEQ_WORDS, SUS_ENDS, SUS_WORDS } from "~/content/lab/questions";
import { isBlank, lines } from "~/domain/journeys/input";
import { seeded } from "~/domain/shared/seeded";
import { instant, milliseconds } from "~/domain/shared/time";
import { type LabEvent, SEQ, susId } from "~/domain/usability/log";
import { questionsAfter, questionsAtEnd } from "~/domain/usability/session";
import type { Task } from "~/domain/usability/study";
import { type Truth, truthOf } from "~/domain/usability/truth";
import type { InSession } from "~/usecases/lab/in-session";
import { brandNow } from "~/usecases/setting";
import { openLabWorld } from "~db/queries/lab-worlds";
import { readPerson } from "~db/queries/people";
import { lastReferenceOf } from "~db/queries/requests";
import { readTracking } from "~db/queries/tracking";

export type Answered = Omit<Extract<LabEvent, { readonly kind: "answered" }>, "kind" | "task">;

/** The questions of one page, with what is true of each; and those of which nothing could be true here, answered with nothing. */
export interface Asked {
  readonly questions: readonly AskedQuestion[];
  readonly truths: ReadonlyMap<string, string>;
  readonly passedOver: readonly Answered[];
}

/**
 * What is asked next: after a task, or at the end, first the System Usability Scale and then the rest. What is right of a
 * comprehension question is what is true in the participant's world at this moment.
 */
export async function askedNow(context: AppLoadContext, townId: string, now: InSession): Promise<Asked> {
  const { study, session, participant } = now;
  const { standing } = session;
  if (standing.at !== "after-task" && standing.at !== "end")
    return { questions: [], truths: new Map(), passedOver: [] };
  const task = standing.at === "after-task" ? study.tasks.find(({ id }) => id === standing.task) : undefined;
  const answered =
    task === undefined ? session.answers : session.tasks.find((run) => run.task === task.id)?.answers;
  const ids = (task === undefined ? questionsAtEnd(study) : questionsAfter(study, task)).filter(
    (id) => !answered?.has(id),
  );
  const sus = ids.filter((id) => id.startsWith("sus-") && task === undefined);
  const questions: AskedQuestion[] = [];
  const truths = new Map<string, string>();
  const passedOver: Answered[] = [];
  for (const id of sus.length > 0 ? sus : ids) {
    const own = study.questions.find((question) => question.id === id);
    if (id === SEQ) questions.push({ kind: "scale", id, ...SEQ_WORDS });
    else if (own === undefined) questions.push(susQuestion(id));
    else if (own.kind === "comprehension") {
      const about = task ?? study.tasks.at(-1);
      const truth = about && (await truthHere(context, townId, now, about, own.truth));
      if (!truth) passedOver.push({ question: id, value: "", truth: null });
      else {
        truths.set(id, truth.right);
        const options = [...inSomeOrder(truth, `${participant.place} ${id}`), ASKING.unknown];
        questions.push({ kind: "choice", id, words: own.words, options });
      }
    } else questions.push(own);
  }
  return { questions, truths, passedOver };
}

function susQuestion(id: string): AskedQuestion {
  const item = SUS_WORDS.find((_, place) => susId(place + 1) === id);
  return { kind: "scale", id, words: id, ...item, ...SUS_ENDS };
}

async function truthHere(
  { onedoor }: AppLoadContext,
  townId: string,
  { participant, session }: InSession,
  { id, person: personId, signedIn }: Task,
  kind: Parameters<typeof truthOf>[0],
): Promise<Truth | null> {
  const { kysely } = onedoor.db;
  const worldId = await openLabWorld(kysely, townId, participant.id);
  if (worldId === undefined) return null;
  const worldNow = await brandNow(onedoor, worldId);
  const person = signedIn ? await readPerson(kysely, worldId, personId) : undefined;
  // All who are not signed in are one to the front door: what they asked for in the tasks before is somebody else's.
  const begunAt = session.tasks.find(({ task }) => task === id)?.begunAt ?? null;
  const ahead = milliseconds(worldNow) - milliseconds(onedoor.clock());
  const since = signedIn || begunAt === null ? undefined : instant(milliseconds(begunAt) + ahead);
  const reference = await lastReferenceOf(kysely, worldId, person?.accountId ?? null, since);
  const tracking = reference && (await readTracking(kysely, worldId, reference));
  const directory = await onedoor.directories.current(worldId);
  return truthOf(kind, tracking || undefined, directory, worldNow);
}

/** The right one among the others, where it happens to be; the same each time that it is asked of the same person. */
function inSomeOrder({ right, wrong }: Truth, of: string): readonly string[] {
  const random = seeded([...of].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7) >>> 0);
  const others = [...wrong];
  others.splice(Math.floor(random() * (others.length + 1)), 0, right);
  return others;
}

const LONGEST = 2_000;

/**
 * Whether a form has the questions that are asked now, or had when it was shown: something of them may have become true since.
 * One that was sent twice, or from a page that was left open, may be of those before: what is not in it was not left empty.
 */
export function hasTheseQuestions({ questions }: Asked, form: FormData): boolean {
  const now = idsOf(questions);
  const then = String(form.get("asked") ?? now);
  const isOfThem = then === now || then.split(" ").some((id) => questions.some((each) => each.id === id));
  return isOfThem && questions.every(({ kind, id }) => kind !== "text" || form.has(id));
}

/** The answers of a form to what is asked now, or what to put right. A text may be left empty. */
export function readAnswers(
  { questions, truths, passedOver }: Asked,
  form: FormData,
):
  | { readonly ok: true; readonly answers: readonly Answered[] }
  | {
      readonly ok: false;
      readonly typed: Readonly<Record<string, string>>;
      readonly errors: readonly FieldError[];
    } {
  const typed: Record<string, string> = {};
  const errors: FieldError[] = [];
  const answers: Answered[] = [...passedOver];
  for (const question of questions) {
    const { id, words } = question;
    const said = lines.parse(form.get(id) ?? "");
    typed[id] = said;
    const read = schemaOf(question).safeParse(said);
    if (read.success) answers.push({ question: id, value: read.data, truth: truths.get(id) ?? null });
    else
      errors.push({
        field: id,
        message: (question.kind === "text" ? ASKING.tooLong : ASKING.missing)(words),
      });
  }
  return errors.length > 0 ? { ok: false, typed, errors } : { ok: true, answers };
}

function schemaOf(question: AskedQuestion): z.ZodType<string | number> {
  switch (question.kind) {
    case "scale":
      return z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number)
        .refine((step) => step >= 1 && step <= question.steps);
    case "choice":
      return z.string().refine((said) => question.options.includes(said));
    case "text":
      return z
        .string()
        .max(LONGEST)
        .transform((said) => (isBlank(said) ? "" : said));
    default:
      return question satisfies never;
  }
}
