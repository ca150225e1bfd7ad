import {
  BREATHLESS,
  CHEST_PAIN,
  choice,
  choices,
  flag,
  HELP_AT_VISIT,
  STROKE,
  service,
  text,
} from "../../service";
import { EVERYDAY } from "./approvers";

const ALLERGY = flag("allergy", "999", "My lips, mouth or throat are swelling, or I cannot breathe well");

export const EVERYDAY_SERVICES = [
  service({
    id: "practice-appointment",
    name: "An appointment at your practice",
    summary: "See or speak to someone at the practice where you are registered.",
    needs: ["everyday"],
    synonyms: [
      "gp",
      "doctor",
      "see a doctor",
      "gp appointment",
      "surgery",
      "nurse",
      "family doctor",
      "not feeling well",
      "sick note",
      "fit note",
      "tired all the time",
    ],
    whatItIs: [
      "Your practice knows you and holds your record. It may be a doctor who helps you, or a nurse, a pharmacist or a physiotherapist.",
    ],
    whoItIsFor: [
      "People who are registered at one of the six practices in Larkmouth. Each practice sees its own patients.",
    ],
    notFor: ["You are not registered with a practice here: ring one near you and ask to join."],
    howLong: [
      "You have an answer the same day when you ask before noon. A visit or a call takes about ten minutes.",
    ],
    whatToExpect: [
      "The practice reads what you write and gives you a time. That may be a call, a video call or a visit.",
    ],
    whatToBring: [
      "A list of your medicines",
      "Anything you have measured at home, such as your blood pressure",
    ],
    cost: "Free",
    ifWorse:
      "If you get worse while you wait, ring your practice. When it is closed, call 111. In an emergency, call 999.",
    priority: "urgent",
    approvers: EVERYDAY,
    flags: [
      CHEST_PAIN,
      BREATHLESS,
      STROKE,
      ALLERGY,
      flag("worst-headache", "999", "I have a sudden headache, the worst of my life"),
      flag("suicidal", "crisis", "I feel I want to end my life, or to hurt myself"),
    ],
    questions: [
      text("problem", "What would you like help with?", "The problem", {
        required: true,
        hint: "A few lines are enough. Say how long it has gone on.",
      }),
      choice("change", "Is it getting better or worse?", "Better or worse", [
        ["better", "Better"],
        ["same", "The same"],
        ["worse", "Worse"],
      ]),
      choice("who", "Whom would you like to see?", "Whom to see", [
        ["anyone", "Anyone who can help soon"],
        ["usual", "Someone who knows me, even if I wait longer"],
      ]),
      text("name", "Who knows you best?", "Who knows me", {
        onlyIf: { question: "who", isOneOf: ["usual"] },
      }),
    ],
  }),
  service({
    id: "pharmacy-help",
    name: "Pharmacy help for a minor illness",
    summary: "A pharmacist can treat a sore throat, a bad ear, a bite, shingles and more. Often it is today.",
    needs: ["everyday", "skin"],
    synonyms: [
      "pharmacy first",
      "sore throat",
      "tonsils",
      "earache",
      "ear infection",
      "sinus",
      "blocked nose",
      "cough",
      "cold",
      "insect bite",
      "sting",
      "impetigo",
      "shingles",
      "cystitis",
      "water infection",
      "uti",
      "chemist",
    ],
    whatItIs: [
      "You talk with a pharmacist in a private room. If you need it, they can give you medicine there and then, without a doctor.",
    ],
    whoItIsFor: [
      "Anyone aged one or over. Some problems are for some ages only: the pharmacist will tell you.",
    ],
    notFor: ["You have been ill for weeks, or it keeps coming back: ask your practice."],
    howLong: [
      "About ten minutes. You are often seen on the day you ask. If you are given medicine, you should feel better within a few days.",
    ],
    whatToExpect: [
      "About ten minutes. The pharmacist asks some questions, may look in your throat or ear, and tells your practice what was done.",
    ],
    whatToBring: ["A list of your medicines and allergies"],
    cost: "The talk is free. Medicine costs one prescription charge, unless you do not pay for prescriptions.",
    ifWorse:
      "If you cannot swallow your own spit, find it hard to breathe, or get a stiff neck, call 999. If you are no better in three days, ask again or call 111.",
    priority: "asap",
    approvers: EVERYDAY,
    flags: [
      BREATHLESS,
      ALLERGY,
      flag("cannot-swallow", "999", "My throat is so swollen that I am drooling or cannot swallow"),
      flag(
        "meningitis",
        "999",
        "I have a stiff neck and a fever, or a rash that does not fade when I press a glass on it",
      ),
      flag("baby", "111", "This is for a baby under three months with a fever"),
    ],
    questions: [
      choice("problem", "What is the trouble?", "The trouble", [
        { value: "throat", label: "Sore throat", condition: "sore-throat" },
        { value: "ear", label: "Earache", condition: "earache" },
        { value: "sinus", label: "Blocked nose with pain in the face", condition: "sinusitis" },
        { value: "bite", label: "A bite or sting that looks infected", condition: "insect-bite" },
        { value: "impetigo", label: "Crusty sores on the skin", condition: "impetigo" },
        { value: "shingles", label: "A painful rash on one side", condition: "shingles" },
        {
          value: "urine",
          label: "It burns when I pass water",
          hint: "For women aged 16 to 64",
          condition: "urine-infection",
        },
        ["other", "Something else"],
      ]),
      text("what", "What is it?", "In your words", {
        onlyIf: { question: "problem", isOneOf: ["other"] },
        required: true,
      }),
      choice("how-long", "How long have you had it?", "How long", [
        ["days", "Up to three days"],
        ["week", "Up to a week"],
        ["longer", "Longer than a week"],
      ]),
      choice("allergy", "Are you allergic to any medicine?", "Allergy to medicine", [
        ["no", "No"],
        ["penicillin", "Yes, penicillin"],
        ["other", "Yes, another one"],
      ]),
    ],
  }),
  service({
    id: "medicines-review",
    name: "A review of your medicines",
    summary: "Go through all your tablets with a pharmacist, and stop what you no longer need.",
    needs: ["everyday", "home", "prevention"],
    synonyms: [
      "medication review",
      "too many tablets to keep track of",
      "tablets",
      "side effects",
      "pills",
      "dosette box",
      "pill organiser",
      "blister pack",
      "prescription",
      "dizzy from tablets",
    ],
    whatItIs: [
      "A pharmacist goes through everything you take: what it is for, how to take it, and whether it still suits you.",
    ],
    whoItIsFor: ["Anyone who takes four medicines or more, feels unwell from one, or has had a fall."],
    whatToExpect: [
      "About 20 minutes, in the pharmacy or by phone. The pharmacist writes to your practice if something should change.",
    ],
    whatToBring: ["All your medicines in a bag, and things you buy yourself"],
    cost: "Free",
    ifWorse: "Do not stop a medicine without asking. If you took too much of something, call 999 now.",
    approvers: EVERYDAY,
    flags: [
      ALLERGY,
      flag("overdose", "999", "I have taken too much of a medicine"),
      flag("bleeding", "999", "I take a blood thinner, and I am bleeding and it will not stop"),
    ],
    questions: [
      choice("count", "How many medicines do you take each day?", "How many medicines", [
        ["few", "Up to three"],
        ["some", "Four to nine"],
        ["many", "Ten or more"],
      ]),
      choices("why", "What would you like help with?", "Help with", [
        ["side-effects", "Something makes me feel unwell"],
        ["remember", "I forget to take them"],
        ["open", "Boxes or bottles are hard to open"],
        ["stop", "I would like to take fewer"],
        ["fall", "I have had a fall"],
      ]),
      text("effects", "What do you feel, and since when?", "What I feel", {
        onlyIf: { question: "why", isOneOf: ["side-effects"] },
      }),
    ],
  }),
  service({
    id: "social-prescribing",
    name: "A link worker",
    summary: "Someone with time to talk about what matters to you. They know what goes on near you.",
    needs: ["everyday", "mind", "company"],
    synonyms: [
      "social prescribing",
      "lonely",
      "loneliness",
      "new in town",
      "what can I do",
      "groups",
      "stuck",
      "need someone to talk to",
      "gardening group",
      "walking group",
    ],
    whatItIs: [
      "A link worker helps with the things that medicine cannot mend: being alone, bills, housing, or nothing to get up for.",
    ],
    whoItIsFor: ["Anyone aged 18 or over."],
    whatToExpect: [
      "A talk of up to an hour, where you like: at home, in a café, or on a walk. You meet as often as you both find useful, for up to three months.",
    ],
    whatToBring: ["Nothing. Just yourself"],
    cost: "Free",
    ifWorse: "If you feel you cannot go on, call 111 and choose the mental health option, at any hour.",
    approvers: EVERYDAY,
    flags: [
      flag("suicidal", "crisis", "I feel I want to end my life, or to hurt myself"),
      flag("not-safe", "999", "I am in danger at home right now"),
    ],
    questions: [
      choices("about", "What would you like to talk about?", "To talk about", [
        ["lonely", "Feeling alone"],
        ["money", "Money or bills"],
        ["home", "My home"],
        ["active", "Something to do"],
        ["caring", "Looking after someone"],
      ]),
      text("matters", "What matters to you just now?", "What matters"),
      HELP_AT_VISIT,
    ],
  }),
];
