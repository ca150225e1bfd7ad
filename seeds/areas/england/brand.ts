import type { Brand } from "~/domain/directory/types";
import { PUBLISHED_BY, REAL_AREA_POLICY } from "./common-brand";

export const ENGLAND_BRAND: Brand = {
  id: "england",
  name: "England front door (demonstration)",
  strapline: "One door to health care in England",
  area: "England",
  kind: "real",
  mark: { letters: "EN", colour: "#3d4c57" },
  desk: {
    name: "The front desk of this demonstration",
    phone: "01632 960000",
    hours: "A demonstration: nobody answers this number",
  },
  policy: REAL_AREA_POLICY,
  attribution: PUBLISHED_BY,
};
