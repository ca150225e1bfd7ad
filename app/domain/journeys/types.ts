import type { Condition } from "../directory/conditions";
import type { PlainDate } from "../shared/time";

/** Where a red flag sends a person at once. */
export const EMERGENCIES = ["999", "111", "crisis"] as const;
export type Emergency = (typeof EMERGENCIES)[number];

export interface RedFlag {
  readonly id: string;
  /** What a person would say of themselves: "I can't feel or move my legs". */
  readonly text: string;
  readonly leadsTo: Emergency;
}

/** Safety content has an owner: where it came from, its version, and two people who approved it. */
export interface RedFlagSet {
  readonly version: number;
  readonly source: string;
  readonly approvedBy: readonly [string, string];
  readonly approvedOn: PlainDate;
  /** Shown to staff, and at the foot of the page: "Not clinically reviewed. For demonstration only." */
  readonly notice: string;
  readonly items: readonly RedFlag[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Choosing this leads to help at once, as a red flag does. */
  readonly leadsTo?: Emergency;
  /** Choosing this names what the person has, for offers that are limited to some conditions. */
  readonly condition?: Condition;
}

interface QuestionBase {
  readonly id: string;
  /** The question as it is asked. */
  readonly title: string;
  readonly hint?: string;
  readonly required: boolean;
  /** The line of the summary: "Where it hurts". */
  readonly label: string;
  /** Asked only if an earlier answer is one of these. */
  readonly onlyIf?: { readonly question: string; readonly isOneOf: readonly string[] };
}

export type Question =
  | (QuestionBase & { readonly kind: "choice"; readonly options: readonly Option[] })
  | (QuestionBase & { readonly kind: "choices"; readonly options: readonly Option[] })
  | (QuestionBase & { readonly kind: "text"; readonly maxLength: number });

/** What was answered to a service's questions, by question id. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;
