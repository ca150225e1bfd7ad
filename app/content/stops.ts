import { AVOID } from "~/domain/journeys/draft-answers";
import type { Raised } from "~/domain/journeys/raised";
import { AVOID_LABELS } from "~/domain/journeys/steps/contact";
import type { Emergency } from "~/domain/journeys/types";
import { counted, listInWords } from "~/domain/shared/in-words";

/** Where somebody was led, as the front desk reads it. */
export const LED_TO: Readonly<Record<Emergency, string>> = {
  "999": "We told them to call 999",
  "111": "We told them to call 111",
  crisis: "We told them of crisis help",
};

/** What was said that is an emergency, in one line. */
export function raisedWords(raised: Raised): string {
  switch (raised.kind) {
    case "flags":
      return raised.flags.map(({ text }) => text).join("; ");
    case "options":
      return `${raised.question}: ${raised.options.join("; ")}`;
    case "words":
      return `${raised.question}: they wrote “${raised.words}”`;
    default:
      return raised satisfies never;
  }
}

interface Reached {
  readonly phone: string | null;
  readonly email: string | null;
  readonly avoid: readonly string[];
}

/** "Ring them" when there is a number that they may be rung on, else "write to them". */
export const reachVerb = ({ phone, avoid }: Reached): string =>
  phone !== null && !avoid.includes("calls") ? "ring them" : "write to them";

/** How somebody said to be reached and how not, in one line. */
export const reachWords = ({ phone, email, avoid }: Reached): string =>
  [phone, email, ...AVOID.filter((way) => avoid.includes(way)).map((way) => AVOID_LABELS[way])]
    .filter(Boolean)
    .join(". ");

/** How many could not be reached, by where they were led; null when there were none. */
export function unreachedWords(many: Readonly<Record<Emergency, number>>): string | null {
  const total = many["999"] + many["111"] + many.crisis;
  if (total === 0) return null;
  const by = [
    many["999"] > 0 ? `${many["999"]} to 999` : "",
    many["111"] > 0 ? `${many["111"]} to 111` : "",
    many.crisis > 0 ? `${many.crisis} to crisis help` : "",
  ].filter(Boolean);
  return `In the last 7 days ${counted(total, "request")} more stopped at a sign of an emergency, with no way to reach the person: ${listInWords(by, "and")}.`;
}
