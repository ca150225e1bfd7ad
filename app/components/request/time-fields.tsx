import { Radios } from "nhsuk-react-components";
import type { DayOfTimes } from "~/content/times";
import { SOONEST } from "~/domain/journeys/steps/time";
import { errorOf } from "../form/error-summary";
import { LEGEND_HEADINGS } from "../form/legend";
import { type FieldsProps, one } from "./fields";
import { NoTimes, type NoTimesView } from "./no-times";

/** The free times of one partner, some days at a time. */
export interface TimesView {
  /** Where else to turn; null when there are times to pick. */
  readonly none: NoTimesView | null;
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
export function TimeFields({ title, none, partner, days, earlier, later, typed, errors }: TimeFieldsProps) {
  if (none) return <NoTimes partner={partner} typed={typed} errors={errors} />;
  const chosen = one(typed, "slot");
  return (
    <>
      <Radios
        name="slot"
        legend={title}
        legendProps={LEGEND_HEADINGS.page}
        hint={`With ${partner}. We keep the time you choose for 10 minutes while you finish.`}
        error={errorOf(errors, "slot")}
      >
        <Radios.Item
          id="slot"
          value={SOONEST}
          defaultChecked={chosen === SOONEST}
          hint="You see the time as soon as you have sent it."
        >
          The soonest there is
        </Radios.Item>
        <DaysOfTimes days={days} chosen={chosen} />
      </Radios>
      {earlier || later ? (
        <nav className="times__more" aria-label="More days">
          {earlier ? <a href={earlier}>Earlier days</a> : null}
          {later ? <a href={later}>Later days</a> : null}
        </nav>
      ) : null}
    </>
  );
}

/** Free times as radios, by day and part of the day. Each is read out with its day. */
export function DaysOfTimes({
  days,
  chosen,
}: {
  readonly days: readonly DayOfTimes[];
  readonly chosen: string;
}) {
  return (
    <>
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
    </>
  );
}
