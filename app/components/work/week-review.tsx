import { Button } from "nhsuk-react-components";
import { REVIEW } from "~/content/diary-week";
import type { TypedWeek } from "./week-form";

/** What a changed week comes to, before anything is done. */
export const WeekReview = ({
  action,
  typed,
  review,
}: {
  readonly action: string;
  readonly typed: TypedWeek;
  readonly review: {
    readonly goes: number;
    readonly made: number;
    /** What is not in the new week and stays. */
    readonly stays: readonly {
      readonly id: string;
      readonly time: string;
      readonly href: string | null;
      readonly words: string;
    }[];
  };
}) => (
  <form method="post" action={action}>
    {Object.entries(typed.text)
      .filter(([name]) => name !== "intent" && name !== "drop")
      .map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    {typed.drop.map((each) => (
      <input key={each} type="hidden" name="drop" value={each} />
    ))}
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>{REVIEW.goes(review.goes)}</li>
      <li>{REVIEW.made(review.made)}</li>
      {review.stays.length === 0 ? <li>{REVIEW.nobody}</li> : null}
    </ul>
    {review.stays.length === 0 ? null : (
      <>
        <h2 className="nhsuk-heading-m">{REVIEW.stays}</h2>
        <p>{REVIEW.staysHow}</p>
        <ul className="nhsuk-list week-stays">
          {review.stays.map(({ id, time, href, words }) => (
            <li key={id}>
              <strong>{time}</strong>: {href === null ? words : <a href={href}>{words}</a>}
            </li>
          ))}
        </ul>
      </>
    )}
    <div className="button-row">
      <Button type="submit" name="intent" value="save">
        {REVIEW.yes}
      </Button>
      <Button type="submit" name="intent" value="edit" secondary>
        {REVIEW.no}
      </Button>
    </div>
  </form>
);
