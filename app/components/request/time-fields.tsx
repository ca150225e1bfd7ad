import type { DayOfTimes } from "~/content/times";
import { SOONEST } from "~/domain/journeys/steps/time";
import { ErrorMessage, errorOf } from "../form/error-summary";
import { type FieldsProps, one } from "./fields";

/** The free times of one partner, some days at a time. */
export interface TimesView {
  readonly partner: string;
  readonly days: readonly DayOfTimes[];
  /** Where the other days are; null when there are none. */
  readonly earlier: string | null;
  readonly later: string | null;
}

interface TimeFieldsProps extends FieldsProps, TimesView {
  readonly title: string;
}

/** A time with the partner that was chosen: the soonest, or one of the free ones. */
export function TimeFields({ title, partner, days, earlier, later, typed, errors }: TimeFieldsProps) {
  const error = errorOf(errors, "slot");
  const chosen = one(typed, "slot");
  return (
    <>
      <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
        <fieldset
          className="nhsuk-fieldset times"
          aria-describedby={error ? "slot-hint slot-error" : "slot-hint"}
        >
          <legend className="nhsuk-fieldset__legend">
            <h1 className="nhsuk-fieldset__heading nhsuk-heading-l">{title}</h1>
          </legend>
          <p className="nhsuk-hint" id="slot-hint">
            With {partner}. We keep the time you choose for 10 minutes while you finish.
          </p>
          <ErrorMessage id="slot-error" message={error} />
          <div className="nhsuk-radios__item">
            <input
              className="nhsuk-radios__input"
              id="slot"
              name="slot"
              type="radio"
              value={SOONEST}
              defaultChecked={chosen === SOONEST}
              aria-describedby="slot-soonest"
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor="slot">
              The soonest there is
            </label>
            <div className="nhsuk-hint nhsuk-radios__hint" id="slot-soonest">
              You see the time as soon as you have sent it.
            </div>
          </div>
          {days.length === 0 ? (
            <p>There are no free times to pick from here. Choose the soonest, and they will tell you.</p>
          ) : null}
          {days.map(({ day, parts }) => (
            <div key={day} className="times__day">
              <h2 className="times__name">{day}</h2>
              {parts.map(({ part, times }) => (
                <div key={part} className="times__part">
                  <h3 className="times__part-name">{part}</h3>
                  <ul>
                    {times.map(({ slotId, words }) => (
                      <li key={slotId} className="time">
                        <input
                          className="time__input"
                          id={`slot-${slotId}`}
                          name="slot"
                          type="radio"
                          value={slotId}
                          defaultChecked={chosen === slotId}
                        />
                        <label className="time__label" htmlFor={`slot-${slotId}`}>
                          <span className="nhsuk-u-visually-hidden">{day}, </span>
                          {words}
                        </label>
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          ))}
        </fieldset>
      </div>
      {earlier || later ? (
        <nav className="times__more" aria-label="More days">
          {earlier ? <a href={earlier}>Earlier days</a> : null}
          {later ? <a href={later}>Later days</a> : null}
        </nav>
      ) : null}
    </>
  );
}
