import type { Approvers } from "../../reference/service";
import { choice, flag, text } from "../../reference/service";

/** The people who agreed these red flags are fictional, and say so. */
export const APPROVERS: Approvers = [
  "Dr Imogen Vale, fictional doctor of the demonstration",
  "Owen Teller, fictional pharmacist of the demonstration",
];

export const ALLERGY = flag(
  "allergy",
  "999",
  "My lips, mouth or tongue are swelling, or I cannot breathe well",
);
export const SEPSIS = flag(
  "very-unwell",
  "999",
  "I feel very ill: confused, with blue or blotchy skin, or skin like ice",
);
export const HIGH_FEVER = flag("fever", "111", "I have a high temperature, and I am shivering and shaking");

export const HOW_LONG = choice("how-long", "How long have you had this?", "How long", [
  ["days", "Less than 3 days"],
  ["week", "3 to 7 days"],
  ["weeks", "1 to 3 weeks"],
  ["longer", "Longer than 3 weeks"],
]);
export const TRIED = text("tried", "What have you tried so far?", "Tried so far", {
  hint: "Medicines from a shop, or things you do at home. If nothing, leave this empty.",
});
export const ALLERGIES = text("allergies", "Are you allergic to any medicine?", "Allergies", {
  hint: "Say which, and what happened. If none, leave this empty.",
});
export const IN_YOUR_WORDS = text("problem", "What would you like help with?", "The problem", {
  required: true,
  hint: "A few lines are enough.",
});
