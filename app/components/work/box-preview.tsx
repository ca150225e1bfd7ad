import { Button } from "nhsuk-react-components";
import { ONE_BOX } from "~/content/box";
import type { Box, BoxChange } from "~/domain/boxes/types";
import type { Mark } from "~/domain/directory/types";
import { BoxLabel } from "../box-label";
import { type Arrival, Doormat } from "../doormat";

/** The label and a letter as a person gets them: the components of the person's own pages. */
export const BoxPreview = ({
  box,
  letter,
  brandMark,
}: {
  readonly box: Box;
  readonly letter: Arrival;
  readonly brandMark: Mark;
}) => (
  <section aria-labelledby="preview" id="box-preview" aria-live="polite">
    <h3 className="nhsuk-heading-m" id="preview">
      {ONE_BOX.preview}
    </h3>
    <p>{ONE_BOX.previewHow}</p>
    <BoxLabel box={box} />
    <Doormat
      arrivals={[letter]}
      brandMark={brandMark}
      channels={["letter"]}
      places={{ letter: { title: ONE_BOX.letter, empty: "" } }}
    />
  </section>
);

/** A line of a box that changed, or how its letters speak. */
export type VersionChange = Pick<BoxChange, "before" | "after"> & {
  readonly line: BoxChange["line"] | "tone";
};

/** Every change of a box, line by line, each with the way to put back what stood before it. */
export function BoxVersions({
  versions,
  action,
}: {
  readonly versions: readonly {
    readonly seq: number;
    readonly words: string;
    readonly changes: readonly VersionChange[];
  }[];
  readonly action: string | null;
}) {
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h2 className="nhsuk-heading-m" id="versions">
        {ONE_BOX.versions}
      </h2>
      <ol className="manage-list" aria-labelledby="versions">
        {versions.map(({ seq, words, changes }) => (
          <li key={seq}>
            <div className="manage-list__name">
              {words}
              {changes.length === 0 ? <p className="manage-list__small">{ONE_BOX.nothing}</p> : null}
              {changes.map(({ line, before, after }) => (
                <p key={line} className="manage-list__small">
                  {ONE_BOX.line(line)}: <s>{before}</s> <strong>{after}</strong>
                </p>
              ))}
            </div>
            {action === null ? null : (
              <form method="post" action={action}>
                <Button type="submit" name="put-back" value={String(seq)} secondary small>
                  {ONE_BOX.putBack}
                  <span className="nhsuk-u-visually-hidden"> {words}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
