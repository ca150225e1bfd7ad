import { MATTER_KINDS } from "~/domain/governance/matter-kinds";
import { DECIDED, OPEN } from "~seeds/scenarios/decisions";

/**
 * Of every address of the board room: samples to ask for, as the demonstration stands. A member is let in to each, or
 * told in words what is wrong with what they typed.
 */
export const BOARD_ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  "/board": ["/board"],
  "/board/stage": ["/board/stage"],
  "/board/stage/handout": ["/board/stage/handout"],
  "/board/stage/:stage": ["/board/stage/no-such-stage"],
  "/board/partners": ["/board/partners"],
  "/board/partners.csv": ["/board/partners.csv"],
  "/board/year": ["/board/year"],
  "/board/year.csv": ["/board/year.csv"],
  "/board/partners/:organisation": ["/board/partners/harbour-trust", "/board/partners/nobody"],
  "/board/replicate": ["/board/replicate"],
  "/board/replicate.csv": ["/board/replicate.csv"],
  "/board/governance": ["/board/governance"],
  "/board/governance/new": [
    "/board/governance/new",
    ...MATTER_KINDS.map((kind) => `/board/governance/new?matter=${kind}&scenario=what-if-1`),
    "/board/governance/new?matter=no-such-thing",
  ],
  "/board/governance/:proposal": [
    `/board/governance/${DECIDED}`,
    `/board/governance/${OPEN}?as=larkshore&done=voted`,
    "/board/governance/no-such-proposal",
  ],
  "/board/governance/:proposal/sum.csv": [
    `/board/governance/${DECIDED}/sum.csv`,
    `/board/governance/${OPEN}/sum.csv`,
  ],
};
