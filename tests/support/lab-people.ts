import { seeded } from "~/domain/shared/seeded";
import { instant, milliseconds } from "~/domain/shared/time";
import { variantAt } from "~/domain/usability/assign";
import { SEQ } from "~/domain/usability/log";
import type { SessionRecord } from "~/domain/usability/results/permitted";
import type { Question, Study, Task } from "~/domain/usability/study";
import type { Database } from "~db/connect";
import { appendLabEvents } from "~db/queries/lab-record";
import { insertSnapshots } from "~db/queries/lab-snapshots";
import { insertParticipant } from "~db/queries/participants";
import { BEGAN, TakingPart } from "./lab-session";

const ELSEWHERE = ["/how-it-works", "/privacy", "/services/suggest", "/languages"];
const SAID = [
  "Who is that?",
  "Oh, so they come to me.",
  "I thought the front door did it.",
  "That is good to know.",
  // No page grows as wide as a word that somebody never ends.
  "w".repeat(300),
];
const PROBLEMS = ["Does not see the label", "Goes past the button", "Reads “partner” as somebody’s husband"];

/**
 * So many people who took part in a study, made up by a seed: the same seed is the same people. Some stray, some give up, one
 * in eight is not followed, and one in five stops before the end.
 */
export function peopleOf(study: Study, seed: number, many: number): readonly SessionRecord[] {
  const variants = study.variants.map(({ id }) => id);
  return Array.from({ length: many }, (_, place) => {
    const random = seeded(seed + place * 7_919);
    const chance = (share: number) => random() < share;
    const one = <Each>(of: readonly Each[]): Each => {
      const found = of[Math.floor(random() * of.length)];
      if (found === undefined) throw new RangeError("There is nothing to choose from");
      return found;
    };
    const asked = study.permissions.filter((each) => each !== "take-part" && each !== "keep-typing");
    const permissions = ["take-part", ...asked.filter(() => chance(0.88))];
    const variant = variantAt(variants, study.seed, place);
    const person = new TakingPart(`S${seed}-${place + 1}`, variant, permissions);
    const skill = 0.35 + random() * 0.6;
    const answer = (question: Question) => {
      if (question.kind === "scale")
        return Math.max(1, Math.min(question.steps, Math.round(question.steps * skill)));
      if (question.kind === "choice") return one(question.options);
      return question.kind === "text"
        ? one(SAID)
        : chance(skill)
          ? "Harbour Trust"
          : one(["Larkmouth Care", "My GP"]);
    };
    const ask = (task: string | null, ids: readonly string[]) => {
      for (const id of ids) {
        const question = study.questions.find((each) => each.id === id);
        if (question === undefined) continue;
        const truth = question.kind === "comprehension" ? "Harbour Trust" : null;
        person.tell({ kind: "answered", task, question: id, value: answer(question), truth });
      }
    };
    person.wait(20);
    for (const task of study.tasks) {
      walk(person, task, { chance, one, random }, skill);
      if (chance(0.2))
        person.tell({ kind: "tagged", tag: "quote", severity: null, note: one(SAID), by: "leon" });
      person.answers(task.id, { [SEQ]: Math.max(1, Math.min(7, Math.round(skill * 7 + random() * 2 - 1))) });
      ask(task.id, task.questions);
      if (task.success.by === "judgement" && chance(0.9))
        person.tell({ kind: "judged", task: task.id, success: chance(skill), by: "leon" });
      person.wait(15);
      if (chance(0.03)) return person.tell({ kind: "stopped", by: "participant", why: "" }).session;
    }
    person.sus(Math.max(1, Math.round(skill * 5)));
    ask(null, study.atEnd);
    return person.tell({ kind: "finished" }).session;
  });
}

interface Luck {
  chance(share: number): boolean;
  one<Each>(of: readonly Each[]): Each;
  random(): number;
}

function walk(person: TakingPart, task: Task, { chance, one, random }: Luck, skill: number): void {
  person.begin(task.id);
  for (const [step, pattern] of task.optimalPath.entries()) {
    person.page(pattern, [], pattern.includes(":step") ? { step: `step-${step}` } : {});
    person.tell({ kind: "click", on: `link ${pattern}` }).wait(2 + random() * 14 * (1.3 - skill));
    if (chance((1 - skill) * 0.12)) person.page(pattern, ["answer"], { step: `step-${step}` }).wait(6);
    if (!chance((1 - skill) * 0.22)) continue;
    person.page(one(ELSEWHERE)).tell({ kind: "hesitated", ms: 9_000 }).wait(14);
    if (chance(0.4)) {
      const severity = one([1, 2, 3, 4] as const);
      person.tell({ kind: "tagged", tag: "problem", severity, note: one(PROBLEMS), by: "leon" });
    }
    if (chance((1 - skill) * 0.35)) {
      person.tell({ kind: "task-over", task: task.id, how: "gave-up" });
      return;
    }
  }
  if (task.success.by !== "judgement") person.tell({ kind: "reached", task: task.id });
  person.tell({ kind: "task-over", task: task.id, how: "done" });
}

/** Writes people of a study into a brand's lab, after those of the places before, with a page for every picture. */
export async function keepPeople(
  db: Database,
  brandId: string,
  { studyId, version, from }: { readonly studyId: string; readonly version: number; readonly from: number },
  people: readonly SessionRecord[],
): Promise<void> {
  for (const [place, { code, variant, record }] of people.entries())
    await db.write(async (tx) => {
      const participant = {
        id: code,
        studyId,
        version,
        place: from + place,
        variant,
        state: "over" as const,
        madeAt: BEGAN,
        deleteAfter: instant(milliseconds(BEGAN) + 400 * 86_400_000),
      };
      await insertParticipant(tx, brandId, participant, `link of ${code}`);
      await appendLabEvents(tx, brandId, code, record);
      const pictures = record.flatMap(({ event }) => (event.kind === "page" ? (event.snapshot ?? []) : []));
      await insertSnapshots(
        tx,
        brandId,
        code,
        pictures.map((id) => ({ id, html: "<!doctype html><title>A page</title>" })),
      );
    });
}
