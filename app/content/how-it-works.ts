/** The front door in three steps, as a person meets them. */
export const HOW_IT_WORKS = [
  {
    id: "ask",
    title: "Ask once, here",
    words: "Say what you need in your own words. Answer a few questions, one at a time. No account needed.",
  },
  {
    id: "match",
    title: "See who can help",
    words: "We show who can see you, how near and how soon. You choose, or we choose for you.",
  },
  {
    id: "box",
    title: "Know whose box it comes in",
    words:
      "A label tells you who will write, who will ring, and whose name is on the door. Nothing comes as a surprise.",
  },
] as const;
