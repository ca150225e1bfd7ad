import { waitSource, waitWords } from "~/content/glance";
import type { Box } from "~/domain/boxes/types";
import type { CandidateFacts } from "~/domain/routing/types";
import { distanceInWords } from "~/domain/shared/in-words";
import { BoxLabel } from "../box-label";

export interface PossibleBox {
  readonly offerId: string;
  readonly box: Box;
  readonly facts: Pick<CandidateFacts, "locationName" | "distanceKm" | "wait">;
}

/** How many labels are drawn; the rest are named under them. */
const DRAWN = 4;

/** In whose boxes a service may come, before anyone has asked: labels for the first few, names for the rest. */
export function BoxesItMayComeIn({
  boxes,
  partners,
}: {
  readonly boxes: readonly PossibleBox[];
  readonly partners: number;
}) {
  if (boxes.length === 0) return null;
  const rest = boxes.slice(DRAWN);
  const unnamed = partners - boxes.length;
  return (
    <section aria-labelledby="boxes" className="possible-boxes">
      <h2 className="nhsuk-heading-m" id="boxes">
        Whose box it may come in
      </h2>
      <p>
        {boxes.length === 1 ? "One partner gives this." : "You choose, or we choose for you."} You see the
        whole label before you ask.
      </p>
      <ul className="possible-boxes__labels">
        {boxes.slice(0, DRAWN).map(({ offerId, box, facts }) => (
          <li key={offerId}>
            <BoxLabel box={box} form="compact" />
            <PlaceAndWait facts={facts} />
          </li>
        ))}
      </ul>
      {rest.length > 0 || unnamed > 0 ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {rest.length + unnamed === 1 ? "1 more" : `${rest.length + unnamed} more`}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <ul className="nhsuk-list nhsuk-list--bullet">
              {rest.map(({ offerId, box, facts }) => (
                <li key={offerId}>
                  {box.partner.name}
                  {facts.distanceKm === null ? "" : `, ${distanceInWords(facts.distanceKm)} away`}
                  {facts.wait ? `. ${waitWords(facts.wait)} (${waitSource(facts.wait)})` : ""}
                </li>
              ))}
              {unnamed > 0 ? (
                <li>{unnamed === 1 ? "1 that is" : `${unnamed} that are`} farther away</li>
              ) : null}
            </ul>
          </div>
        </details>
      ) : null}
    </section>
  );
}

function PlaceAndWait({ facts }: { readonly facts: PossibleBox["facts"] }) {
  const place = [
    facts.locationName,
    facts.distanceKm === null ? null : `${distanceInWords(facts.distanceKm)} away`,
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <p className="possible-boxes__facts">
      {place}
      {facts.wait ? (
        <span>
          {waitWords(facts.wait)} <span className="possible-boxes__source">({waitSource(facts.wait)})</span>
        </span>
      ) : null}
    </p>
  );
}
