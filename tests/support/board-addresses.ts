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
};
