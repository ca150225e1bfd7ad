import type { Brand } from "~/domain/directory/types";

/** What every page says first of what it is: nobody can take a demonstration for the real thing. */
export const KIND_BANNER: Readonly<Record<Brand["kind"], { readonly lead: string; readonly rest: string }>> =
  {
    demo: { lead: "This is a demonstration.", rest: "The people are made up." },
    lab: { lead: "This is a test world.", rest: "The people are made up." },
    real: { lead: "Real organisations, from published data.", rest: "Nothing is sent to them." },
  };
