import type { OfferRule } from "../../offer";
import { COMMUNITY_OFFERS } from "./community";
import { PHARMACY_OFFERS } from "./pharmacies";
import { PRACTICE_OFFERS } from "./practices";
import { TRUST_OFFERS } from "./trusts";

export const LARKMOUTH_OFFERS: readonly OfferRule[] = [
  ...PRACTICE_OFFERS,
  ...TRUST_OFFERS,
  ...PHARMACY_OFFERS,
  ...COMMUNITY_OFFERS,
];
