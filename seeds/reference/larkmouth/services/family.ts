import { BREATHLESS, choice, choices, flag, HELP_AT_VISIT, service, text } from "../../service";
import { FAMILY } from "./approvers";

const FLOPPY = flag(
  "floppy",
  "999",
  "The baby or child is floppy, hard to wake, blue, or struggling to breathe",
);
const BABY_FEVER = flag(
  "baby-fever",
  "111",
  "A baby under three months has a fever, or feeds much less than usual",
);
const HARM = flag("harm", "crisis", "I have thoughts of harming myself or my baby");
const NOT_SAFE = flag("not-safe", "999", "I or my child are in danger at home right now");

export const FAMILY_SERVICES = [
  service({
    id: "midwife",
    name: "Having a baby: meet a midwife",
    summary: "You think you are pregnant. A midwife will look after you both.",
    needs: ["family"],
    synonyms: [
      "pregnant",
      "pregnancy",
      "expecting",
      "midwife",
      "maternity",
      "antenatal",
      "missed period",
      "having a baby",
      "baby on the way",
    ],
    whatItIs: [
      "A midwife plans your care with you: checks, scans, and where to have your baby. Try to ask before ten weeks.",
    ],
    whoItIsFor: ["Anyone who is pregnant and lives in or near Larkmouth."],
    whatToExpect: [
      "A first visit of about an hour. You talk about your health, and have your blood pressure and some blood taken.",
    ],
    whatToBring: ["The date of your last period", "A list of your medicines"],
    cost: "Free",
    ifWorse: "If you bleed, have strong pain, or your baby moves less, ring your midwives at once, or 999.",
    approvers: FAMILY,
    flags: [
      flag("bleeding", "999", "I am bleeding heavily, or have strong pain in my tummy"),
      flag("moves-less", "111", "I am over 24 weeks, and my baby moves less than usual"),
      flag("headache", "999", "I have a bad headache, blurred sight, or sudden swelling in my face"),
      HARM,
    ],
    questions: [
      choice("weeks", "How many weeks pregnant are you?", "Weeks", [
        ["early", "Less than ten"],
        ["mid", "Ten to twenty"],
        ["late", "More than twenty"],
        ["unsure", "I do not know"],
      ]),
      choice("first", "Is this your first baby?", "First baby", [
        ["yes", "Yes"],
        ["no", "No"],
      ]),
      text("last", "Is there something about last time that we should know?", "Last time", {
        onlyIf: { question: "first", isOneOf: ["no"] },
      }),
      HELP_AT_VISIT,
    ],
  }),
  service({
    id: "health-visitor",
    name: "Health visitor",
    summary: "A nurse for families with a child under five: growing, sleeping, crying, you.",
    needs: ["family"],
    synonyms: [
      "baby check",
      "baby clinic",
      "weigh my baby",
      "baby wont sleep",
      "crying baby",
      "colic",
      "toddler",
      "tantrums",
      "weaning",
      "potty training",
      "new mum",
      "new dad",
      "red book",
    ],
    whatItIs: [
      "A health visitor is a nurse who knows about babies and small children. They know how hard the first years can be.",
    ],
    whoItIsFor: ["Families with a child under five, and parents-to-be."],
    notFor: ["Your child is five or over: ask for the school nurse."],
    howLong: ["A visit takes about an hour at first, and half an hour after that."],
    whatToExpect: [
      "A visit at home or a chat at the clinic. You can ask about anything. You will not be judged.",
    ],
    whatToBring: ["Your child's red book"],
    cost: "Free",
    ifWorse:
      "If your child is floppy, hard to wake or struggling to breathe, call 999. If you are worried, call 111.",
    approvers: FAMILY,
    flags: [FLOPPY, BABY_FEVER, HARM, NOT_SAFE],
    questions: [
      choice("age", "How old is your child?", "Child's age", [
        ["unborn", "Not born yet"],
        ["baby", "Under one"],
        ["toddler", "One to two"],
        ["older", "Three or four"],
      ]),
      choices("about", "What would you like to talk about?", "To talk about", [
        ["feeding", "Food and feeding"],
        ["sleep", "Sleep or crying"],
        ["growing", "Growing and learning"],
        ["behaviour", "Behaviour"],
        ["me", "How I feel"],
      ]),
      text("more", "Is there more you would like to say?", "More"),
    ],
  }),
  service({
    id: "feeding-baby",
    name: "Help to feed your baby",
    summary: "Sore, tired, or unsure? Help with breast or bottle, this week.",
    needs: ["family"],
    synonyms: [
      "breastfeeding",
      "breast feeding",
      "latch",
      "bottle feeding",
      "formula",
      "sore nipples",
      "mastitis",
      "tongue tie",
      "baby not feeding",
      "expressing milk",
    ],
    whatItIs: [
      "A feeding adviser sits with you while you feed, and helps you both to find an easy way. Bottles are fine too.",
    ],
    whoItIsFor: ["Anyone who feeds a baby under one year."],
    whatToExpect: ["A visit at home or a drop-in group, within two days. Stay as long as you like."],
    whatToBring: ["Your baby, hungry if you can time it", "A cushion you like"],
    cost: "Free",
    ifWorse:
      "If your baby is floppy, or has no wet nappy for twelve hours, call 999. If your breast is red and you feel feverish, call 111.",
    priority: "urgent",
    approvers: FAMILY,
    flags: [
      FLOPPY,
      BABY_FEVER,
      flag("dry", "111", "My baby has had no wet nappy for twelve hours"),
      flag("mastitis", "111", "My breast is hot and red, and I feel feverish and ill"),
      HARM,
    ],
    questions: [
      choice("age", "How old is your baby?", "Baby's age", [
        ["days", "Under a week"],
        ["weeks", "One to six weeks"],
        ["months", "Older"],
      ]),
      choice("how", "How do you feed now?", "Feeding now", [
        ["breast", "Breast"],
        ["bottle", "Bottle"],
        ["both", "Both"],
      ]),
      choices("trouble", "What is hard?", "What is hard", [
        ["latch", "Baby will not latch on"],
        ["pain", "It hurts"],
        ["milk", "I worry about my milk"],
        ["weight", "Baby's weight"],
      ]),
    ],
  }),
  service({
    id: "speech-therapy",
    name: "Children's talking and listening",
    summary: "Help for a child who is late to talk, is hard to understand, or stammers.",
    needs: ["family"],
    synonyms: [
      "speech therapy",
      "speech and language",
      "late talker",
      "not talking",
      "stammer",
      "stutter",
      "lisp",
      "language delay",
      "toddler not speaking",
    ],
    whatItIs: [
      "A speech and language therapist plays with your child to see what they understand and say. Then they show you how to help at home.",
    ],
    whoItIsFor: ["Children from 18 months to 15 years. A parent, nursery or school can ask."],
    whatToExpect: ["First, a phone call with tips to start at once. Then a visit of 45 minutes, with toys."],
    whatToBring: ["Your child's red book", "A favourite book or toy"],
    cost: "Free",
    ifWorse: "If your child loses words they used to say, tell your practice this week.",
    approvers: FAMILY,
    flags: [
      flag("choking", "999", "The child is choking, or cannot swallow"),
      flag("sudden", "999", "The child's speech has suddenly become slurred"),
    ],
    questions: [
      choice("what", "What worries you most?", "Worry", [
        ["late", "Few or no words"],
        ["clear", "Hard to understand"],
        ["stammer", "A stammer"],
        ["understand", "Does not seem to understand"],
      ]),
      choice("hearing", "Has the child's hearing been checked?", "Hearing checked", [
        ["yes", "Yes"],
        ["no", "No"],
        ["unsure", "I am not sure"],
      ]),
      choice("languages", "Does the child hear more than one language at home?", "Languages", [
        ["one", "One"],
        ["more", "More than one"],
      ]),
      text("which", "Which languages?", "Which languages", {
        onlyIf: { question: "languages", isOneOf: ["more"] },
      }),
    ],
  }),
  service({
    id: "school-nurse",
    name: "School nurse",
    summary: "For school-age children: bedwetting, growing up, worries, jabs that were missed.",
    needs: ["family"],
    synonyms: [
      "bedwetting",
      "wets the bed",
      "puberty",
      "missed jabs",
      "school jabs",
      "head lice",
      "nits",
      "period worries",
      "school health",
      "picky eater",
    ],
    whatItIs: [
      "A school nurse listens to children and parents, in school or by phone. They sort out small things before they grow.",
    ],
    whoItIsFor: ["Children from five to eighteen, and their parents."],
    whatToExpect: ["A talk of half an hour, at a time that does not mean missing a favourite lesson."],
    whatToBring: ["The child's red book, if you still have it"],
    cost: "Free",
    ifWorse:
      "If your child has trouble breathing, or is very drowsy, call 999. If you are worried, call 111.",
    approvers: FAMILY,
    flags: [
      BREATHLESS,
      FLOPPY,
      flag("end-my-life", "crisis", "The child says they want to die, or has hurt themselves"),
      NOT_SAFE,
    ],
    questions: [
      choice("about", "What is it about?", "About", [
        ["bed", "Wetting the bed"],
        ["growing", "Growing up"],
        ["jabs", "Missed jabs"],
        ["worry", "A worry"],
        ["other", "Something else"],
      ]),
      text("what", "What is it?", "In your words", {
        onlyIf: { question: "about", isOneOf: ["worry", "other"] },
      }),
      choice("school", "Where would the child like to talk?", "Where to talk", [
        ["school", "At school"],
        ["phone", "By phone"],
        ["clinic", "At a clinic"],
      ]),
    ],
  }),
];
