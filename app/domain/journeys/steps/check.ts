import { z } from "zod";
import type { CheckAnswer } from "../draft-answers";
import { oneOf } from "../input";
import type { StepDefinition } from "../step";

/** The last page: what was answered, and the consent to pass on, which has no default. */
export const check: StepDefinition<CheckAnswer> = {
  id: "check",
  title: () => "Check your answers",
  schema: () =>
    z
      .object({
        consent: oneOf(["yes", "no"], "Say if we may ask the next one on the list"),
      })
      .transform(({ consent }) => ({ passOn: consent === "yes" })),
  typed: ({ passOn }) => ({ consent: passOn ? "yes" : "no" }),
  readBack: ({ passOn }) => [
    {
      step: "check",
      label: "If they cannot help",
      value: passOn ? "Ask the next one on the list" : "Come back to me first",
    },
  ],
};
