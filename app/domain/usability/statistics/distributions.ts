/// <reference path="./jstat.d.ts" />
import jStat from "jstat";

/*
 * Distributions are jStat's: one package without others, and within 4e-8 of what numerical integration gives, where a
 * library of Boost's functions would be 233 packages.
 */

/** How sure an interval is to hold what is true of everybody, over many studies. */
export const LEVEL = 0.95;
const UPPER_TAIL = 1 - (1 - LEVEL) / 2;

/** From `low` to `high`, both within. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** So many standard deviations to each side hold LEVEL of a normal distribution: 1.96. */
export const Z = jStat.normal.inv(UPPER_TAIL, 0, 1);

/** The same of Student's t. Degrees of freedom need not be whole. */
export const tAt = (degreesOfFreedom: number): number => jStat.studentt.inv(UPPER_TAIL, degreesOfFreedom);

/** How likely luck alone is to bring a t so far from 0, to either side. */
export const tailsOfT = (t: number, degreesOfFreedom: number): number =>
  Math.min(1, 2 * jStat.studentt.cdf(-Math.abs(t), degreesOfFreedom));

/** What cannot be below or above its ends is said not to be. */
export const within = ({ low, high }: Interval, ends: Interval): Interval => ({
  low: Math.min(ends.high, Math.max(ends.low, low)),
  high: Math.min(ends.high, Math.max(ends.low, high)),
});
