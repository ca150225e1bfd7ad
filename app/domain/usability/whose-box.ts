import type { Study, Task } from "./study";

const BACK = ["/", "/services", "/services/:service"];
/** One page for each question that the person is asked. */
const steps = (many: number): readonly string[] =>
  Array.from({ length: many }, () => "/services/:service/request/:step");
const TRACKING = "/requests/:reference";

const FIND: Task = {
  id: "ask",
  words:
    "You are Grace. Your back has hurt for three weeks. It is worse when you lift things at work. Find help for it here, and ask for it. Stop when you think that you have asked.",
  person: "grace-okonkwo",
  signedIn: true,
  startsAt: "/",
  acts: [],
  success: { by: "event", event: "request-submitted", service: "physiotherapy" },
  optimalPath: [...BACK, ...steps(13), TRACKING],
  limitSeconds: 900,
  questions: ["who-treats", "whose-letter", "sure"],
  script:
    "Give them time to look around the first page. Look for: do they read the label before they choose? Do they see that two places differ in more than miles? If they stop talking, ask: what are you looking at?",
};

const THREE_BOXES: Task = {
  id: "falls",
  words:
    "You are Arthur. You are 82 and you fell last month. You were not hurt. You take six tablets a day. Find a check that looks at why you fell. Ask for it, and say in your own words who you will meet.",
  person: "arthur-penrose",
  signedIn: true,
  startsAt: "/",
  acts: [],
  success: { by: "event", event: "request-submitted", service: "falls-check" },
  optimalPath: [...BACK, ...steps(12), TRACKING],
  limitSeconds: 900,
  questions: ["who-treats", "how-many"],
  script:
    "Three partners give this care, each in a box of its own. Look for: do they see that there are three? Do they think that one of them runs it all? Do not say the word “partner” first.",
};

const ACCEPTED: Task = {
  id: "accepted",
  words:
    "You are Samira. Last week you asked for a health visitor for your baby. Somebody has said yes. Find out who will come and when. Stop when you know.",
  person: "samira-haddad",
  signedIn: true,
  startsAt: "/requests",
  acts: [
    {
      act: "asked",
      service: "health-visitor",
      answers: { age: "baby", about: ["sleep", "me"], more: "He only sleeps when he is held." },
      offer: null,
    },
    { act: "accepted", inWorkingDays: 4, time: "10:30" },
  ],
  success: { by: "address", pattern: TRACKING, values: {} },
  optimalPath: ["/requests", TRACKING],
  limitSeconds: 300,
  questions: ["who-treats", "whose-letter", "when-is-it"],
  script:
    "Ask them to read aloud. Look for: do they name who comes, or the front door? Do they look at the label, or only at the line of steps?",
};

const REFUSAL: Task = {
  id: "passed-on",
  words:
    "You are Priya. You asked for help with a sore shoulder. Something has changed since then. Find out what, and say it in your own words. Stop when you know who has it now.",
  person: "priya-nair",
  signedIn: true,
  startsAt: "/requests",
  acts: [
    {
      act: "asked",
      service: "physiotherapy",
      answers: { where: "shoulder", "how-long": "weeks", stops: "Lifting my saddle." },
      offer: null,
    },
    { act: "declined", reason: "22", note: "Our days near you are full until February." },
  ],
  success: {
    by: "judgement",
    of: "They say that the first place had no room, that it was passed on, and who has it now.",
  },
  optimalPath: ["/requests", TRACKING],
  limitSeconds: 300,
  questions: ["who-treats", "whose-box", "by-when", "matters"],
  script:
    "The old label is struck through and the new one stands beside it. Look for: do they feel refused? Do they see that the date has stayed the same? Do not help with the word “passed on”.",
};

const WHO_TO_RING: Task = {
  id: "ring",
  words:
    "You are Danny. You have a time to talk to somebody about your sleep. You want to ask if you can bring your partner along. Who would you ring? Find the number, and say it.",
  person: "danny-walsh",
  signedIn: true,
  startsAt: "/requests",
  acts: [
    {
      act: "asked",
      service: "sleep",
      answers: { trouble: "falling", snore: "no", why: "I lie there and think about work." },
      offer: null,
    },
    { act: "accepted", inWorkingDays: 3, time: "14:00" },
  ],
  success: { by: "judgement", of: "They say the number for questions that stands on the label." },
  optimalPath: ["/requests", TRACKING],
  limitSeconds: 240,
  questions: ["who-to-ring"],
  script:
    "Look for: where do they look first? Would they ring their own surgery? If they find two numbers, ask which of them they would try, and why.",
};

const CHANGE: Task = {
  id: "change",
  words:
    "You are Winston. You have a time to have your blood pressure checked. You now have to work that day. Change it to another time.",
  person: "winston-baptiste",
  signedIn: true,
  startsAt: "/requests",
  acts: [{ act: "asked", service: "blood-pressure", answers: { known: "yes", tablets: "no" }, offer: null }],
  success: { by: "event", event: "appointment-booked", service: "blood-pressure" },
  optimalPath: ["/requests", TRACKING, "/requests/:reference/times/:fulfilment", TRACKING],
  limitSeconds: 300,
  questions: ["whose-letter", "when-is-it"],
  script:
    "Look for: do they fear that the old time is lost before they have a new one? Do they see that it may be with another place, in another box?",
};

/**
 * The ready study: do people understand whose box their care comes in, and does it matter to them? About the people and the
 * services of the demonstration's own town.
 */
export const WHOSE_BOX: Study = {
  name: "Whose box?",
  aims: "Do people know who will treat them, who writes and who to ring? Does it help when care comes in one name, or in both? And does it matter to them? We compare three ways to show the box.",
  information:
    "We want to know if these pages are clear. You are not being tested: the pages are.\n\nYou will play six people who are made up, and do one small thing as each of them. It takes about 45 minutes.\n\nNothing that you do here is real: no care is booked, and nobody is told. We do not ask for your name. We call you by a code.\n\nYou can stop at any time, and you do not have to say why. If you stop, we keep what you did until then. You get a code: with it you can have all of it deleted, at any time.",
  permissions: ["take-part", "follow-pages", "keep-pictures", "quote"],
  tasks: [FIND, THREE_BOXES, ACCEPTED, REFUSAL, WHO_TO_RING, CHANGE],
  variants: [
    { id: "as-it-is", name: "As it is now: each in the name that was agreed", changes: [] },
    {
      id: "one-name",
      name: "All in the front door’s name",
      changes: [{ change: "box-style", services: [], style: "brand" }],
    },
    {
      id: "both-names",
      name: "All in both names",
      changes: [{ change: "box-style", services: [], style: "both" }],
    },
  ],
  questions: [
    { kind: "comprehension", id: "who-treats", words: "Who will treat you?", truth: "who-treats" },
    { kind: "comprehension", id: "whose-letter", words: "Whose letter will come?", truth: "whose-letter" },
    { kind: "comprehension", id: "who-to-ring", words: "Who would you ring?", truth: "who-to-ring" },
    { kind: "comprehension", id: "whose-box", words: "In whose name does it come now?", truth: "whose-box" },
    { kind: "comprehension", id: "by-when", words: "By when will you have an answer?", truth: "by-when" },
    { kind: "comprehension", id: "when-is-it", words: "When will you be seen?", truth: "when-is-it" },
    {
      kind: "scale",
      id: "sure",
      words: "How sure are you of who will treat you?",
      steps: 7,
      low: "Not at all sure",
      high: "Very sure",
    },
    {
      kind: "choice",
      id: "how-many",
      words: "How many different places will you hear from?",
      options: ["One", "Two", "Three", "More than three", "I cannot tell"],
    },
    {
      kind: "choice",
      id: "matters",
      words: "Does it matter to you whose name is on the letter?",
      options: ["It matters a lot", "It matters a little", "It does not matter", "I do not know"],
    },
    { kind: "text", id: "why", words: "What would make it clearer who your care comes from?" },
  ],
  seq: true,
  sus: true,
  atEnd: ["why"],
  keepTyping: false,
  moderated: true,
  keepDays: 90,
  seed: 20261,
  opening:
    "Thank you for coming. I will read this out, so that I say the same to each person.\n\nWe are trying out some pages. We are not testing you. Nothing you do can be wrong, and nothing can break.\n\nPlease say aloud what you think as you go: what you look at, what you expect, what surprises you. I may not answer while you work, for I want to see what you would do alone.\n\nWe can stop at any time. Do you have any questions before we begin?",
  closing:
    "That was all, thank you. Is there anything that you would like to say, or to ask me?\n\nHere is your code. With it you can have all of this deleted later, and you need give no reason. You made these pages better.",
  safety:
    "If somebody is upset, or speaks of an illness of their own: stop, and put the pages aside. Say: we can leave it here. Ask what would help.\n\nFor care that is needed now it is 111, and 999 in an emergency. Somebody who feels that they cannot go on can ring Samaritans on 116 123, day or night.\n\nTell the researcher on the same day.",
};
