import type { BoxStyle, BoxTone, Mark } from "../directory/types";

/** What a person will recognise their care by: one line each. */
export const BOX_LINES = ["letter", "text", "call", "door", "accountable", "record", "questions"] as const;
export type BoxLine = (typeof BOX_LINES)[number];

/** Whose box care arrives in: computed before a request, stored with its fulfilment, never recomputed for the past. */
export interface Box {
  readonly style: BoxStyle;
  readonly brand: { readonly name: string; readonly mark: Mark };
  readonly partner: { readonly id: string; readonly name: string; readonly mark: Mark };
  /** Who answers for the care under a lead provider's contract, when it is not the partner. */
  readonly lead: { readonly id: string; readonly name: string } | null;
  /** The partner does not treat: it refers to somebody who does. */
  readonly refers?: true;
  readonly lines: Readonly<Record<BoxLine, string>>;
  readonly questionsPhone: string;
  /** How its letters speak; left out: as usual. */
  readonly tone?: BoxTone;
}

export interface BoxChange {
  readonly line: BoxLine | "partner" | "style";
  readonly before: string;
  readonly after: string;
}
