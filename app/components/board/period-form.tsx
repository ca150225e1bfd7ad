import { Button } from "nhsuk-react-components";
import { PERIOD_FORM } from "~/content/board/flow";
import type { PeriodChoice } from "~/domain/flow/period";
import { Select } from "../form/select";

/** Asks how far back: one of the usual periods, or two dates of one's own. */
export const PeriodForm = ({
  action,
  choice,
  from,
  until,
  error,
}: {
  readonly action: string;
  readonly choice: PeriodChoice;
  readonly from: string;
  readonly until: string;
  readonly error: string | null;
}) => (
  <form method="get" action={action} className="board-period">
    <Select name="period" label={PERIOD_FORM.label} value={choice}>
      {Object.entries(PERIOD_FORM.choices).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
    <fieldset className="nhsuk-fieldset board-period__own">
      <legend className="nhsuk-u-visually-hidden">{PERIOD_FORM.hint}</legend>
      <Day name="from" label={PERIOD_FORM.from} value={from} error={error} />
      <Day name="until" label={PERIOD_FORM.until} value={until} error={error} />
    </fieldset>
    <Button type="submit" secondary>
      {PERIOD_FORM.show}
    </Button>
  </form>
);

const Day = ({
  name,
  label,
  value,
  error,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
}) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={name}>
      {label}
    </label>
    <input
      className={error === null ? "nhsuk-input" : "nhsuk-input nhsuk-input--error"}
      id={name}
      name={name}
      type="date"
      defaultValue={value}
      aria-invalid={error === null ? undefined : true}
    />
  </div>
);
