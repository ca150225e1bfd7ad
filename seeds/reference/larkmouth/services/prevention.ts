import { BREATHLESS, CHEST_PAIN, choice, choices, flag, STROKE, service, text } from "../../service";
import { EVERYDAY } from "./approvers";

const FEVER_NOW = flag("fever-now", "111", "I have a high fever, or feel very unwell, right now");

export const PREVENTION_SERVICES = [
  service({
    id: "blood-pressure",
    name: "Blood pressure check",
    summary: "A quick check with no needle. High blood pressure often has no signs at all.",
    needs: ["prevention"],
    synonyms: ["bp", "blood pressure", "high blood pressure", "hypertension", "check my pressure", "dizzy"],
    whatItIs: [
      "A cuff on your arm measures your blood pressure twice. It takes two minutes, and does not hurt.",
    ],
    whoItIsFor: ["Anyone aged 40 or over. Younger people can come if their practice has asked for it."],
    notFor: ["You have chest pain, or the worst headache of your life: call 999."],
    howLong: ["About 15 minutes. If you wear a small machine, you bring it back the next day."],
    whatToExpect: [
      "You sit still for five minutes first. You get the numbers on paper, and what they mean. If they are high, you may wear a small machine for a day.",
    ],
    whatToBring: ["A top with loose sleeves", "Your last reading, if you have one"],
    cost: "Free",
    ifWorse: "If you get chest pain, a drooping face or slurred speech, call 999.",
    approvers: EVERYDAY,
    flags: [
      CHEST_PAIN,
      STROKE,
      flag("headache-sight", "111", "I have a bad headache and my sight is blurred"),
    ],
    questions: [
      choice("known", "Have you been told that your blood pressure is high?", "High before", [
        ["no", "No"],
        ["yes", "Yes"],
        ["unsure", "I am not sure"],
      ]),
      choice(
        "tablets",
        "Do you take tablets for it?",
        "Tablets for it",
        [
          ["yes", "Yes"],
          ["no", "No"],
        ],
        { onlyIf: { question: "known", isOneOf: ["yes"] } },
      ),
    ],
  }),
  service({
    id: "flu-jab",
    name: "Flu jab",
    summary: "This winter's flu jab, at a pharmacy or your practice.",
    needs: ["prevention"],
    synonyms: ["jab", "flu vaccine", "flu injection", "vaccination", "winter jab", "influenza"],
    whatItIs: [
      "One small injection in the arm. It helps to protect you, and the people you live with, from flu this winter.",
    ],
    whoItIsFor: [
      "People aged 65 or over, pregnant women, carers, and adults who are ill for a long time. Other adults can pay.",
    ],
    forCarers: true,
    notFor: ["You are ill with a fever today: come when you are well."],
    howLong: ["Five minutes. You need it once a year, best before winter."],
    whatToExpect: ["Five minutes. Your arm may be sore for a day or two. It takes two weeks to work."],
    whatToBring: ["A short-sleeved top"],
    cost: "Free if you are in one of these groups. Otherwise £18.",
    ifWorse: "A sore arm is normal. If your face swells or you cannot breathe well after a jab, call 999.",
    approvers: EVERYDAY,
    flags: [
      flag("allergic-before", "111", "I was very ill from a vaccine before, and needed hospital"),
      FEVER_NOW,
    ],
    questions: [
      choice("why", "Which of these is true for you?", "Reason", [
        ["age", "I am 65 or over"],
        ["condition", "I have a long-term condition"],
        ["pregnant", "I am pregnant"],
        ["carer", "I look after someone"],
        ["pay", "None of these, and I will pay"],
      ]),
      text("condition", "Which condition do you have?", "Condition", {
        onlyIf: { question: "why", isOneOf: ["condition"] },
        hint: "Such as asthma or diabetes.",
      }),
    ],
  }),
  service({
    id: "health-check",
    name: "Midlife health check",
    summary: "A half-hour MOT for your heart, kidneys and blood sugar, every five years.",
    needs: ["prevention"],
    synonyms: [
      "nhs health check",
      "mot",
      "check up",
      "checkup",
      "cholesterol",
      "blood sugar",
      "diabetes test",
      "heart check",
    ],
    whatItIs: [
      "A check of your blood pressure, your weight and the fat in your blood. Then a talk about how to stay well.",
    ],
    whoItIsFor: ["People aged 40 to 74 who do not have heart disease, diabetes or kidney disease."],
    whatToExpect: [
      "About 30 minutes and one finger prick. You leave with your numbers, and one or two things to try.",
    ],
    whatToBring: ["A list of your medicines", "Your height, if you know it"],
    cost: "Free",
    ifWorse: "If you get chest pain, a drooping face or slurred speech, call 999.",
    approvers: EVERYDAY,
    flags: [CHEST_PAIN, STROKE, BREATHLESS],
    questions: [
      choice("last", "When did you last have a health check?", "Last check", [
        ["never", "Never"],
        ["long", "More than five years ago"],
        ["recent", "In the last five years"],
      ]),
      choices(
        "family",
        "Has anyone close in your family had one of these before they were 60?",
        "In the family",
        [
          ["heart", "A heart attack"],
          ["stroke", "A stroke"],
          ["diabetes", "Diabetes"],
        ],
      ),
      choice("smoke", "Do you smoke?", "Smoking", [
        ["never", "No, never"],
        ["used", "I used to"],
        ["yes", "Yes"],
      ]),
    ],
  }),
  service({
    id: "stop-smoking",
    name: "Help to stop smoking",
    summary: "A friendly adviser, patches, gum or a vape kit, for twelve weeks.",
    needs: ["prevention"],
    synonyms: [
      "quit smoking",
      "give up smoking",
      "cigarettes",
      "fags",
      "vape",
      "vaping",
      "nicotine patches",
      "tobacco",
    ],
    whatItIs: [
      "A trained adviser helps you to make a plan and stick to it. With help, you are three times as likely to stop.",
    ],
    whoItIsFor: ["Anyone aged 12 or over who smokes, and people who want to stop vaping."],
    whatToExpect: [
      "A first talk of half an hour, then a short one each week, in person or by phone. If you slip, nobody is cross.",
    ],
    whatToBring: ["An idea of how many you smoke in a day"],
    cost: "Free. Patches and gum cost one prescription charge, unless you do not pay for prescriptions.",
    ifWorse: "If you cough up blood, call 111 today. If you have chest pain, call 999.",
    approvers: EVERYDAY,
    flags: [CHEST_PAIN, BREATHLESS, flag("cough-blood", "111", "I have been coughing up blood")],
    questions: [
      choice("amount", "How many do you smoke in a day?", "In a day", [
        ["few", "Up to ten"],
        ["pack", "Ten to twenty"],
        ["more", "More than twenty"],
        ["vape", "I only vape"],
      ]),
      choice("tried", "Have you tried to stop before?", "Tried before", [
        ["no", "No"],
        ["yes", "Yes"],
      ]),
      text("helped", "What helped, even a little?", "What helped", {
        onlyIf: { question: "tried", isOneOf: ["yes"] },
      }),
    ],
  }),
  service({
    id: "healthy-weight",
    name: "Healthy weight group",
    summary: "Twelve weeks of kind, sound help with food and moving.",
    needs: ["prevention"],
    synonyms: [
      "lose weight",
      "weight loss",
      "overweight",
      "obese",
      "diet",
      "dietitian",
      "eating too much",
      "slimming",
    ],
    whatItIs: [
      "A small group, or an app with a coach. You learn about food, sleep and moving, at your own pace.",
    ],
    whoItIsFor: [
      "Adults with a BMI (your weight for your height) of 30 or more. If your family is Asian or Black, it is 27 or more.",
    ],
    whatToExpect: ["An hour a week for twelve weeks. You are weighed in private, and only if you wish."],
    whatToBring: ["Your height and weight, if you know them"],
    cost: "Free",
    ifWorse:
      "If you make yourself sick, or are afraid to eat, tell your practice. There is help for that too.",
    approvers: EVERYDAY,
    flags: [CHEST_PAIN, flag("not-eating", "111", "I have hardly eaten for days, and I feel faint")],
    questions: [
      choice("how", "How would you like to take part?", "How", [
        ["group", "In a group"],
        ["app", "With an app and a coach"],
        ["either", "I do not mind"],
      ]),
      choices("health", "Do you have any of these?", "Health", [
        ["diabetes", "Diabetes"],
        ["pressure", "High blood pressure"],
        ["joints", "Sore hips or knees"],
      ]),
      text("hope", "What do you hope for?", "Hope"),
    ],
  }),
];
