import { expect, it } from "vitest";
import { contents, service } from "../../../tests/support/directory";
import { buildDirectory } from "./directory";
import { relatedServices } from "./related";

const flags = {
  version: 1,
  source: "",
  approvedBy: ["A", "B"],
  approvedOn: "2026-01-01",
  notice: "",
  items: [],
} as const;
const town = buildDirectory(
  contents({
    services: [
      service("physio", {
        name: "Physiotherapy",
        needs: ["moving"],
        synonyms: ["sore knee"],
        redFlags: flags,
      }),
      service("knee", { name: "Knee class", needs: ["moving"], synonyms: ["sore knee"], redFlags: flags }),
      service("feet", { name: "Foot care", needs: ["moving"], redFlags: flags }),
      service("closed", { name: "Sore knee help", needs: ["moving"], status: "closed", redFlags: flags }),
      service("skin", { name: "Skin check", needs: ["skin"], synonyms: ["sore knee"], redFlags: flags }),
      service("falls", {
        name: "Falls check",
        needs: ["home"],
        redFlags: flags,
        parts: [
          { serviceId: "physio", after: [] },
          { serviceId: "feet", after: [] },
        ],
      }),
    ],
  }),
);
const relatedTo = (id: string) => {
  const found = town.service(id);
  return found ? relatedServices(town, found).map((each) => each.id) : [];
};

it("puts what holds a service first, then what people mean by the same words, then the rest of its need", () => {
  expect(relatedTo("physio")).toEqual(["falls", "knee", "feet"]);
});

it("names neither the service itself, nor its own parts, nor what is about something else", () => {
  expect(relatedTo("falls")).toEqual([]);
  expect(relatedTo("skin")).toEqual([]);
});
