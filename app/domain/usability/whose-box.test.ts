import { describe, expect, it } from "vitest";
import { pages } from "~/routes";
import { LARKMOUTH_PATIENTS } from "~seeds/people/patients";
import { larkmouth } from "~seeds/reference/larkmouth";
import { REJECTED_REASONS } from "../routing/types";
import { blankStudy } from "./edit-study";
import { Study } from "./study";
import { withVariant } from "./variants";
import { WHOSE_BOX } from "./whose-box";

const TOWN = larkmouth("2026-11-30");
const ADDRESSES = new Set(pages.map(({ path }) => `/${path ?? ""}`));

it("is a study like any other", () => {
  expect(Study.parse(WHOSE_BOX)).toEqual(WHOSE_BOX);
  expect(WHOSE_BOX.tasks).toHaveLength(6);
  expect(WHOSE_BOX.variants).toHaveLength(3);
});

it("promises what is done: what was recorded stays when somebody stops, and goes by their code", () => {
  for (const { information } of [WHOSE_BOX, blankStudy("Another", "grace-okonkwo", 1)]) {
    expect(information).toContain("If you stop, we keep what you did until then.");
    expect(information).toContain("with it you can have all of it deleted");
  }
});

describe.each(WHOSE_BOX.tasks)("its task $id", ({ person, acts, success, optimalPath, startsAt, script }) => {
  it("is of a person and of services that the town knows", () => {
    expect(LARKMOUTH_PATIENTS.map(({ id }) => id)).toContain(person);
    const asked = acts.flatMap((each) => (each.act === "asked" ? [each] : []));
    for (const { service: id, answers, offer } of asked) {
      const service = TOWN.services.find((each) => each.id === id);
      expect(service?.status).toBe("open");
      expect(service?.questions.map((question) => question.id)).toEqual(
        expect.arrayContaining(Object.keys(answers)),
      );
      expect(offer).toBeNull();
    }
    for (const act of acts)
      if (act.act === "declined") expect(Object.keys(REJECTED_REASONS)).toContain(act.reason);
    if (success.by === "event" && success.service !== null)
      expect(TOWN.services.map(({ id }) => id)).toContain(success.service);
  });

  it("has a way there over pages that exist, and words for whoever sits beside", () => {
    expect(optimalPath[0]).toBe(startsAt);
    expect(optimalPath.filter((pattern) => !ADDRESSES.has(pattern))).toEqual([]);
    expect(script).not.toBe("");
  });
});

it("each of its variants can be made of the town", () => {
  const styles = WHOSE_BOX.variants.map(
    (variant) => new Set(withVariant(TOWN, variant).offers.map(({ box }) => box.style)),
  );
  expect(styles).toEqual([new Set(["brand", "partner", "both"]), new Set(["brand"]), new Set(["both"])]);
});

it("asks every question that it has", () => {
  const asked = new Set([...WHOSE_BOX.tasks.flatMap(({ questions }) => questions), ...WHOSE_BOX.atEnd]);
  expect([...asked].sort()).toEqual(WHOSE_BOX.questions.map(({ id }) => id).sort());
});
