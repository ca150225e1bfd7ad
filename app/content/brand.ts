import type { Brand } from "~/domain/directory/types";

/** Beside a request, where the organisation is a real one: it knows nothing of it. */
export const NOBODY_TOLD = {
  lead: "Nobody real has been asked.",
  rest: "This shows what would happen. Nothing was sent, so please do not ring them about it.",
};

/** Where a real organisation would have been asked: what stands in place of its answer, and of any promise of one. */
export const NOBODY_WILL_ANSWER =
  "This is a demonstration. We send nothing to real places, so no one will answer.";
export const NOTHING_PROMISED = "In a real service you would be told here by when you would have an answer.";
export const wouldHaveGoneTo = (name: string): string => `This would have been sent to ${name}`;

/** What every page says first of what it is: nobody can take a demonstration for the real thing. */
export const KIND_BANNER: Readonly<Record<Brand["kind"], { readonly lead: string; readonly rest: string }>> =
  {
    demo: { lead: "This is a demonstration.", rest: "The people are made up." },
    lab: { lead: "This is a test world.", rest: "The people are made up." },
    real: { lead: "Real places, from lists that anyone can see.", rest: "Nothing is sent to them." },
  };
