import { counted } from "~/domain/shared/in-words";
import { LAB } from "./studies";

const NEW_LINK = "Make a new link";

export const PARTICIPANTS = {
  title: (study: string) => `Who takes part in “${study}”`,
  intro:
    "Nobody’s name is kept here. Each person has a code, and a link that is theirs alone. Keep no list of who has which code.",
  ask: "Ask more people",
  many: "How many links do you want?",
  manyHint: (most: number) => `From 1 to ${most}`,
  make: "Make the links",
  notOpen: "The study is not open, so nobody can be asked. Open it first.",
  toStudy: "Go to the study",
  made: (many: number) => `${counted(many, "link")} made`,
  once: `These links are shown once, and are not kept. Print this page, or send each link to one person. If one is lost, press “${NEW_LINK}” beside the person’s code below. The lost link then leads nowhere.`,
  print: "Only the links are printed.",
  slip: {
    title: "asks you to try some pages.",
    code: "What we call you:",
    how: "Scan the code with a phone, or type this address:",
    words:
      "The pages are tested, and you are not. Nothing that you do is real. We do not ask for your name. You can stop at any time. This link is for you alone.",
  },
  qr: (code: string) => `Code to scan, for ${code}`,
  list: "Everybody who was asked",
  none: "Nobody was asked yet.",
  version: (version: number) => `version ${version}`,
  states: { asked: "Asked", "taking-part": "Taking part", left: LAB.left, over: "Done" },
  leftHow: LAB.leftHow,
  watch: "Watch",
  session: "The session",
  replay: "Look back",
  link: NEW_LINK,
  delete: "Delete",
  of: (code: string) => `for ${code}`,
  sure: (code: string) => `Delete everything of ${code}?`,
  sureWords:
    "All that was recorded of this person goes: answers, pages, notes, their town, and each problem that was seen with nobody else. A problem that was named from what they did loses its name. It cannot be brought back. Results are worked out again without it.",
  sureDo: (code: string) => `Delete everything of ${code}`,
  keep: "Keep it",
  done: {
    deleted: "All that was theirs is deleted.",
  },
  errors: {
    many: (most: number) => `Write how many, from 1 to ${most}`,
    tooMany: (most: number) => `A study can ask ${most} people at most`,
    over: "They are done, and need no link",
    anotherSince: "Another link was made for them since. Make a new one if it is lost.",
    gone: "There is nobody of this code any more",
  },
} as const;
