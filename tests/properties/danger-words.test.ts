import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { searchServices } from "~/domain/directory/search";
import { dangerIn } from "~/domain/journeys/danger";
import { larkmouth } from "~seeds/reference/larkmouth";

const { services } = larkmouth("2026-11-24");
const flags = services.flatMap(({ redFlags }) => redFlags?.items ?? []);

describe("the words of Larkmouth's catalogue", () => {
  it("bring help when somebody types what a 999 or crisis red flag says", () => {
    const missed = flags
      .filter(({ leadsTo, text }) => leadsTo !== "111" && dangerIn(text) === null)
      .map(({ text }) => text);
    expect(missed).toEqual([]);
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
