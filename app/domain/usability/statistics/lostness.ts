/**
 * How lost somebody was, from 0: L = √((N/S − 1)² + (R/N − 1)²), with S pages seen, N different ones among them, and R
 * that were needed. Below 0.4 nobody looks lost, above 0.5 they do. Smith, Interacting with Computers 8 (1996) 365-381.
 * Who gave up before they had seen as many as were needed was not lost by having seen too few: R is then N. Null of
 * nobody who saw anything.
 */
export function lostness({
  seen,
  different,
  needed,
}: {
  readonly seen: number;
  readonly different: number;
  readonly needed: number;
}): number | null {
  if (seen === 0) return null;
  return Math.hypot(different / seen - 1, Math.min(needed, different) / different - 1);
}

/** From here on somebody was lost, by Smith's own look at people. */
export const LOST = 0.5;
