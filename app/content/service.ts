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
} as const;
