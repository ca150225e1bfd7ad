import { MEASURES } from "~/domain/flow/measures";
import { DIMENSIONS } from "~/domain/flow/tally";

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
};
