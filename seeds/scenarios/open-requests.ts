import type { RejectedReason } from "~/domain/routing/types";
import type { Asked, Happening } from "~/domain/stage/acts";

/** A request of a fictional patient, and what its partners have done with it so far. */
export interface OpenRequest extends Asked {
  readonly patient: string;
  /** What has happened since: each is done by whoever has the request then. */
  readonly since?: readonly Happening[];
  /** It was asked for, and taken on, this many days ago; a missed appointment is written down today. */
  readonly daysAgo?: number;
}

const accept = (inWorkingDays: number, time: string): Happening => ({ did: "accept", inWorkingDays, time });
const decline = (reason: RejectedReason, note: string): Happening => ({ did: "decline", reason, note });
const withdraw = (reason: RejectedReason, note: string): Happening => ({ did: "withdraw", reason, note });

/**
 * So that no worklist is empty on the first day: new, taken with a time and without, on hold, passed on, cancelled by
 * the partner, missed, more urgent than it was, back with the patient, and at the front desk.
 */
export const OPEN_REQUESTS: readonly OpenRequest[] = [
  {
    patient: "arthur-penrose",
    service: "falls-visit",
    answers: { falls: "one", up: "no", why: ["night", "home"], home: "My neighbour Jean has a key." },
    access: ["large-print"],
  },
  {
    patient: "arthur-penrose",
    service: "lifts",
    answers: { where: "The General, eye clinic", when: "A week on Thursday, 10:30", need: ["frame"] },
    since: [accept(2, "16:00")],
  },
  {
    patient: "samira-haddad",
    service: "health-visitor",
    answers: { age: "baby", about: ["sleep", "me"], more: "He only sleeps when he is held." },
    modes: ["home-visit"],
    since: [accept(4, "10:30")],
  },
  {
    patient: "danny-walsh",
    service: "sleep",
    answers: { trouble: "falling", snore: "no", why: "I lie there and think about work." },
    modes: ["phone", "video"],
  },
  {
    patient: "mei-lin-zhou",
    service: "cataract",
    answers: {
      eye: "left",
      hard: ["stairs", "faces"],
      more: "My daughter can help me, or someone who speaks Cantonese.",
    },
    language: "zh",
  },
  {
    patient: "winston-baptiste",
    service: "blood-pressure",
    answers: { known: "yes", tablets: "no" },
  },
  {
    patient: "joan-tregenza",
    service: "continence",
    answers: {
      what: "night",
      "how-long": "months",
      life: "I am up four times, and then I cannot get off again.",
    },
    since: [decline("31", "No clinic before the new year. The phone team has room.")],
  },
  {
    patient: "joan-tregenza",
    service: "carers-assessment",
    answers: {
      who: "partner",
      hours: "all",
      effect: ["sleep", "friends"],
      wish: "One whole night of sleep.",
    },
    passOn: false,
    since: [decline("22", "We are full this week, and did not want to keep you waiting.")],
  },
  {
    patient: "priya-nair",
    service: "mole-check",
    answers: { change: ["colour", "size"], where: "leg", before: "yes" },
  },
  {
    patient: "priya-nair",
    service: "physiotherapy",
    answers: { where: "shoulder", "how-long": "weeks", stops: "Lifting my saddle." },
    since: [decline("22", "Our Highcombe days are full until February.")],
  },
  {
    patient: "kit-morrow",
    service: "young-minds",
    answers: { asking: "me", about: ["worry", "school"] },
    modes: ["video"],
    since: [accept(3, "16:15")],
  },
  {
    patient: "tomasz-wolski",
    service: "meals",
    answers: { days: ["saturday", "sunday"], food: ["sugar"] },
  },
  {
    patient: "danny-walsh",
    service: "physiotherapy",
    answers: { where: "knee", "how-long": "weeks", stops: "Stairs, and five-a-side on Thursdays." },
    since: [{ did: "ask", question: "Has the knee ever locked, or given way under you?" }],
  },
  {
    patient: "winston-baptiste",
    service: "debt-advice",
    answers: { about: ["energy", "debt"], soon: "no" },
    since: [{ did: "accept-later" }],
  },
  {
    patient: "winston-baptiste",
    service: "physiotherapy",
    answers: { where: "back", "leg-pain": "no", "how-long": "months", stops: "A whole shift at the wheel." },
    since: [accept(3, "09:00"), withdraw("22", "Two of us are ill, so the clinic cannot run.")],
  },
  {
    patient: "samira-haddad",
    service: "physiotherapy",
    answers: { where: "neck", "how-long": "days", stops: "Feeding the baby on the left." },
    daysAgo: 7,
    since: [accept(1, "09:00"), { did: "did-not-attend" }],
  },
  {
    patient: "arthur-penrose",
    service: "foot-care",
    answers: { problem: "nail", diabetes: "no" },
    since: [
      {
        did: "raise-priority",
        priority: "urgent",
        note: "He rang: the toe is redder today, and he is steady but sore.",
      },
    ],
  },
];
