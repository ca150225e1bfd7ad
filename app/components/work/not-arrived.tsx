import { Button } from "nhsuk-react-components";
import { NOT_ARRIVED } from "~/content/messages/sent";
import { TelephoneLink } from "../telephone-link";
import { TakeLine, type TakeView } from "./take-line";

/** A message that did not arrive, in the front desk's words. */
export interface NotArrivedLine {
  readonly messageId: string;
  readonly reference: string;
  readonly person: string;
  readonly phone: string | null;
  /** What the message says, in half a line. */
  readonly says: string;
  readonly what: string;
  readonly todo: string;
  readonly when: string;
  readonly take: TakeView;
}

/** Messages that did not arrive, each with what to do and a button that closes it. Nothing when all arrived. */
export function NotArrived({
  lines,
  total,
  action,
  pageKey,
}: {
  readonly lines: readonly NotArrivedLine[];
  readonly total: number;
  readonly action: string;
  readonly pageKey: string;
}) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="not-arrived" className="not-arrived">
      <h2 className="nhsuk-heading-m" id="not-arrived">
        {NOT_ARRIVED.title(total)}
      </h2>
      {total > lines.length ? <p>{NOT_ARRIVED.first(lines.length, total)}</p> : null}
      <ul className="not-arrived__list">
        {lines.map((line) => (
          <li key={line.messageId} className="not-arrived__line">
            <div>
              <p className="not-arrived__who">
                <strong>{line.person}</strong> <span className="worklist__reference">{line.reference}</span>
              </p>
              <p>
                “{line.says}”, {line.when}. {line.what}
              </p>
              <p>
                {line.todo} {line.phone === null ? null : <TelephoneLink number={line.phone} />}
              </p>
              <TakeLine take={line.take} action={action} />
            </div>
            <form method="post" action={action}>
              <input type="hidden" name="intent" value="told" />
              <input type="hidden" name="message" value={line.messageId} />
              <input type="hidden" name="key" value={`${pageKey}.${line.messageId.slice(0, 40)}`} />
              <Button type="submit" secondary>
                {NOT_ARRIVED.told}
                <span className="nhsuk-u-visually-hidden">
                  : {line.person}, {line.reference}
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
