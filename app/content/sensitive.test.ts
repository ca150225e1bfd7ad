import { expect, it } from "vitest";
import { neutralNameOf } from "./sensitive";

it("names a sensitive service, and one that is gone, in words that say nothing", () => {
  expect(neutralNameOf({ name: "Eye test" })).toBe("Eye test");
  expect(neutralNameOf({ name: "Contraception", sensitive: false })).toBe("Contraception");
  expect(neutralNameOf({ name: "Contraception", sensitive: true })).toBe("Your care");
  expect(neutralNameOf(undefined)).toBe("Your care");
});
