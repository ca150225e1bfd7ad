import { Details } from "nhsuk-react-components";
import { BOX_CHANGE_WORDS, numbersTogether } from "~/content/boxes";
import type { Box, BoxChange as Change } from "~/domain/boxes/types";
import { BoxLabel } from "./box-label";

interface BoxChangeProps {
  readonly before: Box;
  readonly after: Box;
  /** What differs, as the domain found it. */
  readonly changes: readonly Change[];
  /** Headings nest: the page says at which level this one stands. */
  readonly headingLevel?: 2 | 3;
  /** Told apart from the others of its page. */
  readonly id?: string;
  /** `folded` where there is a column's room for both labels. */
  readonly form?: "full" | "folded";
}

/** When a box changes: what is different in plain words, then the old label struck and the new one below it. */
export function BoxChange({
  before,
  after,
  changes,
  headingLevel = 2,
  id = "box-change",
  form = "full",
}: BoxChangeProps) {
  const Heading = `h${headingLevel}` as const;
  const samePartner = before.partner.id === after.partner.id;
  return (
    <section className="box-change" aria-labelledby={id}>
      <Heading className={form === "full" ? "nhsuk-heading-m" : "nhsuk-heading-s"} id={id}>
        Your box has changed
      </Heading>
      <p className="box-change__words">
        {samePartner ? (
          <>
            Your care still comes from <strong>{after.partner.name}</strong>. Some of what you will see is
            different.
          </>
        ) : (
          <>
            Your care now comes from <strong>{after.partner.name}</strong>, not from {before.partner.name}.
          </>
        )}
      </p>
      <div className="box-change__labels">
        <BoxLabel box={before} form="compact" state="struck" />
        <BoxLabel box={after} form={form} />
      </div>
      {changes.length > 0 ? (
        <Details>
          <Details.Summary>What is different, line by line</Details.Summary>
          <Details.Text>
            <dl className="box-change__lines">
              {changes.map((change) => (
                <div key={change.line}>
                  <dt>{BOX_CHANGE_WORDS[change.line]}</dt>
                  <dd>
                    <s>
                      <span className="nhsuk-u-visually-hidden">Before: </span>
                      {numbersTogether(change.before)}
                    </s>{" "}
                    <ins>
                      <span className="nhsuk-u-visually-hidden">Now: </span>
                      {numbersTogether(change.after)}
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          </Details.Text>
        </Details>
      ) : null}
    </section>
  );
}
