import { seeded } from "../shared/seeded";

/**
 * Which variant a participant gets, by their place (from 0) in the order in which they came. Each block has every variant
 * once, in an order of its own by the seed, so that at any time no variant is ahead of another by more than one.
 * (Fisher-Yates.)
 */
export function variantAt(variants: readonly string[], seed: number, place: number): string {
  const block = [...variants];
  const random = seeded((seed ^ Math.imul(Math.floor(place / variants.length) + 1, 0x9e3779b1)) >>> 0);
  for (let last = block.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [block[last], block[other]] = [block[other] as string, block[last] as string];
  }
  const variant = block[place % variants.length];
  if (variant === undefined) throw new RangeError("A study has at least one variant");
  return variant;
}
