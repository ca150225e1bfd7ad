import { expect, it } from "vitest";
import { contents, service } from "../../../tests/support/directory";
import { buildDirectory } from "./directory";
import { suggestionsFor } from "./suggestions";

const town = buildDirectory(
  contents({
    services: [
      service("physio", { name: "Physiotherapy", synonyms: ["bad back"] }),
      service("talking", { name: "Talking therapy", synonyms: ["want to die"], needs: ["mind"] }),
      service("pain", { name: "Chest pain clinic", synonyms: ["chest pain"] }),
      service("walks", { name: "Walking group", synonyms: ["want to die of boredom", "die"] }),
    ],
  }),
);
const namesFor = (typed: string) => suggestionsFor(town, typed).services.map(({ id }) => id);

it("suggests services by the beginning of what people call them", () => {
  expect(namesFor("phy")).toEqual(["physio"]);
  expect(namesFor("bad ba")).toEqual(["physio"]);
  expect(namesFor("")).toEqual([]);
  expect(namesFor("p")).toEqual([]);
});

it("says which help comes first when the words are words of danger, and what may stand beside it", () => {
  expect(suggestionsFor(town, "chest pain").danger).toBe("999");
  expect(suggestionsFor(town, "bad back").danger).toBeNull();
  const crisis = suggestionsFor(town, "I want to die");
  expect(crisis.danger).toBe("crisis");
  expect(crisis.services.map(({ id }) => id)).toEqual(["talking"]);
});

it("answers the same words of one directory from what it found before", () => {
  expect(suggestionsFor(town, "Phy ")).toBe(suggestionsFor(town, "phy"));
});
