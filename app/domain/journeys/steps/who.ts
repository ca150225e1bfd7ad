import { z } from "zod";
import { WHO, type Who, type WhoAnswer } from "../draft-answers";
import { oneOf } from "../input";
import type { StepDefinition } from "../step";

export const WHO_LABELS: Readonly<Record<Who, string>> = {
  myself: "Myself",
  child: "My child",
  someone: "Someone I care for",
};

export const who: StepDefinition<WhoAnswer> = {
  id: "who",
  title: () => "Who is this for?",
  schema: () => z.object({ who: oneOf(WHO, "Choose who this is for") }),
  typed: (answer) => ({ who: answer.who }),
  readBack: (answer) => [{ step: "who", label: "Who this is for", value: WHO_LABELS[answer.who] }],
};
