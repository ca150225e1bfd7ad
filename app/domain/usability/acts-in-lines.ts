import type { Directory } from "../directory/directory";
import { StartAct } from "./study";

/**
 * What has happened before a task begins, as lines that can be written in a box:
 *
 *     ask physiotherapy at physiotherapy-capstan-house
 *       where: back
 *       how-long: weeks
 *     accept in 4 working days at 10:30
 *     decline 22: Our days are full.
 *     question: Has it ever locked?
 *     48 hours pass
 */
export const actsInLines = (acts: readonly StartAct[]): string => acts.map(lineOf).join("\n");

function lineOf(act: StartAct): string {
  switch (act.act) {
    case "asked":
      return [
        `ask ${act.service}${act.offer === null ? "" : ` at ${act.offer}`}`,
        ...Object.entries(act.answers).map(
          ([id, answer]) => `  ${id}: ${typeof answer === "string" ? answer : answer.join(", ")}`,
        ),
      ].join("\n");
    case "accepted":
      return `accept in ${act.inWorkingDays} working days at ${act.time}`;
    case "declined":
      return `decline ${act.reason}: ${act.note}`;
    case "wanted-to-know":
      return `question: ${act.question}`;
    case "hours-passed":
      return `${act.hours} hours pass`;
    default:
      return act satisfies never;
  }
}

/** The acts, or the first line that is none of them. */
export type ActsRead =
  | { readonly kind: "acts"; readonly acts: readonly StartAct[] }
  | { readonly kind: "not-read"; readonly line: string };

const ASK = /^ask (?<service>[a-z0-9-]+)(?: at (?<offer>[a-z0-9-]+))?$/;
const ANSWER = /^(?<id>[a-z0-9-]+): (?<answer>.+)$/;
const ACCEPT = /^accept in (?<days>\d+) working days? at (?<time>\d\d:\d\d)$/;
const DECLINE = /^decline (?<reason>\d\d): ?(?<note>.*)$/;
const QUESTION = /^question: (?<question>.+)$/;
const PASS = /^(?<hours>\d+(?:\.\d+)?) hours? pass$/;

/** Reads the lines back. Of a question that takes several answers, what stands between commas is one of them. */
export function readActs(text: string, { service }: Pick<Directory, "service">): ActsRead {
  const acts: StartAct[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const last = acts.at(-1);
    const act = actOf(line);
    const answer = ANSWER.exec(line)?.groups;
    if (act !== null) acts.push(act);
    else if (last?.act === "asked" && answer?.id !== undefined && answer.answer !== undefined) {
      const several = service(last.service)?.questions.some(
        ({ id, kind }) => id === answer.id && kind === "choices",
      );
      const value = several ? answer.answer.split(",").map((each) => each.trim()) : answer.answer;
      acts[acts.length - 1] = { ...last, answers: { ...last.answers, [answer.id]: value } };
    } else return { kind: "not-read", line };
  }
  return { kind: "acts", acts };
}

function actOf(line: string): StartAct | null {
  const { service, offer, days, time, reason, note, question, hours } =
    [ASK, ACCEPT, DECLINE, QUESTION, PASS].map((shape) => shape.exec(line)?.groups).find(Boolean) ?? {};
  const read = StartAct.safeParse(
    service !== undefined
      ? { act: "asked", service, answers: {}, offer: offer ?? null }
      : days !== undefined
        ? { act: "accepted", inWorkingDays: Number(days), time }
        : reason !== undefined
          ? { act: "declined", reason, note }
          : question !== undefined
            ? { act: "wanted-to-know", question }
            : { act: "hours-passed", hours: Number(hours) },
  );
  return read.success ? read.data : null;
}
