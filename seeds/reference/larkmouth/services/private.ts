import { choice, choices, flag, HELP_AT_VISIT, service, text } from "../../service";
import { PRIVATE } from "./approvers";

const CANNOT_PASS_WATER = flag(
  "cannot-pass-water",
  "999",
  "I suddenly cannot pass water at all, and it hurts",
);
const NUMB_SADDLE = flag(
  "numb-saddle",
  "999",
  "I have gone numb between my legs, or my legs have become weak",
);
const HEAVY_BLEEDING = flag(
  "heavy-bleeding",
  "999",
  "I am bleeding so much that I soak a pad in an hour, or feel faint",
);

export const PRIVATE_SERVICES = [
  service({
    id: "continence",
    name: "Bladder and bowel help",
    summary: "Help with leaks, rushing to the loo, or getting up in the night to pee.",
    needs: ["private", "home"],
    synonyms: [
      "waterworks",
      "continence",
      "incontinence",
      "leaking",
      "wee",
      "pee",
      "bladder",
      "bowel",
      "weak bladder",
      "wetting myself",
      "getting up at night to wee",
      "prostate",
      "constipation",
      "poo",
      "pads",
      "pelvic floor",
      "catheter",
    ],
    whatItIs: [
      "A specialist nurse finds out why it happens. Most people get better, or much better, with simple steps. It is very common, and nobody here is shy about it.",
    ],
    whoItIsFor: ["Anyone aged 16 or over who leaks, has to rush, or finds it hard to go."],
    notFor: ["You cannot pass any water, or you have a fever and back pain: call 111 now."],
    howLong: [
      "The first visit takes 40 minutes. Most people are much better after three months of exercises.",
    ],
    whatToExpect: [
      "Forty minutes, in private, in a clinic or by phone. You may be asked to note what you drink and when you go, for three days.",
    ],
    whatToBring: ["A list of your medicines", "A sample of your water, if it burns"],
    cost: "Free",
    ifWorse:
      "If you cannot pass water at all, call 999. If there is blood, or you have a fever and pain in your side, call 111 today.",
    approvers: PRIVATE,
    flags: [
      CANNOT_PASS_WATER,
      NUMB_SADDLE,
      flag("kidney", "111", "I have a fever, and pain in my back or side, and it burns when I go"),
      flag("blood", "111", "There is blood in my wee or poo"),
    ],
    questions: [
      choice("what", "What is the trouble?", "The trouble", [
        ["leak", "I leak when I cough, laugh or lift"],
        ["rush", "I have to rush, and may not get there"],
        ["night", "I get up often in the night"],
        ["slow", "It is slow, or hard to start"],
        ["bowel", "It is my bowels"],
      ]),
      choice(
        "bowel",
        "Which is it?",
        "Bowels",
        [
          ["hard", "Hard to go"],
          ["loose", "Loose or hard to hold"],
          ["both", "Both"],
        ],
        { onlyIf: { question: "what", isOneOf: ["bowel"] } },
      ),
      choice("how-long", "How long has it gone on?", "How long", [
        ["weeks", "A few weeks"],
        ["months", "Some months"],
        ["years", "A year or more"],
      ]),
      text("life", "How does it change what you do?", "What it changes"),
    ],
  }),
  service({
    id: "sexual-health",
    sensitive: true,
    name: "Sexual health check",
    summary: "Tests, treatment and advice. Private, kind, and for everyone.",
    needs: ["private"],
    synonyms: [
      "sti",
      "std",
      "sti test",
      "chlamydia",
      "gonorrhoea",
      "hiv",
      "prep",
      "pep",
      "clap",
      "herpes",
      "warts",
      "itchy down there",
      "discharge",
      "gum clinic",
      "condom split",
    ],
    whatItIs: [
      "A nurse tests you, and treats you on the same visit if they can. Your practice is not told unless you say so.",
    ],
    whoItIsFor: ["Anyone aged 13 or over, of any gender, whoever you have sex with."],
    notFor: [
      "You were hurt or forced: the centre for that is open day and night. Call 111, and they put you through.",
    ],
    howLong: ["About 20 minutes. Results come within a week."],
    whatToExpect: [
      "About 20 minutes. Often you can take the swab yourself. Results come by text within a week, in plain code.",
    ],
    whatToBring: ["Nothing. Try not to pass water for an hour before"],
    cost: "Free, with treatment",
    ifWorse:
      "If you have strong pain low in your tummy, or one sore, swollen testicle, call 111 now. If someone has hurt or forced you, help is here day and night: call 111, or 999 if you are in danger.",
    approvers: PRIVATE,
    flags: [
      flag("testicle", "999", "I have sudden, strong pain in a testicle"),
      flag("pelvic-pain", "111", "I have strong pain low in my tummy, and a fever"),
      flag("pep", "111", "I may have been in contact with HIV in the last three days"),
      flag("not-safe", "999", "Someone has forced me, and I am in danger now"),
    ],
    questions: [
      choice("why", "What would you like?", "What for", [
        ["test", "A test. I feel fine"],
        ["signs", "I have noticed something"],
        ["told", "A partner has told me to come"],
        ["advice", "Advice, or PrEP"],
      ]),
      choices(
        "signs",
        "What have you noticed?",
        "Noticed",
        [
          ["discharge", "Discharge"],
          ["sore", "Sores, lumps or itching"],
          ["pain", "Pain when I pass water"],
          ["bleeding", "Bleeding between periods"],
        ],
        { onlyIf: { question: "why", isOneOf: ["signs"] } },
      ),
      choice("text", "May we text you the result?", "Result by text", [
        ["yes", "Yes"],
        ["no", "No, I will ring"],
      ]),
    ],
  }),
  service({
    id: "contraception",
    sensitive: true,
    name: "Contraception",
    summary: "The pill, coil, implant or injection, and help to choose.",
    needs: ["private"],
    synonyms: [
      "the pill",
      "morning after pill",
      "coil",
      "iud",
      "implant",
      "birth control",
      "depo",
      "emergency contraception",
      "family planning",
      "not get pregnant",
    ],
    whatItIs: [
      "A nurse or pharmacist helps you to find what suits your body and your life. Many kinds can start on the same day.",
    ],
    whoItIsFor: ["Anyone aged 13 or over who wants to avoid a pregnancy."],
    whatToExpect: ["About 20 minutes. A coil or implant is fitted on a second visit."],
    whatToBring: ["The name of what you use now"],
    cost: "Free",
    ifWorse: "If you take the pill and get a swollen, sore leg, or are short of breath, call 999.",
    priority: "urgent",
    approvers: PRIVATE,
    flags: [
      flag("clot", "999", "I take the pill, and I am suddenly short of breath or have pain in my chest"),
      flag("leg", "111", "I take the pill, and one leg is swollen and sore"),
      flag("pregnant-pain", "999", "I may be pregnant, and have strong pain low in my tummy"),
    ],
    questions: [
      choice("what", "What do you need?", "What is needed", [
        ["start", "To start"],
        ["change", "To change, or go on with mine"],
        ["emergency", "Emergency contraception", "It works best soon: within five days."],
        ["remove", "A coil or implant taken out"],
      ]),
      choice(
        "when",
        "How long ago did you have sex?",
        "How long ago",
        [
          ["day", "Less than a day"],
          ["three", "One to three days"],
          ["five", "Three to five days"],
          ["more", "More than five days"],
        ],
        { onlyIf: { question: "what", isOneOf: ["emergency"] } },
      ),
      choices("health", "Is any of these true?", "Health", [
        ["smoke", "I smoke"],
        ["migraine", "I get migraines"],
        ["clot", "I have had a blood clot"],
        ["pressure", "I have high blood pressure"],
      ]),
    ],
  }),
  service({
    id: "menopause",
    name: "Help with the menopause",
    summary: "Hot flushes, poor sleep, low mood: talk with someone who knows what works.",
    needs: ["private"],
    synonyms: [
      "hot flushes",
      "hot flashes",
      "the change",
      "hrt",
      "perimenopause",
      "night sweats",
      "periods stopping",
      "brain fog",
    ],
    whatItIs: [
      "A nurse or pharmacist who knows the menopause well. They talk through what you feel and what can help, with or without HRT.",
    ],
    whoItIsFor: [
      "Anyone aged 40 or over with signs of the menopause. If you are younger, ask your practice.",
    ],
    whatToExpect: ["A talk of 30 minutes, face to face or by video. Then one more after three months."],
    whatToBring: ["When your last period was", "A list of your medicines"],
    cost: "Free. HRT has its own low yearly charge.",
    ifWorse:
      "If you bleed again a year after your periods stopped, tell your practice this week. If you feel you cannot go on, call 111.",
    approvers: PRIVATE,
    flags: [
      HEAVY_BLEEDING,
      flag("end-my-life", "crisis", "I feel I want to end my life, or to hurt myself"),
      flag("leg", "111", "I take HRT, and one leg is swollen and sore"),
    ],
    questions: [
      choices("signs", "What troubles you most?", "Troubles", [
        ["hot", "Hot flushes or sweats"],
        ["sleep", "Poor sleep"],
        ["mood", "Low mood or worry"],
        ["fog", "Trouble thinking clearly"],
        ["dry", "Dryness or pain with sex"],
      ]),
      choice("hrt", "Have you tried HRT?", "HRT", [
        ["no", "No"],
        ["now", "I take it now"],
        ["before", "I did, and stopped"],
      ]),
      text("stopped", "Why did you stop?", "Why it stopped", {
        onlyIf: { question: "hrt", isOneOf: ["before"] },
      }),
      HELP_AT_VISIT,
    ],
  }),
];
