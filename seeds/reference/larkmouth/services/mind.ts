import { choice, choices, END_MY_LIFE, flag, service, TOOK_TOO_MUCH, text } from "../../service";
import { MIND } from "./approvers";

const VOICES = flag(
  "voices",
  "111",
  "I hear or see things that others do not, and they frighten me or tell me to act",
);
const CRISIS_WORDS =
  "If you feel you cannot keep yourself safe, call 111 and choose the mental health option, at any hour. If you have hurt yourself or taken too many tablets, call 999.";

export const MIND_SERVICES = [
  service({
    id: "talking-therapies",
    sensitive: true,
    name: "Talking therapies",
    summary: "Someone trained to listen, and ways to cope with worry, low mood or panic.",
    needs: ["mind"],
    synonyms: [
      "counselling",
      "counsellor",
      "therapy",
      "cbt",
      "anxiety",
      "anxious",
      "depression",
      "depressed",
      "low mood",
      "feeling down",
      "worry",
      "worried all the time",
      "panic attacks",
      "stress",
      "stressed",
      "burnout",
      "ptsd",
      "ocd",
      "phobia",
    ],
    whatItIs: [
      "You talk in private with a trained therapist, on your own or in a small group. Together you find ways to feel better that you can keep on using.",
      "You do not need to see a doctor first.",
    ],
    whoItIsFor: [
      "Anyone aged 16 or over who feels low, worried, stressed or panicky. You want it to change.",
    ],
    notFor: [
      "You are under 16: ask for young people’s help with their minds.",
      "You do not feel safe now: call 111 and choose the mental health option.",
    ],
    howLong: [
      "The first call takes about 40 minutes, and each talk about 50.",
      "Most people are done in three or four months.",
    ],
    whatToExpect: [
      "First, a call of about 40 minutes, so that you get the right kind of help. Most people then have six to twelve talks, one a week.",
    ],
    whatToBring: ["Nothing. If it helps, jot down what you would like to change"],
    cost: "Free",
    ifWorse: CRISIS_WORDS,
    approvers: MIND,
    flags: [
      END_MY_LIFE,
      TOOK_TOO_MUCH,
      VOICES,
      flag("newborn", "111", "I had a baby lately, and I have thoughts of harming myself or the baby"),
    ],
    questions: [
      choices("feelings", "What has it been like lately?", "Lately", [
        ["low", "Low, or tearful"],
        ["worry", "Worried a lot of the time"],
        ["panic", "Panic that comes suddenly"],
        ["memory", "Upset by something that happened to me"],
        ["sleep", "Not sleeping well"],
      ]),
      choice("how-long", "How long have you felt like this?", "How long", [
        ["weeks", "A few weeks"],
        ["months", "A few months"],
        ["years", "A year or more"],
      ]),
      choice("how", "How would you like to start?", "How to start", [
        ["talk", "Talk with one person"],
        ["group", "In a group"],
        ["self", "By myself, with a guide"],
        ["unsure", "I am not sure"],
      ]),
      text("else", "Is there anything you would like us to know first?", "To know first"),
    ],
  }),
  service({
    id: "sleep",
    name: "Help with sleep",
    summary: "A six-week course that helps most people with poor sleep, without tablets.",
    needs: ["mind", "prevention"],
    synonyms: [
      "cant sleep",
      "cannot sleep",
      "insomnia",
      "sleeping",
      "awake all night",
      "wake up at night",
      "tired",
      "sleepless",
      "sleeping tablets",
      "nightmares",
    ],
    whatItIs: [
      "A sleep coach looks at your nights with you and helps you to change a few habits and thoughts. This works better than tablets, and it lasts.",
    ],
    whoItIsFor: ["Anyone aged 18 or over who has slept badly three nights a week, or more, for a month."],
    whatToExpect: [
      "Six short meetings, by phone, by video or in a group. You keep a sleep diary. The second week is the hardest; it gets better after that.",
    ],
    whatToBring: ["A note of when you went to bed and got up this week"],
    cost: "Free",
    ifWorse: `If you fall asleep while driving, stop driving and tell your practice. ${CRISIS_WORDS}`,
    approvers: MIND,
    flags: [
      END_MY_LIFE,
      flag("mania", "111", "I have hardly slept for days, yet I am full of energy and my thoughts race"),
    ],
    questions: [
      choice("trouble", "What is the trouble?", "The trouble", [
        ["falling", "Falling asleep"],
        ["staying", "Waking in the night"],
        ["early", "Waking too early"],
        ["all", "All of these"],
      ]),
      choice("snore", "Do you snore loudly, or stop breathing in your sleep?", "Snoring", [
        ["no", "No"],
        ["yes", "Yes, or someone says so"],
        ["unsure", "I do not know"],
      ]),
      choice(
        "drive",
        "Do you drive for your work?",
        "Driving",
        [
          ["no", "No"],
          ["yes", "Yes"],
        ],
        { onlyIf: { question: "snore", isOneOf: ["yes"] } },
      ),
      text("why", "What do you think keeps you awake?", "What keeps me awake"),
    ],
  }),
  service({
    id: "grief",
    name: "Support when someone has died",
    summary: "Someone kind to talk to, this month or years later.",
    needs: ["mind", "company"],
    synonyms: [
      "bereavement",
      "grief",
      "grieving",
      "lost my mum",
      "lost my husband",
      "my wife died",
      "miscarriage",
      "widow",
      "died",
      "mourning",
      "cruse",
    ],
    whatItIs: [
      "A trained volunteer listens. There are also walks, and a Sunday lunch with people who know what it is like.",
    ],
    whoItIsFor: ["Anyone aged 18 or over who has lost someone, however long ago."],
    whatToExpect: [
      "A call first, to hear what would suit you. There is no right way to grieve, and nobody will hurry you.",
    ],
    whatToBring: ["A photo, if you would like to"],
    cost: "Free",
    ifWorse: CRISIS_WORDS,
    approvers: MIND,
    flags: [END_MY_LIFE, TOOK_TOO_MUCH],
    questions: [
      choice("who", "Who has died?", "Who died", [
        ["partner", "My partner"],
        ["parent", "A parent"],
        ["child", "A child, or a baby before birth"],
        ["other", "Someone else I loved"],
      ]),
      choice("like", "What would you like?", "What I would like", [
        ["one", "To talk with one person"],
        ["walk", "To walk with others"],
        ["lunch", "To come to lunch"],
        ["unsure", "I do not know yet"],
      ]),
      text("words", "Would you like to tell us about them?", "About them"),
    ],
  }),
];
