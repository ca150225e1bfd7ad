import { describe, expect, it } from "vitest";
import { contents, service } from "~tests/support/directory";
import { buildDirectory } from "./directory";
import { searchServices } from "./search";

const SERVICES = [
  service("physiotherapy", {
    name: "Physiotherapy",
    summary: "Help with pain and stiffness in your back, joints and muscles.",
    needs: ["moving"],
    synonyms: ["physio", "bad back", "back pain", "sore knee", "sciatica"],
  }),
  service("talking-therapies", {
    name: "Talking therapies",
    summary: "Help when you feel low, worried or stressed, or cannot sleep.",
    needs: ["mind"],
    synonyms: ["counselling", "CBT", "anxiety", "depression", "cannot sleep"],
  }),
  service("continence", {
    name: "Bladder and bowel service",
    summary: "Help with leaks, and with going to the toilet too often.",
    needs: ["bladder"],
    synonyms: ["continence", "incontinence", "urinary", "weak bladder"],
  }),
  service("back-to-work", {
    name: "Back to work support",
    summary: "Help to go back to your job after being ill.",
    needs: ["work"],
    synonyms: ["fit note", "job"],
  }),
  service("podiatry", {
    name: "Foot care (podiatry)",
    summary: "Care for sore feet, nails and diabetic feet.",
    needs: ["moving"],
    synonyms: ["chiropodist", "toenails", "verruca"],
  }),
  service("vaccination", { name: "Flu vaccination", summary: "A flu jab.", synonyms: ["flu jab"] }),
  service("shut", { name: "Physiotherapy at the old hospital", status: "closed" }),
];
const directory = buildDirectory(contents({ services: SERVICES }));
const first = (text: string) => searchServices(directory, text)[0]?.service.id;

describe("searching the catalogue", () => {
  it.each([
    ["bad back", "physiotherapy"],
    ["I've got a bad back", "physiotherapy"],
    ["physo", "physiotherapy"],
    ["phsyio", "physiotherapy"],
    ["fisiotherapy", "physiotherapy"],
    ["PHYSIOTHERAPY", "physiotherapy"],
    ["my backs killing me", "physiotherapy"],
    ["cant sleep", "talking-therapies"],
    ["can't sleep", "talking-therapies"],
    ["anxous", "talking-therapies"],
    ["waterworks", "continence"],
    ["water works", "continence"],
    ["back to work", "back-to-work"],
    ["foot", "podiatry"],
    ["feet", "podiatry"],
    ["toe nails", "podiatry"],
    ["jabs", "vaccination"],
    ["vacination", "vaccination"],
  ])("finds for “%s” first %s", (text, id) => {
    expect(first(text)).toBe(id);
  });

  it("finds nothing for nothing, for stop words, and for what no service is near", () => {
    expect(searchServices(directory, "")).toEqual([]);
    expect(searchServices(directory, "i need the")).toEqual([]);
    expect(searchServices(directory, "zzzzqqqq")).toEqual([]);
    expect(searchServices(directory, "\u0000\u0007<>%%")).toEqual([]);
  });

  it("leaves out what meets a search only faintly, and what is more than anyone reads", () => {
    const found = searchServices(directory, "bad back").map((hit) => hit.service.id);
    expect(found[0]).toBe("physiotherapy");
    expect(found).not.toContain("podiatry");
    const alike = Array.from({ length: 20 }, (_, number) =>
      service(`clinic-${number}`, { name: "Ear clinic" }),
    );
    const many = buildDirectory(contents({ services: alike }));
    expect(searchServices(many, "ear clinic")).toHaveLength(12);
  });

  it("does not show a closed service", () => {
    expect(
      searchServices(directory, "old hospital physiotherapy").map((hit) => hit.service.id),
    ).not.toContain("shut");
  });

  it("takes a pasted letter without complaint", () => {
    expect(first(`${"bad back ".repeat(200_000)}`)).toBe("physiotherapy");
  });
});
