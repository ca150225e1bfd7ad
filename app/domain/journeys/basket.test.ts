import { expect, it } from "vitest";
import { byPerson } from "./basket";
import type { DraftAnswers } from "./draft-answers";

const draft = (id: string, about?: Partial<NonNullable<DraftAnswers["about"]>>, who = "myself") => ({
  id,
  answers: {
    who: { who },
    ...(about ? { about: { name: "Rosa", bornOn: "1992-03-27", sex: "female", ...about } } : {}),
  } as DraftAnswers,
});

it("puts each person's together, in the order in which they come", () => {
  const groups = byPerson([
    draft("physiotherapy", {}),
    draft("meals", { name: "Arthur" }, "adult"),
    draft("eye-test", {}),
    draft("lift", { name: "Arthur", bornOn: "1944-05-04" }, "adult"),
    draft("begun"),
  ]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
    ["physiotherapy", "eye-test"],
    ["meals"],
    ["lift"],
    ["begun"],
  ]);
  expect(byPerson([])).toEqual([]);
});
