import type { Service } from "~/domain/directory/types";
import { choice, flag, HELP_AT_VISIT, service } from "../../reference/service";
import { ALLERGIES, APPROVERS, HIGH_FEVER, HOW_LONG, IN_YOUR_WORDS } from "./common";

export const DENTIST = "nhs-dentist";

export const DENTIST_SERVICES: readonly Service[] = [
  service({
    id: DENTIST,
    name: "NHS dentist",
    summary: "A dentist looks at your teeth and gums, and treats what needs treating.",
    needs: ["everyday", "senses"],
    synonyms: [
      "dentist",
      "toothache",
      "tooth",
      "filling",
      "check up teeth",
      "gums",
      "broken tooth",
      "dental",
    ],
    whatItIs: ["NHS dentists give check-ups, fillings and other treatment that your teeth and gums need."],
    whoItIsFor: ["Anyone. You do not register with a dentist as you do with a practice for your health."],
    whatToExpect: [
      "These are dental practices in the NHS's own list. It does not say which of them take new patients now, when they are open, or their telephone numbers.",
      "The practice may be full. Ask the next one then.",
    ],
    whatToBring: ["A list of your medicines", "Proof, if you do not pay for NHS treatment"],
    cost: "You pay an NHS charge, unless your treatment is free. Ask for the price first.",
    ifWorse: "If the pain or swelling gets worse, call 111. In an emergency, call 999.",
    approvers: APPROVERS,
    flags: [
      flag("swelling", "999", "My face, mouth or neck is swelling, and I cannot swallow or breathe well"),
      flag("bleeding", "999", "My mouth is bleeding and does not stop"),
      flag("knocked-out", "111", "A tooth has been knocked out today"),
      HIGH_FEVER,
    ],
    questions: [
      IN_YOUR_WORDS,
      HOW_LONG,
      choice("pain", "Are you in pain?", "Pain", [
        ["none", "No"],
        ["some", "Yes, and medicine from a shop helps"],
        ["bad", "Yes, and nothing helps"],
      ]),
      ALLERGIES,
      HELP_AT_VISIT,
    ],
  }),
];
