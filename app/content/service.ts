/** What people ask of a service, as the headings of its page. */
export const SERVICE_TITLES = {
  what: "What it is",
  who: "Is it for me?",
  notFor: "Something else may suit you better",
  expect: "What happens?",
  howLong: "How long does it take?",
  cost: "What does it cost?",
  bring: "What do I bring?",
  boxes: "Whose box may it come in?",
  boxesMean: "What the boxes mean",
  related: "What else might suit me?",
  seeAll: "See all about:",
} as const;

export const WHAT_BOXES_MEAN =
  "Whoever gives the care has a name of their own. The box tells you whose name stands on the letters and texts. It tells you who rings you, what the sign on the door says, and who answers for your care.";
