// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Question } from "~/domain/journeys/types";
import { inPageOrder } from "./fields";
import { AboutFields } from "./person-fields";
import { QuestionFields } from "./question-fields";
import { RedFlagFields } from "./red-flag-fields";
import { StepForm } from "./step-form";

afterEach(cleanup);

const errors = [
  { field: "name", message: "Enter your full name" },
  { field: "born-month", message: "The month must be a number from 1 to 12" },
  { field: "sex", message: "Choose an answer, or “Prefer not to say”" },
];
const typed = { name: "Rosa", "born-day": "27", "born-month": "thirteen", "born-year": "1992" };

const drawAbout = () =>
  render(
    <StepForm
      caption="Physiotherapy"
      progress="Question 3 of about 9"
      back="/back"
      errors={errors}
      button="Continue"
      heading="About you"
      draft={{ id: "draft-1", version: 7 }}
    >
      <AboutFields typed={typed} errors={errors} />
    </StepForm>,
  );

describe("a form that comes back", () => {
  test("says what is wrong on top, and each line leads to its field", () => {
    drawAbout();
    const summary = within(screen.getByRole("alert"));
    expect(summary.getByRole("heading", { name: "There is a problem" })).toBeTruthy();
    const fields = summary.getAllByRole("link").map((link) => {
      const id = link.getAttribute("href")?.slice(1) ?? "";
      return document.getElementById(id);
    });
    expect(fields.map((field) => field?.getAttribute("name"))).toEqual(["name", "born-month", "sex"]);
  });

  test("says it at the field too, and keeps what was typed", () => {
    drawAbout();
    const name = screen.getByRole<HTMLInputElement>("textbox", { name: "Full name" });
    expect(name.value).toBe("Rosa");
    expect(document.getElementById(name.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "Error: Enter your full name",
    );
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Month" }).value).toBe("thirteen");
    expect(screen.getByRole("group", { name: "Date of birth" })).toBeTruthy();
  });

  test("names its draft and the version shown, so that it is one request and nothing unseen is sent", () => {
    const { container } = drawAbout();
    expect(container.querySelector<HTMLInputElement>("input[name=draft]")?.value).toBe("draft-1");
    expect(container.querySelector<HTMLInputElement>("input[name=version]")?.value).toBe("7");
  });
});

test("whoever comes back to the first question is told what they sent, and can ask again", () => {
  render(
    <StepForm
      caption="Physiotherapy"
      progress={null}
      back="/back"
      errors={[]}
      button="Continue"
      draft={null}
      sent={[{ reference: "OD-1", when: "today at 9am", person: "Ravi Patel", href: "/requests/OD-1" }]}
    >
      <p>Question</p>
    </StepForm>,
  );
  expect(screen.getByText(/You already asked for this today at 9am, for Ravi Patel/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "See OD-1" }).getAttribute("href")).toBe("/requests/OD-1");
  expect(screen.getByRole("button", { name: "Continue" })).toBeTruthy();
});

test("what is wrong is told in the order of the page", () => {
  const [name, born, sex] = errors;
  if (!name || !born || !sex) throw new Error("three errors");
  expect(inPageOrder([sex, born, name])).toEqual([name, born, sex]);
});

test("red flags are asked with a way to say that none applies, and say if they were not reviewed", () => {
  render(
    <RedFlagFields
      title="Do any of these apply right now?"
      flags={{
        items: [{ id: "legs", text: "I cannot feel my legs", leadsTo: "999" }],
        notice: "Not clinically reviewed.",
      }}
      typed={{}}
      errors={[]}
    />,
  );
  expect(screen.getByRole("heading", { level: 1, name: "Do any of these apply right now?" })).toBeTruthy();
  expect(screen.getAllByRole("checkbox").map((box) => box.getAttribute("value"))).toEqual(["legs", "none"]);
  expect(screen.getByText("Not clinically reviewed.")).toBeTruthy();
});

describe("a service's own question", () => {
  const base = { id: "where", title: "Where does it hurt?", label: "Where", required: true };
  const options = [
    { value: "back", label: "Back" },
    { value: "knee", label: "Knee", hint: "Either side" },
  ];

  test.each([
    ["choice", "radio"],
    ["choices", "checkbox"],
  ] as const)("of kind %s is drawn with its options, and keeps the answer", (kind, role) => {
    const question = { ...base, kind, options } as Question;
    render(<QuestionFields question={question} typed={{ answer: "knee" }} errors={[]} />);
    expect(screen.getByRole<HTMLInputElement>(role, { name: "Knee" }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>(role, { name: "Back" }).checked).toBe(false);
  });

  test("in words is a box under its heading, and says when it can be left out", () => {
    const question: Question = { ...base, required: false, kind: "text", maxLength: 500 };
    render(<QuestionFields question={question} typed={{ answer: "The left one" }} errors={[]} />);
    const box = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Where does it hurt?" });
    expect(box.value).toBe("The left one");
    expect(document.getElementById(box.getAttribute("aria-describedby") ?? "")?.textContent).toContain(
      "You can leave this out.",
    );
  });
});
