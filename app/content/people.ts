import type { OrganisationRole } from "~/domain/access/roles";
import { BAD_EMAIL } from "~/domain/journeys/steps/contact";
import { listInWords } from "~/domain/shared/in-words";

/** The pages about one organisation, as their links and headings name them. */
export const WORK_PAGES = {
  worklist: "Worklist",
  diary: "Diary",
  capacity: "Room",
  box: "Box",
  figures: "Figures",
  people: "People",
} as const;
export type WorkPage = keyof typeof WORK_PAGES;
export const WORK_PAGES_LABEL = "Pages about this organisation";

export const SWITCH = "Your other places of work";

/** Above an organisation's name: what the page is, in which brand, and that somebody sees it for their own. */
export const headCaption = (page: string, brand: string, answersFor: boolean): string =>
  [page, brand, answersFor ? "you answer for" : ""].filter(Boolean).join(" · ");

/** A link from one organisation to another: one's own, one that theirs answers for, or one in another brand. */
export const switchWords = (place: {
  readonly name: string;
  readonly answersFor?: boolean;
  readonly brand?: string;
}): string => {
  if (place.brand !== undefined) return `Go to ${place.name} in ${place.brand}`;
  return place.answersFor ? `You answer for ${place.name}` : `Switch to ${place.name}`;
};

/** What a role is called, and what whoever has it may do. */
export const ROLE_WORDS: Readonly<
  Record<OrganisationRole, { readonly label: string; readonly may: string }>
> = {
  reader: { label: "Reader", may: "can see the work and how it goes, and change nothing" },
  booker: { label: "Booker", may: "can see the work, answer it, and say when there is room" },
  manager: { label: "Manager", may: "can see and answer the work, and say who else may" },
};

/** What stands in the place of a form for somebody who may only look. */
export function readOnlyWords({
  organisation,
  asLead,
  managers,
}: {
  readonly organisation: string;
  readonly asLead: boolean;
  readonly managers: readonly string[];
}): string {
  if (asLead) return `You can read this, for you answer for ${organisation}. Only its own people can act.`;
  return managers.length === 0
    ? "You can read this. Ask who looks after accounts where you work to let you answer."
    : `You can read this. ${listInWords(managers, "or")} can let you answer.`;
}

/** What is to be put right in an invitation, or a change of role. */
export const CHOOSE_ROLE = "Choose what they may do";
export const INVITE_ERRORS = {
  name: "Enter their name",
  email: BAD_EMAIL,
} as const;

export const PEOPLE = {
  title: WORK_PAGES.people,
  change: "Change",
  noRole: "Can do nothing here yet",
  you: " (you)",
  invited: "Invited, and not here yet",
  until: (day: string) => `The link works until ${day}`,
  withdraw: "Take it back",
  invite: "Invite somebody",
  inviteHow:
    "You get a link to pass on. Send it only to them: it lets one person in, and works for 7 days. We do not send it for you.",
  name: "Their name",
  email: "Their email at work",
  emailHint: "So that you know whom you asked. They may sign in with another one.",
  role: "What they may do here",
  send: "Make the link",
  made: (name: string) => `Here is the link for ${name}`,
  madeHow: "Copy it now: we cannot show it again. If it is lost, invite them once more.",
  linkLabel: "Link",
} as const;

/** What a page of an organisation's people says to somebody who does not keep them. */
export const notManagerWords = (organisation: string, managers: readonly string[]) => ({
  title: "This page is for managers",
  words:
    managers.length === 0
      ? `Nobody keeps the list of who works at ${organisation} yet.`
      : `${listInWords(managers, "or")} can see and change who works at ${organisation}.`,
  back: "Go to your worklist",
});

export const PERSON = {
  back: "People",
  role: "What may they do here?",
  save: "Save",
  remove: (name: string) => `Take ${name} off the list`,
} as const;

export const REMOVE = {
  title: (name: string, organisation: string) => `Take ${name} off ${organisation}?`,
  yourself: "This is you. You will not see this page again.",
  what: "They cannot open this work any more, from their next page on. What they did stays as it is.",
  yes: "Yes, take them off",
  no: "No, keep them",
} as const;

export const LAST_MANAGER = "You need one manager here. Choose who else it is first";

const PEOPLE_DONE: Readonly<Record<string, string>> = {
  role: "It is changed, from their next page on.",
  removed: "They are off the list, and cannot open this work any more.",
  withdrawn: "The link does not work any more.",
};

/** What a form on the way back here has come to; empty for what it never comes to. */
export const peopleDoneWords = (done: string | null): string =>
  done !== null && Object.hasOwn(PEOPLE_DONE, done) ? (PEOPLE_DONE[done] ?? "") : "";

export const INVITATION = {
  title: "An invitation",
  as: (name: string) => `You are signed in as ${name}.`,
  join: (organisation: string, role: OrganisationRole) =>
    `Join ${organisation} as a ${ROLE_WORDS[role].label.toLowerCase()}`,
  may: (role: OrganisationRole) => `A ${ROLE_WORDS[role].label.toLowerCase()} ${ROLE_WORDS[role].may}.`,
  here: (organisation: string) => `You work at ${organisation} already`,
  hereHow: "A manager there can change what you may do. Somebody else can still use this link.",
  worklist: "Go to your worklist",
} as const;

/** Why an invitation lets nobody in: what happened, and what to do. */
export const NO_INVITATION = {
  unknown: {
    title: "This link does not work",
    words: "Check that you have all of it, or ask for a new one.",
  },
  used: {
    title: "This link was used already",
    words: "It lets one person in. Ask for a new one if it was not you.",
  },
  withdrawn: { title: "This link was taken back", words: "Ask whoever sent it to you for a new one." },
  lapsed: {
    title: "This link is too old",
    words: "It worked for 7 days. Ask whoever sent it to you for a new one.",
  },
} as const;
