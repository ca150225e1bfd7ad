import type { Approvers } from "../../service";

/** Who agreed the red flags, by field. All are fictional. */
export const MOVING: Approvers = [
  "Dr Amina Rahman, medical director, Harbour Community Trust",
  "Tom Ashdown, lead physiotherapist, Tidewell Community Health",
];
export const MIND: Approvers = [
  "Dr Joseph Adeyemi, consultant psychiatrist, Larkshore Mental Health Trust",
  "Bethan Pryce, lead nurse, Larkmouth Care",
];
export const SKIN_AND_SENSES: Approvers = [
  "Dr Leila Haddad, eye surgeon, Spyglass Eye and Skin Centre",
  "Bethan Pryce, lead nurse, Larkmouth Care",
];
export const PRIVATE: Approvers = [
  "Sister Maureen Tully, continence nurse, Harbour Community Trust",
  "Dr Grace Lim, doctor, Ropewalk Practice",
];
export const FAMILY: Approvers = [
  "Dr Grace Lim, doctor, Ropewalk Practice",
  "Rosa Delgado, lead health visitor, Harbour Community Trust",
];
export const EVERYDAY: Approvers = [
  "Dr Grace Lim, doctor, Ropewalk Practice",
  "Kwame Osei, pharmacist, Northgate Pharmacy",
];
export const HOSPITAL: Approvers = [
  "Mr Daniel Okafor, surgeon, Larkmouth General Hospital",
  "Bethan Pryce, lead nurse, Larkmouth Care",
];
export const HOME: Approvers = [
  "Dr Amina Rahman, medical director, Harbour Community Trust",
  "Helen Marsh, principal social worker, Larkmouth Council",
];
