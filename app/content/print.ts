/** The page of a request that is taken along, on paper or on a telephone. */
export const PRINT = {
  title: "To print or to show",
  titleOf: (service: string) => `${service}: to print or to show`,
  forWhom: (service: string, person: string) => `${service} for ${person}`,
  reference: "Your reference",
  asOf: (day: string) => `As it was on ${day}.`,
  code: "QR code that opens the page of this request",
  scan: "Scan this to see where your request is. You are asked for the date of birth.",
  print: "Print this page",
  worse: "If you get worse",
  appointment: "Your appointment",
  whereItIs: "Where it is",
  gettingThere: "How to get there",
  bring: "What to bring",
  ring: "Who to ring",
} as const;
