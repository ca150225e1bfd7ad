import { expect, it } from "vitest";
import { historyLines } from "./history";

const AT = "2026-11-23T09:00:00.000Z";
const about = {
  partId: "part",
  organisationId: "hill",
  organisationName: (id: string) => `${id} trust`,
  organisationOf: (id: string) => (id === "first" ? "harbour" : "hill"),
  now: AT,
};
const partner = (organisationId: string, name: string) => ({
  kind: "partner" as const,
  organisationId,
  accountId: "a",
  name,
});

it("tells what happened in order, by whom, and calls whoever reads it you", () => {
  const events = [
    {
      at: AT,
      partId: null,
      actor: { kind: "patient" as const, name: "Rosa" },
      event: { type: "request-submitted" as const },
    },
    {
      at: AT,
      partId: "part",
      actor: { kind: "patient" as const, name: "Rosa" },
      event: {
        type: "part-routed" as const,
        fulfilmentId: "first",
        organisationId: "harbour",
        decisionId: "d",
        answerBy: AT,
      },
    },
    {
      at: AT,
      partId: "part",
      actor: partner("harbour", "Sam"),
      event: { type: "fulfilment-rejected" as const, fulfilmentId: "first", reason: "32" as const, note: "" },
    },
    {
      at: AT,
      partId: "part",
      actor: { kind: "clock" as const },
      event: {
        type: "part-routed" as const,
        fulfilmentId: "second",
        organisationId: "hill",
        decisionId: "d",
        answerBy: AT,
      },
    },
    {
      at: AT,
      partId: "part",
      actor: partner("hill", "Ann Lee"),
      event: { type: "fulfilment-accepted" as const, fulfilmentId: "second", startsAt: null },
    },
    {
      at: AT,
      partId: "another",
      actor: { kind: "clock" as const },
      event: { type: "promise-at-risk" as const, by: AT },
    },
  ];
  expect(historyLines(events, about).map(({ value }) => value)).toEqual([
    "Asked for it (The person)",
    "Sent to harbour trust (The person)",
    "Harbour trust said no: ours do not suit this person (harbour trust)",
    "Sent to you (By itself)",
    "Accepted, with a time to come (Ann Lee)",
  ]);
});
