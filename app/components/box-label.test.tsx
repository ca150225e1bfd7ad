// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { BOX_LINE_WORDS } from "~/content/boxes";
import { BOX_LINES, type Box } from "~/domain/boxes/types";
import type { BoxStyle } from "~/domain/directory/types";
import { BoxChange } from "./box-change";
import { BoxLabel } from "./box-label";

afterEach(cleanup);

const box = (style: BoxStyle, partner = "Harbour Community Trust", lead: Box["lead"] = null): Box => ({
  style,
  brand: { name: "Larkmouth Care", mark: { letters: "LC", colour: "#0d5257" } },
  partner: { id: partner, name: partner, mark: { letters: "HT", colour: "#1d4f91" } },
  lead,
  lines: {
    letter: `A letter headed ${partner}`,
    text: `A text from ${partner}`,
    call: `A call from ${partner}`,
    door: `The sign on the door says ${partner}`,
    accountable: `${partner} answers for your care`,
    record: `${partner} keeps the record`,
    questions: `Ask ${partner}`,
  },
  questionsPhone: "01632 960201",
});

const label = (name = "Harbour Community Trust") =>
  within(screen.getByRole("article", { name: `Box label: ${name}` }));

describe("a box's label", () => {
  test("folded says all that a full one says, each line once", () => {
    render(<BoxLabel box={box("partner")} form="folded" />);
    for (const line of BOX_LINES) expect(label().getAllByText(BOX_LINE_WORDS[line])).toHaveLength(1);
    expect(label().getAllByRole("group")).toHaveLength(1);
  });

  test.each([
    ["brand", "Larkmouth Care’s box", "You will see the name Larkmouth Care."],
    ["partner", "Harbour Community Trust’s own box", "You will see their own name, not Larkmouth Care."],
    ["both", "Both names on the box", "You will see Larkmouth Care and Harbour Community Trust together."],
  ] as const)("says in words whose box it is when its style is %s", (style, strip, meaning) => {
    render(<BoxLabel box={box(style)} />);
    expect(label().getByText(strip)).toBeTruthy();
    expect(label().getByText(meaning)).toBeTruthy();
  });

  test("draws a different shape for each style, so that it can be told apart without colour", () => {
    const shapes = (["brand", "partner", "both"] as const).map((style) => {
      const { container } = render(<BoxLabel box={box(style)} />);
      return container.querySelector(".box-shape")?.innerHTML;
    });
    expect(new Set(shapes).size).toBe(3);
  });

  test("names the partner, and every line that a person will recognise the care by", () => {
    render(<BoxLabel box={box("partner")} />);
    expect(label().getByText("Your care comes from")).toBeTruthy();
    expect(label().getByText("Harbour Community Trust").tagName).toBe("STRONG");
    expect(
      label()
        .getAllByRole("term")
        .map((term) => term.textContent),
    ).toEqual(BOX_LINES.map((line) => BOX_LINE_WORDS[line]));
    expect(label().getAllByRole("definition")[0]?.textContent).toBe(
      "A letter headed Harbour Community Trust",
    );
  });

  test("gives the number for questions as a link, once", () => {
    render(<BoxLabel box={box("partner")} />);
    expect(label().getByRole("link", { name: "01632 960201" }).getAttribute("href")).toBe("tel:01632960201");
    cleanup();
    const said = box("partner");
    render(<BoxLabel box={{ ...said, lines: { ...said.lines, questions: "Ask them on 01632 960201" } }} />);
    expect(label().queryByRole("link")).toBeNull();
  });

  test("says who carries the contract when it is not the partner", () => {
    render(<BoxLabel box={box("both", "Kettle Club", { id: "alliance", name: "Larkmouth Alliance" })} />);
    expect(label("Kettle Club").getByText(/working for Larkmouth Alliance/)).toBeTruthy();
  });

  test("has room for who writes and who rings when it is compact", () => {
    render(<BoxLabel box={box("brand")} form="compact" />);
    expect(
      label()
        .getAllByRole("term")
        .map((term) => term.textContent),
    ).toEqual(["Letters", "Calls"]);
  });

  test("never depends on its marks: they are hidden from who cannot see them", () => {
    const { container } = render(<BoxLabel box={box("both")} />);
    for (const drawing of container.querySelectorAll("svg")) {
      expect(drawing.getAttribute("aria-hidden")).toBe("true");
    }
  });
});

describe("a box that has changed", () => {
  const before = box("brand");
  const after = box("partner", "Tidewell Community Health");

  test("says in plain words who the care comes from now", () => {
    render(<BoxChange before={before} after={after} changes={[]} />);
    const change = within(screen.getByRole("region", { name: "Your box has changed" }));
    expect(change.getByText(/Your care now comes from/).textContent).toBe(
      "Your care now comes from Tidewell Community Health, not from Harbour Community Trust.",
    );
  });

  test("strikes the old label and shows the new one beside it", () => {
    render(<BoxChange before={before} after={after} changes={[]} />);
    const old = within(screen.getByRole("article", { name: "The label before: Harbour Community Trust" }));
    expect(old.getByText("Harbour Community Trust").tagName).toBe("S");
    expect(label("Tidewell Community Health").getByText("Your care comes from")).toBeTruthy();
  });

  test("says what stays when the partner is the same", () => {
    render(<BoxChange before={before} after={box("both")} changes={[]} />);
    expect(screen.getByText(/Your care still comes from/)).toBeTruthy();
  });

  test("reads out each line that differs, before and now", () => {
    render(
      <BoxChange
        before={before}
        after={after}
        changes={[
          { line: "letter", before: "A letter headed Larkmouth Care", after: "A letter headed Tidewell" },
        ]}
      />,
    );
    expect(screen.getByText("Before:").parentElement?.textContent).toBe(
      "Before: A letter headed Larkmouth Care",
    );
    expect(screen.getByText("Now:").parentElement?.textContent).toBe("Now: A letter headed Tidewell");
  });
});
