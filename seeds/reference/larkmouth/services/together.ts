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
import { EVERYDAY, HOME, HOSPITAL, MIND } from "./approvers";

const ON_THE_FLOOR = flag("on-the-floor", "999", "I have fallen and cannot get up, or I have hit my head");

/** What takes more than one partner: each part is a service of its own, here asked for as one. */
export const TOGETHER_SERVICES = [
  service({
    id: "falls-check",
    name: "Falls check",
    summary: "A home visit, a look at your medicines and strength classes, all asked for at once.",
    needs: ["home", "moving"],
    synonyms: [
      "whole falls check",
      "falls clinic",
      "falls team",
      "stop me falling",
      "falls and tablets",
      "falls plan",
    ],
    whatItIs: [
      "Three kinds of help that work best as one: a therapist comes to your home, a pharmacist looks at your medicines, and a class makes you steadier.",
      "You ask once. Each one writes to you with a time of its own.",
    ],
    whoItIsFor: ["Anyone aged 60 or over who has had a fall in the last year, or is afraid of one."],
    notFor: ["You have just fallen and cannot get up, or you hit your head: call 999."],
    howLong: [
      "The visit takes about an hour, and the talk about 20 minutes.",
      "All parts are done in about three months, as the class runs for 12 weeks.",
    ],
    whatToExpect: [
      "A visit of about an hour at your home.",
      "A talk with a pharmacist about all that you take, in the shop or by phone.",
      "A class once a week for 12 weeks. You can do every move on a chair.",
    ],
    whatToBring: ["Your shoes, glasses and medicines, ready on the table"],
    cost: "Free. After 12 weeks the classes cost £2 each.",
    ifWorse: "If you fall and hit your head, or cannot get up, call 999.",
    priority: "urgent",
    parts: [
      { serviceId: "falls-visit", after: [] },
      { serviceId: "medicines-review", after: [] },
      { serviceId: "strength-classes", after: [] },
    ],
    approvers: HOME,
    flags: [ON_THE_FLOOR, STROKE, flag("blackout", "111", "I fell because I blacked out")],
    questions: [
      choice("falls", "How many falls have you had in a year?", "Falls in a year", [
        ["none", "None, but I am afraid of one"],
        ["one", "One"],
        ["more", "More than one"],
      ]),
      choice("tablets", "How many medicines do you take each day?", "Medicines", [
        ["few", "None to three"],
        ["some", "Four to seven"],
        ["many", "Eight or more"],
      ]),
      HELP_AT_VISIT,
    ],
  }),
  service({
    id: "knee-scan-and-clinic",
    name: "Knee scan and clinic",
    summary: "A scan of your knee first, then a physiotherapist who knows what it shows.",
    needs: ["tests", "moving"],
    synonyms: [
      "knee scan",
      "knee mri",
      "torn knee",
      "cartilage",
      "knee clinic",
      "knee gives way",
      "scan my knee",
    ],
    whatItIs: [
      "First you have an MRI scan of your knee. When it is done, we ask for a physiotherapist for you.",
      "You ask once. You do not have to ring anyone between the two.",
    ],
    whoItIsFor: [
      "Anyone aged 16 or over. Your knee locks or gives way, or is sore still when you have done two months of exercise.",
    ],
    whatToExpect: [
      "Your practice agrees the scan and sends you for it.",
      "The scan takes about half an hour, and it does not hurt.",
      "Then a physiotherapist plans with you what to do.",
    ],
    whatToBring: ["Clothes without metal", "Shorts, for the clinic"],
    cost: "Free",
    ifWorse:
      "If your knee turns hot and red and you feel ill, call 111. If you cannot stand on it after a fall, call 999.",
    access: "referral",
    parts: [
      { serviceId: "mri-scan", after: [] },
      { serviceId: "physiotherapy", after: ["mri-scan"] },
    ],
    approvers: HOSPITAL,
    flags: [
      flag("hot-knee", "111", "My knee is hot, red and swollen, and I feel feverish or unwell"),
      flag("cannot-stand", "999", "After a fall, I suddenly cannot stand on that leg"),
    ],
    questions: [
      choice("knee", "Which knee is it?", "Which knee", [
        ["left", "Left"],
        ["right", "Right"],
        ["both", "Both"],
      ]),
      choices("signs", "What does it do?", "What it does", [
        ["locks", "It locks"],
        ["gives", "It gives way"],
        ["swells", "It swells"],
        ["night", "It hurts at night"],
      ]),
      choices("metal", "Is any of these true?", "Take care", [
        ["pacemaker", "I have a pacemaker or an implant"],
        ["metal", "I have worked with metal, or have metal in me"],
        ["small", "I am afraid of small spaces"],
        ["pregnant", "I may be pregnant"],
      ]),
    ],
  }),
  service({
    id: "care-after-hospital",
    name: "Care after hospital",
    summary: "A nurse, help at home and hot meals for your first weeks back from hospital.",
    needs: ["home"],
    synonyms: [
      "home from hospital",
      "discharge",
      "coming out of hospital",
      "after my operation",
      "back home",
      "getting over an operation",
    ],
    whatItIs: [
      "Three kinds of help for the first weeks at home: a nurse for dressings and checks, a carer for washing and dressing, and a hot meal brought to your door.",
      "You ask once, before you leave or when you are home.",
    ],
    whoItIsFor: ["Anyone aged 18 or over who was in hospital in the last two weeks, or will soon come home."],
    whatToExpect: [
      "The nurse comes first, often the next day.",
      "Someone from the council works out with you what help you need.",
      "Meals come at noon, on the days that you choose.",
    ],
    whatToBring: ["The letter that the hospital gave you", "Your medicines, in their boxes"],
    cost: "The nurse is free. Help at home may cost something later. Meals cost a small sum.",
    ifWorse:
      "If your wound bleeds and will not stop, or you cannot breathe well, call 999. If you feel hot and ill, call 111.",
    priority: "urgent",
    parts: [
      { serviceId: "community-nurse", after: [] },
      { serviceId: "care-at-home", after: [] },
      { serviceId: "meals", after: [] },
    ],
    approvers: HOME,
    flags: [ON_THE_FLOOR, BREATHLESS, CHEST_PAIN],
    questions: [
      choice("when", "When do you go home?", "Home since", [
        ["soon", "I am still in hospital"],
        ["now", "I came home in the last two days"],
        ["before", "I came home before that"],
      ]),
      choices("hard", "What is hard for you just now?", "Hard now", [
        ["wash", "Washing and dressing"],
        ["stairs", "Stairs"],
        ["cook", "Cooking"],
        ["wound", "Looking after a wound"],
      ]),
      text("entry", "How does a visitor get in?", "Getting in", {
        hint: "For example, a neighbour has a key. Do not write a key code here.",
      }),
    ],
  }),
  service({
    id: "diabetes-check",
    name: "Yearly diabetes check",
    summary: "Blood test, eyes and feet, then a talk about your medicines, asked for at once.",
    needs: ["tests", "prevention"],
    synonyms: [
      "diabetes",
      "diabetic",
      "sugar check",
      "hba1c",
      "annual review",
      "diabetic eyes",
      "diabetic review",
    ],
    whatItIs: [
      "The checks that everyone with diabetes should have each year. Each is done by who does it best.",
      "The talk about your medicines comes last, when your blood test is done.",
    ],
    whoItIsFor: ["Anyone aged 18 or over who has diabetes."],
    whatToExpect: [
      "A blood test of ten minutes.",
      "An eye test, and a check of the skin and feeling in your feet.",
      "Then a pharmacist goes through your medicines with you.",
    ],
    whatToBring: ["Your glasses", "Your medicines, or a list of them"],
    cost: "Free",
    ifWorse: "If you are very thirsty, sick and drowsy, call 111. If someone cannot be woken, call 999.",
    parts: [
      { serviceId: "blood-test", after: [] },
      { serviceId: "eye-test", after: [] },
      { serviceId: "foot-care", after: [] },
      { serviceId: "medicines-review", after: ["blood-test"] },
    ],
    approvers: EVERYDAY,
    flags: [
      flag("very-high", "111", "I am very thirsty, I feel sick, and my sugar is much higher than usual"),
      flag("very-low", "999", "My sugar is low, and it does not come up when I eat"),
    ],
    questions: [
      choice("kind", "How is your diabetes treated?", "Treatment", [
        ["food", "With food and exercise"],
        ["tablets", "With tablets"],
        ["insulin", "With insulin"],
      ]),
      choices("new", "Has anything changed this year?", "Changes", [
        ["sight", "My sight"],
        ["feet", "My feet"],
        ["weight", "My weight"],
        ["lows", "I have more low sugars"],
      ]),
      HELP_AT_VISIT,
    ],
  }),
  service({
    id: "carers-start",
    name: "Support for carers",
    summary: "For you who look after someone: a plan, someone to talk to, and help with money.",
    needs: ["company", "mind"],
    synonyms: [
      "i am a carer",
      "looking after my husband",
      "looking after my wife",
      "carer stress",
      "help for carers",
      "young carer",
    ],
    whatItIs: [
      "Three kinds of help for people who look after someone: a talk about what would make your days easier, a therapist to talk to, and advice about money and bills.",
    ],
    whoItIsFor: [
      "Anyone aged 18 or over who looks after someone. That person could not manage without them.",
    ],
    forCarers: true,
    whatToExpect: [
      "A carer worker goes through your week with you.",
      "A therapist talks with you, in a room, by phone or by video.",
      "An adviser looks at bills, debts and what you can claim.",
    ],
    whatToBring: ["A list of what you do in a week", "Letters about money, if they worry you"],
    cost: "Free",
    ifWorse: "If you feel you cannot go on, call 111 and choose the mental health option.",
    parts: [
      { serviceId: "carers-assessment", after: [] },
      { serviceId: "talking-therapies", after: [] },
      { serviceId: "debt-advice", after: [] },
    ],
    approvers: MIND,
    flags: [
      flag("end-my-life", "crisis", "I feel I want to end my life, or to hurt myself"),
      flag("not-safe", "999", "Someone is hurting me, or I am in danger right now"),
    ],
    questions: [
      choice("who", "Who do you look after?", "Looks after", [
        ["partner", "My partner"],
        ["parent", "My mother or father"],
        ["child", "My child"],
        ["other", "Someone else"],
      ]),
      choices("hard", "What weighs on you most?", "Weighs most", [
        ["sleep", "Too little sleep"],
        ["alone", "Being alone with it"],
        ["money", "Money"],
        ["work", "My work"],
      ]),
      text("more", "Is there anything else we should know?", "More to know"),
    ],
  }),
];
