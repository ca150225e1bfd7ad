import type { Service } from "~/domain/directory/types";
import { choice, flag, HELP_AT_VISIT, service } from "../../reference/service";
import { APPROVERS } from "./common";

export const HEARING_SERVICES: readonly Service[] = [
  service({
    id: "hearing-test",
    name: "Hearing test",
    summary: "Someone tests how well you hear, and talks with you about what helps.",
    needs: ["senses"],
    synonyms: ["hearing test", "hearing aid", "going deaf", "cannot hear", "audiology", "ringing in ears"],
    whatItIs: ["A hearing test takes about half an hour. It does not hurt."],
    whoItIsFor: ["Adults who find it harder to hear. For children, ask your practice."],
    whatToExpect: [
      "NHS Choices listed these places in 2016, and no newer list is published with the data used here. Ring before you go.",
    ],
    whatToBring: ["Your hearing aids, if you have any", "A list of your medicines"],
    cost: "Free when your practice or the NHS arranges it. Some places also sell tests and hearing aids: ask first.",
    ifWorse: "If you suddenly lose your hearing, call 111 the same day.",
    approvers: APPROVERS,
    flags: [
      flag("sudden-deaf", "111", "I have suddenly lost my hearing in one or both ears"),
      flag("face-droop", "999", "My face has dropped on one side"),
      flag("dizzy-vomit", "111", "The room spins and I am being sick"),
    ],
    questions: [
      choice("how-long", "How long has it been harder to hear?", "How long", [
        ["weeks", "Less than 3 months"],
        ["year", "Up to a year"],
        ["longer", "Longer"],
      ]),
      HELP_AT_VISIT,
    ],
  }),
];
