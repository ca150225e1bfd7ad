import type { Service } from "~/domain/directory/types";
import {
  BREATHLESS,
  CHEST_PAIN,
  choice,
  END_MY_LIFE,
  flag,
  HELP_AT_VISIT,
  STROKE,
  service,
} from "../../reference/service";
import { ALLERGY, APPROVERS, HOW_LONG, IN_YOUR_WORDS, SEPSIS } from "./common";

/** What a practice gives the people on its list; `area` is where it is, as after "in". */
export const practiceServices = (area: string): readonly Service[] => [
  service({
    id: "gp-appointment",
    name: "An appointment at your practice",
    summary: "See or speak to someone at the practice where you are registered.",
    needs: ["everyday"],
    synonyms: [
      "gp",
      "doctor",
      "see a doctor",
      "gp appointment",
      "surgery",
      "practice nurse",
      "family doctor",
      "not feeling well",
      "sick note",
      "fit note",
      "tired all the time",
    ],
    whatItIs: [
      "Your practice holds your record. It may be a doctor who helps you, or a nurse, a pharmacist or a physiotherapist.",
    ],
    whoItIsFor: [`People who are registered at a practice in ${area}. Each practice sees its own patients.`],
    whatToExpect: ["The practice reads what you write and gets in touch to give you a time or an answer."],
    whatToBring: [
      "A list of your medicines",
      "Anything you have measured at home, such as your blood pressure",
    ],
    cost: "Free",
    ifWorse:
      "If you get worse while you wait, ring your practice. When it is closed, call 111. In an emergency, call 999.",
    priority: "urgent",
    approvers: APPROVERS,
    flags: [
      CHEST_PAIN,
      BREATHLESS,
      STROKE,
      ALLERGY,
      SEPSIS,
      flag("worst-headache", "999", "I have a sudden headache, the worst of my life"),
      END_MY_LIFE,
    ],
    questions: [
      IN_YOUR_WORDS,
      HOW_LONG,
      choice("change", "Is it getting better or worse?", "Better or worse", [
        ["better", "Better"],
        ["same", "The same"],
        ["worse", "Worse"],
      ]),
      HELP_AT_VISIT,
    ],
  }),
];
