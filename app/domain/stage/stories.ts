import type { Act, AtWorkPage, CasePlace, Step, Story } from "./story";

const worklistOf = (id: string): AtWorkPage => ({ of: "organisation", id, page: "worklist" });
const HOLDERS_LIST: AtWorkPage = { of: "holder", page: "worklist" };
const HOLDERS_CASE: AtWorkPage = { of: "holder", page: "case" };
const caseAt = (place: CasePlace): AtWorkPage => ({ of: "holder", page: "case", place });

const step = (id: string, phone: Step["phone"], work: AtWorkPage, ...acts: readonly Act[]): Step => ({
  id,
  acts,
  phone,
  work,
});

const accept = (inWorkingDays: number, time: string, part?: string): Act => ({
  act: "happen",
  happening: { did: "accept", inWorkingDays, time },
  ...(part === undefined ? {} : { part }),
});
const decline = (note: string): Act => ({
  act: "happen",
  happening: { did: "decline", reason: "22", note },
});
const partOf = (part: string, page: "worklist" | "case"): AtWorkPage => ({ of: "holder", part, page });

/** One person asks, has a time at once, and is seen. */
const SIMPLE: Story = {
  id: "simple",
  person: "winston-baptiste",
  search: "blood pressure",
  asked: { service: "blood-pressure", answers: { known: "yes", tablets: "no" } },
  steps: [
    step("search", "search", worklistOf("northgate")),
    step("choose", "choosing", worklistOf("northgate"), { act: "answer" }),
    step("booked", "tracking", HOLDERS_LIST, { act: "send" }),
    step("seen", "tracking", HOLDERS_CASE, { act: "clock", move: "appointment" }),
    step("done", "line", caseAt("said"), {
      act: "happen",
      happening: {
        did: "complete",
        code: "advice-given",
        outcome: "It is a little high. Come back in June.",
      },
    }),
  ],
};

/** The same care in the partner's box, in the front door's own, and in both names; and a label that changes. */
const WHOSE_BOX: Story = {
  id: "whose-box",
  person: "grace-okonkwo",
  search: "bad back",
  asked: {
    service: "physiotherapy",
    answers: { where: "back", "leg-pain": "no", "how-long": "weeks", stops: "Lifting crates at work." },
    passOn: false,
  },
  steps: [
    step("boxes", "service", worklistOf("harbour-trust")),
    step("choose", "choosing", worklistOf("harbour-trust"), { act: "answer" }),
    step("theirs", "label", caseAt("box"), { act: "send", offer: "physiotherapy-capstan-house" }),
    step("back-to-her", "tracking", worklistOf("harbour-trust"), decline("Our clinic is full this month.")),
    step("ours", "label", HOLDERS_CASE, { act: "choose-again", offer: "physiotherapy-lighthouse-centre" }),
    step("time", "tracking", HOLDERS_CASE, accept(3, "10:30")),
  ],
};

/** A partner says no, and the next is asked at once, by the same date. */
const REFUSAL: Story = {
  id: "refusal",
  person: "grace-okonkwo",
  search: "bad back",
  asked: {
    service: "physiotherapy",
    answers: { where: "back", "leg-pain": "no", "how-long": "weeks", stops: "Lifting crates at work." },
  },
  steps: [
    step("choose", "choosing", worklistOf("harbour-trust"), { act: "answer" }),
    step("sent", "tracking", HOLDERS_CASE, { act: "send" }),
    step("refused", "tracking", HOLDERS_LIST, decline("Two of our team are ill.")),
    step("looks", "tracking", HOLDERS_CASE),
    step("time", "tracking", HOLDERS_CASE, accept(2, "09:00")),
    step("told", "doormat", HOLDERS_CASE),
  ],
};

/** A partner does not answer: the deadline passes by itself, and nobody calls that a refusal. */
const SILENCE: Story = {
  id: "silence",
  person: "danny-walsh",
  search: "cant sleep",
  asked: {
    service: "sleep",
    answers: { trouble: "falling", snore: "no", why: "I lie there and think about work." },
    modes: ["phone", "in-person"],
  },
  steps: [
    step("sent", "tracking", HOLDERS_CASE, { act: "answer" }, { act: "send" }),
    step("an-hour", "tracking", HOLDERS_LIST, { act: "clock", move: { hours: 1 } }),
    step("deadline", "tracking", HOLDERS_LIST, { act: "clock", move: "deadline" }),
    step("words", "line", HOLDERS_CASE),
    step("time", "tracking", HOLDERS_CASE, accept(1, "17:30")),
  ],
};

/** One request, three partners, three boxes, one page. */
const THREE_BOXES: Story = {
  id: "three-boxes",
  person: "arthur-penrose",
  search: "falls check",
  asked: {
    service: "falls-check",
    answers: { falls: "one", tablets: "many", "on-the-day": ["companion"] },
    modes: ["home-visit", "phone", "in-person"],
  },
  steps: [
    step("search", "service", worklistOf("harbour-trust")),
    step("choose", "choosing", worklistOf("harbour-trust"), { act: "answer" }),
    step("sent", "tracking", partOf("falls-visit", "worklist"), { act: "send" }),
    step("visit", "tracking", partOf("falls-visit", "case"), accept(1, "10:00", "falls-visit")),
    step("medicines", "tracking", partOf("medicines-review", "case"), accept(1, "11:30", "medicines-review")),
    step("class", "tracking", partOf("strength-classes", "case"), accept(2, "14:00", "strength-classes")),
  ],
};

const HIGH_STREET = [
  "pharmacy-help-quayside-shop",
  "pharmacy-help-northgate-shop",
  "pharmacy-help-ropewalk-shop",
  "pharmacy-help-westbrook-shop",
];

/** A bad winter week: every shop is full, a partner opens a place for some weeks, and the same router finds it. */
const POP_UP: Story = {
  id: "pop-up",
  person: "samira-haddad",
  search: "sore throat",
  asked: { service: "pharmacy-help", answers: { problem: "throat", "how-long": "days", allergy: "no" } },
  steps: [
    step("choose", "choosing", worklistOf("quayside"), { act: "answer" }),
    step(
      "full",
      "choosing",
      {
        of: "organisation",
        id: "northgate",
        page: "capacity",
        offer: "pharmacy-help-northgate-shop",
      },
      { act: "no-room", offers: HIGH_STREET },
    ),
    step("opens", "choosing", worklistOf("lantern"), {
      act: "pop-up",
      popUp: {
        organisation: "lantern",
        service: "pharmacy-help",
        name: "The Lantern, Ropewalk Hall",
        address: "Ropewalk Lane, Larkmouth",
        postcode: "LM4 2AD",
        weeks: 6,
      },
    }),
    step("sent", "tracking", HOLDERS_LIST, { act: "send" }),
    step("case", "tracking", caseAt("answers")),
  ],
};

/** Nobody is in reach: a person at the front desk has it, and knows why. */
const NOBODY_LEFT: Story = {
  id: "nobody-left",
  person: "tomasz-wolski",
  search: "meals on wheels",
  asked: { service: "meals", answers: { days: ["saturday", "sunday"], food: ["sugar"] } },
  steps: [
    step("choose", "choosing", worklistOf("kettle-club"), { act: "answer" }),
    step("desk", "tracking", { of: "desk" }, { act: "send" }),
  ],
};

/** What a board is told, story by story. They are about the people and partners of the demonstration's own town. */
export const STORIES: readonly Story[] = [
  SIMPLE,
  WHOSE_BOX,
  REFUSAL,
  SILENCE,
  THREE_BOXES,
  POP_UP,
  NOBODY_LEFT,
];
