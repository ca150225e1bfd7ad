import { type Interval, within, Z } from "./distributions";

/** How many of how many, and between which shares it would be for everybody like them. */
export interface Share extends Interval {
  readonly count: number;
  readonly of: number;
  /** 0 to 1; what was seen. Not a number of nobody. */
  readonly share: number;
}

const WHOLE: Interval = { low: 0, high: 1 };

/**
 * A share with its adjusted-Wald interval: Z²/2 are added to those who did it, and as many to those who did not.
 * Agresti and Coull, The American Statistician 52 (1998) 119-126; for small usability tests, Sauro and Lewis, HFES 49
 * (2005) 2100-2104. Of nobody nothing is known: null.
 */
export function shareOf(count: number, of: number): Share | null {
  if (of === 0) return null;
  const { middle, error } = adjusted(count, of, Z ** 2 / 2);
  return {
    count,
    of,
    share: count / of,
    ...within({ low: middle - Z * error, high: middle + Z * error }, WHOLE),
  };
}

/** A second share less a first, in shares: -1 to 1. */
export interface ShareDifference extends Interval {
  readonly difference: number;
  /** Cohen's h, which tells 5 % from 15 % better than 45 % from 55 %: 0.2 is small, 0.5 middling, 0.8 large. */
  readonly h: number;
}

/**
 * How far apart two shares are. Adjusted-Wald: Z²/4 added on each side of both; Agresti and Caffo, The American
 * Statistician 54 (2000) 280-288, with Z in the place of its round 2, as Sauro and Lewis do (Quantifying the User
 * Experience, chapter 5). h is Cohen's (Statistical Power Analysis, chapter 6).
 */
export function shareDifference(from: Share, to: Share): ShareDifference {
  const [first, second] = [from, to].map(({ count, of }) => adjusted(count, of, Z ** 2 / 4));
  if (first === undefined || second === undefined) throw new Error("Two shares are two");
  const middle = second.middle - first.middle;
  const reach = Z * Math.hypot(first.error, second.error);
  return {
    difference: to.share - from.share,
    ...within({ low: middle - reach, high: middle + reach }, { low: -1, high: 1 }),
    h: 2 * Math.asin(Math.sqrt(to.share)) - 2 * Math.asin(Math.sqrt(from.share)),
  };
}

function adjusted(count: number, of: number, added: number) {
  const all = of + 2 * added;
  const middle = (count + added) / all;
  return { middle, error: Math.sqrt((middle * (1 - middle)) / all) };
}
