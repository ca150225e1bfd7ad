import type { Question, Study, Task, Variant } from "./study";

/** A study to begin from: whole, so that it can be kept, with one task to be written. */
export const blankStudy = (name: string, person: string, seed: number): Study => ({
  name,
  aims: "What do we want to find out?",
  information:
    "We want to know if these pages are clear. You are not being tested: the pages are. Nothing that you do here is real. We do not ask for your name. You can stop at any time, and you do not have to say why. If you stop, we keep what you did until then. You get a code: with it you can have all of it deleted, at any time.",
  permissions: ["take-part", "follow-pages"],
  tasks: [newTask("task-1", person)],
  variants: [{ id: "as-it-is", name: "As it is now", changes: [] }],
  questions: [],
  seq: true,
  sus: true,
  atEnd: [],
  keepTyping: false,
  moderated: true,
  keepDays: 90,
  seed,
  opening: "",
  closing: "",
  safety: "",
});

export const newTask = (id: string, person: string): Task => ({
  id,
  words: "Say here who they are, what they need, and when to stop.",
  person,
  signedIn: true,
  startsAt: "/",
  acts: [],
  success: { by: "judgement", of: "Say here what you will see when it went well." },
  optimalPath: ["/"],
  limitSeconds: null,
  questions: [],
  script: "",
});

/** What a study has several of, each with an id: tasks, variants, questions. */
export type Listed = "tasks" | "variants" | "questions";
interface Items {
  readonly tasks: Task;
  readonly variants: Variant;
  readonly questions: Question;
}

/** Puts one in the place of the one called `id`, or after the others when there is none. */
export function withItem<List extends Listed>(
  study: Study,
  list: List,
  id: string,
  item: Items[List],
): Study {
  const items = study[list] as readonly { readonly id: string }[];
  const put = items.some((each) => each.id === id)
    ? items.map((each) => (each.id === id ? item : each))
    : [...items, item];
  return { ...study, [list]: put };
}

/** Takes one out. A question is then asked nowhere any more. */
export function withoutItem(study: Study, list: Listed, id: string): Study {
  const items = study[list] as readonly { readonly id: string }[];
  const left = { ...study, [list]: items.filter((each) => each.id !== id) };
  if (list !== "questions") return left;
  const others = (ids: readonly string[]) => ids.filter((each) => each !== id);
  return {
    ...left,
    tasks: left.tasks.map((task) => ({ ...task, questions: others(task.questions) })),
    atEnd: others(left.atEnd),
  };
}

/** One place up or down; where there is no such place, as it was. */
export function moveItem(study: Study, list: Listed, id: string, by: -1 | 1): Study {
  const items = [...(study[list] as readonly { readonly id: string }[])];
  const from = items.findIndex((each) => each.id === id);
  const other = items[from + by];
  const item = items[from];
  if (item === undefined || other === undefined) return study;
  items[from] = other;
  items[from + by] = item;
  return { ...study, [list]: items };
}

/** An id that none of the others has, from words: "Who would you ring?" is "who-would-you-ring". */
export function idFrom(words: string, taken: ReadonlySet<string>): string {
  const plain =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^[^a-z]+|-+$/g, "")
      .slice(0, 30)
      .replace(/-+$/, "") || "one";
  let id = plain;
  for (let many = 2; taken.has(id); many += 1) id = `${plain}-${many}`;
  return id;
}
