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
import { HOSPITAL } from "./approvers";

const HOT_JOINT = flag(
  "hot-joint",
  "111",
  "The joint is hot, red and swollen, and I feel feverish or unwell",
);
const CANNOT_STAND = flag("cannot-stand", "999", "After a fall, I suddenly cannot stand on that leg");

export const TEST_SERVICES = [
  service({
    id: "blood-test",
    name: "Blood test",
    summary: "Book a time for a blood test that someone has asked you to have.",
    needs: ["tests"],
    synonyms: [
      "bloods",
      "phlebotomy",
      "blood taken",
      "blood form",
      "inr",
      "full blood count",
      "blood sample",
      "fasting test",
    ],
    whatItIs: [
      "A trained person takes a little blood from your arm. The result goes to whoever asked for it.",
    ],
    whoItIsFor: [
      "Anyone aged 12 or over who was told to have a blood test: by their practice, a clinic or the hospital.",
    ],
    notFor: ["Nobody has asked you to have one: talk to your practice first."],
    howLong: ["Ten minutes. The result takes about three days."],
    whatToExpect: [
      "Ten minutes. A sharp scratch, then it is over. Drink some water first. Results come in about three days.",
    ],
    whatToBring: ["Your form, or the text that asked you to come", "A top with loose sleeves"],
    cost: "Free",
    ifWorse: "If you feel unwell while you wait for the result, ring your practice, or 111.",
    approvers: HOSPITAL,
    flags: [CHEST_PAIN, BREATHLESS, flag("bleeding", "999", "I am bleeding, and it will not stop")],
    questions: [
      choice("form", "Do you have a form or a message for the test?", "Form", [
        ["paper", "Yes, a paper form"],
        ["text", "Yes, a text or email"],
        ["none", "No, but I was told to book"],
      ]),
      text("who", "Who asked you to have it?", "Asked by", {
        onlyIf: { question: "form", isOneOf: ["none"] },
        required: true,
      }),
      choices("care", "Is any of these true?", "Take care", [
        ["faint", "I faint when I see blood"],
        ["thinner", "I take a blood thinner"],
        ["hard", "My veins are hard to find"],
        ["fasting", "I was told not to eat first"],
      ]),
    ],
  }),
  service({
    id: "mri-scan",
    name: "MRI scan",
    summary: "Clear pictures of the inside of your body, without X-rays.",
    needs: ["tests"],
    synonyms: ["mri", "scan", "scanner", "magnet scan", "back scan", "brain scan", "head scan"],
    whatItIs: [
      "You lie still in a wide tube while a big magnet takes pictures. It is loud, and it does not hurt.",
    ],
    whoItIsFor: [
      "People whose practice or specialist needs these pictures to decide what to do. They refer you, and you can choose where.",
    ],
    whatToExpect: [
      "Between 20 and 60 minutes. You wear ear covers, and can stop at any time. The report takes about a week.",
    ],
    whatToBring: ["Clothes without metal", "A note of any implant you have, such as a pacemaker"],
    cost: "Free",
    ifWorse: "If you get new weakness or numbness while you wait, call 999 or 111.",
    access: "referral",
    approvers: HOSPITAL,
    flags: [
      STROKE,
      flag("numb-saddle", "999", "I have gone numb between my legs, or lost control of my bladder or bowels"),
    ],
    questions: [
      choice("part", "Which part of you needs a scan?", "Which part", [
        ["back", "Back or neck"],
        ["head", "Head"],
        ["joint", "Knee, hip or shoulder"],
        ["other", "Somewhere else"],
      ]),
      choices("metal", "Is any of these true?", "Take care", [
        ["pacemaker", "I have a pacemaker or an implant"],
        ["metal", "I have worked with metal, or have metal in me"],
        ["small", "I am afraid of small spaces"],
        ["pregnant", "I may be pregnant"],
      ]),
      text("told", "What were you told about why you need it?", "Why"),
    ],
  }),
  service({
    id: "knee-operation",
    name: "Knee operation",
    summary: "A new knee, when pain stops you walking and other things have not helped.",
    needs: ["tests", "moving"],
    synonyms: [
      "knee replacement",
      "new knee",
      "knee surgery",
      "arthritis in my knee",
      "bad knees",
      "worn out knee",
      "knee op",
    ],
    whatItIs: ["A surgeon takes away the worn parts of your knee and puts in a smooth new joint."],
    whoItIsFor: [
      "People whose knee pain stops them walking or sleeping, after exercise and painkillers. Your practice refers you, and you can choose where.",
    ],
    whatToExpect: [
      "First a clinic visit and an X-ray. Then a day or two in hospital. It takes about three months to walk well again.",
    ],
    whatToBring: ["A list of your medicines", "Someone to listen with you"],
    cost: "Free",
    ifWorse: "If the knee becomes hot, red and swollen, or your calf is sore and swollen, call 111 today.",
    access: "referral",
    approvers: HOSPITAL,
    flags: [HOT_JOINT, CANNOT_STAND, flag("clot", "111", "My calf is newly swollen, hot and sore")],
    questions: [
      choice("side", "Which knee is worse?", "Which knee", [
        ["left", "Left"],
        ["right", "Right"],
        ["both", "Both alike"],
      ]),
      choice("walk", "How far can you walk?", "How far", [
        ["mile", "More than half an hour"],
        ["street", "To the end of the street"],
        ["room", "Only around the house"],
      ]),
      choices("tried", "What have you tried?", "Tried so far", [
        ["physio", "Physiotherapy"],
        ["tablets", "Painkillers"],
        ["injection", "An injection"],
        ["weight", "Losing weight"],
      ]),
      text("hope", "What do you hope to do again?", "Hope"),
    ],
  }),
  service({
    id: "hip-operation",
    name: "Hip operation",
    summary: "A new hip, when pain stops you walking and other things have not helped.",
    needs: ["tests", "moving"],
    synonyms: [
      "hip replacement",
      "new hip",
      "hip surgery",
      "arthritis in my hip",
      "bad hip",
      "groin pain",
      "hip op",
    ],
    whatItIs: ["A surgeon takes away the worn parts of your hip and puts in a smooth new joint."],
    whoItIsFor: [
      "People whose hip pain stops them walking or sleeping, after exercise and painkillers. Your practice refers you, and you can choose where.",
    ],
    whatToExpect: [
      "First a clinic visit and an X-ray. Then a day or two in hospital. Most people walk without a stick after six weeks.",
    ],
    whatToBring: ["A list of your medicines", "Someone to listen with you"],
    cost: "Free",
    ifWorse:
      "If you fall and cannot stand, call 999. If the hip is hot and you feel feverish, call 111 today.",
    access: "referral",
    approvers: HOSPITAL,
    flags: [HOT_JOINT, CANNOT_STAND],
    questions: [
      choice("side", "Which hip is worse?", "Which hip", [
        ["left", "Left"],
        ["right", "Right"],
        ["both", "Both alike"],
      ]),
      choice("sleep", "Does it wake you at night?", "At night", [
        ["no", "No"],
        ["some", "Some nights"],
        ["most", "Most nights"],
      ]),
      text("hope", "What do you hope to do again?", "Hope"),
      HELP_AT_VISIT,
    ],
  }),
  service({
    id: "heart-clinic",
    name: "Heart clinic",
    summary: "A heart doctor, for a heart that flutters, a murmur, or ankles that swell.",
    needs: ["tests"],
    synonyms: [
      "cardiology",
      "palpitations",
      "heart flutter",
      "heart murmur",
      "irregular heartbeat",
      "heart racing",
      "skipped beats",
      "ecg",
      "swollen ankles",
    ],
    whatItIs: [
      "A heart doctor listens to your story and your heart. They trace your heartbeat, or look at it with a scan.",
    ],
    whoItIsFor: [
      "People whose practice has checked them and thinks a specialist should look. Your practice refers you.",
    ],
    whatToExpect: ["About an hour, with the tests on the same day. Some people take a small recorder home."],
    whatToBring: ["A list of your medicines", "Your home blood pressure readings"],
    cost: "Free",
    ifWorse: "If you have chest pain, faint, or cannot get your breath, call 999.",
    priority: "urgent",
    access: "referral",
    approvers: HOSPITAL,
    flags: [
      CHEST_PAIN,
      BREATHLESS,
      STROKE,
      flag("fainted", "999", "I have fainted while my heart was racing"),
    ],
    questions: [
      choice("what", "What do you feel?", "What I feel", [
        ["flutter", "My heart flutters or skips"],
        ["ankles", "My ankles swell"],
        ["told", "I was told of a murmur"],
        ["other", "Something else"],
      ]),
      text("other", "What is it?", "In your words", {
        onlyIf: { question: "what", isOneOf: ["other"] },
        required: true,
      }),
      choice("often", "How often does it happen?", "How often", [
        ["rare", "Now and then"],
        ["week", "Most weeks"],
        ["day", "Most days"],
      ]),
    ],
  }),
];
