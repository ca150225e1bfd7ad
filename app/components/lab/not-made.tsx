import { NOT_MADE } from "~/content/lab/studies";

/** Says that people cannot begin, why, and what to do about it. */
export const NotMade = ({
  notMade,
  variant,
}: {
  readonly notMade: { readonly people: number; readonly why: string } | null;
  readonly variant: string;
}) =>
  notMade === null ? null : (
    <section className="lab-not-made" aria-labelledby="not-made">
      <h2 className="nhsuk-heading-s" id="not-made">
        {NOT_MADE.title(notMade.people)}
      </h2>
      <p>{NOT_MADE.why}</p>
      <p className="lab-not-made__why">{notMade.why}</p>
      <p>{NOT_MADE.variant(variant)}</p>
      <p>{NOT_MADE.whatToDo}</p>
    </section>
  );
