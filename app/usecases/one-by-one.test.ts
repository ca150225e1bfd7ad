import { expect, it } from "vitest";
import { UnknownBrand } from "~db/queries/directory";
import { oneByOne } from "./one-by-one";

it("lets whatever else there is to do have its turn before each piece of work", async () => {
  const order: string[] = [];
  const does = (what: string) => async (brandId: string) => {
    order.push(`${what} of ${brandId}`);
    setImmediate(() => order.push("a page"));
    return 1;
  };
  expect(await oneByOne(["one", "two"], does("first"), does("second"))).toEqual({ done: 4, failures: [] });
  expect(order).toEqual([
    "first of one",
    "a page",
    "second of one",
    "a page",
    "first of two",
    "a page",
    "second of two",
  ]);
});

it("goes on after what fails, which is told; a brand that is gone meanwhile is no failure", async () => {
  const failure = new Error("failed");
  const work = async (brandId: string) => {
    if (brandId === "fails") throw failure;
    if (brandId === "gone") throw new UnknownBrand(brandId);
    return 2;
  };
  expect(await oneByOne(["fails", "gone", "well"], work)).toEqual({ done: 2, failures: [failure] });
});
