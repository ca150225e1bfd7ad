import type { Service } from "~/domain/directory/types";
import { EVERYDAY_SERVICES } from "./everyday";
import { MOVING_SERVICES } from "./moving";
import { PREVENTION_SERVICES } from "./prevention";

export const LARKMOUTH_SERVICES: readonly Service[] = [
  ...EVERYDAY_SERVICES,
  ...MOVING_SERVICES,
  ...PREVENTION_SERVICES,
];
