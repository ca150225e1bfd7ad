import type { Post } from "./post";

/**
 * GOV.UK Notify's own simulator addresses, and the same ends of numbers among those that Ofcom keeps for drama: a text
 * to 07700 900002 or an email to perm-fail@simulator.notify never arrives; 07700 900003 and temp-fail@simulator.notify
 * are out of reach now.
 */
const NEVER = new Set(["07700900002", "perm-fail@simulator.notify"]);
const NOT_NOW = new Set(["07700900003", "temp-fail@simulator.notify"]);

/** The post of a demonstration: what it takes is on the doormat at once, and goes nowhere else. */
export const doormat: Post = {
  async send({ reference, way }) {
    const to = typeof way.to === "string" ? way.to.toLowerCase() : "";
    if (NEVER.has(to)) return { kind: "refused", why: "permanent-failure" };
    if (NOT_NOW.has(to)) return { kind: "later", why: "temporary-failure" };
    return { kind: "arrived", providerId: `doormat ${reference}` };
  },
};
