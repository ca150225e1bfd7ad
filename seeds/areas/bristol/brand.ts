import type { Brand } from "~/domain/directory/types";
import { PUBLISHED_BY, REAL_AREA_POLICY } from "../england/common-brand";

export const BRISTOL_BRAND: Brand = {
  id: "bristol",
  name: "Bristol front door (demonstration)",
  strapline: "One door to health and care in Bristol",
  area: "Bristol",
  kind: "real",
  mark: { letters: "BD", colour: "#274f7d" },
  desk: {
    name: "The front desk of this demonstration",
    phone: "0117 496 0100",
    hours: "A demonstration: nobody answers this number",
  },
  policy: REAL_AREA_POLICY,
  attribution: [
    ...PUBLISHED_BY,
    "Community services: Bristol's Open Referral UK feed, as it was on 18 December 2024. Open Referral UK (HSDS-UK): CC BY-SA 4.0.",
  ],
};
