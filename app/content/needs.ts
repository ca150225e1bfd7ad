import type { NEED_IDS } from "~/domain/directory/need-ids";

/** A way into the catalogue for a person who does not know what a service is called. */
export interface NeedGroup {
  readonly id: string;
  /** As on a link: "Bones, muscles and moving". */
  readonly name: string;
  /** One short line under it. */
  readonly summary: string;
}

/** In the order in which they are shown. A service names one or more of these ids in `needs`. */
export const NEEDS = [
  { id: "everyday", name: "Everyday illness", summary: "A new problem, a sore throat, your own practice" },
  { id: "moving", name: "Bones, muscles and moving", summary: "Backs, knees, feet, pain and wheelchairs" },
  { id: "mind", name: "Mind, mood and sleep", summary: "Worry, low mood, sleep, grief, drink and memory" },
  { id: "skin", name: "Skin", summary: "Moles, rashes, eczema, acne and wounds" },
  { id: "senses", name: "Eyes, ears and teeth", summary: "Sight, hearing, ear wax and toothache" },
  {
    id: "private",
    name: "Bladder, bowels and sexual health",
    summary: "The menopause, birth control, tests, and when you pass water",
  },
  {
    id: "family",
    name: "Babies, children and families",
    summary: "To have a baby, to feed it, to help it grow and talk",
  },
  { id: "prevention", name: "Staying well", summary: "Jabs, health checks, smoking and weight" },
  { id: "tests", name: "Tests and operations", summary: "Blood tests, scans, and what the hospital does" },
  { id: "home", name: "Living at home", summary: "Falls, care, meals, rails and community nurses" },
  { id: "company", name: "Money, company and caring", summary: "Advice, friends, and help for carers" },
] as const satisfies readonly (NeedGroup & { readonly id: NeedId })[];

export type NeedId = (typeof NEED_IDS)[number];

export const needGroup = (id: string): NeedGroup | undefined => NEEDS.find((need) => need.id === id);
