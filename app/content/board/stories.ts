import type { StoryId } from "~/domain/stage/story";

/**
 * A step of a story: its title on the stage, what to look at there, and what to say. Where to look is the name of a pane, for on
 * a phone the panes stand one below the other.
 */
export interface StepWords {
  readonly title: string;
  readonly look: string;
  readonly say: readonly string[];
}

export interface StoryWords {
  readonly title: string;
  /** What happens, in a line. */
  readonly about: string;
  /** What a board should take home. */
  readonly point: string;
  readonly steps: Readonly<Record<string, StepWords>>;
}

/** The stories of the stage, as they are told. People go by their first name: they are made up. */
export const STORY_WORDS: Readonly<Record<StoryId, StoryWords>> = {
  simple: {
    title: "A simple one",
    about: "Winston drives a bus. He wants his blood pressure checked, and has a time in a minute.",
    point: "One door, five pharmacies, no phone calls. Each shop keeps its own diary.",
    steps: {
      search: {
        title: "He looks for it in his own words",
        look: "His phone: what he sees. The pharmacy: its list, with nothing on it yet.",
        say: [
          "This is Winston’s phone, and this is the screen of a pharmacy. Both are the real pages.",
          "He does not need to know who does what. He types what he wants.",
        ],
      },
      choose: {
        title: "Each offer is looked at",
        look: "The router: each offer, its points, and what the points are for.",
        say: [
          "He has answered the questions. The router has looked at all who give this care.",
          "It puts them in order. It hides nobody: he can choose any of them.",
        ],
      },
      booked: {
        title: "Sent, and booked at once",
        look: "His phone: his time. The pharmacy: the same time on its list.",
        say: ["The pharmacy let its free times be booked. So he has one, and nobody had to ring."],
      },
      seen: {
        title: "His time has come",
        look: "The clock of this stage: it has moved on, past his time.",
        say: ["We move the clock on. The pharmacy has seen him, and says how it went."],
      },
      done: {
        title: "Done, and both can read it",
        look: "His phone: what he was told, in plain words. The pharmacy: what it wrote down.",
        say: ["The promise was kept, and it is counted. That count is what ranks partners next time."],
      },
    },
  },
  "whose-box": {
    title: "Whose box",
    about: "Grace has a bad back. The same care can come in the partner’s box, in ours, or in both names.",
    point: "She can always see who will write, whose sign is on the door, and who answers for it.",
    steps: {
      boxes: {
        title: "One kind of care, three boxes",
        look: "Her phone: the boxes that it may come in, before she asks for anything.",
        say: [
          "Think of a parcel. You buy in one shop, and the box may have another name on it.",
          "That is fine, as long as you know. So we tell her first.",
        ],
      },
      choose: {
        title: "Each choice says whose box it is",
        look: "Her phone: the strip on each card says theirs, ours, or both.",
        say: ["She can choose by how near it is, how soon it is, or whose name is on it."],
      },
      theirs: {
        title: "She asks the trust: it is their box",
        look: "Her phone: the label, with the trust’s own mark. The trust: it sees the same label.",
        say: [
          "The trust writes to her in its own name. Its sign is on the door.",
          "She asked us to come back to her before we try anybody else.",
        ],
      },
      "back-to-her": {
        title: "They have no room, so it is her turn",
        look: "Her phone: she chooses who is asked next. The router: who said no, and who has it now.",
        say: ["The trust said no, with a reason. She did not want us to pass it on, so we ask her."],
      },
      ours: {
        title: "She asks a practice: it is our box",
        look: "Her phone: the old label is struck out, and the new one is under it.",
        say: [
          "The staff are the practice’s. The name on the letter is the front door’s.",
          "When the box changes, she is told, and she can see both labels.",
        ],
      },
      time: {
        title: "A time, at a door that she will know",
        look: "Her phone: when and where. Further down there: the sign to look for.",
        say: ["She knows what the letter will look like, and what the sign says."],
      },
    },
  },
  refusal: {
    title: "A refusal goes on to the next",
    about: "Grace asks the trust. The trust has no room, and the next partner is asked at once.",
    point: "A no costs her nothing: no phone call, no new form, and the same date that she was promised.",
    steps: {
      choose: {
        title: "Who fits her best",
        look: "The router: the trust comes first, by distance and wait.",
        say: ["Each point has a reason. Anyone in this room can check the sum."],
      },
      sent: {
        title: "Sent to the trust",
        look: "The trust: the case as it sees it. Her phone: who has it, and by when they must answer.",
        say: [
          "The trust sees what it needs to know, and when it must answer.",
          "She ticked the box that says: if they cannot help, ask the next one.",
        ],
      },
      refused: {
        title: "The trust says no: no room",
        look: "The router: a new decision. The next partner: its list, and there she is.",
        say: [
          "One tap, with a reason. The next one was asked in the same second.",
          "The trust keeps her reference. It can no longer read her answers.",
        ],
      },
      looks: {
        title: "She is told, and the date still holds",
        look: "Her phone: the promise is the same. The label has changed.",
        say: ["The promise is ours to her, and it does not start again with each partner."],
      },
      time: {
        title: "The next partner gives her a time",
        look: "Her phone: her time. The partner: accepted.",
        say: ["This partner is a social enterprise. She does not need to know that. It is on the label."],
      },
      told: {
        title: "What landed on her mat",
        look: "Her phone: the newest text. Further down there: her inbox and her doormat.",
        say: ["Each message was written in the same moment as the thing that it tells of."],
      },
    },
  },
  silence: {
    title: "Silence is not a no",
    about: "Danny cannot sleep. The first partner never answers, and the clock goes on for him.",
    point: "It is always with somebody. Late is called late, and is never called a no.",
    steps: {
      sent: {
        title: "Sent, and it waits for an answer",
        look: "The partner: answer by. That date runs from the moment he asked.",
        say: ["They have two working days to say yes or no. Everybody can see the date."],
      },
      "an-hour": {
        title: "An hour later: still nothing",
        look: "The clock of this stage: it has moved on. Nothing else has.",
        say: ["We can move the clock as we like. These are the real rules, only sooner."],
      },
      deadline: {
        title: "The deadline passes, and it goes on",
        look: "The router: asked again, without the one that was silent. The next partner: it has it now.",
        say: [
          "Nobody had to notice. The clock found it, and the next one was asked.",
          "If there were nobody left, a person at our front desk would have it.",
        ],
      },
      words: {
        title: "He reads other words than for a no",
        look: "His phone: they did not answer in time. It does not say that they refused.",
        say: ["To the partner it is late. To him it is plain: they did not answer, so we asked another."],
      },
      time: {
        title: "And he has a time",
        look: "His phone: his time.",
        say: ["For the board: the first partner’s late answer is counted. It is a fact, not a blame."],
      },
    },
  },
  "three-boxes": {
    title: "A falls check in three boxes",
    about: "Arthur had a fall. One request goes to a trust, a pharmacy and a group of volunteers.",
    point: "He asks once. Three partners stay three partners, and he has one page.",
    steps: {
      search: {
        title: "One thing to ask for",
        look: "His phone: a falls check is a visit, a talk about tablets, and a class.",
        say: ["Today he would be sent on three times. Here he asks once."],
      },
      choose: {
        title: "Three parts, each judged for itself",
        look: "The router: who fits best for each part. His phone: three boxes, before he sends it.",
        say: ["Each part has a router of its own, by the same rules."],
      },
      sent: {
        title: "Sent to three partners at once",
        look: "His phone: three parts, each with its own box. The trust: its part.",
        say: ["Each partner sees its own part, and has its own date to answer by."],
      },
      visit: {
        title: "The trust will come to his home",
        look: "His phone: the first part has a time.",
        say: ["The trust’s own box: its van, its letter, its name on the badge."],
      },
      medicines: {
        title: "The pharmacy will go through his tablets",
        look: "The pharmacy: now we are the pharmacist. His phone: both names are on this box.",
        say: ["The pharmacist sees the part that is theirs, and not the other two."],
      },
      class: {
        title: "A class, and the whole of it stands",
        look: "His phone: three parts, three times, one page.",
        say: [
          "The class is run by volunteers. A bigger charity holds the contract for them.",
          "If one part falls through, the others stand.",
        ],
      },
    },
  },
  "pop-up": {
    title: "A pop-up opens in a bad winter week",
    about: "Samira has a sore throat. Every shop is full, so a partner opens a hall for six weeks.",
    point: "New room counts from the minute it opens. Nobody has to be told where to send people.",
    steps: {
      choose: {
        title: "A sore throat, on a winter morning",
        look: "The router: the shops that could see her today.",
        say: ["Four shops give this care. On most days that is plenty."],
      },
      full: {
        title: "Every shop says that it is full",
        look: "The router: no shop is hidden. Each has lost its points for room. The pharmacy: one of them.",
        say: ["One tap each. A full shop moves down the list, and it can still be chosen."],
      },
      opens: {
        title: "A partner opens a hall for six weeks",
        look: "The router: it is there at once, and it comes first. Her phone: it comes first there too.",
        say: [
          "This took one form: a place, its hours, and its last day.",
          "The same router found it. No letter was sent, and no list was typed again.",
        ],
      },
      sent: {
        title: "She has a time there today",
        look: "Her phone: her time. The pop-up: its own list.",
        say: ["Both names are on this box, and the pop-up keeps its own records."],
      },
      case: {
        title: "The pop-up sees why she comes",
        look: "The pop-up: what she said. When the six weeks are over, it is no longer offered.",
        say: ["It closes by itself on its last day. What it has until then, it finishes."],
      },
    },
  },
  "nobody-left": {
    title: "Nobody is in reach",
    about: "Tomasz lives on an island. No partner comes so far, so a person at the front desk has it.",
    point: "The router says so when nobody fits. It never sends somebody to a place that cannot help.",
    steps: {
      choose: {
        title: "Nobody comes so far",
        look: "The router: who was looked at, and the rule that each one failed.",
        say: ["This is need that is not met. The board can count it, and see where it is."],
      },
      desk: {
        title: "A person has it, by a date",
        look: "The front desk: its list. His phone: he is told who looks for him.",
        say: ["No dead end, and no ‘please ring your practice’. A person owns it, by a date."],
      },
    },
  },
};
