import type { Emergency } from "~/domain/journeys/types";
import { DANGER_IN_SEARCH, EMERGENCIES } from "./help";

/** What the search box suggests, as it is sent to it. */
export interface SuggestionsSent {
  readonly danger: Emergency | null;
  readonly services: readonly { readonly name: string; readonly summary: string; readonly href: string }[];
}

export const SUGGESTIONS = {
  label: "Suggestions",
  /** Read out once the list has changed. */
  count(services: number): string {
    if (services === 0) return "No suggestions. Press Enter to search.";
    return `${services === 1 ? "1 suggestion" : `${services} suggestions`}. Use the up and down arrow keys to choose.`;
  },
} as const;

/** Help in few words, above any suggestion. */
export const dangerAtOnce = (leadsTo: Emergency) => ({
  title: DANGER_IN_SEARCH[leadsTo],
  lead: EMERGENCIES[leadsTo].lead,
  call: EMERGENCIES[leadsTo].call,
  href: `tel:${EMERGENCIES[leadsTo].number}`,
});
