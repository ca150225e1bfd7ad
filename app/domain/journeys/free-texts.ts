import type { StepId } from "./draft-answers";

/** The fields beside a service's own questions in which people write what they like, and how each is named. */
export const FREE_TEXTS: Readonly<
  Partial<Record<StepId, { readonly field: "other" | "notes"; readonly label: string }>>
> = {
  adjustments: { field: "other", label: "What would help" },
  contact: { field: "notes", label: "Good to know" },
};
