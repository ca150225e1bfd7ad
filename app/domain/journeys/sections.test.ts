import { expect, test } from "vitest";
import { service } from "~tests/support/small-town";
import type { DraftAnswers } from "./draft-answers";
import { sectionsOf } from "./sections";

const physiotherapy = service("physiotherapy");
const facts = { today: "2026-11-25", practices: [] };
const statuses = (answers: DraftAnswers) =>
  sectionsOf(physiotherapy, answers, facts).map(({ id, status, step }) => `${id}: ${status} at ${step}`);

test("nothing is open but the signs of an emergency before they are answered", () => {
  expect(statuses({})).toEqual([
    "safe: to-do at red-flags",
    "who: later at who",
    "need: later at place",
    "choice: later at choose",
    "contact: later at contact",
    "check: later at check",
  ]);
});

test("a section goes on at its first question without an answer, and waits for nothing that may be passed over", () => {
  const begun: DraftAnswers = { "red-flags": { version: 1 }, who: { who: "myself" } };
  expect(statuses(begun).slice(0, 3)).toEqual([
    "safe: done at red-flags",
    "who: begun at about",
    "need: later at place",
  ]);
  const answered: DraftAnswers = {
    ...begun,
    about: { name: "Rosa", bornOn: "1992-03-27", sex: "female" },
    place: { postcode: "LK1 1AA", position: null, practice: "none" },
    preferences: { modes: [], first: "nearest" },
  };
  expect(statuses(answered).slice(1, 4)).toEqual([
    "who: done at who",
    "need: done at place",
    "choice: to-do at choose",
  ]);
});
