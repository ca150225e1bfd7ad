import { UnknownBrand } from "~db/queries/directory";
import { othersFirst } from "./others-first";

/**
 * Does the work of many brands, one piece after the other: who asks for a page meanwhile waits for one of them, and not for
 * all. What fails keeps no other waiting. A brand that was taken away meanwhile has nothing more to do. Tells what all of it
 * comes to together, and what failed.
 */
export async function oneByOne(
  brandIds: readonly string[],
  ...works: readonly ((brandId: string) => Promise<number>)[]
): Promise<{ readonly done: number; readonly failures: readonly unknown[] }> {
  let done = 0;
  const failures: unknown[] = [];
  for (const id of brandIds) {
    for (const work of works) {
      await othersFirst();
      try {
        done += await work(id);
      } catch (error) {
        if (!(error instanceof UnknownBrand)) failures.push(error);
      }
    }
  }
  return { done, failures };
}
