import type { PlainDate } from "~/domain/shared/time";
import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";

const HEADER =
  "region_code,provider_code,provider_name,treatment_function_code,treatment_function,total_incomplete_pathways,total_within_18_weeks,pct_within_18_weeks,median_wait_weeks,p92_wait_weeks,total_52_plus,total_65_plus,total_78_plus,pct_52_plus,reporting_month".split(
    ",",
  );
const WAITS: Layout = {
  title: "referral-to-treatment waits by provider (rtt_incomplete_provider)",
  columns: HEADER.length,
  header: HEADER,
};
const TOTAL = "C_999";

/** How long people of one specialty at one trust have waited so far. */
export interface SpecialtyWait {
  readonly trustOds: string;
  readonly specialty: string;
  readonly pathways: number;
  /** Null when none was published for this specialty. */
  readonly medianWeeks: number | null;
  readonly month: PlainDate;
}

/**
 * Waits of the wanted trusts, by specialty. The cleaned copy shows 0 pathways where a trust reported nothing: such rows
 * are left out, because "not reported" is not "nobody is waiting".
 */
export const readWaits = (
  path: string,
  wanted: (ods: string) => boolean,
  progress?: Progress,
): Promise<FileRead<SpecialtyWait>> =>
  readRows(
    path,
    WAITS,
    (fields) => {
      const field = (name: string): string => fields[HEADER.indexOf(name)]?.trim() ?? "";
      if (!wanted(field("provider_code")) || field("treatment_function_code") === TOTAL) return OUTSIDE;
      const month = field("reporting_month");
      if (!/^\d{4}-\d{2}-\d{2}$/.test(month)) return refuse("no reporting month");
      const pathways = Number(field("total_incomplete_pathways"));
      if (!Number.isInteger(pathways) || pathways < 0)
        return refuse("the number of pathways is not a number");
      if (pathways === 0) return refuse("not reported by this trust");
      const median = field("median_wait_weeks");
      const weeks = Number(median);
      if (median !== "" && (!Number.isFinite(weeks) || weeks < 0 || weeks > 520)) {
        return refuse("the median wait is not a number of weeks");
      }
      return take({
        trustOds: field("provider_code"),
        specialty: field("treatment_function_code"),
        pathways,
        medianWeeks: median === "" || weeks === 0 ? null : weeks,
        month,
      });
    },
    progress,
  );
