/** The words of the page of problems. */
export const PROBLEMS = {
  title: "Problems",
  titleOf: (study: string) => `Problems: ${study}`,
  intro:
    "What was seen again and again is a problem. The worst that most people met is first. A problem goes when everybody it was seen with is deleted, so keep the files of the list before then. Its name goes when somebody is deleted whom it was named from.",
  /** Of one whose title is "". */
  unnamed: "A problem whose name was deleted",
  nameAgain:
    "It was named from what somebody did of whom everything is deleted, so its name is deleted too. Look at what shows it, and give it a new one.",
  loose: "Tagged, and not a problem yet",
  none: "No problem was made yet. Choose moments below, and make one of them.",
  looseNone: "Every moment that was tagged as a problem is in one.",
  noneTagged:
    "No moment was tagged as a problem yet. Whoever runs a session tags it on the page of the session. It then stands here, to make a problem of.",
  choose: "Which moments show it?",
  make: "Make a problem of them",
  which: "Is it one that there is?",
  aNew: "A new problem",
  name: "What is the problem?",
  nameHint: "Such as: nobody sees that two places differ",
  severity: "How bad is it?",
  severities: {
    1: "1: a blemish",
    2: "2: it slows people down",
    3: "3: people need help, or fail",
    4: "4: nobody gets past it",
  } as Readonly<Record<number, string>>,
  moment: (code: string, task: string, at: string) => `${code}, ${task}, ${at} into the session`,
  noTask: "before the first task",
  replay: "The session",
  change: "Change it",
  save: "Save",
  take: "Take out",
  takeAria: (moment: string) => `Take out: ${moment}`,
  remove: "Take this problem away",
  done: {
    made: "The problem is made.",
    changed: "The problem is changed.",
    taken: "That moment is out of the problem.",
    removed: "The problem is away. What was recorded stays.",
  },
  errors: {
    title: "Say what the problem is",
    severity: "Choose how bad it is",
    moments: "Choose one moment or more",
    tooMany: "There are 200 problems already. That is the most",
    gone: "That problem or that moment is not there any more. Look at it as it is now.",
  },
  csv: "Save the list as a file (CSV)",
  json: "Save the list as a file (JSON)",
} as const;
