import { afterWords } from "~/content/parts";
import type { Box } from "~/domain/boxes/types";
import { BoxLabel } from "./box-label";

/** One part of a service that several partners give together, before it is asked for. */
export interface PartBox {
  readonly serviceId: string;
  readonly name: string;
  /** The names of the parts that come first. */
  readonly after: readonly string[];
  /** Where care is given, or how; empty when that is not known. */
  readonly place: string;
  /** Null when there is nobody to ask: the front desk finds someone. */
  readonly box: Box | null;
}

/** The boxes of a service of several parts, side by side where there is room, in their order. */
export function PartBoxes({
  parts,
  desk,
  headingLevel = 3,
}: {
  readonly parts: readonly PartBox[];
  readonly desk: string;
  /** Headings nest: the page says at which level these stand. */
  readonly headingLevel?: 2 | 3;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="part-boxes">
      {parts.map(({ serviceId, name, after, place, box }, index) => (
        <li key={serviceId} className="part-boxes__part">
          <Heading className="nhsuk-heading-s">
            <span className="part-boxes__number">Part {index + 1}</span> {name}
          </Heading>
          {after.length > 0 ? <p className="part-boxes__after">{afterWords(after)}</p> : null}
          {box ? (
            <>
              <BoxLabel box={box} form="compact" />
              {place ? <p className="part-boxes__place">{place}</p> : null}
            </>
          ) : (
            <p className="part-boxes__desk">{desk} finds someone for this part, and tells you who.</p>
          )}
        </li>
      ))}
    </ol>
  );
}
