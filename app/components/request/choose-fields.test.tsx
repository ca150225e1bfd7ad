// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { roundMap } from "~/domain/shared/round-map";
import { ChooseFields, type WhoCanBeAsked } from "./choose-fields";
import type { OfferToChoose } from "./offer-card";

afterEach(cleanup);

const offer = (name: string, reasons: readonly string[] = ["Usual wait 8 days"]): OfferToChoose => ({
  offerId: name.toLowerCase().replaceAll(" ", "-"),
  name,
  place: "Capstan House, 1.3 miles away",
  reasons,
  box: {
    style: "partner",
    brand: { name: "Larkmouth Care", mark: { letters: "LC", colour: "#0d5257" } },
    partner: { id: name, name, mark: { letters: "AB", colour: "#1d4f91" } },
    lead: null,
    lines: { letter: "l", text: "t", call: "c", door: "d", accountable: "a", record: "r", questions: "q" },
    questionsPhone: "",
  },
});

const draw = (who: WhoCanBeAsked, typed = {}, errors: { field: string; message: string }[] = []) =>
  render(
    <form>
      <ChooseFields who={who} title="Choose who to ask" typed={typed} errors={errors} />
    </form>,
  );

const offered = (offers: readonly OfferToChoose[]): WhoCanBeAsked => ({
  outcome: "offered",
  offers,
  notSuitable: [
    { offerId: "x", name: "Gull Island Surgery", reasons: ["Only for people on the list of it"] },
  ],
  more: null,
});

const FULL = "No room at the moment (confirmed 2 hours ago)";

describe("choosing who to ask", () => {
  const names = ["Harbour Trust", "Tidewell", "Lighthouse", "Kettle Club"];

  test("shows every offer that can be asked, and “choose for me”", () => {
    draw(offered(names.map((name) => offer(name))));
    const radios = screen.getAllByRole<HTMLInputElement>("radio");
    expect(radios.map(({ value }) => value).sort()).toEqual(
      ["best", "harbour-trust", "kettle-club", "lighthouse", "tidewell"].sort(),
    );
    expect(screen.getByRole("radio", { name: "Choose for me" })).toBeTruthy();
  });

  test("says why the first comes first, when somebody asks", () => {
    const why = { sections: [{ heading: "Why Tidewell comes first", sentences: ["They are near."] }] };
    const who = offered([offer("Tidewell")]);
    draw(who.outcome === "offered" ? { ...who, why } : who);
    const details = screen.getByText("Why this one comes first").closest("details");
    expect(details?.open).toBe(false);
    expect(details?.textContent).toContain("Why Tidewell comes first");
    expect(details?.textContent).toContain("They are near.");
  });

  test("never hides one that has no room: it can be chosen, and says so", () => {
    draw(offered(names.map((name) => offer(name, [FULL]))));
    expect(screen.getAllByRole("radio")).toHaveLength(names.length + 1);
    const full = screen.getByRole<HTMLInputElement>("radio", { name: /Tidewell/ });
    expect(full.disabled).toBe(false);
    const why = document.getElementById(full.getAttribute("aria-describedby") ?? "");
    expect(why?.textContent).toContain(FULL);
  });

  test("recommends the first, with its reasons and its whole label", () => {
    draw(offered(names.map((name) => offer(name))));
    const card = screen.getByText("Recommended for you").parentElement;
    if (card === null) throw new Error("The recommendation stands on no card");
    expect(within(card).getByRole("radio", { name: /Harbour Trust/ })).toBeTruthy();
    expect(within(card).getByText("Usual wait 8 days")).toBeTruthy();
    expect(within(card).getByRole("article", { name: "Box label: Harbour Trust" })).toBeTruthy();
  });

  test("chooses nothing beforehand, and keeps what was chosen", () => {
    draw(offered(names.map((name) => offer(name))));
    expect(screen.getAllByRole<HTMLInputElement>("radio").some(({ checked }) => checked)).toBe(false);
    cleanup();
    draw(offered(names.map((name) => offer(name))), { choice: "lighthouse" });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Lighthouse/ }).checked).toBe(true);
  });

  test("says why others are not right for this person", () => {
    draw(offered([offer("Harbour Trust")]));
    expect(screen.getByText(/Not right for you/).textContent).toBe("Not right for you (1)");
    expect(screen.getByText(/Only for people on the list of it/)).toBeTruthy();
  });

  test("leads to the rest when there are more than are shown, and takes along what is ticked", () => {
    const who = offered(names.map((name) => offer(name)));
    if (who.outcome !== "offered") throw new Error("Nobody is offered");
    draw({ ...who, more: { count: 20, judged: 24 } });
    const more = screen.getByRole<HTMLButtonElement>("button", { name: /Show 20 more/ });
    expect([more.getAttribute("formmethod"), more.name, more.value]).toEqual(["get", "more", "24"]);
    expect(more.form?.elements.namedItem("choice")).toBeTruthy();
  });

  test("can be put in order within the same form, and Enter goes on all the same", () => {
    const who = offered(names.map((name) => offer(name)));
    if (who.outcome !== "offered") throw new Error("Nobody is offered");
    draw({ ...who, order: "nearest" });
    const order = screen.getByRole<HTMLSelectElement>("combobox", { name: "Put them in order" });
    expect(order.value).toBe("nearest");
    expect([...order.options].map(({ text }) => text)).toEqual([
      "Best for me",
      "Soonest",
      "Nearest",
      "Same people as before",
    ]);
    expect(screen.getByRole("button", { name: "Sort" }).getAttribute("formmethod")).toBe("get");
    const first = order.form?.querySelector<HTMLButtonElement>("button[type=submit]");
    expect([first?.textContent, first?.getAttribute("formmethod")]).toEqual(["Continue", null]);
  });

  test("gives each one on the map its number in the list, and names those that have no place", () => {
    const who = offered(names.map((name) => offer(name)));
    if (who.outcome !== "offered") throw new Error("Nobody is offered");
    const middle = { lat: 51.45, lon: -2.6 };
    const places = [1, 2, 3].map((number) => ({
      number,
      position: { lat: middle.lat + number / 100, lon: middle.lon },
    }));
    const { container } = draw({
      ...who,
      offers: who.offers.map((each, at) => ({ ...each, number: at + 1 })),
      map: {
        drawn: roundMap(middle, places),
        from: "LM1 2AB",
        first: null,
        elsewhere: [{ number: 4, name: "Kettle Club", how: "by phone" }],
      },
    });
    const map = container.querySelector("svg.offer-map__drawing");
    expect(map?.getAttribute("aria-hidden")).toBe("true");
    expect(map?.querySelector("title")?.textContent).toBe("A map of who can help, round LM1 2AB");
    const marks = [...(map?.querySelectorAll(".offer-map__number") ?? [])].map((one) => one.textContent);
    expect(marks).toEqual(["1", "2", "3"]);
    const cards = [...container.querySelectorAll(".offer-card__name")].map((one) => one.textContent);
    expect(cards).toEqual(["1Harbour Trust", "Choose for me", "2Tidewell", "3Lighthouse", "4Kettle Club"]);
    expect(screen.getByText(/Kettle Club: by phone/)).toBeTruthy();
  });

  test("says what is wrong where it is wrong", () => {
    draw(offered([offer("Harbour Trust")]), {}, [{ field: "choice", message: "Choose who to ask" }]);
    const group = screen.getByRole("group", { name: "Choose who to ask" });
    const message = document.getElementById(group.getAttribute("aria-describedby") ?? "");
    expect(message?.textContent).toBe("Error: Choose who to ask");
    expect(document.getElementById("choice")?.getAttribute("type")).toBe("radio");
  });
});

test("when the practice refers, it is asked, and the hospitals stand there with their dated waits", () => {
  draw({
    outcome: "referral",
    practice: offer("Fenny Lark Village Surgery", ["Your own practice"]),
    hospitals: [
      {
        offerId: "h",
        name: "Larkmouth General",
        reasons: ["18 weeks: half of people wait less (NHS England, 31 March 2026)"],
      },
    ],
  });
  expect(screen.getByRole("heading", { level: 1, name: "Your practice refers you" })).toBeTruthy();
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByText(/18 weeks: half of people wait less \(NHS England, 31 March 2026\)/)).toBeTruthy();
});

test("when nobody can be asked, the front desk is the next step, by name and number", () => {
  draw({
    outcome: "none",
    notSuitable: [],
    desk: { name: "Larkmouth Care front desk", phone: "0808 157 0100", hours: "Monday to Friday" },
  });
  expect(screen.getByText("Larkmouth Care front desk")).toBeTruthy();
  expect(screen.getByRole("link", { name: "0808 157 0100" }).getAttribute("href")).toBe("tel:08081570100");
});
