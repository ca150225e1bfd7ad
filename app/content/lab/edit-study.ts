/** The words of the pages on which a study is written, part by part. */
export const EDIT = {
  save: "Save",
  titles: {
    about: "Aims and consent",
    script: "Script",
    end: "After each task, and at the end",
    task: "Task",
    variant: "Variant",
    question: "Question",
  },
  fixed: (version: number) =>
    `Version ${version} is in use and stays as it is. What you change here is for the next version.`,
  yes: "Yes",
  no: "No",
  unsure: "Choose one of these",
  meanwhile:
    "Somebody else changed this study since you opened this page. Open it again to see how it is now.",
} as const;

export const ABOUT = {
  name: "Name of the study",
  aims: "What do you want to find out?",
  information: "What people are told first",
  informationHint:
    "In plain words: what it is about, how long it takes, what is kept, and that they can stop.",
  permissions: "What do you ask them to allow?",
  permissionsHint: "Each is asked by itself. They can say no to each, and still take part.",
  moderated: "Does someone sit with them?",
  keepDays: "Days until all of it is deleted",
  keepDaysHint: "After they are done. From 1 to 730.",
} as const;

export const SCRIPT = {
  opening: "What is said to begin",
  closing: "What is said to end",
  safety: "What to do if someone is upset or ill",
} as const;

export const END = {
  seq: "After each task, ask how easy it was?",
  sus: "At the end, ask the ten lines of SUS?",
  susHint: "They are asked the same way all over the world",
  atEnd: "Which of your questions come at the end?",
  none: "There are no questions of your own yet.",
} as const;

export const TASK = {
  id: "Short name",
  idHint: "For tables, such as “find-physio”: small letters, digits and hyphens",
  words: "What they read",
  wordsHint: "Who they are, what they need, and when to stop. Do not use the words of the page.",
  begins: "How it begins",
  person: "Who are they?",
  signedIn: "Are they signed in?",
  startsAt: "Where do they begin?",
  startsAtHint: "An address of this front door, such as / or /requests",
  before: "What has happened before?",
  beforeHint: "One thing a line, or nothing at all. Whoever has something behind them is in no other task.",
  beforeExample: `ask physiotherapy
  where: back
  how-long: weeks
accept in 4 working days at 10:30
decline 22: Our days are full.
question: Has it ever locked?
48 hours pass`,
  beforeExampleTitle: "What can stand there",
  well: "When did it go well?",
  by: {
    event: "When they do something",
    address: "When they come to a page",
    judgement: "When somebody sees it",
  },
  event: "What happens",
  service: "Of which service",
  anyService: "Any",
  pattern: "Which page",
  patternHint: "Such as /services/:service",
  values: "What must stand in its places",
  valuesHint: "One a line, such as “service: physiotherapy”. Leave it empty when any will do.",
  of: "What is to be seen",
  way: "How far it is",
  path: "The shortest way there",
  pathHint: "One page a line. The first is where they begin.",
  limit: "Minutes that count",
  limitHint:
    "They may go on after that, but a success that we see later does not count. Leave it empty for as long as they like.",
  questions: "What do you ask after it?",
  script: "For whoever sits beside them",
  errors: {
    id: "Use small letters, digits and hyphens, and a letter first",
    words: "Say what they are to do",
    person: "Choose who they are",
    address: "Begin the address with /",
    line: (line: string) => `This line cannot be read: ${line}`,
    event: "Choose what happens",
    of: "Say what is to be seen",
    values: "Write each as a name, a colon, and what must stand there",
    path: "Write at least one page, each beginning with /",
    limit: "Write from 1 to 60, or nothing",
    taken: "Another one has this name",
  },
} as const;

/** A field's name in a form that has any number of its group: "style", "style-2", "style-3". */
export const nth = (field: string, at: number): string => (at === 0 ? field : `${field}-${at + 1}`);

export const VARIANT = {
  name: "What is it called?",
  style: "In whose name does care come?",
  styleAgain: (place: number) => `And in whose name for others? (${place})`,
  addStyle: "Add care in one more name",
  styles: {
    "": "As it is",
    brand: "In the front door’s name",
    partner: "In the partner’s name",
    both: "In both names",
  },
  services: "Of these services only",
  servicesHint: "Tick none for all of them",
  words: "Other words for a service",
  wordsAgain: (place: number) => `Other words for one more service (${place})`,
  addWords: "Add words for one more service",
  several: "What stands further down goes before what stands above it. To take one out, empty it.",
  wordsOf: "Which service",
  none: "None",
  wordsName: "It is called",
  wordsSummary: "It says, in one line",
  points: "What counts in the order of choices",
  pointsHint: "The most points each can give, from 0 to 100. Leave it empty to leave it as it is.",
  reasons: {
    distance: "How near it is",
    wait: "How soon it is",
    continuity: "That they know the person",
    preference: "That it suits the person",
    capacity: "That there is room",
    kept: "That promises are kept",
    share: "That each gets a fair share",
  },
  errors: {
    name: "Say what the variant is called",
    service: "Choose which service has other words",
    points: "Write from 0 to 100, or nothing",
    long: "Write 200 characters or fewer",
  },
} as const;

export const QUESTION = {
  words: "What do you ask?",
  kind: "How do they answer?",
  kinds: {
    comprehension: { label: "It has a right answer", hint: "Taken from what is true in their own town" },
    scale: { label: "From one end to the other", hint: "Such as 1 to 7" },
    choice: { label: "One of some answers", hint: "You write them" },
    text: { label: "In their own words", hint: "A box to write in" },
  },
  truth: "What is it about?",
  steps: "How many steps",
  stepsHint: "From 3 to 11",
  low: "What 1 means",
  high: "What the last step means",
  options: "The answers",
  optionsHint: "One a line, from 2 to 12",
  errors: {
    words: "Say what you ask",
    kind: "Choose how they answer",
    truth: "Choose what it is about",
    steps: "Write from 3 to 11",
    ends: "Say what both ends mean",
    options: "Write from 2 to 12 answers, one a line",
  },
} as const;
