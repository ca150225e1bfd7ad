import { describe, expect, it } from "vitest";
import {
  contents,
  HARBOUR,
  location,
  NOW,
  northOf,
  offer,
  organisation,
  service,
} from "../../../tests/support/directory";
import { buildDirectory } from "../directory/directory";
import type { Offer, Overlay, Service } from "../directory/types";
import { UNKNOWN_STATE } from "../directory/types";
import { chosenOptions, type Filters, fitOf, NO_FILTERS, withOption, withoutOption } from "./filters";
import { needOfVisitor } from "./glance";
import { route } from "./route";

/** How a service of these offers fits, for somebody at the harbour. */
function fitting(
  filters: Partial<Filters>,
  offers: readonly Partial<Offer>[],
  overlay: Overlay = new Map(),
  change: Partial<Service> = {},
) {
  const physio = service("physio", change);
  const directory = buildDirectory(
    contents({
      organisations: [organisation("trust")],
      services: [physio],
      locations: [
        location("near", "trust", northOf(1), { meets: { "step-free": true, hoist: false } }),
        location("far", "trust", northOf(9)),
      ],
      offers: offers.map((change, at) => offer(`offer-${at}`, "trust", change)),
    }),
  );
  const decision = route(
    directory,
    overlay,
    needOfVisitor(physio, { postcode: "LK1 1AA", position: HARBOUR }),
    NOW,
  );
  return fitOf({ service: physio, decisions: [decision] }, { ...NO_FILTERS, ...filters }, NOW);
}
const wait = (days: number) => ({ days, asOf: "2026-11-01", source: "the town" });

describe("a filter", () => {
  it("leaves everything when nothing is chosen, even what nobody offers", () => {
    expect(fitting({}, [])).toBe("yes");
  });

  it("tells a child's care from a grown-up's, at 16", () => {
    const grown = [{ ages: { from: 16, until: null } }];
    const young = [{ ages: { from: 0, until: 15 } }];
    expect([fitting({ who: "child" }, grown), fitting({ who: "adult" }, grown)]).toEqual(["no", "yes"]);
    expect([fitting({ who: "child" }, young), fitting({ who: "adult" }, young)]).toEqual(["yes", "no"]);
    expect(fitting({ who: "child" }, [{ ages: null }])).toBe("yes");
  });

  it("is for carers where the service says so", () => {
    expect(fitting({ who: "carer" }, [{}])).toBe("no");
    expect(fitting({ who: "carer" }, [{}], new Map(), { forCarers: true })).toBe("yes");
  });

  it("is met by one offer that meets everything, and not by two that meet a half each", () => {
    const byPhone = { modes: ["phone" as const], ages: { from: 16, until: null } };
    const forChildren = { modes: ["in-person" as const], locationId: "near", ages: null };
    expect(fitting({ who: "child", how: ["phone"] }, [byPhone, forChildren])).toBe("no");
    expect(fitting({ who: "adult", how: ["phone", "video"] }, [byPhone, forChildren])).toBe("yes");
  });

  it("goes by the distance to travel, which is none for care at home", () => {
    expect(fitting({ miles: 3 }, [{ locationId: "near" }])).toBe("yes");
    expect(fitting({ miles: 3 }, [{ locationId: "far" }])).toBe("no");
    expect(fitting({ miles: 1 }, [{ modes: ["home-visit"] }])).toBe("yes");
    expect(fitting({ miles: 1 }, [{ modes: [] }])).toBe("maybe");
  });

  it("goes by the next free time, or else by the usual wait, and never takes the unknown for no wait", () => {
    const free: Overlay = new Map([
      ["offer-0", { ...UNKNOWN_STATE, nextFreeAt: "2026-11-27T10:00:00.000Z" }],
    ]);
    expect([fitting({ days: 2 }, [{}], free), fitting({ days: 7 }, [{}], free)]).toEqual(["no", "yes"]);
    expect([fitting({ days: 7 }, [{ wait: wait(9) }]), fitting({ days: 14 }, [{ wait: wait(9) }])]).toEqual([
      "no",
      "yes",
    ]);
    expect(fitting({ days: 42 }, [{}])).toBe("maybe");
  });

  it("counts an interpreter as the language, and asks where nobody has said", () => {
    const speaks = (languages: Offer["languages"]) =>
      fitting({ language: "pl" }, [languages ? { languages } : {}]);
    expect(speaks({ spoken: ["pl"], interpreter: false })).toBe("yes");
    expect(speaks({ spoken: [], interpreter: true })).toBe("yes");
    expect(speaks({ spoken: ["fr"], interpreter: false })).toBe("no");
    expect(speaks(undefined)).toBe("maybe");
  });

  it("needs all that is needed there, and nothing of a building that nobody goes to", () => {
    const near = [{ locationId: "near" }];
    expect(fitting({ access: ["step-free"] }, near)).toBe("yes");
    expect(fitting({ access: ["step-free", "hoist"] }, near)).toBe("no");
    expect(fitting({ access: ["step-free", "bsl"] }, near)).toBe("maybe");
    expect(fitting({ access: ["hoist"] }, [{ modes: ["phone"] }])).toBe("yes");
  });
});

it("every option that is chosen can be taken off again, one by one", () => {
  const all: Filters = {
    who: "child",
    how: ["phone", "video"],
    miles: 3,
    days: 7,
    language: "pl",
    access: ["bsl", "hoist"],
  };
  expect(chosenOptions(all)).toHaveLength(8);
  expect(chosenOptions(all).reduce(withoutOption, all)).toEqual(NO_FILTERS);
  expect(withOption(all, { filter: "how", value: "in-person" }).how).toEqual(["in-person"]);
  expect(withOption(all, { filter: "access", value: "step-free" }).access).toHaveLength(3);
});
