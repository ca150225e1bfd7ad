import type { Share } from "./share";

/**
 * Fisher's exact test, two-sided: how likely luck alone is to bring two shares so far apart or farther, that is the sum
 * of the probabilities of all tables with these totals that are no likelier than the one that was seen. (As R's
 * `fisher.test`.) In whole numbers, so that two tables that are equally likely are so here too.
 */
export function fisherExact(one: Pick<Share, "count" | "of">, other: Pick<Share, "count" | "of">): number {
  const all = one.count + other.count;
  const ways = (count: number) => choose(one.of, count) * choose(other.of, all - count);
  const seen = ways(one.count);
  let asFar = 0n;
  let total = 0n;
  for (let count = Math.max(0, all - other.of); count <= Math.min(one.of, all); count += 1) {
    const here = ways(count);
    total += here;
    if (here <= seen) asFar += here;
  }
  return Number((asFar << BITS) / total) / 2 ** Number(BITS);
}

/** So fine is the fraction cut: no study is so large that its p would be 0. */
const BITS = 500n;

/** In how many ways so many can be chosen of so many. */
function choose(of: number, count: number): bigint {
  let ways = 1n;
  for (let step = 1; step <= count; step += 1) ways = (ways * BigInt(of - count + step)) / BigInt(step);
  return ways;
}
