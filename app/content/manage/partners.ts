import type { Standing } from "~/domain/directory/standing";
import type { Arrangement, Mode, OrganisationKind } from "~/domain/directory/types";
import { counted, MODE_WORDS } from "~/domain/shared/in-words";

export const KIND_WORDS: Readonly<Record<OrganisationKind, string>> = {
  practice: "GP practice",
  "community-trust": "Community trust",
  "mental-health-trust": "Mental health trust",
  "hospital-trust": "Hospital trust",
  specialist: "Specialist",
  pharmacy: "Pharmacy",
  "social-care": "Social care",
  voluntary: "Voluntary group",
  "social-enterprise": "Social enterprise",
};

export const ARRANGEMENT_WORDS: Readonly<
  Record<Arrangement, { readonly label: string; readonly hint: string }>
> = {
  "own-contract": { label: "Its own contract", hint: "It answers for itself, as it does now" },
  alliance: { label: "Alliance", hint: "Partners share one agreement, and each answers for its own part" },
  "joint-venture": { label: "Joint venture", hint: "Set up by two or more partners together" },
  subcontract: { label: "Subcontract", hint: "A lead provider carries the contract and answers for it" },
  employed: { label: "Employed", hint: "Its people work for a lead provider" },
};

export const PARTNERS = {
  title: "Partners",
  bringIn: "Bring a partner in",
  none: "No partners yet",
  offers: (count: number) => (count === 0 ? "Nothing on offer yet" : `${counted(count, "offer")} of care`),
  standing: {
    partner: "Partner",
    none: "Not a partner yet",
    left: "Has left",
    suspended: "Suspended",
  } satisfies Record<Standing["kind"], string>,
} as const;

export const NEW_PARTNER = {
  title: "Bring a partner in",
  intro: "Four short pages: who they are, where they give care, what they offer, and who manages it there.",
  who: "Who they are",
  name: "Name",
  nameHint: "As on its sign and its letters",
  shortName: "Short name",
  shortNameHint: "As people say it. Leave it empty to use the whole name.",
  kind: "What kind of place is it?",
  chooseKind: "Choose a kind",
  ods: "ODS code",
  odsHint: "If it has one, like FA123",
  phone: "Phone number",
  phoneHint: "For people who have a question about its care",
  website: "Website",
  about: "About it, in a sentence or two",
  mark: "Its mark",
  markHint: "Up to three letters on a colour, shown on its labels",
  letters: "Letters",
  colour: "Colour",
  colourHint: "Dark enough for white letters",
  bound: "How it is bound",
  arrangement: "How does it work with us?",
  lead: "Lead provider",
  leadHint: "Only if a partner answers for what it does",
  noLead: "None",
  starts: "First day as a partner",
  startsHint: "Leave it empty to start today",
  boxes: "Whose boxes were agreed?",
  boxesHint: "The partner chooses among these how its care shows up",
  save: "Bring them in",
  returnTicket: "It keeps its name, its list and its records.",
} as const;

export const PARTNER_ERRORS = {
  name: "Enter its name",
  kind: "Choose what kind of place it is",
  ods: "An ODS code has 3 to 10 letters and numbers, like FA123",
  phone: "Enter a phone number, like 01632 960123",
  website: "Enter a web address that begins with https://",
  letters: "Enter one to three letters",
  colour: "Enter a colour like #8f4a00",
  arrangement: "Choose how it works with us",
  boxes: "Choose one box or more",
  date: "Enter a real date, like 1 12 2026",
} as const;

export const ONE_PARTNER = {
  todo: "What is left to do",
  place: "Say where it gives care",
  offer: "Say what care it gives",
  manager: "Invite who manages it",
  managerAsked: "A manager is invited, and not here yet",
  optional: "Not needed for phone, video or home visits",
  done: "Done",
  todoNow: "To do",
  places: "Places",
  newPlace: "Add a place",
  offers: "Care it gives",
  newOffer: "Add care",
  people: "People",
  noPeople: "Nobody works here on our pages yet.",
  invite: "Invite a manager",
  inviteHow:
    "A manager answers the work and invites everybody else. You get a link to pass on: it works once, for 7 days.",
  closed: "Closed",
  open: "Open",
  popUp: (from: string, until: string) => `Pop-up, ${from} to ${until}`,
  close: "Close it",
  reopen: "Open it again",
  facts: "Who they are",
} as const;

export const PARTNER_FACTS = {
  mark: "Mark",
  kind: "Kind",
  about: "About it",
  phone: "Phone number",
  website: "Website",
  standing: "Stands as",
  arrangement: "Bound by",
  lead: "Lead provider",
  since: "First day",
} as const;

export const NEW_PLACE = {
  title: (organisation: string) => `Where does ${organisation} give care?`,
  name: "Name of the place",
  nameHint: "As people would look for it, like The Lantern, Old Fish Market",
  address: "Address",
  addressHint: "One line each, without the postcode",
  postcode: "Postcode",
  open: "When is it open?",
  days: "Days",
  opens: "Opens at",
  closes: "Closes at",
  timeHint: "Like 9.30 am or 14:30",
  stepFree: "Can people get in without steps?",
  stepFreeChoices: { yes: "Yes", no: "No", unknown: "I do not know" },
  popUp: "Is it only for a time?",
  popUpHint:
    "Fill these in for a pop-up: people can ask from its first day on. Leave them empty for a place that stays.",
  from: "First day",
  until: "Last day",
  save: "Add this place",
} as const;

export const PLACE_ERRORS = {
  name: "Enter the name of the place",
  address: "Enter the address, a line or more",
  postcode: "We cannot find that postcode. Enter a whole one, like LM1 1AA",
  days: "Choose the days it is open",
  opens: "Enter when it opens, like 9.30 am",
  closes: "Enter when it closes, like 5 pm",
  order: "It must close after it opens",
  from: "Enter the first day, like 1 12 2026",
  until: "Enter the last day, like 28 2 2027",
  dates: "The last day must be on or after the first",
  passed: "The last day has passed. Enter a day to come",
} as const;

export const DAY_WORDS = {
  "1": "Monday",
  "2": "Tuesday",
  "3": "Wednesday",
  "4": "Thursday",
  "5": "Friday",
  "6": "Saturday",
  "7": "Sunday",
} as const;

export const NEW_OFFER = {
  title: (organisation: string) => `What care does ${organisation} give?`,
  service: "Service",
  chooseService: "Choose a service",
  place: "Where?",
  noPlace: "No place: by phone, video or at home",
  how: "How do people get it?",
  modes: ["in-person", "phone", "video", "home-visit"] satisfies readonly Mode[],
  mode: (mode: Mode) => MODE_WORDS[mode].choice,
  ages: "Who is it for?",
  agesHint: "Whole years. Leave one or both empty when there is no limit.",
  agesFrom: "From age",
  agesUntil: "Up to age",
  reach: "From where?",
  reachAnywhere: "Anywhere",
  reachWithin: "Within some miles",
  reachList: "Only people on its own list",
  miles: "Miles",
  times: "How do people get a time?",
  timesDirect: "They choose one as they ask",
  timesDirectHint: "You set the first times below",
  timesPartner: "It gives them a time",
  timesPartnerHint: "It looks at each request first",
  first: "First times",
  firstHint: "The same every week, for six weeks ahead. They can change them in their diary.",
  days: "Days",
  opens: "First time at",
  closes: "Last time ends at",
  minutes: "Minutes for each",
  box: "Whose box does it come in?",
  save: "Put it on offer",
} as const;

export const OFFER_ERRORS = {
  service: "Choose a service",
  place: "Choose where, or that it has no place",
  modes: "Choose how people get it",
  noDoor: "Care without a place is by phone, by video or at home",
  age: "Enter an age in whole years, from 0 to 120",
  ages: "The second age must be the same or higher",
  reach: "Choose from where people can come",
  miles: "Enter miles as a number from 1 to 100",
  times: "Choose how people get a time",
  days: "Choose the days with times",
  opens: "Enter when the first time begins, like 9.30 am",
  closes: "Enter when the last time ends, like 5 pm",
  order: "The last time must end after the first begins",
  minutes: "Enter minutes from 5 to 240",
  short: "There is no room for one time between these two",
  box: "Choose whose box it comes in",
  notAgreed: "This partnership did not agree that box. Choose another",
  gone: "That service or place is not there any more. Choose another",
} as const;

export const ONE_OFFER = {
  closeTitle: (service: string) => `Close ${service}?`,
  openTitle: (service: string) => `Open ${service} again?`,
  what: "From now on nobody is sent here for it, and nobody can choose it.",
  openWork: (count: number) =>
    count === 0
      ? "It has no open work."
      : `It keeps ${counted(count, "open request")} and ends what it has. Nobody is moved.`,
  others: (count: number) =>
    count === 0
      ? "No other partner gives this. People who ask will go to the front desk."
      : `${counted(count, "other offer")} of this service ${count === 1 ? "stays" : "stay"} open.`,
  again: "People can be sent here again, and choose its times.",
  close: "Yes, close it",
  open: "Yes, open it",
  no: "No, go back",
} as const;

const DONE: Readonly<Record<string, string>> = {
  partner: "They are a partner now. Next, say where they give care.",
  place: "The place is added. Next, say what care they give there.",
  offer: "It is on offer. People find it from now on.",
  closed: "It is closed. Nobody is sent to it from now on.",
  opened: "It is open again.",
};

/** What a form on the way here has come to; empty for what it never comes to. */
export const partnerDoneWords = (done: string | null): string =>
  done !== null && Object.hasOwn(DONE, done) ? (DONE[done] ?? "") : "";
