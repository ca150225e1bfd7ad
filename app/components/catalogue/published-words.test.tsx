// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { cutAtSentence } from "~/content/published-words";
import type { OfferWords } from "~/domain/directory/types";
import { PublishedWords } from "./published-words";

afterEach(cleanup);

const words = (change: Partial<OfferWords> = {}): OfferWords => ({
  name: "Tuesday tea party",
  about: "Tea and talk for people over 60.",
  website: "https://www.kettle.example/tea",
  email: null,
  checkedOn: "2024-07-15",
  source: "the town's directory",
  ...change,
});

test("a short text stands whole, with a plain link and the day on which it was checked", () => {
  render(<PublishedWords words={words()} />);
  expect(screen.getByText("Tea and talk for people over 60.")).toBeTruthy();
  expect(screen.queryByText(/Read more/)).toBeNull();
  const link = screen.getByRole("link", { name: "kettle.example" });
  expect(link.getAttribute("href")).toBe("https://www.kettle.example/tea");
  expect(link.getAttribute("rel")).toBe("noreferrer");
  expect(screen.getByText("Checked on 15 July 2024 by the town's directory")).toBeTruthy();
});

test("a long text stops after a sentence, and its rest can be opened", () => {
  const first = "We meet every week in the hall by the church, and there is always tea and cake for all.";
  const second = `Bring a friend. ${"Nobody has to talk, and nobody has to leave early. ".repeat(4).trim()}`;
  render(<PublishedWords words={words({ about: `${first} ${second}` })} />);
  const rest = screen.getByRole("group");
  expect(rest.tagName).toBe("DETAILS");
  expect(rest.textContent).toContain("Read more about Tuesday tea party");
  const shown = screen.getByText(/^We meet every week/).textContent ?? "";
  expect(shown.endsWith(".")).toBe(true);
  expect(shown.length).toBeLessThanOrEqual(180);
  expect(rest.textContent).toContain("nobody has to leave early.");
});

test.each([
  ["javascript:alert(1)"],
  ["JavaScript:alert(1)"],
  ["data:text/html,hello"],
  ["ftp://kettle.example/"],
  ["not an address"],
  [null],
])("%s is no link", (website) => {
  render(<PublishedWords words={words({ website })} />);
  expect(screen.queryByRole("link")).toBeNull();
});

test("what is not known is left out", () => {
  const { container } = render(
    <PublishedWords words={words({ about: "", website: null, checkedOn: null })} />,
  );
  expect(container.textContent).toBe("");
});

test("a text without a sentence's end is cut between words, and loses none", () => {
  const text = "tea ".repeat(100).trim();
  const { start, rest } = cutAtSentence(text, 180);
  expect(start).toMatch(/tea …$/);
  expect(`${start} ${rest}`.match(/tea/g)).toHaveLength(100);
});
