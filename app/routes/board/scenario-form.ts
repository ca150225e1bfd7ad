import { WHAT_IF_ERRORS } from "~/content/board/what-if";
import { isSeen, lines, required } from "~/domain/journeys/input";
import { LONGEST_NAME, LONGEST_NOTE } from "~/domain/simulation/changes";

/** The fields of what a scenario says of itself. */
export const SCENARIO_FIELDS = {
  name: required("The name", LONGEST_NAME, WHAT_IF_ERRORS.name).refine(isSeen, {
    error: WHAT_IF_ERRORS.name,
  }),
  note: lines.refine((text) => text.length <= LONGEST_NOTE, { error: WHAT_IF_ERRORS.note }),
};
