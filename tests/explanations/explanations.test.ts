import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { explainToPatient } from "~/domain/routing/explain/patient";
import { rejudge } from "~/domain/routing/rejudge";
import { readingAge } from "~tests/support/reading-age";
import { EXPLAINED_CASES, type ExplainedCase } from "./cases";

const DOCUMENT = resolve(import.meta.dirname, "../../docs/explanations.md");
/** ONEDOOR_WRITE_EXPLANATIONS=1 writes the document anew; each change to it is then read by a person. */
const { ONEDOOR_WRITE_EXPLANATIONS } = z
  .object({ ONEDOOR_WRITE_EXPLANATIONS: z.enum(["1"]).optional() })
  .parse({ ONEDOOR_WRITE_EXPLANATIONS: process.env.ONEDOOR_WRITE_EXPLANATIONS });

const INTRODUCTION = `# Decisions explained to patients

Each case below is a decision that the routing really made, on a small made-up town, and the words a patient is shown for
it. They are made by \`app/domain/routing/explain/patient.ts\` from the decision alone. A test fails when the words and this
page differ; \`ONEDOOR_WRITE_EXPLANATIONS=1 npx vitest run --project unit tests/explanations\` writes the page anew, and then
it is read again, case by case: is it true, is it kind, can a child of 9 to 11 read it?
`;

const caseText = ({ title, situation, decision }: ExplainedCase, place: number): string =>
  [
    `## ${place + 1}. ${title}`,
    "",
    `*${situation}*`,
    ...explainToPatient(decision).sections.flatMap(({ heading, sentences }) => [
      "",
      `**${heading}**`,
      "",
      ...sentences.map((each) => `- ${each}`),
    ]),
  ].join("\n");

describe("decisions explained to patients", () => {
  it("are in the document as they are shown", () => {
    const text = `${[INTRODUCTION, ...EXPLAINED_CASES.map(caseText)].join("\n").trimEnd()}\n`
      .replaceAll("\n## ", "\n\n## ")
      .replaceAll("\n\n\n", "\n\n");
    if (ONEDOOR_WRITE_EXPLANATIONS === "1") writeFileSync(DOCUMENT, text);
    expect(readFileSync(DOCUMENT, "utf8")).toBe(text);
  });

  it.each(EXPLAINED_CASES.map((each) => [each.title, each] as const))(
    "can be read at 9 to 11, and judged again: %s",
    (_, { decision }) => {
      const sentences = explainToPatient(decision).sections.flatMap((section) => section.sentences);
      expect(readingAge(sentences)).toBeLessThanOrEqual(11);
      expect(rejudge(decision)).toEqual({ kind: "same" });
    },
  );
});
