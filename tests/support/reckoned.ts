/** Figures of usability reckoned by plain formulas, beside the application's own, for a test to set against them. */

/** The normal distribution's 97.5 % point. */
export const Z = 1.959963984540054;

/** How likely Student's t is between −t and t: the finite series for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 4). */
function between(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let step = odd ? 3 : 2; step <= degrees - 2; step += 2) {
    term *= ((step - 1) / step) * cosine ** 2;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/** The t beyond which there is 2.5 % on each side. */
export function tOf(degrees: number): number {
  let [low, high] = [0, 1_000];
  for (let halving = 0; halving < 80; halving += 1) {
    const middle = (low + high) / 2;
    if (between(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return low;
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const varianceOf = (values: readonly number[]): number => {
  const mean = sumOf(values) / values.length;
  return sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
};

const clipped = (value: number, [least, most]: readonly [number, number]) =>
  Math.min(most, Math.max(least, value));

/** Adjusted Wald. */
export function share(count: number, of: number) {
  if (of === 0) return null;
  const n = of + Z * Z;
  const p = (count + (Z * Z) / 2) / n;
  const reach = Z * Math.sqrt((p * (1 - p)) / n);
  return {
    count,
    of,
    share: count / of,
    low: clipped(p - reach, [0, 1]),
    high: clipped(p + reach, [0, 1]),
  };
}

export function mean(values: readonly number[], ends: readonly [number, number] = [-Infinity, Infinity]) {
  const of = values.length;
  if (of === 0) return null;
  const middle = sumOf(values) / of;
  if (Math.min(...values) === Math.max(...values)) return { of, mean: middle, interval: null };
  const reach = tOf(of - 1) * Math.sqrt(varianceOf(values) / of);
  return {
    of,
    mean: middle,
    interval: { low: clipped(middle - reach, ends), high: clipped(middle + reach, ends) },
  };
}

export function geometricMean(values: readonly number[]) {
  const logs = mean(values.map(Math.log));
  if (logs === null) return null;
  const { of, interval } = logs;
  return {
    of,
    mean: values.reduce((product, value) => product * value ** (1 / of), 1),
    interval: interval && { low: Math.exp(interval.low), high: Math.exp(interval.high) },
  };
}

/** The System Usability Scale of ten answers. */
export const sus = ([a, b, c, d, e, f, g, h, i, j]: readonly number[]): number =>
  2.5 * (n(a) + n(c) + n(e) + n(g) + n(i) - 5 + 25 - n(b) - n(d) - n(f) - n(h) - n(j));
const n = (value: number | undefined): number => value ?? Number.NaN;

/** Smith's lostness of the pages that were seen; who saw too few was not lost by it. */
export function lostness(seen: readonly string[], way: readonly string[]): number {
  const needed = pagesNeeded(way);
  const different = new Set(seen).size;
  return Math.sqrt((different / seen.length - 1) ** 2 + (Math.min(needed, different) / different - 1) ** 2);
}

/**
 * How many different pages a way needs, each given its own name: its pattern and which it is of those of that pattern
 * that follow each other. A pattern that comes back begins its names again.
 */
export function pagesNeeded(way: readonly string[]): number {
  let turn = 0;
  const names = way.map((pattern, place) => {
    turn = way[place - 1] === pattern ? turn + 1 : 1;
    return `${turn} ${pattern}`;
  });
  return new Set(names).size;
}

/**
 * In how many ways those who succeeded could have been these of one group and those of the other: the part of all ways in
 * which luck alone does as much, or more.
 */
export function fisher(one: readonly boolean[], other: readonly boolean[]): number {
  const successes = [...one, ...other].filter(Boolean).length;
  const [ofOne, ofOther] = [waysToChoose(one.length), waysToChoose(other.length)];
  const ways = ofOne.map((each, inOne) => each * (ofOther[successes - inOne] ?? 0));
  const seen = ways[one.filter(Boolean).length] ?? Number.NaN;
  return sumOf(ways.filter((each) => each <= seen)) / sumOf(ways);
}

/** A row of Pascal's triangle, by adding. */
function waysToChoose(from: number): readonly number[] {
  let row = [1];
  for (let line = 0; line < from; line += 1)
    row = [...row, 0].map((each, place) => each + (row[place - 1] ?? 0));
  return row;
}

/** Welch's t of logarithms: its value and Satterthwaite's degrees of freedom, and how many times as long the second takes. */
export function welch(from: readonly number[], to: readonly number[]) {
  const [x, y] = [from.map(Math.log), to.map(Math.log)];
  const [a, b] = [varianceOf(x) / x.length, varianceOf(y) / y.length];
  const apart = sumOf(y) / y.length - sumOf(x) / x.length;
  return {
    t: apart / Math.sqrt(a + b),
    degreesOfFreedom: (a + b) ** 2 / (a ** 2 / (x.length - 1) + b ** 2 / (y.length - 1)),
    ratio: Math.exp(apart),
  };
}
