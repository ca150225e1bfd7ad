import type { FlagChange } from "~/domain/catalogue/red-flag-proposal";
import type { Priority, Service } from "~/domain/directory/types";
import type { Emergency, Question } from "~/domain/journeys/types";
import { counted } from "~/domain/shared/in-words";

export const SERVICES = {
  title: "Services",
  intro: "What people can ask for. A service belongs to no partner: it says what the care is.",
  add: "Add a service",
  find: "Find a service",
  search: "Search",
  none: "No service has that in its name.",
  given: (count: number) =>
    count === 0 ? "Nobody gives it" : count === 1 ? "Given at 1 place" : `Given at ${count} places`,
  parts: (count: number) => `Made of ${counted(count, "service")}`,
  open: "Open",
  closed: "Closed",
  unasked: "Cannot be asked for yet",
  proposed: "Signs of danger wait for a second person",
} as const;

export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  routine: "Can wait its turn",
  urgent: "Soon",
  asap: "As soon as we can",
};

export const ACCESS_TO: Readonly<Record<Service["access"], string>> = {
  "self-referral": "People ask for it themselves",
  referral: "A GP practice asks for them",
};

/** The fields of what a service says, as its form asks for them and its page reads them back. */
export const WORDS = {
  title: (name: string) => `What “${name}” says`,
  newTitle: "Add a service",
  newIntro:
    "Say what it is. Then add its questions, and propose its signs of danger. People can ask for it once a second person has agreed those.",
  says: "What it says",
  name: "Name",
  nameHint: "What people call it, like “Blood test”",
  summary: "In one sentence",
  needs: "Where do people look for it?",
  synonyms: "Other words people use",
  synonymsHint: "One on each line. You need no spelling slips: the search finds those.",
  whatItIs: "What it is",
  whoItIsFor: "Who it is for",
  notFor: "When something else is better",
  howLong: "How long it takes",
  whatToExpect: "What happens",
  whatToBring: "What to bring",
  lineHint: "One sentence on each line",
  emptyHint: "One sentence on each line. Leave it empty to say nothing.",
  cost: "What it costs",
  ifWorse: "What to do if it gets worse",
  priority: "How soon should people be seen?",
  access: "How do people get to it?",
  more: "More about it",
  forCarers: "It is for people who look after someone, too",
  sensitive: "Being seen to ask for it could harm somebody",
  sensitiveHint: "Its name is kept off screens and messages, and its pages can be left fast.",
  save: "Save",
  addIt: "Add it",
} as const;

export const WORDS_ERRORS = {
  name: "Enter a name",
  summary: "Say in one sentence what it is",
  needs: "Choose where people look for it, up to five",
  lines: (what: string) => `${what}: write 20 lines at most, each of 600 characters or fewer`,
  whatItIs: "Say what it is",
  synonyms: "Write 60 other words at most, each of 60 characters or fewer",
  cost: "Say what it costs, or that it is free",
  ifWorse: "Say what to do if it gets worse",
  priority: "Choose how soon people should be seen",
  access: "Choose how people get to it",
  more: "Choose from the list",
} as const;

export const CHANGED_MEANWHILE =
  "Somebody else changed this service after you opened the page. Copy what you typed, open the page again, and see what is new";

export const ONE_SERVICE = {
  back: "All services",
  see: "See it as people do",
  change: "Change what it says",
  questions: "Questions",
  noQuestions: "It asks nothing of its own.",
  changeQuestions: "Change the questions",
  flags: "Signs of danger",
  noFlags: "None are published, so nobody can ask for it yet.",
  flagsIn: (version: number, count: number) => `Version ${version}: ${counted(count, "sign")}`,
  agreed: (one: string, other: string, on: string) => `${one} and ${other} agreed them on ${on}.`,
  waits: (who: string, when: string) => `${who} proposed others ${when}. A second person must agree.`,
  changeFlags: "See and propose",
  close: "Close it",
  closeTitle: "Close this service?",
  closeHow:
    "Nobody can ask for it any more. Who has work on it keeps it. What a partner cannot do goes to the front desk, and to no other partner.",
  openTitle: "Open this service again?",
  openHow: "People can find it and ask for it again.",
  open: "Open it again",
  partOf: (names: string) => `It is part of ${names}, which closes with it.`,
} as const;

const DONE: Readonly<Record<string, string>> = {
  added: "It is added. People can read it now.",
  words: "It is saved. People see it from now on.",
  closed: "It is closed.",
  opened: "It is open again.",
  question: "The question is saved. People are asked it from now on.",
  moved: "The order is changed.",
  removed: "The question is taken out.",
  proposed: "It is proposed. A second person who runs the front door must agree.",
  published: "It is published. Everybody who asks is asked these from now on.",
  dropped: "The proposal is gone. Nothing has changed for people who ask.",
};

/** What a form on the way here has come to; empty for what it never comes to. */
export const serviceDoneWords = (done: string | null): string =>
  done !== null && Object.hasOwn(DONE, done) ? (DONE[done] ?? "") : "";

export const QUESTIONS = {
  title: (service: string) => `Questions of “${service}”`,
  intro: "Asked in this order, one on a page, after who it is for. Ask only what the partner needs to know.",
  none: "It asks nothing of its own.",
  add: "Add a question",
  back: (service: string) => `Back to ${service}`,
  change: "Change",
  up: "Move up",
  down: "Move down",
  remove: "Take it out",
  onlyIf: (question: string, answers: string) => `Only if “${question}” is ${answers}`,
  kinds: {
    choice: "One answer of some",
    choices: "Any number of answers",
    text: "In their own words",
  } satisfies Record<Question["kind"], string>,
  needed: "Must be answered",
  mayBeLeft: "Can be left out",
  dangers: (count: number) =>
    count === 1 ? "One answer leads to help at once" : `${count} answers lead to help at once`,
} as const;

export const ONE_QUESTION = {
  newTitle: "A new question",
  title: "Change a question",
  back: "All questions of this service",
  ask: "The question",
  askHint: "As people read it",
  label: "In a few words",
  labelHint: "For the partner’s list of answers, like “Where it hurts”",
  hint: "A hint under it",
  hintHint: "Leave it empty to give none",
  kind: "How is it answered?",
  required: "Must it be answered?",
  yes: "Yes",
  no: "No, it can be left out",
  options: "The answers",
  optionsHint: "Leave an answer empty to take it out. Save to get more empty lines.",
  option: (place: number) => `Answer ${place}`,
  optionHint: (place: number) => `Hint to answer ${place}`,
  kept: (leadsTo: Emergency) => `Leads to help at once (${LEADS_TO[leadsTo]}), so it stays as it is`,
  onlyIf: "When is it asked?",
  onlyIfHint: "Choose none to ask it always. Choose answers of one question.",
  maxLength: "The most characters",
  show: "Show me",
  save: "Save",
  preview: "As people see it",
} as const;

export const QUESTION_ERRORS = {
  ask: "Write the question",
  label: "Say it in a few words",
  kind: "Choose how it is answered",
  required: "Choose if it must be answered",
  option: "An answer must be 120 characters or fewer",
  optionHint: "A hint must be 200 characters or fewer",
  hint: "A hint must be 300 characters or fewer",
  onlyIf: "Choose answers of one question that comes before",
  maxLength: "Enter a number from 20 to 2,000",
} as const;

export const LEADS_TO: Readonly<Record<Emergency, string>> = {
  "999": "Call 999",
  "111": "Call 111",
  crisis: "Crisis help",
};

export const RED_FLAGS = {
  title: (service: string) => `Signs of danger of “${service}”`,
  intro:
    "Asked before anything else. Who ticks one is led to help at once. One person proposes them, and another must agree before they hold.",
  inForce: "What people are asked now",
  none: "Nothing is published yet, so nobody can ask for this service.",
  version: (version: number, on: string) => `Version ${version}, from ${on}`,
  agreedBy: (one: string, other: string) => `Agreed by ${one} and ${other}`,
  source: (source: string) => `Source: ${source}`,
  proposal: "What is proposed",
  proposedBy: (who: string, when: string) => `${who} proposed this ${when}.`,
  own: "You proposed it, so somebody else must agree. You can take it back.",
  movedOn: "Others were published after it was proposed. Turn it down, and propose it anew.",
  publish: "Agree and publish",
  publishHow: "You are the second person. Read each sign as somebody who is ill would read it.",
  drop: "Turn it down",
  takeBack: "Take it back",
  change: {
    same: "As now",
    new: "New",
    gone: "Left out",
    changed: "Changed",
  } satisfies Record<FlagChange["kind"], string>,
  was: (text: string, leadsTo: Emergency) => `Now: ${text} (${LEADS_TO[leadsTo]})`,
  propose: "Propose other signs",
  proposeHow: "What people are asked stays as it is until a second person agrees.",
  sign: (place: number) => `Sign ${place}`,
  leadsTo: (place: number) => `Sign ${place} leads to`,
  signHint: "What somebody would say of themselves, like “I cannot feel my legs”",
  from: "Where do these signs come from?",
  fromHint: "The guidance, with its edition, and who checked it",
  notice: "The line under them",
  save: "Propose it",
  moreHint: "Leave a sign empty to take it out. Propose it to get more empty lines.",
} as const;

export const RED_FLAG_ERRORS = {
  sign: "A sign must be 200 characters or fewer",
  leadsTo: "Choose where this sign leads",
  source: "Say where these signs come from, in 200 characters or fewer",
  notice: "The line under them must be 200 characters or fewer",
  meanwhile:
    "Someone put other signs here after you opened the page. Copy what you typed, open the page again, and see what is new",
  same: "These are the signs that people are asked now. Change something to propose it",
  gone: "This is not what is proposed now. Someone has settled it, or put another in its place. Look again",
  own: "You proposed it yourself. Somebody else who runs the front door must agree",
} as const;
