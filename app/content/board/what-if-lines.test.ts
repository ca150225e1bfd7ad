import { expect, it } from "vitest";
import { changeInWords, scenarioDoneWords } from "./what-if";
import { lookUp } from "./what-if-lines";

const names = lookUp({ organisations: { quay: "Quay" }, services: { physio: "Physiotherapy" } });

it("a partner or service that a file names, and nobody has, is called by its id", () => {
  const leaves = (organisationId: string) => changeInWords({ kind: "leave", organisationId }, names);
  expect(["quay", "nobody", "constructor", "__proto__"].map(leaves)).toEqual([
    "Quay leaves",
    "nobody leaves",
    "constructor leaves",
    "__proto__ leaves",
  ]);
  expect(changeInWords({ kind: "service", serviceId: "toString", becomes: "open" }, names)).toBe(
    "toString opens",
  );
});

it("an address that says something else was done is told nothing", () => {
  expect(scenarioDoneWords("taken")).toBe("The change was taken away.");
  for (const done of [null, "", "nothing", "__proto__", "constructor"])
    expect(scenarioDoneWords(done)).toBe("");
});
