import {
  choice,
  choices,
  END_MY_LIFE,
  flag,
  HELP_AT_VISIT,
  service,
  TOOK_TOO_MUCH,
  text,
} from "../../service";
import { MIND } from "./approvers";

const VOICES = flag(
  "voices",
  "111",
  "I hear or see things that others do not, and they frighten me or tell me to act",
);
const CRISIS_WORDS =
  "If you feel you cannot keep yourself safe, call 111 and choose the mental health option, at any hour. If you have hurt yourself or taken too many tablets, call 999.";

/** Help from a team, for the young, for drink and drugs, and for memory. */
export const MIND_TEAM_SERVICES = [
  service({
    id: "young-minds",
    sensitive: true,
    name: "Young people's feelings",
    summary: "A safe place for 11 to 17 year olds to talk about worry, anger, food, school or home.",
    needs: ["mind", "family"],
    synonyms: [
      "camhs",
      "teenager",
      "teen",
      "school worries",
      "bullying",
      "bullied",
      "my son is angry",
      "my daughter is anxious",
      "exam stress",
      "self harm",
      "eating disorder",
      "child anxiety",
    ],
    whatItIs: [
      "People who are good with the young help you to sort out what is going on. You can meet at the Boathouse, at school or online.",
    ],
    whoItIsFor: [
      "Young people aged 11 to 17 in Larkmouth. You can ask for yourself, or a parent can ask for you.",
    ],
    whatToExpect: [
      "A first chat of 45 minutes. You can bring someone. What you say stays private, unless someone is in danger.",
    ],
    whatToBring: ["A friend or a parent, if you like"],
    cost: "Free",
    ifWorse: CRISIS_WORDS,
    approvers: MIND,
    flags: [
      END_MY_LIFE,
      TOOK_TOO_MUCH,
      VOICES,
      flag("not-eating", "111", "The young person has hardly eaten for days, and feels faint"),
      flag("not-safe", "999", "The young person is in danger from someone right now"),
    ],
    questions: [
      choice("asking", "Who is asking?", "Who asks", [
        ["me", "I am asking for myself"],
        ["parent", "I am a parent or carer"],
        ["other", "I work with the young person"],
      ]),
      choice(
        "knows",
        "Does the young person know that you are asking?",
        "They know",
        [
          ["yes", "Yes"],
          ["no", "Not yet"],
        ],
        { onlyIf: { question: "asking", isOneOf: ["parent", "other"] } },
      ),
      choices("about", "What is it about?", "About", [
        ["worry", "Worry or panic"],
        ["sad", "Feeling sad"],
        ["angry", "Anger"],
        ["food", "Food and eating"],
        ["hurt", "Hurting myself"],
        ["school", "School"],
        ["home", "Home or friends"],
      ]),
      text("words", "Would you like to say more?", "In my words"),
    ],
  }),
  service({
    id: "alcohol-drugs",
    sensitive: true,
    name: "Help with alcohol or drugs",
    summary: "Cut down, stop, or stay safe. Nobody judges you.",
    needs: ["mind", "prevention"],
    synonyms: [
      "drinking too much",
      "drink problem",
      "alcoholic",
      "alcohol",
      "drugs",
      "addiction",
      "addicted",
      "cannabis",
      "weed",
      "cocaine",
      "heroin",
      "rehab",
      "detox",
      "gambling",
    ],
    whatItIs: [
      "A worker of your own helps you to make a plan that fits your life, with medicine if you need it. Families can come too.",
    ],
    whoItIsFor: ["Anyone aged 18 or over who is worried about drink or drugs: their own, or someone else's."],
    whatToExpect: [
      "A private talk of about an hour within a week. You say what you want to change, and how fast.",
    ],
    whatToBring: ["A rough idea of what you use in a week"],
    cost: "Free",
    ifWorse:
      "If you drink every day, do not stop all at once: it can be dangerous. If you shake badly, see things or have a fit, call 999.",
    priority: "urgent",
    approvers: MIND,
    flags: [
      END_MY_LIFE,
      TOOK_TOO_MUCH,
      flag(
        "withdrawal",
        "999",
        "I have stopped drinking, and I am shaking badly, seeing things, or have had a fit",
      ),
      flag("yellow", "111", "My skin or eyes have turned yellow, or I am being sick with blood in it"),
    ],
    questions: [
      choice("who", "Who is this about?", "About", [
        ["me", "Me"],
        ["family", "Someone I care about"],
      ]),
      choices("what", "What would you like help with?", "Help with", [
        ["alcohol", "Alcohol"],
        ["cannabis", "Cannabis"],
        ["other", "Other drugs"],
        ["gambling", "Gambling"],
      ]),
      choice(
        "daily",
        "Do you drink every day?",
        "Every day",
        [
          ["no", "No"],
          ["yes", "Yes"],
        ],
        { onlyIf: { question: "who", isOneOf: ["me"] } },
      ),
      text("goal", "What would a good change look like?", "A good change"),
    ],
  }),
  service({
    id: "memory",
    name: "Memory clinic",
    summary: "A careful look at memory that has become worse, and help for what comes next.",
    needs: ["mind", "home"],
    synonyms: [
      "dementia",
      "alzheimers",
      "forgetful",
      "forgetting things",
      "memory loss",
      "confused",
      "mum keeps forgetting",
      "losing my memory",
    ],
    whatItIs: [
      "A nurse and a doctor find out why memory has changed. Sometimes the cause can be treated. If it is dementia, they stay with you.",
    ],
    whoItIsFor: [
      "Adults whose memory has become worse over months. Your practice does a blood test first, and then refers you.",
    ],
    whatToExpect: [
      "Two visits of about an hour. You do some puzzles and answer questions. There may be a scan.",
    ],
    whatToBring: ["Someone who knows you well", "Your glasses and hearing aids"],
    cost: "Free",
    ifWorse: "If someone becomes confused within hours or days, call 111 today: it can be an infection.",
    access: "referral",
    approvers: MIND,
    flags: [
      flag("sudden-confusion", "111", "The confusion came on in hours or days"),
      flag("wandering", "999", "The person is lost or missing right now"),
      END_MY_LIFE,
    ],
    questions: [
      choice("how-long", "When did you first notice it?", "First noticed", [
        ["months", "In the last six months"],
        ["year", "About a year ago"],
        ["years", "More than two years ago"],
      ]),
      text("example", "Can you give an example?", "An example", {
        hint: "For example, getting lost on a walk you know well.",
      }),
      HELP_AT_VISIT,
    ],
  }),
];
