import { MEASURES } from "~/domain/flow/measures";
import { DIMENSIONS } from "~/domain/flow/tally";
import { MATTER_KINDS } from "~/domain/governance/matter-kinds";
import { CHANGE_KINDS } from "~/domain/simulation/changes";
import { DECIDED, OPEN } from "~seeds/scenarios/decisions";
import { SAMPLE } from "./sample-scenario";

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
  "/board/what-if": ["/board/what-if"],
  "/board/what-if/compare": [
    "/board/what-if/compare",
    `/board/what-if/compare?one=${SAMPLE}&other=${SAMPLE}`,
    "/board/what-if/compare?one=no-such-scenario&other=none",
  ],
  "/board/what-if/:scenario": [
    `/board/what-if/${SAMPLE}`,
    `/board/what-if/${SAMPLE}?measure=kept`,
    `/board/what-if/${SAMPLE}?done=__proto__&measure=__proto__`,
    "/board/what-if/no-such-scenario",
  ],
  "/board/what-if/:scenario/change": [
    ...CHANGE_KINDS.map((kind) => `/board/what-if/${SAMPLE}/change?kind=${kind}`),
    `/board/what-if/${SAMPLE}/change`,
    "/board/what-if/no-such-scenario/change",
  ],
  "/board/what-if/:scenario/files/:file": [
    ...["scenario.json", "result.json", "people.csv", "measures.csv", "partners.csv", "no-such-file"].map(
      (file) => `/board/what-if/${SAMPLE}/files/${file}`,
    ),
  ],
  "/board/flow": ["/board/flow", "/board/flow?period=year"],
  "/board/flow.csv": ["measures", "flow", "map", "cost", "settings"].map(
    (table) => `/board/flow.csv?period=year&table=${table}`,
  ),
  "/board/flow/:measure": [...MEASURES, "no-such-measure"].map((id) => `/board/flow/${id}?period=year`),
  "/board/flow/:measure/table.csv": [...DIMENSIONS, "trend", "kind"].map(
    (table) => `/board/flow/declined/table.csv?period=year&table=${table}`,
  ),
  "/board/flow/:measure/list": MEASURES.map((id) => `/board/flow/${id}/list?period=year`),
  "/board/flow/:measure/list.csv": MEASURES.map((id) => `/board/flow/${id}/list.csv?period=year`),
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
