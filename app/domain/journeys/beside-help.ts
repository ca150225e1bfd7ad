import type { Service } from "../directory/types";
import type { Emergency } from "./types";

/**
 * The services that may stand under help for somebody whose words were words of danger. In a crisis only those for the
 * mind do: anything else would look like an answer to it. After 999 and 111 what was looked for stays.
 */
export const servicesBesideHelp = (danger: Emergency | null, services: readonly Service[]): Service[] =>
  services.filter(({ needs }) => danger !== "crisis" || needs.includes("mind"));
