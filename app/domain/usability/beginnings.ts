import type { StartAct, Task } from "./study";

/** What is done to bring a world to where its tasks begin: time passes, or somebody acts for a task's person. */
export type Beginning =
  | { readonly kind: "pass"; readonly hours: number }
  | {
      readonly kind: "act";
      readonly person: string;
      readonly act: Exclude<StartAct, { readonly act: "hours-passed" }>;
    };

/**
 * What lies behind each task's person, in the order in which it happened. Everybody's past ends at the same moment, which is
 * when the session begins, so that the hours of one task are nobody else's. `hours` is how long before that it all begins.
 */
export function beginningsOf(tasks: readonly Pick<Task, "person" | "acts">[]): {
  readonly hours: number;
  readonly steps: readonly Beginning[];
} {
  const acts = tasks.flatMap(({ person, acts }) => {
    let ago = hoursOf(acts);
    return acts.flatMap((act) => {
      if (act.act !== "hours-passed") return [{ ago, step: { kind: "act" as const, person, act } }];
      ago -= act.hours;
      return [];
    });
  });
  // What happened at the same moment stays in the order of the tasks.
  acts.sort((one, other) => other.ago - one.ago);
  const hours = acts[0]?.ago ?? 0;
  const steps: Beginning[] = [];
  let left = hours;
  for (const { ago, step } of acts) {
    if (ago < left) steps.push({ kind: "pass", hours: left - ago });
    left = ago;
    steps.push(step);
  }
  if (left > 0) steps.push({ kind: "pass", hours: left });
  return { hours, steps };
}

const hoursOf = (acts: readonly StartAct[]): number =>
  acts.reduce((sum, act) => sum + (act.act === "hours-passed" ? act.hours : 0), 0);
