import { conditionInWords } from "../directory/conditions";
import type { ConditionTerms } from "../directory/types";
import { agedInWords, isWithin, whoInWords } from "./ages";
import type { Circumstances } from "./circumstances";
import type { RuleOfEligibility } from "./rule";

/**
 * An offer limited to conditions takes a person for those they may have: the one that is known, or any while none is. It
 * fails when none of them takes somebody of this age and sex, as far as these are known.
 */
export const CONDITION_RULE: RuleOfEligibility = {
  rule: "condition",
  failsOn: ({ conditions }, given) =>
    conditions !== null && !mayHave(conditions, given).some((condition) => takes(condition, given)),
  code: ({ terms }, given) => (mayHave(terms.conditions ?? [], given).length === 0 ? "23" : "40"),
  says: ({ terms: { conditions } }, given, failed) => {
    const known = given.condition;
    if (conditions === null) return "Not only for some conditions";
    if (known === null) {
      return failed
        ? "Nothing they treat is for people of this age and sex"
        : "Some conditions are for some ages only: we will check yours";
    }
    const [found] = mayHave(conditions, given);
    if (found === undefined) return `They do not treat ${conditionInWords(known)}`;
    const aged = agedInWords(found.ages);
    const who = `${whoInWords(found.sex, found.ages)}${aged === null ? " of all ages" : ` ${aged}`}`;
    const unknown = unknownOf(found, given);
    return `For ${conditionInWords(known)}: ${who}${unknown === null ? "" : `. We will check ${unknown}`}`;
  },
  notable: ({ terms: { conditions } }, given) =>
    conditions !== null &&
    (given.condition === null ||
      mayHave(conditions, given).some((found) => unknownOf(found, given) !== null)),
};

const mayHave = (conditions: readonly ConditionTerms[], { condition }: Circumstances) =>
  condition === null ? conditions : conditions.filter((each) => each.condition === condition);

function takes({ ages, sex }: ConditionTerms, { ageMonths, need }: Circumstances): boolean {
  const isOfSex = sex === null || need.person.sex === null || need.person.sex === sex;
  return isOfSex && (ageMonths === null || isWithin(ages, ageMonths));
}

function unknownOf({ ages, sex }: ConditionTerms, { ageMonths, need }: Circumstances): string | null {
  if (ages !== null && ageMonths === null) return "your date of birth";
  return sex !== null && need.person.sex === null ? "this with you" : null;
}
