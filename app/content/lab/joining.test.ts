import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { CONSENT_WORDS } from "~/domain/usability/study";
import { JOINING, PERMISSION_WORDS } from "./joining";

/** The words of each version: a version that somebody agreed to is never changed. */
const VERSIONS: Readonly<Record<number, string>> = { 1: "3422b5a0f085e30e" };

it("other words of the page that asks for permissions are another version of them", () => {
  const { notYou, happens, kept, allow, yes, no } = JOINING;
  const words = JSON.stringify([
    [notYou, happens.title, happens.list(1), happens.list(2)],
    [kept.title, kept.list(1, true), kept.list(30, false)],
    [allow, yes, no, PERMISSION_WORDS],
  ]);
  const print = createHash("sha256").update(words).digest("hex").slice(0, 16);
  expect(print, "The words have changed: raise CONSENT_WORDS, and add a line to VERSIONS").toBe(
    VERSIONS[CONSENT_WORDS],
  );
});
