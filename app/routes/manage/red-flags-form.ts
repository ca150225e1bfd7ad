import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { RED_FLAG_ERRORS } from "~/content/manage/services";
import { type AskedFlag, MOST_FLAGS, type ProposedFlags } from "~/domain/catalogue/red-flag-proposal";
import { line } from "~/domain/journeys/input";
import { EMERGENCIES } from "~/domain/journeys/types";

/** How many empty lines for signs there are beside those that are written. */
const SPARE = 3;

/** The names of one sign's fields. */
export const flagFields = (place: number) => ({
  id: `flag-${place}`,
  text: `sign-${place}`,
  leadsTo: `leads-${place}`,
});

/** How many lines for signs a form has. */
export const flagLines = (written: number): number => Math.min(MOST_FLAGS, written + SPARE);

const PLACES = Array.from({ length: MOST_FLAGS }, (_, place) => flagFields(place));
const SHAPE = Object.fromEntries(
  PLACES.flatMap(({ id, text, leadsTo }) => [
    [id, line],
    [text, line.refine((words) => words.length <= 200, { error: RED_FLAG_ERRORS.sign })],
    [leadsTo, line],
  ]),
);

const words = (error: string) => line.refine((text) => text !== "" && text.length <= 200, { error });

/** Signs of danger as they are typed: a line without words is none. */
export const RedFlagsForm = z
  .object({ source: words(RED_FLAG_ERRORS.source), notice: words(RED_FLAG_ERRORS.notice) })
  .and(z.object(SHAPE))
  .transform((typed, checked) => {
    const text = typed as unknown as Readonly<Record<string, string>>;
    const flags: AskedFlag[] = [];
    for (const fields of PLACES) {
      const sign = text[fields.text] ?? "";
      if (sign === "") continue;
      const leadsTo = EMERGENCIES.find((each) => each === text[fields.leadsTo]);
      if (leadsTo === undefined)
        checked.addIssue({ code: "custom", path: [fields.leadsTo], message: RED_FLAG_ERRORS.leadsTo });
      else flags.push({ id: text[fields.id] || null, text: sign, leadsTo });
    }
    return { source: typed.source, notice: typed.notice, flags };
  });

/** The form as it would be typed to propose these. */
export const typedFlags = ({ source, notice, items }: ProposedFlags): SentBack["typed"] => ({
  source,
  notice,
  ...Object.fromEntries(
    items.flatMap((flag, place) => {
      const fields = flagFields(place);
      return [
        [fields.id, flag.id],
        [fields.text, flag.text],
        [fields.leadsTo, flag.leadsTo],
      ];
    }),
  ),
});
