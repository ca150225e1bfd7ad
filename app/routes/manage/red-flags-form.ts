import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { RED_FLAG_ERRORS } from "~/content/manage/services";
import { type AskedFlag, MOST_FLAGS, type ProposedFlags } from "~/domain/catalogue/red-flag-proposal";
import { line } from "~/domain/journeys/input";
import { EMERGENCIES } from "~/domain/journeys/types";
import { numberedRows } from "./numbered-rows";

/** The lines for signs: the id by which a sign is known already, its words, and where it leads. */
export const FLAGS = numberedRows(MOST_FLAGS, {
  flag: line,
  sign: line.refine((words) => words.length <= 200, { error: RED_FLAG_ERRORS.sign }),
  leads: line,
});

const words = (error: string) => line.refine((text) => text !== "" && text.length <= 200, { error });

/** Signs of danger as they are typed: a line without words is none. */
export const RedFlagsForm = z
  .object({ source: words(RED_FLAG_ERRORS.source), notice: words(RED_FLAG_ERRORS.notice) })
  .and(FLAGS.read)
  .transform(({ source, notice, rows }, checked) => {
    const flags = rows.flatMap(({ flag, sign, leads }, place): AskedFlag[] => {
      if (sign === "") return [];
      const leadsTo = EMERGENCIES.find((each) => each === leads);
      if (leadsTo !== undefined) return [{ id: flag || null, text: sign, leadsTo }];
      checked.addIssue({
        code: "custom",
        path: [FLAGS.named(place).leads],
        message: RED_FLAG_ERRORS.leadsTo,
      });
      return [];
    });
    return { source, notice, flags };
  });

/** The form as it would be typed to propose these. */
export const typedFlags = ({ source, notice, items }: ProposedFlags): SentBack["typed"] => ({
  source,
  notice,
  ...FLAGS.typed(items.map(({ id, text, leadsTo }) => ({ flag: id, sign: text, leads: leadsTo }))),
});
