import { z } from "zod";
import type { RedFlagsAnswer } from "../draft-answers";
import { anyOf } from "../input";
import type { StepDefinition } from "../step";
import type { Emergency, RedFlagSet } from "../types";

/** The box that says no flag applies. A ticked flag always wins over it. */
export const NONE_OF_THESE = "none";

/** From the one that cannot wait to the one that can wait a little. */
const MOST_URGENT_FIRST: readonly Emergency[] = ["999", "crisis", "111"];

/** Where the ticked flags lead: the most urgent of them, or null when none is ticked. */
export function helpForFlags(set: RedFlagSet, ticked: readonly string[]): Emergency | null {
  const leads = set.items.filter(({ id }) => ticked.includes(id)).map(({ leadsTo }) => leadsTo);
  return MOST_URGENT_FIRST.find((emergency) => leads.includes(emergency)) ?? null;
}

export const redFlags: StepDefinition<RedFlagsAnswer> = {
  id: "red-flags",
  title: () => "Do any of these apply right now?",
  schema: ({ service }) => {
    const items = service.redFlags?.items ?? [];
    const message = "Tick each one that applies, or “None of these”";
    return z
      .object({ flags: anyOf([NONE_OF_THESE, ...items.map(({ id }) => id)], message) })
      .superRefine(({ flags }, context) => {
        if (flags.length === 0) context.addIssue({ code: "custom", path: ["flags"], message });
      })
      .transform(() => ({ version: service.redFlags?.version ?? 0 }));
  },
  typed: () => ({ flags: [NONE_OF_THESE] }),
  readBack: () => [{ step: "red-flags", label: "Signs of an emergency", value: "None of these" }],
};
