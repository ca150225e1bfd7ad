import { expect, test } from "vitest";
import { MONDAY, next, opened as openedPart, request, setting } from "~tests/support/fulfilment";
import { decide } from "./decide";
import { messagesFor } from "./messages";
import type { Command, PartState } from "./part-state";

const told = (events: Parameters<typeof messagesFor>[0], after: PartState) =>
  messagesFor(events, after).map(({ to, template }) =>
    to.kind === "partner" ? `${to.organisationId}: ${template}` : `${to.kind}: ${template}`,
  );

const opened = (consentToPassOn = true) => openedPart(request({ consentToPassOn }), next("a"));

function after(state: PartState, command: Command, now = MONDAY): readonly string[] {
  const decided = decide(state, command, setting(now));
  if (decided.kind !== "decided") throw new Error(JSON.stringify(decided));
  return told(decided.events, decided.after);
}

const decline: Command = {
  type: "decline",
  fulfilmentId: next("a").fulfilmentId,
  version: 1,
  reason: "22",
  note: "",
  next: next("b"),
};

test("a new request tells the patient that it came, and the partner that there is work", () => {
  const { events, after: state } = opened();
  expect(told(events, state)).toEqual(["patient: request-received", "a: new-work"]);
});

test("a refusal tells the patient who is asked next, and the next partner; or that it is their turn", () => {
  expect(after(opened().after, decline)).toEqual(["patient: asked-next", "b: new-work"]);
  expect(after(opened(false).after, decline)).toEqual(["patient: please-choose"]);
});

test("silence tells the partner that the work is no longer theirs", () => {
  const late = opened().after.part.dueAt ?? "";
  expect(after(opened().after, { type: "pass-deadline", next: null }, late)).toEqual([
    "a: work-withdrawn",
    "patient: with-front-desk",
  ]);
});

test("no message says more than the reference and by when: not the service, not the partner", () => {
  const { events, after: state } = opened();
  for (const message of messagesFor(events, state)) {
    expect(Object.keys(message).sort()).toEqual(["by", "event", "reference", "template", "to"]);
    expect(message.reference).toBe("K7PM-3QXR");
  }
});

test("what a person writes, and signs of an emergency, are told to who has it; signs to the front desk too", () => {
  const state = opened().after;
  expect(after(state, { type: "add-information", isQuestion: false, text: "It hurts at night" })).toEqual([
    "a: person-wrote",
  ]);
  const told: Command = { type: "tell-red-flag", leadsTo: "999", signs: ["Numb legs"], how: "ticked" };
  expect(after(state, told)).toEqual(["a: person-has-red-flag", "desk: person-has-red-flag"]);
  const reply: Command = { type: "reply", version: state.part.version, by: "partner", text: "Yes" };
  expect(after(state, reply)).toEqual(["patient: question-answered"]);
  expect(after(openedPart(request(), null).after, told)).toEqual(["desk: person-has-red-flag"]);
});
