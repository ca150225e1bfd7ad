import { describe, expect, it } from "vitest";
import { pages } from "~/routes";
import { PAGES, pageAt, placesOf, wrongAddress, wrongPattern } from "./pages";

describe("the pages that a task can lead to", () => {
  it("are those of the URL map that show something to a patient", () => {
    const NO_PAGE = ["patient/suggest", "patient/requests-calendar"];
    const OTHERS = ["sign-in/ask", "privacy", "accessibility"];
    const shown = pages
      .filter(({ id = "" }) => (id.startsWith("patient/") && !NO_PAGE.includes(id)) || OTHERS.includes(id))
      .map(({ path }) => `/${path ?? ""}`);
    expect([...PAGES].sort()).toEqual(shown.sort());
  });

  it("are found by what stands in their places, and the one that says most is meant", () => {
    expect(pageAt("/services/physiotherapy?postcode=LK1")).toBe("/services/:service");
    expect(pageAt("/services/")).toBe("/services");
    expect(pageAt("/services/physiotherapy/request/stop/999")).toBe(
      "/services/:service/request/stop/:emergency",
    );
    expect(pageAt("/service/physiotherapy")).toBeUndefined();
    expect(pageAt("/board")).toBeUndefined();
    expect(placesOf("/requests/:reference/times/:fulfilment")).toEqual(["reference", "fulfilment"]);
  });

  it.each([
    ["/service/:service", "Did you mean “/services/:service”?"],
    ["/requests/:ref", "Did you mean “/requests/:reference”?"],
    ["/request", "Did you mean “/requests”?"],
    ["/search", "Did you mean “/services”?"],
    [
      "/services/physiotherapy",
      "Write “/services/:service”, and “service: physiotherapy” as what must stand in its places.",
    ],
  ])("%s is no such page, and what would be is said", (pattern, right) => {
    expect(wrongPattern(pattern)).toBe(`“${pattern}” is no page of the front door. ${right}`);
  });

  it("are right as they stand in the list", () => {
    for (const page of PAGES) expect(wrongPattern(page)).toBeUndefined();
    expect(wrongAddress("/services?q=back")).toBeUndefined();
    expect(wrongAddress("/servces")).toContain("Did you mean “/services”?");
    expect(wrongAddress("/services/:service")).toContain("what stands in the place of “:service”");
  });
});
