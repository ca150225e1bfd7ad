import { expect, it } from "vitest";
import { BOX_STUDY, TakingPart } from "~tests/support/lab-session";
import { PHONE_WIDTH, pageOfMoment } from "./pictured";
import { permittedSession } from "./results/permitted";

const MARK = { kind: "tagged", tag: "problem", severity: 3, note: "Goes past it", by: "leon" } as const;
const QUOTE = { ...MARK, tag: "quote", severity: null } as const;
const seen = (person: TakingPart, event: string) =>
  pageOfMoment(permittedSession(BOX_STUDY, person.session), event);
const anna = (permissions?: readonly string[]) => new TakingPart("A", "brand", permissions).begin("ask");

it("the page of a moment is the one that was seen last before it", () => {
  const person = anna().page("/").wait(5).page("/search").wait(5).tell(MARK).wait(5).page("/basket");
  expect(seen(person, "A-6")).toEqual({ page: "page-5", width: PHONE_WIDTH, widthTold: false });
});

it("is as wide as the browser was then, within what can be looked at", () => {
  const person = anna().tell({ kind: "window", width: 1_280 }).wait(1).page("/").wait(1).tell(MARK).wait(9);
  person.tell({ kind: "window", width: 375 }).wait(1).tell(MARK).wait(1);
  expect(seen(person, "A-6")).toMatchObject({ width: 1_280, widthTold: true });
  expect(seen(person, "A-8")).toMatchObject({ width: 375 });
  const wide = anna().page("/").wait(1).tell(MARK).wait(1).tell({ kind: "window", width: 5_000 });
  // What was told a moment later is better than a guess.
  expect(seen(wide, "A-5")).toMatchObject({ width: 1_920, widthTold: true });
});

it("waits for a page that may still come, and is none where it is not allowed", () => {
  expect(seen(anna().tell(MARK), "A-4")).toBe("not-yet");
  expect(seen(anna().page("/").tell(MARK), "no-such-event")).toBe("none");
  for (const permissions of [["take-part"], ["take-part", "follow-pages"], ["take-part", "keep-pictures"]])
    expect(seen(anna(permissions).page("/").tell(MARK), "A-5")).toBe("none");
  const unquoted = ["take-part", "follow-pages", "keep-pictures"];
  expect(seen(anna(unquoted).page("/").tell(QUOTE), "A-5")).toBe("none");
  expect(
    seen(
      anna([...unquoted, "quote"])
        .page("/")
        .tell(QUOTE),
      "A-5",
    ),
  ).toMatchObject({ page: "page-4" });
});
