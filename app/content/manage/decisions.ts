export const DECISION = {
  title: "A decision that could not be done",
  toMend: (why: string) => `The board decided it, and it could not be done. ${why}`,
  intro: "The board decided this, and its day has come. It could not be done by itself:",
  again: "Try it again",
  againHow: "Put right what is in its way. Then try it again: it is done at once, as it was decided.",
  giveUp: "Give it up",
  giveUpHow: "Or give it up. Nothing changes, and the board sees that. It can propose it again.",
  settled: "There is nothing to put right here any more.",
  back: "Run the front door",
  still: (why: string) => `It still cannot be done. ${why}`,
  done: {
    again: "The decision is carried out, as the board made it",
    "give-up": "The decision is given up. Nothing has changed",
  },
  meanwhile: "Somebody else has seen to it",
} as const;
