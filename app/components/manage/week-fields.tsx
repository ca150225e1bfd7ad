import { DAY_WORDS, NEW_PLACE } from "~/content/manage/partners";
import { Checkboxes } from "../form/checkboxes";
import { TextField } from "../form/text-fields";
import type { Fields } from "./typed";

const DAYS = Object.entries(DAY_WORDS).map(([value, label]) => ({ value, label }));

/** Days of the week, and when they begin and end. */
export const WeekFields = ({
  fields,
  words,
}: {
  readonly fields: Fields;
  readonly words: { readonly days: string; readonly opens: string; readonly closes: string };
}) => (
  <>
    <div className="manage-days">
      <Checkboxes {...fields.any("days")} legend={words.days} choices={DAYS} />
    </div>
    <div className="manage-row">
      <TextField
        {...fields.text("opens")}
        label={words.opens}
        hint={NEW_PLACE.timeHint}
        width={5}
        autoComplete="off"
      />
      <TextField
        {...fields.text("closes")}
        label={words.closes}
        hint={NEW_PLACE.timeHint}
        width={5}
        autoComplete="off"
      />
    </div>
  </>
);
