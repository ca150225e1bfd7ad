import type { AgeRange, Sex } from "~/domain/directory/types";
import { type FileRead, type Layout, type Progress, readRows, refuse, take } from "../published/rows";

const HEADER = ["condition", "min_age", "max_age", "sex", "note"];
const CONDITIONS: Layout = { title: "Pharmacy First conditions", columns: HEADER.length, header: HEADER };

/** Whom a pharmacy may treat for a condition under Pharmacy First. */
export interface PharmacyCondition {
  readonly condition: string;
  readonly ages: AgeRange;
  readonly sex: Sex | null;
}

export const readPharmacyConditions = (
  path: string,
  progress?: Progress,
): Promise<FileRead<PharmacyCondition>> =>
  readRows(
    path,
    CONDITIONS,
    ([condition = "", from = "", until = "", sex = ""]) => {
      if (!/^\d{0,3}$/.test(from) || !/^\d{0,3}$/.test(until)) return refuse("an age is not a whole number");
      if (sex !== "any" && sex !== "female" && sex !== "male")
        return refuse("the sex is none of any, female, male");
      return take({
        condition: condition.trim(),
        ages: { from: from === "" ? null : Number(from), until: until === "" ? null : Number(until) },
        sex: sex === "any" ? null : sex,
      });
    },
    progress,
  );
