import type { Priority } from "../directory/types";
import type { Outcome } from "../fulfilment/types";
import type { StepInput } from "../journeys/draft-answers";
import type { RejectedReason } from "../routing/types";
import type { AccessNeed } from "../shared/access-needs";
import type { Language } from "../shared/languages";

/** What a fictional person asks for, as they fill it in. */
export interface Asked {
  readonly service: string;
  /** By question id; one that is left out is left alone. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  readonly modes?: StepInput[string];
  readonly access?: readonly AccessNeed[];
  readonly language?: Language;
  /** May the next partner be asked, if the first cannot help? */
  readonly passOn?: boolean;
}

/** What whoever has a request does about it. */
export type Happening =
  | { readonly did: "accept"; readonly inWorkingDays: number; readonly time: string }
  | { readonly did: "accept-later" | "did-not-attend" }
  | { readonly did: "decline" | "withdraw"; readonly reason: RejectedReason; readonly note: string }
  | { readonly did: "ask"; readonly question: string }
  | { readonly did: "raise-priority"; readonly priority: Priority; readonly note: string }
  | { readonly did: "complete"; readonly code: Outcome; readonly outcome: string };
