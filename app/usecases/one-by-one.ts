import { UnknownBrand } from "~db/queries/directory";
import { othersFirst } from "./others-first";

/** What came of the work of many brands together, and what failed. */
export interface Pass {
  readonly done: number;
  readonly failures: readonly unknown[];
}

/**
 * Does the work of many brands, one after the other: who asks for a page meanwhile waits for one of them, and not for all. What
 * fails keeps no other waiting. A brand that was taken away meanwhile has nothing more to do.
 */
export async function oneByOne<Brand>(
  brands: readonly Brand[],
  work: (brand: Brand) => Promise<number>,
): Promise<Pass> {
  let done = 0;
  const failures: unknown[] = [];
  for (const brand of brands) {
    await othersFirst();
    try {
      done += await work(brand);
    } catch (error) {
      if (!(error instanceof UnknownBrand)) failures.push(error);
    }
  }
  return { done, failures };
}

/** How much was done in several passes. Throws an AggregateError with what failed in any of them, if something did. */
export function doneInAll(passes: readonly Pass[], message: string): number {
  const failures = passes.flatMap((pass) => pass.failures);
  if (failures.length > 0) throw new AggregateError(failures, message);
  return passes.reduce((sum, { done }) => sum + done, 0);
}
