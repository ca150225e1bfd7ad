import { Button } from "nhsuk-react-components";
import { WEEK, WEEKDAY_WORDS } from "~/content/diary-week";
import { Checkboxes } from "../form/checkboxes";
import { errorOf, type FieldError } from "../form/error-summary";
import type { Choice } from "../form/radios";
import { Radios } from "../form/radios";
import { DateFields, TextField } from "../form/text-fields";

/** What was typed: every field's text, and what is ticked to be dropped. */
export interface TypedWeek {
  readonly text: Readonly<Record<string, string>>;
  readonly drop: readonly string[];
}

interface Props {
  readonly action: string;
  /** The mark of the week that is changed. */
  readonly seen: string;
  readonly typed: TypedWeek;
  readonly errors: readonly FieldError[];
  readonly exceptions: readonly Choice[];
  readonly holidays: readonly string[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const EXTRA = { opens: "extra-opens", closes: "extra-closes" };
const NUMBERS = [1, 2, 3, 4, 5, 6] as const;

/** The week from which times are made: how long one is, the sessions of each day, and the days that are different. */
export const WeekForm = ({ action, seen, typed, errors, exceptions, holidays }: Props) => (
  <form method="post" action={action} noValidate className="week-form">
    <input type="hidden" name="seen" value={typed.text.seen ?? seen} />
    <p>{WEEK.lead}</p>
    <TextField
      name="minutes"
      label={WEEK.minutes}
      hint={WEEK.minutesHint}
      width={4}
      inputMode="numeric"
      error={errorOf(errors, "minutes")}
      value={typed.text.minutes}
      autoComplete="off"
    />
    <h2 className="nhsuk-heading-m">{WEEK.sessions}</h2>
    <p>{WEEK.sessionsHint}</p>
    <div className="week-days">
      {WEEKDAYS.map((weekday) => (
        <Day key={weekday} weekday={weekday} typed={typed} errors={errors} />
      ))}
    </div>
    <h2 className="nhsuk-heading-m">{WEEK.different}</h2>
    <p>{WEEK.holidays(holidays)}</p>
    {exceptions.length === 0 ? null : (
      <Checkboxes name="drop" legend={WEEK.drop} choices={exceptions} chosen={typed.drop} />
    )}
    <Radios
      name="add"
      legend={WEEK.add}
      small
      choices={[
        { value: "none", label: WEEK.none },
        { value: "day-off", label: WEEK.dayOff },
        { value: "extra-session", label: WEEK.extra },
      ]}
      chosen={typed.text.add ?? "none"}
    />
    <div className="nhsuk-inset-text">
      <DateFields
        name="on"
        legend={WEEK.on}
        hint={WEEK.onHint}
        error={errorOf(errors, "on-day")}
        values={typed.text}
      />
      <fieldset className="week-day">
        <legend>{WEEK.extraTimes}</legend>
        <div className="week-day__session">
          <Ends {...EXTRA} about={WEEK.extra} typed={typed} errors={errors} />
        </div>
      </fieldset>
    </div>
    <p>{WEEK.nothingDone}</p>
    <Button type="submit" name="intent" value="review">
      {WEEK.review}
    </Button>
  </form>
);

/** Two sessions of a day; more when it has more. */
function Day({
  weekday,
  typed,
  errors,
}: Pick<Props, "typed" | "errors"> & { readonly weekday: (typeof WEEKDAYS)[number] }) {
  const day = WEEKDAY_WORDS[weekday];
  const rows = NUMBERS.filter(
    (at) => at <= 2 || typed.text[`opens-${weekday}-${at}`] || typed.text[`closes-${weekday}-${at}`],
  );
  return (
    <fieldset className="week-day">
      <legend>{day}</legend>
      {rows.map((at) => (
        <div key={at} className="week-day__session">
          <Ends
            opens={`opens-${weekday}-${at}`}
            closes={`closes-${weekday}-${at}`}
            about={`${day}, ${WEEK.session(at).toLowerCase()}`}
            typed={typed}
            errors={errors}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Ends({
  opens,
  closes,
  about,
  typed,
  errors,
}: Pick<Props, "typed" | "errors"> & {
  readonly opens: string;
  readonly closes: string;
  readonly about: string;
}) {
  return [
    { name: opens, label: WEEK.opens },
    { name: closes, label: WEEK.closes },
  ].map(({ name, label }) => {
    const error = errorOf(errors, name);
    return (
      <div key={name} className="week-day__end">
        <label htmlFor={name}>
          {label}
          <span className="nhsuk-u-visually-hidden"> {about}</span>
        </label>
        <input
          className={`nhsuk-input nhsuk-input--width-5${error ? " nhsuk-input--error" : ""}`}
          id={name}
          name={name}
          type="text"
          autoComplete="off"
          defaultValue={typed.text[name]}
          aria-describedby={error ? `${name}-error` : undefined}
        />
        {error ? (
          <span className="nhsuk-error-message" id={`${name}-error`}>
            {error}
          </span>
        ) : null}
      </div>
    );
  });
}
