import { expect, it } from "vitest";
import { requestInPlace, whoseRequest } from "./whose-request";

it("what one person asks for at once is theirs, and what is added like it is somebody else's", () => {
  expect([1, 2, 12].map((place) => whoseRequest(requestInPlace("w-7", place)))).toEqual([
    "w-7",
    "w-7",
    "w-7",
  ]);
  expect(whoseRequest("w-7")).toBe("w-7");
  expect(["w-7.1*2", "w-7.2*2", "w-7.1*3"].map(whoseRequest)).toEqual(["w-7*2", "w-7*2", "w-7*3"]);
});
