import { z } from "zod";
import { TASK } from "~/content/lab/edit-study";
import type { Directory } from "~/domain/directory/directory";
import { line, lines, oneOf, ticked } from "~/domain/journeys/input";
import { sentence } from "~/domain/shared/in-words";
import { actsInLines, readActs } from "~/domain/usability/acts-in-lines";
import { idFrom, newTask, withItem } from "~/domain/usability/edit-study";
import { neverReached } from "~/domain/usability/fits-town";
import { wrongAddress, wrongPattern } from "~/domain/usability/pages";
import { EVENT_TYPES_OF_A_REQUEST } from "~/domain/usability/reached";
import { type Study, type Task, TaskSuccess } from "~/domain/usability/study";
import { anyWords, inOrder, type PartForm, said, yesNo } from "./study-parts";

const ID = /^[a-z][a-z0-9-]{0,39}$/;
const ADDRESS = /^\/\S*$/;
const address = line.transform((text, checked) => {
  const wrong = ADDRESS.test(text) ? wrongAddress(text) : TASK.errors.address;
  if (wrong !== undefined) checked.addIssue({ code: "custom", message: wrong });
  return text;
});
const each = (text: string): string[] =>
  text
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);

const taskSchema = (study: Study, id: string | null, directory: Directory) =>
  z
    .object({
      id: line
        .refine((text) => ID.test(text), { error: TASK.errors.id })
        .refine((text) => text === id || study.tasks.every((task) => task.id !== text), {
          error: TASK.errors.taken,
        }),
      words: anyWords.refine((text) => text !== "", { error: TASK.errors.words }),
      person: line.refine((text) => ID.test(text), { error: TASK.errors.person }),
      signedIn: yesNo,
      startsAt: address,
      before: lines.transform((text, checked) => {
        const read = readActs(text, directory);
        if (read.kind === "acts") return read.acts;
        checked.addIssue({ code: "custom", message: TASK.errors.line(read.line) });
        return z.NEVER;
      }),
      by: oneOf(["event", "address", "judgement"], TASK.errors.event),
      event: line,
      service: line,
      pattern: line,
      values: lines,
      of: line,
      path: lines
        .transform(each)
        .refine(
          (pages) => pages.length > 0 && pages.length <= 40 && pages.every((one) => ADDRESS.test(one)),
          {
            error: TASK.errors.path,
          },
        )
        .superRefine((pages, checked) => {
          const wrong = pages.map(wrongPattern).find((each) => each !== undefined);
          if (wrong !== undefined) checked.addIssue({ code: "custom", message: wrong });
        }),
      limit: line
        .refine(
          (text) => text === "" || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 60),
          {
            error: TASK.errors.limit,
          },
        )
        .transform((text) => (text === "" ? null : Number(text) * 60)),
      questions: ticked,
      script: anyWords,
    })
    .transform((read, checked): Task => {
      const { before, by, event, service, pattern, values, of, path, limit, ...task } = read;
      const wrong = (field: keyof typeof read, message: string): never => {
        checked.addIssue({ code: "custom", path: [field], message });
        return z.NEVER;
      };
      const success = (): TaskSuccess => {
        switch (by) {
          case "event": {
            const made = TaskSuccess.safeParse({ by, event, service: service === "" ? null : service });
            return made.success ? made.data : wrong("event", TASK.errors.event);
          }
          case "address": {
            const pairs = each(values).map((one) => /^([a-z]+): (.+)$/.exec(one)?.slice(1));
            if (pairs.some((pair) => pair === undefined)) return wrong("values", TASK.errors.values);
            if (!ADDRESS.test(pattern)) return wrong("pattern", TASK.errors.address);
            const reached = { pattern, values: Object.fromEntries(pairs as [string, string][]) };
            const [never] = neverReached(reached, directory);
            if (never !== undefined)
              return wrong(wrongPattern(pattern) === undefined ? "values" : "pattern", sentence(never));
            return { by, ...reached };
          }
          case "judgement": {
            const made = TaskSuccess.safeParse({ by, of });
            return made.success ? made.data : wrong("of", TASK.errors.of);
          }
          default:
            throw new Error(`No such success: ${by satisfies never}`);
        }
      };
      return {
        ...task,
        questions: inOrder(study, task.questions),
        acts: [...before],
        optimalPath: path,
        limitSeconds: limit,
        success: success(),
      };
    });

/** The form of one task; of a new one when `id` is null. `person` is who it is until somebody is chosen. */
export const taskForm = (
  study: Study,
  id: string | null,
  directory: Directory,
  person: string,
): PartForm<Task> => {
  const task = study.tasks.find((one) => one.id === id) ?? {
    ...newTask(idFrom("task", new Set(study.tasks.map((one) => one.id))), person),
    words: "",
    success: { by: "judgement" as const, of: "" },
  };
  const { success } = task;
  return {
    schema: taskSchema(study, id, directory),
    typed: {
      id: task.id,
      words: task.words,
      person: task.person,
      signedIn: said(task.signedIn),
      startsAt: task.startsAt,
      before: actsInLines(task.acts),
      by: success.by,
      event: success.by === "event" ? success.event : EVENT_TYPES_OF_A_REQUEST[0],
      service: success.by === "event" ? (success.service ?? "") : "",
      pattern: success.by === "address" ? success.pattern : "",
      values:
        success.by === "address"
          ? Object.entries(success.values)
              .map((pair) => pair.join(": "))
              .join("\n")
          : "",
      of: success.by === "judgement" ? success.of : "",
      path: task.optimalPath.join("\n"),
      limit: task.limitSeconds === null ? "" : String(Math.round(task.limitSeconds / 60)),
      questions: task.questions,
      script: task.script,
    },
    apply: (draft, value) => withItem(draft, "tasks", id ?? value.id, value),
    blamed: "person",
  };
};
