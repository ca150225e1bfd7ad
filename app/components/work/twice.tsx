import { Button } from "nhsuk-react-components";
import { TWICE } from "~/content/asked-twice";
import { type FactLine, Facts } from "./case-facts";

/** A pair of requests in the desk's list. */
export interface TwiceLine {
  readonly id: string;
  readonly href: string;
  readonly person: string;
  readonly service: string;
  readonly one: string;
  readonly other: string;
}

/** Requests that are likely one asked twice. Nothing when there are none. */
export function TwiceList({
  lines,
  total,
}: {
  readonly lines: readonly TwiceLine[];
  readonly total: number;
}) {
  if (lines.length === 0) return null;
  return (
    <section className="stops stops--calm" aria-labelledby="twice">
      <h2 className="nhsuk-heading-m" id="twice" tabIndex={-1}>
        {TWICE.title(total)}
      </h2>
      <p>{TWICE.intro}</p>
      {total > lines.length ? <p>{TWICE.first(lines.length)}</p> : null}
      <ul className="stops__list">
        {lines.map((line) => (
          <li key={line.id} className="stops__line">
            <span className="stops__who">
              {line.person}
              <span className="stops__small">{line.service}</span>
            </span>
            <span>
              {line.one}
              <br />
              {line.other}
            </span>
            <a href={line.href} className="stops__by">
              {TWICE.look}
              <span className="nhsuk-u-visually-hidden">: {line.person}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One of two requests, with all that tells it from the other. */
export interface TwiceSide {
  readonly reference: string;
  readonly other: string;
  readonly asked: string;
  readonly where: readonly FactLine[];
  readonly facts: readonly FactLine[];
}

/** One of two requests that stand side by side, and the button that closes it. */
export function TwiceRequest({
  side,
  action,
  seen,
  pageKey,
}: {
  /** `whyNot`: what stands in the way of closing it; null when nothing does. */
  readonly side: TwiceSide & { readonly whyNot: string | null };
  readonly action: string;
  readonly seen: string;
  readonly pageKey: string;
}) {
  const { reference } = side;
  return (
    <section className="twice__side" aria-labelledby={`of-${reference}`}>
      <h2 className="nhsuk-heading-m" id={`of-${reference}`}>
        {reference}
      </h2>
      <p className="stops__small">{side.asked}</p>
      <Facts lines={side.where} />
      <Facts lines={side.facts} />
      {side.whyNot === null ? (
        <form method="post" action={action}>
          <input type="hidden" name="close" value={reference} />
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="key" value={`${pageKey}.${reference}`} />
          <p>{TWICE.closeHow(side.other)}</p>
          <Button type="submit" name="intent" value="close-twice" secondary>
            {TWICE.close(reference)}
          </Button>
        </form>
      ) : (
        <p>
          <strong>{side.whyNot}.</strong>
        </p>
      )}
    </section>
  );
}
