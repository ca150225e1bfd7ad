import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { searchServices } from "~/domain/directory/search";
import { dangerIn } from "~/domain/journeys/danger";
import { larkmouth } from "~seeds/reference/larkmouth";
import { runs } from "~tests/support/counts";

const { services } = larkmouth("2026-11-24");
const flags = services.flatMap(({ redFlags }) => redFlags?.items ?? []);

describe("the words of Larkmouth's catalogue", () => {
  it("bring help when somebody types what a 999 or crisis red flag says", () => {
    const missed = flags
      .filter(({ leadsTo, text }) => leadsTo !== "111" && dangerIn(text) === null)
      .map(({ text }) => text);
    expect(missed).toEqual([]);
  });

  const RUNS = { numRuns: runs(300, 50_000) };
  const calm = fc.array(fc.constantFrom("hello", "please", "grandad", "yesterday", "tuesday", "upstairs"), {
    maxLength: 12,
  });
  it(`bring help for them in the middle of any calm words, loud or quiet (${RUNS.numRuns} texts)`, () => {
    const urgent = flags.filter(({ leadsTo }) => leadsTo !== "111").map(({ text }) => text);
    fc.assert(
      fc.property(calm, fc.constantFrom(...urgent), calm, fc.boolean(), (before, flag, after, loud) => {
        const text = [...before, flag, ...after].join(" ");
        expect(dangerIn(loud ? text.toUpperCase() : text)).not.toBeNull();
      }),
      RUNS,
    );
  });

  it("find each service by its own name and by every other word for it", () => {
    const directory = buildDirectory(larkmouth("2026-11-24"));
    const missed = services.flatMap((service) =>
      [service.name, ...service.synonyms].filter(
        (text) =>
          !searchServices(directory, text)
            .slice(0, 5)
            .some((hit) => hit.service.id === service.id),
      ),
    );
    expect(missed).toEqual([]);
  });

  it.each([
    ["bad back", "physiotherapy"],
    ["physo", "physiotherapy"],
    ["waterworks", "continence"],
    ["cant sleep", "sleep"],
    ["feeling low", "talking-therapies"],
    ["going deaf", "hearing-test"],
    ["earwax", "ear-wax"],
    ["mum keeps falling", "falls-visit"],
  ])("find for “%s” first %s", (text, id) => {
    expect(searchServices(buildDirectory(larkmouth("2026-11-24")), text)[0]?.service.id).toBe(id);
  });
});
