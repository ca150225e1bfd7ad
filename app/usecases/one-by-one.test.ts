import { expect, it } from "vitest";
import { UnknownBrand } from "~db/queries/directory";
import { doneInAll, oneByOne } from "./one-by-one";

it("lets whatever else there is to do have its turn before each brand's work", async () => {
  const order: string[] = [];
  const work = async (brandId: string) => {
    order.push(brandId);
    setImmediate(() => order.push("a page"));
    return 1;
  };
  expect(await oneByOne(["one", "two", "three"], work)).toEqual({ done: 3, failures: [] });
  expect(order).toEqual(["one", "a page", "two", "a page", "three"]);
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

it("what was done in several passes is added up, and what failed in any of them is thrown together", () => {
  const [first, second] = [new Error("first"), new Error("second")];
  expect(
    doneInAll(
      [
        { done: 2, failures: [] },
        { done: 3, failures: [] },
      ],
      "Failed",
    ),
  ).toBe(5);
  const passes = [
    { done: 2, failures: [first] },
    { done: 0, failures: [second] },
  ];
  expect(() => doneInAll(passes, "Failed")).toThrow(
    expect.objectContaining({ message: "Failed", errors: [first, second] }),
  );
});
