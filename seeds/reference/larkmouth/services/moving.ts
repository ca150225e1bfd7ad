import { CHEST_PAIN, choice, choices, flag, HELP_AT_VISIT, service, text } from "../../service";
import { MOVING } from "./approvers";

const HOW_LONG = [
  ["days", "A few days"],
  ["weeks", "A few weeks"],
  ["months", "More than three months"],
] as const;

const NUMB_SADDLE = flag(
  "numb-saddle",
  "999",
  "I have gone numb between my legs, or I have lost control of my bladder or bowels",
);
const NO_FEELING_IN_LEGS = flag("legs", "999", "I suddenly cannot feel or move my legs");
const HOT_JOINT = flag("hot-joint", "111", "A joint is hot, red and swollen, and I feel feverish or unwell");

export const MOVING_SERVICES = [
  service({
    id: "physiotherapy",
    name: "Physiotherapy",
    summary: "Help with a bad back, a sore joint or a strain, or to move well again when you were hurt.",
    needs: ["moving"],
    synonyms: [
      "physio",
      "bad back",
      "back pain",
      "sore back",
      "slipped disc",
      "sciatica",
      "sore knee",
      "bad knee",
      "stiff neck",
      "frozen shoulder",
      "shoulder pain",
      "pulled muscle",
      "sprain",
      "tennis elbow",
      "muscle pain",
      "hurts to move",
    ],
    whatItIs: [
      "A physiotherapist finds out what hurts, and why. Then you make a plan together: moves to do at home, ways to ease the pain, and how to get back to what you like to do.",
      "Most back and joint pain gets better with the right kind of moving. You do not need to see a doctor first.",
    ],
    whoItIsFor: ["Anyone aged 16 or over whose back, neck, joints or muscles hurt or feel weak."],
    notFor: [
      "You are under 16: ask your practice.",
      "Your balance is bad and nothing hurts: strength and balance classes may suit you better.",
    ],
    howLong: [
      "A visit takes about 40 minutes at first, and half an hour after that.",
      "It often takes six weeks of moving each day to feel a change.",
    ],
    whatToExpect: [
      "A first visit takes about 40 minutes. You talk, and the physiotherapist watches you move.",
      "You go home with two or three exercises. Most people need between two and five visits.",
    ],
    whatToBring: [
      "Loose clothes, such as shorts or a vest top",
      "A list of your medicines",
      "Your walking stick, if you use one",
    ],
    cost: "Free",
    ifWorse:
      "If you get weaker, numb between your legs, or cannot control your bladder or bowels, call 999. If the pain keeps getting worse, call 111.",
    approvers: MOVING,
    flags: [
      NUMB_SADDLE,
      NO_FEELING_IN_LEGS,
      flag("bad-fall", "999", "It began with a hard fall or a crash, and I cannot put weight on it"),
      HOT_JOINT,
      flag("unwell-back", "111", "I have back pain and a fever, or I am losing weight without trying"),
    ],
    questions: [
      choice("where", "Where does it hurt most?", "Where it hurts", [
        ["back", "Back"],
        ["neck", "Neck"],
        ["shoulder", "Shoulder or arm"],
        ["hip", "Hip"],
        ["knee", "Knee"],
        ["foot", "Ankle or foot"],
        ["other", "Somewhere else"],
      ]),
      choice(
        "leg-pain",
        "Does the pain go down your leg?",
        "Down the leg",
        [
          ["no", "No"],
          ["thigh", "Yes, as far as the thigh"],
          ["foot", "Yes, below the knee"],
        ],
        { onlyIf: { question: "where", isOneOf: ["back", "hip"] } },
      ),
      choice("how-long", "How long have you had it?", "How long", HOW_LONG),
      text("stops", "What does it stop you doing?", "What it stops", {
        hint: "For example, sleeping, lifting, work, or playing with your children.",
      }),
    ],
  }),
  service({
    id: "foot-care",
    name: "Foot care (podiatry)",
    summary: "Help for painful feet, sore nails, and feet at risk from diabetes.",
    needs: ["moving", "skin"],
    synonyms: [
      "podiatry",
      "podiatrist",
      "chiropodist",
      "chiropody",
      "feet",
      "foot pain",
      "sore heel",
      "ingrown toenail",
      "toenails",
      "bunion",
      "corns",
      "verruca",
      "diabetic feet",
      "cant cut my nails",
    ],
    whatItIs: ["A podiatrist looks after feet and lower legs: skin, nails, and the way you walk."],
    whoItIsFor: [
      "Anyone with foot pain that has lasted over two weeks, or a sore nail.",
      "People with diabetes or poor blood flow, even if nothing hurts.",
    ],
    notFor: ["You only want healthy nails cut: the council can tell you who does that."],
    howLong: ["About 30 minutes. Some people need one visit, and some come every few months."],
    whatToExpect: [
      "The podiatrist checks your skin, your pulse and the feeling in your feet. Some problems are treated on the same day.",
    ],
    whatToBring: ["The shoes you wear most", "A list of your medicines"],
    cost: "Free when you have a foot problem. We do not cut healthy nails.",
    ifWorse:
      "If your foot turns cold, blue or black, call 999. If it turns red, hot and swollen, call 111 today.",
    approvers: MOVING,
    flags: [
      flag("cold-foot", "999", "My foot or leg has turned cold, pale, blue or black"),
      flag(
        "infected-foot",
        "111",
        "My foot is red, hot and swollen, or a wound is getting worse, and I have diabetes",
      ),
    ],
    questions: [
      choice("problem", "What is the trouble?", "The trouble", [
        ["pain", "Pain when I walk or stand"],
        ["nail", "A sore or ingrown nail"],
        ["skin", "Hard skin, corns or a verruca"],
        ["wound", "A sore or wound that does not heal"],
        ["check", "A check, because I have diabetes"],
      ]),
      choice("diabetes", "Do you have diabetes?", "Diabetes", [
        ["yes", "Yes"],
        ["no", "No"],
        ["unsure", "I am not sure"],
      ]),
      HELP_AT_VISIT,
    ],
  }),
  service({
    id: "strength-classes",
    name: "Strength and balance classes",
    summary: "Friendly classes that make you steadier on your feet and less likely to fall.",
    needs: ["moving", "home", "prevention"],
    synonyms: [
      "exercise class",
      "balance",
      "wobbly",
      "unsteady",
      "keep fit",
      "chair exercise",
      "tai chi",
      "falling over",
      "weak legs",
    ],
    whatItIs: [
      "A weekly class in a small group, led by a trained teacher. You can do every move sitting, or holding a chair.",
    ],
    whoItIsFor: ["People aged 60 or over. Younger people too, if they had a fall or feel they may fall."],
    whatToExpect: [
      "An hour of gentle work to music, then tea. The course lasts 12 weeks, and you can join at any time.",
    ],
    whatToBring: ["Flat shoes", "Your glasses and your stick, if you use them", "Water to drink"],
    cost: "Free for the first 12 weeks. After that £2 a class.",
    ifWorse:
      "If you fall and hit your head or cannot get up, call 999. If you keep falling, tell your practice.",
    approvers: MOVING,
    flags: [
      CHEST_PAIN,
      flag("fall-now", "999", "I have just fallen and hit my head, or I cannot get up"),
      flag("blackout", "111", "I fell because I blacked out"),
    ],
    questions: [
      choice("falls", "Have you had a fall in the last year?", "Falls in a year", [
        ["none", "No"],
        ["once", "Once"],
        ["more", "More than once"],
      ]),
      choice("seat", "How would you like to start?", "How to start", [
        ["sitting", "Sitting on a chair"],
        ["holding", "Standing, with a chair to hold"],
        ["standing", "Standing"],
      ]),
      text("health", "Is there anything the teacher should know?", "For the teacher", {
        hint: "For example, a new hip, or a bad shoulder.",
      }),
    ],
  }),
  service({
    id: "long-lasting-pain",
    name: "Living with long-lasting pain",
    summary: "A course and a team for pain that has stayed for more than three months.",
    needs: ["moving", "mind"],
    synonyms: [
      "chronic pain",
      "pain clinic",
      "fibromyalgia",
      "pain all the time",
      "persistent pain",
      "painkillers not working",
      "aching all over",
    ],
    whatItIs: [
      "Long-lasting pain is real, even when scans are clear. This team helps you to do more, sleep better and lean less on tablets.",
      "You meet a team: a physiotherapist, a nurse, and someone who knows how pain and mood work.",
    ],
    whoItIsFor: ["Anyone aged 18 or over with pain that has lasted more than three months."],
    whatToExpect: [
      "First a talk of one hour. Then, if you like, eight mornings with ten other people, in a room or by video.",
    ],
    whatToBring: ["All the painkillers you take, or a photo of them"],
    cost: "Free",
    ifWorse:
      "If you have a new kind of pain with weakness or numbness, call 111. If you feel you cannot go on, call 111 and choose the mental health option.",
    approvers: MOVING,
    flags: [
      NUMB_SADDLE,
      CHEST_PAIN,
      flag("end-my-life", "crisis", "The pain is so bad that I want to end my life"),
    ],
    questions: [
      choice("how-long", "How long have you had this pain?", "How long", [
        ["year", "Less than a year"],
        ["years", "One to five years"],
        ["long", "More than five years"],
      ]),
      choices("tried", "What have you tried?", "Tried so far", [
        ["physio", "Physiotherapy"],
        ["tablets", "Tablets or patches"],
        ["talking", "Talking therapy"],
        ["injections", "Injections"],
      ]),
      text("matters", "What would you most like to do again?", "What matters most"),
    ],
  }),
  service({
    id: "wheelchair",
    name: "Wheelchairs and seating",
    summary: "A wheelchair that fits you, or a repair to the one you have.",
    needs: ["moving", "home"],
    synonyms: ["wheel chair", "wheelchair repair", "cushion", "power chair", "cant walk far", "mobility"],
    whatItIs: [
      "A therapist measures you and talks about your day. They find the chair and cushion that suit you and your home.",
    ],
    whoItIsFor: ["People of any age who will need a wheelchair for more than six months."],
    whatToExpect: [
      "A visit of about an hour, at the clinic or at home. The chair is yours to use for as long as you need it.",
    ],
    whatToBring: ["The chair you have now", "How wide your narrowest door is"],
    cost: "Free. You can choose to add your own money for a different chair.",
    ifWorse: "If your skin turns red and stays red, or breaks, call your community nurse or 111 today.",
    approvers: MOVING,
    flags: [flag("pressure-sore", "111", "I have an open sore from sitting, and I feel hot or unwell")],
    questions: [
      choice("need", "What do you need?", "What is needed", [
        ["first", "My first wheelchair"],
        ["change", "A different chair, because I have changed"],
        ["repair", "A repair"],
      ]),
      text("fault", "What is wrong with the chair?", "The fault", {
        onlyIf: { question: "need", isOneOf: ["repair"] },
        required: true,
        hint: "For example, a flat tyre or a loose brake.",
      }),
      choice("stuck", "Can you get about without it?", "Without it", [
        ["yes", "Yes"],
        ["indoors", "Only indoors"],
        ["no", "No, I am stuck in bed or a chair"],
      ]),
    ],
  }),
];
