import { choice, choices, flag, service, text } from "../../service";
import { SKIN_AND_SENSES } from "./approvers";

const ALLERGY = flag("allergy", "999", "My lips, face or throat are swelling, or I cannot breathe well");
const MENINGITIS = flag(
  "meningitis",
  "999",
  "There is a rash that does not fade when I press a glass on it, and a fever",
);
const SPREADING = flag(
  "spreading",
  "111",
  "The skin is hot and red, it spreads fast, and I feel feverish or unwell",
);

export const SKIN_SERVICES = [
  service({
    id: "mole-check",
    name: "Mole and skin mark check",
    summary: "A specialist looks at a mole or mark that is new, changing or odd.",
    needs: ["skin"],
    synonyms: [
      "mole looks funny",
      "funny mole",
      "mole",
      "skin cancer",
      "melanoma",
      "spot wont heal",
      "mark on my skin",
      "freckle",
      "bleeding mole",
      "lump on skin",
      "dermatologist",
    ],
    whatItIs: [
      "A nurse takes close-up photos with a special lens. A skin doctor looks at them within two working days.",
    ],
    whoItIsFor: [
      "Anyone aged 18 or over with a mole or mark that has a new shape, size or colour. Or it bleeds, or will not heal.",
    ],
    whatToExpect: [
      "Fifteen minutes for the photos. Most marks turn out to be harmless. If yours needs more, you are seen within two weeks.",
    ],
    whatToBring: ["An old photo of the mark, if you have one", "No make-up on that skin"],
    cost: "Free",
    ifWorse:
      "If it bleeds and will not stop, press on it and call 111. If it grows fast, do not wait: ring and say so.",
    priority: "urgent",
    approvers: SKIN_AND_SENSES,
    flags: [
      flag("bleeding", "999", "It is bleeding heavily, and will not stop when I press on it"),
      SPREADING,
    ],
    questions: [
      choices("change", "What have you noticed?", "Noticed", [
        ["shape", "The edge or shape has changed"],
        ["colour", "More than one colour"],
        ["size", "It has grown"],
        ["itch", "It itches or bleeds"],
        ["new", "It is new"],
      ]),
      choice("where", "Where is it?", "Where", [
        ["face", "Face or head"],
        ["body", "Chest, back or tummy"],
        ["arm", "Arm or hand"],
        ["leg", "Leg or foot"],
        ["private", "A private place"],
      ]),
      choice("before", "Have you, or a parent, brother or sister, had skin cancer?", "Skin cancer before", [
        ["no", "No"],
        ["yes", "Yes"],
        ["unsure", "I do not know"],
      ]),
      text("more", "Is there more you would like to say?", "More"),
    ],
  }),
  service({
    id: "skin-problems",
    name: "Eczema, acne and other skin problems",
    summary: "Help with skin that itches, flakes, comes up in spots, or will not settle.",
    needs: ["skin"],
    synonyms: [
      "eczema",
      "acne",
      "psoriasis",
      "rash",
      "itchy",
      "itching",
      "spots",
      "dry skin",
      "rosacea",
      "hives",
      "flaky skin",
      "scabies",
      "dermatology",
    ],
    whatItIs: [
      "A skin nurse looks at your skin, in a clinic or from photos you send. They make a plan that you can keep up.",
    ],
    whoItIsFor: ["Anyone whose skin problem has lasted more than six weeks, or keeps coming back."],
    whatToExpect: [
      "Twenty minutes. You learn how to use creams so that they work. Skin takes about six weeks to get better.",
    ],
    whatToBring: ["All the creams you have tried", "Photos of a bad day"],
    cost: "Free. Creams cost one prescription charge, unless you do not pay for prescriptions.",
    ifWorse:
      "If it becomes hot, wet, very sore or spreads fast, call 111 today. If your face swells or you cannot breathe, call 999.",
    approvers: SKIN_AND_SENSES,
    flags: [
      ALLERGY,
      MENINGITIS,
      SPREADING,
      flag("peeling", "999", "My skin is blistering or peeling over large areas"),
    ],
    questions: [
      choice("what", "Which is nearest?", "Nearest to", [
        ["eczema", "Dry, itchy skin or eczema"],
        ["acne", "Spots or acne"],
        ["psoriasis", "Thick, scaly patches"],
        ["other", "Something else, or I do not know"],
      ]),
      text("looks", "What does it look like?", "Looks like", {
        onlyIf: { question: "what", isOneOf: ["other"] },
        hint: "Colour, size, and whether it itches or hurts.",
      }),
      choice("life", "How much does it spoil your day?", "Spoils the day", [
        ["little", "A little"],
        ["lot", "A lot"],
        ["all", "It keeps me awake, or at home"],
      ]),
    ],
  }),
  service({
    id: "wound-care",
    name: "Care of a wound or leg ulcer",
    summary: "A nurse to clean and dress a wound that needs time to heal.",
    needs: ["skin", "home"],
    synonyms: [
      "dressing",
      "wound",
      "leg ulcer",
      "stitches out",
      "cut not healing",
      "bandage",
      "district nurse",
      "community nurse",
      "sore on my leg",
      "bed sore",
      "pressure sore",
    ],
    whatItIs: [
      "A community nurse looks after your wound, at a clinic, or at home if you cannot leave it. They find out why it is slow to heal.",
    ],
    whoItIsFor: [
      "Anyone with a cut or sore that has not healed in two weeks. Or you have a wound where you were cut at the hospital.",
    ],
    notFor: ["The wound is deep, will not stop bleeding, or is from a bite: call 111."],
    howLong: [
      "About 30 minutes a visit. A small wound is often healed in a few weeks, and a leg ulcer in a few months.",
    ],
    whatToExpect: [
      "About 30 minutes a visit, once or twice a week. Leg ulcers often need a firm bandage: it helps a lot.",
    ],
    whatToBring: ["Letters from the hospital, if you have any"],
    cost: "Free",
    ifWorse:
      "If the wound is hot, smells or oozes, or you feel feverish, call 111 today. If it bleeds and will not stop, press hard and call 999.",
    priority: "urgent",
    approvers: SKIN_AND_SENSES,
    flags: [
      flag("bleeding", "999", "It is bleeding heavily, and will not stop when I press on it"),
      SPREADING,
      flag("clot", "111", "One leg is newly swollen, hot and sore"),
    ],
    questions: [
      choice("kind", "What kind of wound is it?", "Kind of wound", [
        ["operation", "From an operation"],
        ["ulcer", "A sore on the leg"],
        ["cut", "A cut, burn or fall"],
        ["pressure", "From sitting or lying"],
      ]),
      choice("out", "Can you get to a clinic?", "To a clinic", [
        ["yes", "Yes"],
        ["no", "No, I cannot leave home"],
      ]),
      text("door", "How can the nurse get in?", "Getting in", {
        onlyIf: { question: "out", isOneOf: ["no"] },
        hint: "For example, ring twice and wait. Please do not write a key code here.",
      }),
      choice("diabetes", "Do you have diabetes?", "Diabetes", [
        ["no", "No"],
        ["yes", "Yes"],
        ["unsure", "I am not sure"],
      ]),
    ],
  }),
];
