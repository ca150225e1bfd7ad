import type { Service } from "~/domain/directory/types";
import { COMPANY_SERVICES } from "./company";
import { EVERYDAY_SERVICES } from "./everyday";
import { FAMILY_SERVICES } from "./family";
import { HOME_SERVICES } from "./home";
import { MIND_SERVICES } from "./mind";
import { MIND_TEAM_SERVICES } from "./mind-teams";
import { MOVING_SERVICES } from "./moving";
import { PREVENTION_SERVICES } from "./prevention";
import { PRIVATE_SERVICES } from "./private";
import { SENSES_SERVICES } from "./senses";
import { SKIN_SERVICES } from "./skin";
import { TEST_SERVICES } from "./tests";
import { TOGETHER_SERVICES } from "./together";

/** The catalogue of Larkmouth Care, in the order of the needs it answers. */
export const LARKMOUTH_SERVICES: readonly Service[] = [
  ...EVERYDAY_SERVICES,
  ...MOVING_SERVICES,
  ...MIND_SERVICES,
  ...MIND_TEAM_SERVICES,
  ...SKIN_SERVICES,
  ...SENSES_SERVICES,
  ...PRIVATE_SERVICES,
  ...FAMILY_SERVICES,
  ...PREVENTION_SERVICES,
  ...TEST_SERVICES,
  ...HOME_SERVICES,
  ...COMPANY_SERVICES,
  ...TOGETHER_SERVICES,
];
