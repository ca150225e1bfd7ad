import type { Directory } from "../directory/directory";
import { REJECTED_REASONS } from "../routing/types";
import { pageAt, placesOf, wrongAddress, wrongPattern } from "./pages";
import type { Study, Task, TaskSuccess } from "./study";
import { rowsOfVariant } from "./variants";

/** What of a study is not there in a town: why it cannot be opened here, a sentence each. `people`: ids of those who can sign in. */
export function misfits(study: Study, directory: Directory, people: ReadonlySet<string>): readonly string[] {
  return [
    ...study.tasks.flatMap((task) =>
      misfitsOfTask(task, directory, people).map((what) => `Task “${task.id}”: ${what}`),
    ),
    ...study.variants.flatMap((variant) => {
      try {
        rowsOfVariant(directory, variant);
        return [];
      } catch (error) {
        return [`Variant “${variant.name}”: ${error instanceof Error ? error.message : String(error)}`];
      }
    }),
  ];
}

function misfitsOfTask(
  { person, startsAt, acts, success, optimalPath }: Task,
  directory: Directory,
  people: ReadonlySet<string>,
): readonly string[] {
  const wrong: string[] = [];
  if (!people.has(person)) wrong.push(`nobody here is called ${person}`);
  const service = (id: string) => {
    const found = directory.service(id);
    if (found === undefined) wrong.push(`there is no service ${id}`);
    return found;
  };
  if (success.by === "event" && success.service !== null) service(success.service);
  wrong.push(
    ...[wrongAddress(startsAt) ?? [], ...optimalPath.map((page) => wrongPattern(page) ?? [])].flat(),
  );
  if (success.by === "address") wrong.push(...neverReached(success, directory));
  let asked = false;
  for (const act of acts) {
    if (act.act === "asked") {
      asked = true;
      const found = service(act.service);
      if (found === undefined) continue;
      const known = new Set(found.questions.map(({ id }) => id));
      for (const id of Object.keys(act.answers))
        if (!known.has(id)) wrong.push(`${found.name} has no question ${id}`);
      if (act.offer !== null && directory.offer(act.offer)?.serviceId !== act.service)
        wrong.push(`${found.name} is not given as ${act.offer}`);
    } else if (!asked && act.act !== "hours-passed")
      wrong.push("nothing was asked for yet, so nobody can answer");
    if (act.act === "declined" && !(act.reason in REJECTED_REASONS))
      wrong.push(`${act.reason} is no reason to say no`);
  }
  return wrong;
}

/** Why nobody could ever come to an address, a sentence each. */
export function neverReached(
  { pattern, values }: Pick<Extract<TaskSuccess, { readonly by: "address" }>, "pattern" | "values">,
  directory: Pick<Directory, "service">,
): readonly string[] {
  const wrong = wrongPattern(pattern);
  const page = pageAt(pattern);
  if (wrong !== undefined || page === undefined) return wrong === undefined ? [] : [wrong];
  const names = placesOf(page);
  return Object.entries(values).flatMap(([name, value]) => {
    if (!names.includes(name))
      return names.length === 0
        ? `“${page}” has no places, so “${name}: ${value}” never stands there`
        : `“${page}” has no place “${name}”, only ${names.map((each) => `“${each}”`).join(" and ")}`;
    return name === "service" && directory.service(value) === undefined ? `there is no service ${value}` : [];
  });
}
