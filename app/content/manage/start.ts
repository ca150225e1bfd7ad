import { counted } from "~/domain/shared/in-words";

export const START = {
  partners: (count: number) => `${counted(count, "partner")} today`,
  partnersHow: "Bring one in, open a pop-up, add a place or care, or close care.",
  services: (count: number) => `${counted(count, "service")} open`,
  servicesHow: "What people can ask for: the words, the questions, and the signs of danger.",
  look: "The name, the colour, and who answers at the front desk.",
  toMend: "To put right",
  nothing: "Nothing. Each service can be asked for, and someone gives it.",
  unasked: "No approved red flags: people can read it, and cannot ask for it",
  ungiven: "Nobody gives it: whoever asks goes to the front desk",
} as const;
