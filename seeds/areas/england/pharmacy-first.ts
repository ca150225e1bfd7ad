import { CONDITIONS, type Condition, PHARMACY_FIRST } from "~/domain/directory/conditions";
import type { Service } from "~/domain/directory/types";
import type { RedFlag } from "~/domain/journeys/types";
import { BREATHLESS, flag, HELP_AT_VISIT, service } from "../../reference/service";
import { ALLERGIES, ALLERGY, APPROVERS, HIGH_FEVER, HOW_LONG, SEPSIS, TRIED } from "./common";

/** One condition, one service: the id says which. */
interface ConditionWords {
  readonly id: Condition;
  readonly name: string;
  readonly summary: string;
  readonly needs: readonly string[];
  readonly synonyms: readonly string[];
  readonly about: string;
  readonly who: string;
  readonly flags: readonly RedFlag[];
}

/** A condition that pharmacists treat under Pharmacy First (NHS England, January 2024). */
const condition = ({ about, who, flags, ...words }: ConditionWords): Service =>
  service({
    ...words,
    whatItIs: [
      about,
      "You do not have to see your practice first. A pharmacist can see you, and can often give you the medicine that you would need a doctor for. This is called Pharmacy First.",
    ],
    whoItIsFor: [who, "You can go to any pharmacy. It does not matter where you are registered."],
    whatToExpect: [
      "The pharmacist talks with you in a private room and may look at what hurts.",
      "You get advice, and medicine when you need it. If a doctor should see you, the pharmacist tells you and tells your practice.",
      "Nearly every pharmacy offers this. The published lists do not say when each one is open, so it is wise to ring first.",
    ],
    whatToBring: ["A list of your medicines", "The name of your practice"],
    cost: "Seeing the pharmacist is free. You pay the prescription charge for medicine, unless yours are free.",
    ifWorse: "If you get worse, or are no better in a few days, call 111. In an emergency, call 999.",
    priority: "urgent",
    approvers: APPROVERS,
    flags: [...flags, SEPSIS, ALLERGY],
    questions: [HOW_LONG, TRIED, ALLERGIES, HELP_AT_VISIT],
  });

export const PHARMACY_FIRST_SERVICES: readonly Service[] = [
  condition({
    id: "sore-throat",
    name: "Help for a sore throat",
    summary: "A pharmacist looks at your throat and treats it when it needs treating.",
    needs: ["everyday"],
    synonyms: [
      "sore throat",
      "tonsils",
      "tonsillitis",
      "throat infection",
      "hurts to swallow",
      "pharmacy first",
    ],
    about:
      "Most sore throats get better on their own within a week. Some are caused by bacteria and need medicine.",
    who: "People aged 5 and over.",
    flags: [
      flag("cannot-swallow", "999", "I am drooling, or cannot swallow my own spit"),
      flag("noisy-breathing", "999", "I make a high sound when I breathe in"),
      BREATHLESS,
      flag(
        "weak-defences",
        "111",
        "I take medicine that weakens my body's defences, or am having chemotherapy",
      ),
    ],
  }),
  condition({
    id: "earache",
    name: "Help for a child's earache",
    summary: "A pharmacist looks into the ear and treats an infection.",
    needs: ["everyday", "senses", "family"],
    synonyms: ["earache", "ear infection", "sore ear", "otitis", "pulling at ear", "pharmacy first"],
    about:
      "An infection behind the ear drum hurts, and is common in children. Most get better in three days.",
    who: "Children and young people from 1 to 17 years. A pharmacy that works only online cannot look into an ear.",
    flags: [
      flag("behind-ear", "111", "The bone behind the ear is swollen, red or very sore"),
      flag("stiff-neck", "999", "There is a stiff neck, a rash that stays under a glass, or light hurts"),
      flag("drowsy", "999", "My child is floppy, or hard to wake"),
    ],
  }),
  condition({
    id: "sinusitis",
    name: "Help for sinusitis",
    summary: "A pharmacist helps with a blocked, painful face after a cold.",
    needs: ["everyday"],
    synonyms: ["sinusitis", "sinuses", "sinus pain", "blocked nose", "face pain", "pharmacy first"],
    about:
      "After a cold, the spaces behind your face can swell and hurt. It often takes two to three weeks to go.",
    who: "People aged 12 and over.",
    flags: [
      flag("eye-swelling", "999", "An eye is swollen, pushed forward, or I see double"),
      flag(
        "stiff-neck",
        "999",
        "I have a stiff neck, a rash that stays under a glass, or light hurts my eyes",
      ),
      HIGH_FEVER,
    ],
  }),
  condition({
    id: "insect-bite",
    name: "Help for an infected bite",
    summary: "A pharmacist treats an insect bite that has become red, hot and sore.",
    needs: ["everyday", "skin"],
    synonyms: ["insect bite", "bite", "sting", "infected bite", "mosquito", "horsefly", "pharmacy first"],
    about: "A bite or sting can get infected. The red, hot skin round it goes on growing.",
    who: "People aged 1 and over.",
    flags: [
      flag("spreading", "111", "The redness is spreading fast, or the pain is much worse than it looks"),
      flag("near-eye", "111", "The bite is near my eye, or in my mouth or throat"),
      flag("animal", "111", "An animal or a person bit me"),
    ],
  }),
  condition({
    id: "impetigo",
    name: "Help for impetigo",
    summary: "A pharmacist treats sores and golden crusts on the skin.",
    needs: ["skin", "family"],
    synonyms: [
      "impetigo",
      "crusty sores",
      "skin infection",
      "sores round mouth",
      "school sores",
      "pharmacy first",
    ],
    about:
      "Impetigo is a skin infection that spreads easily. It starts as sores or blisters, and leaves golden crusts.",
    who: "People aged 1 and over.",
    flags: [
      flag("widespread", "111", "The sores cover a large part of the body, or there are large blisters"),
      HIGH_FEVER,
      flag("baby", "111", "It is a baby under 1 year old"),
    ],
  }),
  condition({
    id: "shingles",
    name: "Help for shingles",
    summary: "A pharmacist treats a painful rash in a band on one side. The sooner the better.",
    needs: ["skin"],
    synonyms: [
      "shingles",
      "painful rash",
      "rash on one side",
      "herpes zoster",
      "burning rash",
      "pharmacy first",
    ],
    about:
      "Shingles is a painful rash on one side of the body. Medicine helps most within three days of the rash starting.",
    who: "People aged 18 and over.",
    flags: [
      flag("eye", "111", "The rash is on my forehead, nose or near my eye"),
      flag("stiff-neck", "999", "I have a stiff neck, am confused, or light hurts my eyes"),
      flag("pregnant", "111", "I am pregnant, or my body's defences are weak"),
    ],
  }),
  condition({
    id: "urine-infection",
    name: "Help for a urine infection",
    summary: "A pharmacist treats burning when you pee, for women aged 16 to 64.",
    needs: ["private", "everyday"],
    synonyms: [
      "urine infection",
      "uti",
      "cystitis",
      "waterworks",
      "burning pee",
      "water infection",
      "pharmacy first",
    ],
    about:
      "A urine infection makes it hurt or burn to pee, and you may need to go often. Pharmacists treat simple ones.",
    who: "Women aged 16 to 64. Others need to see their practice or call 111, because more tests may be needed.",
    flags: [
      flag("back-pain", "111", "I have pain in my side or back, under the ribs"),
      flag("pregnant", "111", "I am pregnant, or may be"),
      flag("blood", "111", "I can see blood in my pee"),
      HIGH_FEVER,
    ],
  }),
];

/** Which service answers to which line of the published list of conditions: each condition has its own. */
export const CONDITION_SERVICES: Readonly<Record<string, string>> = Object.fromEntries(
  CONDITIONS.map((condition) => [PHARMACY_FIRST[condition].published, condition]),
);
