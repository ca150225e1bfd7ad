import type { Service } from "~/domain/directory/types";
import type { RedFlag } from "~/domain/journeys/types";
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
import { APPROVERS, HIGH_FEVER, IN_YOUR_WORDS, SEPSIS } from "./common";

interface Specialist {
  readonly id: string;
  /** The treatment function whose waits are shown (NHS England, referral to treatment). */
  readonly specialty: string;
  readonly specialtyName: string;
  readonly name: string;
  readonly summary: string;
  readonly needs: readonly string[];
  readonly synonyms: readonly string[];
  readonly about: string;
  readonly flags: readonly RedFlag[];
}

const SPECIALISTS: readonly Specialist[] = [
  {
    id: "knee-operation",
    specialty: "C_110",
    specialtyName: "trauma and orthopaedics",
    name: "Knee operation",
    summary: "A hospital looks at a worn or injured knee, and operates when that is best.",
    needs: ["moving", "tests"],
    synonyms: ["knee replacement", "new knee", "knee surgery", "bad knee", "worn knee", "cartilage"],
    about:
      "When you have tried all else for a sore knee, an operation may help. Many people get a new joint.",
    flags: [
      flag("hot-joint", "111", "The joint is suddenly hot, red and very painful, and I feel ill"),
      flag("calf", "111", "My calf is swollen, hot and painful"),
      CHEST_PAIN,
    ],
  },
  {
    id: "hip-operation",
    specialty: "C_110",
    specialtyName: "trauma and orthopaedics",
    name: "Hip operation",
    summary: "A hospital looks at a worn hip, and replaces it when that is best.",
    needs: ["moving", "tests"],
    synonyms: ["hip replacement", "new hip", "hip surgery", "bad hip", "groin pain walking"],
    about: "A new hip takes away most of the pain of a worn one. It is a common operation.",
    flags: [
      flag("fall", "999", "I have fallen, and cannot stand or put weight on my leg"),
      flag("hot-joint", "111", "The joint is suddenly hot, red and very painful, and I feel ill"),
      CHEST_PAIN,
    ],
  },
  {
    id: "joint-or-hand-surgeon",
    specialty: "C_110",
    specialtyName: "trauma and orthopaedics",
    name: "Bone and joint surgeon",
    summary: "A hospital looks at shoulders, hands, feet and backs. They may need an operation.",
    needs: ["moving", "tests"],
    synonyms: [
      "orthopaedics",
      "shoulder operation",
      "carpal tunnel",
      "bunion",
      "hand surgery",
      "foot surgery",
    ],
    about:
      "Bone and joint surgeons help when a shoulder, hand, foot or back is bad. It may need an operation.",
    flags: [
      flag(
        "saddle",
        "999",
        "I have back pain and cannot feel between my legs, or cannot control my bladder or bowels",
      ),
      flag("hot-joint", "111", "A joint is suddenly hot, red and very painful, and I feel ill"),
    ],
  },
  {
    id: "cataract-operation",
    specialty: "C_130",
    specialtyName: "ophthalmology",
    name: "Cataract operation",
    summary: "A cloudy lens in your eye is taken out and a clear one put in.",
    needs: ["senses", "tests"],
    synonyms: ["cataract", "cataracts", "cloudy eye", "misty sight", "lens replacement", "glare at night"],
    about: "A cataract makes sight cloudy. The operation is short, and you are awake but feel no pain.",
    flags: [
      flag("sight-loss", "999", "I have suddenly lost sight in an eye"),
      flag("flashes", "111", "I see new flashes, many floaters or a dark curtain"),
      flag("red-painful", "111", "My eye is red and very painful"),
    ],
  },
  {
    id: "eye-specialist",
    specialty: "C_130",
    specialtyName: "ophthalmology",
    name: "Eye specialist",
    summary: "A hospital looks after your eyes, such as when you have glaucoma.",
    needs: ["senses", "tests"],
    synonyms: ["eye hospital", "ophthalmology", "glaucoma", "macular", "sight problems", "eye clinic"],
    about: "Eye doctors help with glaucoma, and with all else that can harm your sight.",
    flags: [
      flag("sight-loss", "999", "I have suddenly lost sight in an eye"),
      flag("flashes", "111", "I see new flashes, many floaters or a dark curtain"),
      flag("chemical", "999", "Something splashed into my eye and it burns"),
    ],
  },
  {
    id: "ear-nose-throat",
    specialty: "C_120",
    specialtyName: "ear, nose and throat",
    name: "Ear, nose and throat specialist",
    summary: "A hospital looks at ears, noses and throats that do not get better.",
    needs: ["senses", "tests"],
    synonyms: [
      "ent",
      "tonsils out",
      "grommets",
      "dizzy spells",
      "sinus operation",
      "hoarse voice",
      "blocked ear",
    ],
    about:
      "These doctors help with ears, noses, throats, voices and feeling dizzy, when other care has not worked.",
    flags: [
      flag("noisy-breathing", "999", "I make a high sound when I breathe in"),
      flag("sudden-deaf", "111", "I have suddenly lost my hearing in one ear"),
      flag("nosebleed", "999", "My nose has been bleeding for more than 15 minutes"),
    ],
  },
  {
    id: "skin-specialist",
    specialty: "C_330",
    specialtyName: "dermatology",
    name: "Skin specialist",
    summary: "A hospital looks at moles, rashes and skin that does not heal.",
    needs: ["skin", "tests"],
    synonyms: ["dermatology", "mole", "changing mole", "eczema", "psoriasis", "acne", "skin cancer check"],
    about: "Skin doctors look at moles that change. They help with rashes that will not go away.",
    flags: [
      flag("blistering", "999", "My skin is blistering or peeling over large areas, and I feel ill"),
      SEPSIS,
    ],
  },
  {
    id: "heart-specialist",
    specialty: "C_320",
    specialtyName: "cardiology",
    name: "Heart specialist",
    summary: "A hospital finds out why your heart flutters, tires or worries your practice.",
    needs: ["tests"],
    synonyms: [
      "cardiology",
      "cardiologist",
      "palpitations",
      "heart murmur",
      "irregular heartbeat",
      "heart failure",
    ],
    about: "Heart specialists test how your heart beats and pumps, and plan treatment with you.",
    flags: [CHEST_PAIN, BREATHLESS, flag("collapse", "999", "I have collapsed or passed out"), STROKE],
  },
  {
    id: "lung-specialist",
    specialty: "C_340",
    specialtyName: "respiratory medicine",
    name: "Lung and breathing specialist",
    summary: "A hospital looks into long coughs and shortness of breath.",
    needs: ["tests"],
    synonyms: [
      "respiratory",
      "lungs",
      "asthma clinic",
      "copd",
      "long cough",
      "sleep apnoea",
      "short of breath",
    ],
    about: "These doctors help with asthma and bad lungs, when what your practice can do is not enough.",
    flags: [BREATHLESS, CHEST_PAIN, flag("blood", "999", "I am coughing up more than a little blood")],
  },
  {
    id: "stomach-and-bowel-specialist",
    specialty: "C_301",
    specialtyName: "gastroenterology",
    name: "Stomach and bowel specialist",
    summary: "A hospital looks into tummy pain, a bad gut, and food that will not go down.",
    needs: ["private", "tests"],
    synonyms: [
      "gastroenterology",
      "tummy pain",
      "ibs",
      "crohns",
      "colitis",
      "heartburn",
      "bowel problems",
      "liver",
    ],
    about:
      "These doctors look into trouble that goes on: in your tummy, your gut, your liver, or when you swallow.",
    flags: [
      flag("vomit-blood", "999", "I am bringing up blood, or something like coffee grounds"),
      flag("black-poo", "111", "My poo is black and sticky, or there is a lot of blood in it"),
      flag("sudden-pain", "999", "I have sudden, very bad tummy pain"),
    ],
  },
  {
    id: "nerve-and-brain-specialist",
    specialty: "C_400",
    specialtyName: "neurology",
    name: "Nerve and brain specialist",
    summary: "A hospital looks into headaches, fits, shaking, and parts of you that feel numb.",
    needs: ["tests", "mind"],
    synonyms: [
      "neurology",
      "neurologist",
      "migraine",
      "epilepsy",
      "seizures",
      "numbness",
      "tremor",
      "parkinsons",
    ],
    about:
      "These doctors help with the brain and the nerves: bad headaches, fits, shaking, MS, Parkinson's and more.",
    flags: [
      STROKE,
      flag("worst-headache", "999", "I have a sudden headache, the worst of my life"),
      flag("fit", "999", "I am having a fit, or have just had my first one"),
    ],
  },
  {
    id: "arthritis-specialist",
    specialty: "C_410",
    specialtyName: "rheumatology",
    name: "Arthritis specialist",
    summary: "A hospital helps with joints that swell and are stiff in the morning.",
    needs: ["moving", "tests"],
    synonyms: ["rheumatology", "arthritis", "swollen joints", "stiff joints", "gout", "lupus", "joint pain"],
    about: "These specialists find out why joints swell, and treat it before it does lasting harm.",
    flags: [
      flag("hot-joint", "111", "One joint is suddenly hot, red and very painful, and I feel ill"),
      flag(
        "sight-headache",
        "999",
        "I have a new headache with trouble seeing, or pain in my jaw when I chew",
      ),
    ],
  },
  {
    id: "gynaecology",
    specialty: "C_502",
    specialtyName: "gynaecology",
    name: "Gynaecology",
    summary: "A hospital helps with periods, the womb and pelvic pain.",
    needs: ["private", "tests"],
    synonyms: ["heavy periods", "endometriosis", "fibroids", "prolapse", "womb", "pelvic pain", "ovaries"],
    about:
      "These doctors look after the womb and what is near it: heavy periods, lumps in the womb, a womb that drops, and pain low down.",
    flags: [
      flag("pregnant-bleeding", "999", "I am, or may be, pregnant, and have bad pain or bleeding"),
      flag("heavy", "999", "I am bleeding so much that I feel faint"),
    ],
  },
  {
    id: "bladder-and-prostate-specialist",
    specialty: "C_101",
    specialtyName: "urology",
    name: "Bladder, kidney and prostate specialist",
    summary: "A hospital looks into pain when you pee, stones in the kidney, and the prostate.",
    needs: ["private", "tests"],
    synonyms: [
      "urology",
      "prostate",
      "kidney stones",
      "bladder problems",
      "waterworks",
      "blood in pee",
      "vasectomy",
    ],
    about: "These doctors look after the bladder, the kidneys and the prostate.",
    flags: [
      flag("cannot-pee", "999", "I cannot pee at all, and it hurts"),
      flag("testicle", "999", "I have sudden, bad pain in a testicle"),
      HIGH_FEVER,
    ],
  },
  {
    id: "hernia-or-gallbladder-operation",
    specialty: "C_100",
    specialtyName: "general surgery",
    name: "Hernia or gallbladder operation",
    summary: "A hospital looks at lumps, hernias and gallstones. They may need an operation.",
    needs: ["tests"],
    synonyms: ["hernia", "gallstones", "gallbladder", "general surgery", "lump in groin", "piles operation"],
    about: "Surgeons mend hernias, take out gallbladders, and look at lumps in the tummy.",
    flags: [
      flag("hard-lump", "999", "My hernia is hard, very painful, and will not go back"),
      flag("sudden-pain", "999", "I have sudden, very bad tummy pain"),
      flag("yellow", "111", "My skin or eyes have turned yellow"),
    ],
  },
  {
    id: "mouth-and-jaw-surgeon",
    specialty: "C_140",
    specialtyName: "oral surgery",
    name: "Mouth and jaw surgeon",
    summary: "A hospital takes out difficult teeth and looks at jaws and mouths.",
    needs: ["senses", "tests"],
    synonyms: ["oral surgery", "wisdom teeth", "jaw pain", "dental hospital", "mouth ulcer", "lump in mouth"],
    about: "Mouth and jaw surgeons take out difficult wisdom teeth and look at sore places that do not heal.",
    flags: [
      flag("swelling", "999", "My face or neck is swelling, and I cannot swallow or breathe well"),
      flag("bleeding", "999", "My mouth is bleeding and does not stop"),
    ],
  },
  {
    id: "plastic-surgery",
    specialty: "C_160",
    specialtyName: "plastic surgery",
    name: "Plastic and hand surgery",
    summary: "A hospital mends skin, hands and scars after you were ill or hurt.",
    needs: ["skin", "tests"],
    synonyms: ["plastic surgeon", "scar", "hand surgery", "burns", "skin graft", "breast reconstruction"],
    about:
      "Plastic surgeons mend what an illness, an injury or a burn has changed. This is not cosmetic surgery.",
    flags: [flag("burn", "999", "I have a large or deep burn"), SEPSIS],
  },
  {
    id: "older-peoples-specialist",
    specialty: "C_430",
    specialtyName: "elderly medicine",
    name: "Older people's specialist",
    summary: "A hospital looks at the whole of your health, when age brings more than one trouble.",
    needs: ["home", "tests"],
    synonyms: [
      "geriatrician",
      "elderly medicine",
      "frailty",
      "falls clinic",
      "memory and falls",
      "older people",
    ],
    about: "These doctors look at all of it: falls, memory, medicines and how strong you are.",
    flags: [
      STROKE,
      flag("fall", "999", "I have fallen and cannot get up, or hit my head"),
      flag("confused", "111", "I am, or the person is, suddenly confused"),
    ],
  },
  {
    id: "childrens-specialist",
    specialty: "X04",
    specialtyName: "other paediatric services",
    name: "Children's specialist",
    summary: "A hospital for children looks into what your practice could not find out.",
    needs: ["family", "tests"],
    synonyms: ["paediatrician", "paediatrics", "childrens hospital", "child not growing", "baby specialist"],
    about:
      "Doctors who know children well help when a child is ill or does not grow as it should. They see babies, teenagers and all between.",
    flags: [
      flag("floppy", "999", "My child is floppy, blue, or hard to wake"),
      flag("rash", "999", "There is a rash that does not fade under a glass"),
      flag("baby-fever", "111", "My baby is under 3 months and has a temperature of 38 or more"),
      END_MY_LIFE,
    ],
  },
];

const specialist = ({ about, specialtyName, specialty: _, ...words }: Specialist): Service =>
  service({
    ...words,
    whatItIs: [about],
    whoItIsFor: [
      "People whose practice thinks that a hospital should look. You cannot ask the hospital yourself.",
    ],
    whatToExpect: [
      "Your request goes to your own practice, which decides with you and refers you.",
      "You can say which hospital you would like. In England you have the right to choose.",
      `The wait shown is the middle wait of everyone waiting for ${specialtyName} at that trust. It is not a promise, and yours may be shorter or longer.`,
    ],
    whatToBring: ["A list of your medicines", "Letters from other hospitals"],
    cost: "Free",
    ifWorse:
      "If you get worse while you wait, tell your practice. When it is closed, call 111. In an emergency, call 999.",
    access: "referral",
    approvers: APPROVERS,
    questions: [
      IN_YOUR_WORDS,
      choice("seen", "Have you spoken to your practice about this?", "Spoken to practice", [
        ["yes", "Yes"],
        ["no", "Not yet"],
      ]),
      HELP_AT_VISIT,
    ],
  });

export const SPECIALIST_SERVICES: readonly Service[] = SPECIALISTS.map(specialist);

/** Which published specialty stands for which service. */
export const SPECIALTY_RULES = SPECIALISTS.map(({ id, specialty, specialtyName }) => ({
  serviceId: id,
  specialty,
  specialtyName,
}));
