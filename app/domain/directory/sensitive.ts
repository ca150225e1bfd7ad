import type { Service } from "./types";

/** Needs that people may not want others in their home to know of. */
const SENSITIVE_NEEDS: readonly string[] = ["private", "mind"];

/** Whether nobody who shares a phone, an inbox or a screen should read of this service by its name. */
export const isSensitive = ({ needs }: Pick<Service, "needs">): boolean =>
  needs.some((need) => SENSITIVE_NEEDS.includes(need));
