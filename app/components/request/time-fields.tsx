import { Radios } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { DayOfTimes } from "~/content/times";
import { SOONEST } from "~/domain/journeys/steps/time";
import { errorOf } from "../form/error-summary";
import { LEGEND_HEADINGS } from "../form/legend";
import { type FieldsProps, one } from "./fields";
import { NoTimes, type NoTimesView } from "./no-times";

/** The free times of one partner, some days at a time. */
export interface PageOfTimes {
  readonly days: readonly DayOfTimes[];
  /** The first of all their free times, in words, on whatever page it stands; null when there is none. */
  readonly soonest: string | null;
  /** Where the other days are; null when there are none. */
  readonly earlier: string | null;
  readonly later: string | null;
  /** The last day that can be booked, in words. */
  readonly until: string;
}

export interface TimesView extends PageOfTimes {
  /** Where else to turn; null when there are times to pick. */
  readonly none: NoTimesView | null;
  readonly partner: string;
}

interface TimeFieldsProps extends FieldsProps, TimesView {
  readonly title: string;
}

/** A time with the partner that was chosen: the soonest, or one of the free ones. */
export function TimeFields({ title, none, partner, typed, errors, ...times }: TimeFieldsProps) {
  if (none) return <NoTimes partner={partner} typed={typed} errors={errors} />;
  const chosen = one(typed, "slot");
  return (
    <TimesToPick
      legend={title}
      hint={`With ${partner}. We keep the time you choose for 10 minutes while you finish.`}
      error={errorOf(errors, "slot")}
      times={times}
      chosen={chosen}
    >
      <Radios.Item
        id="slot"
        value={SOONEST}
        defaultChecked={chosen === SOONEST}
        hint={[
          times.soonest ? `At the moment that is ${times.soonest}.` : "",
          "You see the time as soon as you have sent it.",
        ]
          .filter(Boolean)
          .join(" ")}
      >
        The soonest there is
      </Radios.Item>
    </TimesToPick>
  );
}

/** A question that is answered with a free time, and the way to more days. What else can be picked stands before them. */
export function TimesToPick({
  legend,
  hint,
  error,
  times,
  chosen,
  children,
}: {
  readonly legend: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly times: PageOfTimes;
  readonly chosen: string;
  readonly children?: ReactNode;
}) {
  const { days, earlier, later, until } = times;
  return (
    <>
      <Radios name="slot" legend={legend} legendProps={LEGEND_HEADINGS.page} hint={hint} error={error}>
        {children}
        <DaysOfTimes days={days} chosen={chosen} />
      </Radios>
      {later ? null : (
        <p>
          {days.length === 0 ? "There are no free times from here" : "These are all the free times"} up to{" "}
          {until}, the last day you can book now.
        </p>
      )}
      {earlier || later ? (
        <nav className="times__more" aria-label="More days">
          {earlier ? <a href={earlier}>Back to the first days</a> : null}
          {later ? <a href={later}>Later days</a> : null}
        </nav>
      ) : null}
    </>
  );
}

/** Free times as radios, by day and part of the day. Each is read out with its day. */
function DaysOfTimes({ days, chosen }: { readonly days: readonly DayOfTimes[]; readonly chosen: string }) {
  return (
    <>
      {days.map((day) =>
        day.none === "" ? (
          <OneDay key={day.day} day={day} chosen={chosen} />
        ) : (
          <p key={day.day} className="times__none">
            <strong>{day.day}</strong>: {day.none}.
          </p>
        ),
      )}
    </>
  );
}

function OneDay({ day: { day, parts }, chosen }: { readonly day: DayOfTimes; readonly chosen: string }) {
  return (
    <div className="times__day">
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
  );
}
