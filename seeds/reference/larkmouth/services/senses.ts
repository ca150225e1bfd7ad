import { BREATHLESS, choice, choices, flag, HELP_AT_VISIT, STROKE, service, text } from "../../service";
import { SKIN_AND_SENSES } from "./approvers";

const SIGHT_LOSS = flag("sight-loss", "999", "I have suddenly lost all or part of my sight");
const CHEMICAL = flag("chemical", "999", "A chemical, or something sharp, has got in my eye");
const SUDDEN_DEAF = flag(
  "sudden-deaf",
  "111",
  "I lost my hearing in one or both ears within the last three days",
);

export const SENSES_SERVICES = [
  service({
    id: "eye-test",
    name: "Eye test",
    summary: "A check of your sight and the health of your eyes.",
    needs: ["senses", "prevention"],
    synonyms: [
      "sight test",
      "glasses",
      "optician",
      "optometrist",
      "blurred",
      "cant see well",
      "reading glasses",
      "new specs",
    ],
    whatItIs: [
      "An optometrist tests how well you see and looks into your eyes. This can find trouble long before you notice it.",
    ],
    whoItIsFor: ["All of us, about once in two years. Children too."],
    notFor: [
      "Your eye is red or sore, or your sight changed in the last few days: ask for help with a sore eye.",
    ],
    howLong: [
      "About 30 minutes. You have your result before you leave. If your eyes are well, come back in two years.",
    ],
    whatToExpect: [
      "About 30 minutes. Nothing hurts. You can take your prescription anywhere: you do not have to buy glasses there.",
    ],
    whatToBring: ["The glasses you wear now", "A list of your medicines"],
    cost: "Free for under 16s, people aged 60 or over, and some others. Otherwise £25.",
    ifWorse:
      "If you suddenly lose sight, call 999. If you see flashes, or a shadow across your sight, call 111 now.",
    approvers: SKIN_AND_SENSES,
    flags: [
      SIGHT_LOSS,
      STROKE,
      flag("flashes", "111", "I have new flashes of light, many new specks, or a shadow across my sight"),
    ],
    questions: [
      choice("last", "When was your last eye test?", "Last test", [
        ["two", "In the last two years"],
        ["longer", "Longer ago"],
        ["never", "Never"],
      ]),
      choices("reason", "What brings you?", "Reason", [
        ["routine", "It is time for one"],
        ["near", "Reading is harder"],
        ["far", "Far things are blurred"],
        ["family", "Glaucoma in my family"],
      ]),
      HELP_AT_VISIT,
    ],
  }),
  service({
    id: "sore-eye",
    name: "Sore or red eye",
    summary: "An optician who treats eyes that are sore, red, sticky or have something in them.",
    needs: ["senses", "everyday"],
    synonyms: [
      "red eye",
      "pink eye",
      "conjunctivitis",
      "sticky eye",
      "something in my eye",
      "stye",
      "itchy eyes",
      "eye infection",
      "dry eyes",
      "floaters",
    ],
    whatItIs: [
      "Specially trained opticians can treat most sudden eye problems. They can give you drops, and send you on the same day if needed.",
    ],
    whoItIsFor: ["Anyone aged five or over with a new eye problem."],
    whatToExpect: ["About 20 minutes. Drops may blur your sight for some hours, so do not drive there."],
    whatToBring: ["Your glasses and contact lenses", "Sunglasses for the way home"],
    cost: "Free. Drops may cost one prescription charge.",
    ifWorse:
      "If the pain is strong, light hurts, or you see less, call 111 now. If you suddenly lose sight, call 999.",
    priority: "asap",
    approvers: SKIN_AND_SENSES,
    flags: [
      SIGHT_LOSS,
      CHEMICAL,
      flag("strong-pain", "111", "The pain is strong and I feel sick, or I see halos round lights"),
      flag("swollen", "111", "The skin round my eye is red and swollen, and I have a fever"),
    ],
    questions: [
      choices("signs", "What is it like?", "What it is like", [
        ["red", "Red"],
        ["sore", "Sore or gritty"],
        ["sticky", "Sticky"],
        ["itchy", "Itchy"],
        ["specks", "A few specks that float"],
      ]),
      choice("lenses", "Do you wear contact lenses?", "Contact lenses", [
        ["no", "No"],
        ["yes", "Yes"],
      ]),
      choice(
        "out",
        "Have you taken them out?",
        "Lenses out",
        [
          ["yes", "Yes"],
          ["no", "No, they are still in"],
        ],
        { onlyIf: { question: "lenses", isOneOf: ["yes"] } },
      ),
    ],
  }),
  service({
    id: "cataract",
    name: "Cataract operation",
    summary: "A short operation that swaps a cloudy lens in the eye for a clear one.",
    needs: ["senses", "tests"],
    synonyms: ["cataracts", "cloudy eye", "misty sight", "lens operation", "eye operation", "eye surgery"],
    whatItIs: [
      "The surgeon takes out the cloudy lens and puts in a clear one. You are awake, and the eye is numb.",
    ],
    whoItIsFor: [
      "People whose cataract gets in the way of daily life. An optician or your practice refers you, and you can choose where.",
    ],
    whatToExpect: [
      "Two hours in all; the operation takes 20 minutes. You go home the same day, and see better within days.",
    ],
    whatToBring: ["Someone to go home with", "Your latest eye test"],
    cost: "Free",
    ifWorse:
      "After the operation: if the eye hurts more, gets redder or sees less, ring the number on your card at once, or 111.",
    access: "referral",
    approvers: SKIN_AND_SENSES,
    flags: [
      SIGHT_LOSS,
      flag("after-surgery", "111", "I had an eye operation this month, and it now hurts or I see less"),
    ],
    questions: [
      choice("eye", "Which eye is worse?", "Which eye", [
        ["left", "Left"],
        ["right", "Right"],
        ["both", "Both alike"],
      ]),
      choices("hard", "What is hard to do?", "Hard to do", [
        ["read", "Reading"],
        ["drive", "Driving at night"],
        ["stairs", "Steps and kerbs"],
        ["faces", "Knowing faces"],
      ]),
      text("more", "Is there more the surgeon should know?", "For the surgeon"),
    ],
  }),
  service({
    id: "hearing-test",
    name: "Hearing test",
    summary: "A test of your hearing, and hearing aids if you need them.",
    needs: ["senses"],
    synonyms: [
      "hearing",
      "deaf",
      "hearing aid",
      "hearing aids",
      "cant hear",
      "audiology",
      "tinnitus",
      "ringing in my ears",
      "telly too loud",
      "hard of hearing",
    ],
    whatItIs: [
      "You sit in a quiet room and press a button when you hear a sound. If hearing aids would help, they are fitted to your ears.",
    ],
    whoItIsFor: ["Anyone aged 18 or over who finds it hard to hear people, the phone or the TV."],
    notFor: [
      "You lost your hearing in the last few days: call 111.",
      "Your ears feel blocked: it may be wax. Ask for that first.",
    ],
    howLong: [
      "The test takes about 40 minutes. If you want hearing aids, you have them about six weeks later.",
    ],
    whatToExpect: [
      "About 40 minutes. You see your result at once. Hearing aids are fitted on a second visit.",
    ],
    whatToBring: ["Your hearing aids, if you have some", "Someone whose voice you know"],
    cost: "Free, with hearing aids and batteries",
    ifWorse:
      "If you lose your hearing suddenly, call 111 the same day: it can often be saved if treated fast.",
    approvers: SKIN_AND_SENSES,
    flags: [
      SUDDEN_DEAF,
      STROKE,
      flag("discharge", "111", "My ear leaks pus or blood, or the bone behind it is red and sore"),
    ],
    questions: [
      choice("ears", "Which ear is worse?", "Which ear", [
        ["left", "Left"],
        ["right", "Right"],
        ["both", "Both alike"],
      ]),
      choice("wax", "Were your ears checked for wax in the last month?", "Checked for wax", [
        ["yes", "Yes, they are clear"],
        ["no", "No"],
      ]),
      HELP_AT_VISIT,
    ],
  }),
  service({
    id: "ear-wax",
    name: "Ear wax removal",
    summary: "Wax that blocks your ears, taken out gently.",
    needs: ["senses"],
    synonyms: [
      "wax",
      "blocked ear",
      "ears blocked",
      "syringe",
      "ear syringing",
      "microsuction",
      "cant hear blocked",
    ],
    whatItIs: [
      "A nurse looks in your ears and takes out the wax with a tiny vacuum. It is noisy, but it does not hurt.",
    ],
    whoItIsFor: ["Anyone aged 18 or over whose ears are blocked with wax."],
    notFor: ["Your ear hurts or runs, or you suddenly hear less: ask your practice, or call 111."],
    howLong: ["Five days of drops first. Then 20 minutes, and most people hear well again at once."],
    whatToExpect: ["Put olive oil drops in twice a day for five days first. The visit takes 20 minutes."],
    whatToBring: ["Your hearing aids, if you have some"],
    cost: "Free if you have hearing loss or wear hearing aids. Otherwise £30 for both ears.",
    ifWorse: "If you get strong pain, or fluid comes out, call 111.",
    approvers: SKIN_AND_SENSES,
    flags: [SUDDEN_DEAF, flag("dizzy", "111", "I am so dizzy that I cannot walk straight")],
    questions: [
      choice("drops", "Have you used oil drops for five days?", "Oil drops", [
        ["yes", "Yes"],
        ["not-yet", "Not yet, but I will"],
      ]),
      choices("past", "Have you ever had one of these?", "In the past", [
        ["surgery", "An ear operation"],
        ["hole", "A hole in the eardrum"],
        ["infection", "An ear infection in the last six weeks"],
      ]),
      choice("which", "Which ear is blocked?", "Which ear", [
        ["left", "Left"],
        ["right", "Right"],
        ["both", "Both"],
      ]),
    ],
  }),
  service({
    id: "toothache",
    name: "Dentist for tooth pain",
    summary: "A dentist soon, when you are in pain and do not have one of your own.",
    needs: ["senses", "everyday"],
    synonyms: [
      "toothache",
      "dentist",
      "tooth",
      "teeth",
      "broken tooth",
      "abscess",
      "swollen gum",
      "filling fell out",
      "dental",
      "wisdom tooth",
    ],
    whatItIs: ["A dentist finds out what hurts, stops the pain, and tells you what is needed next."],
    whoItIsFor: ["Anyone in pain from a tooth or gum, of any age."],
    whatToExpect: [
      "About 20 minutes. The dentist may take an X-ray, put in a dressing, or take a tooth out.",
    ],
    whatToBring: ["Proof if you do not pay for dental care", "A list of your medicines"],
    cost: "Free for under 18s, and when you are pregnant. Otherwise one urgent dental charge.",
    ifWorse: "If your face or neck swells so that it is hard to breathe, swallow or open your eye, call 999.",
    priority: "urgent",
    approvers: SKIN_AND_SENSES,
    flags: [
      BREATHLESS,
      flag("swelling", "999", "My mouth, face or neck is swelling, and it is hard to swallow or open my eye"),
      flag("bleeding", "999", "My mouth is bleeding and will not stop"),
      flag("fever", "111", "My face is swollen and I have a fever"),
    ],
    questions: [
      choice("pain", "How bad is the pain?", "The pain", [
        ["mild", "I can put up with it"],
        ["bad", "Painkillers help a little"],
        ["worst", "It keeps me awake, and painkillers do not help"],
      ]),
      choices("see", "Can you see any of these?", "Can be seen", [
        ["broken", "A broken tooth"],
        ["gum", "A swollen gum"],
        ["lost", "A lost filling or crown"],
      ]),
      text("scared", "Does seeing a dentist frighten you? Tell us what helps.", "What helps"),
    ],
  }),
];
