import { expect, it } from "vitest";
import { meanOf } from "~/domain/usability/statistics/mean";
import { meanRange, percent } from "./results";

it("a mean has its interval in words, and only how many it is of where no two differ", () => {
  const range = (...values: readonly number[]) => {
    const mean = meanOf(values, { low: 0, high: 1 });
    return mean && meanRange(mean, percent);
  };
  expect(range(1, 1)).toBe("of 2");
  expect(range(1)).toBe("of 1");
  expect(range(1, 0.5)).toBe("(0% to 100%), of 2");
});
