import { boxStyleWords } from "~/content/boxes";
import type { Box } from "~/domain/boxes/types";
import type { OfferWords } from "~/domain/directory/types";
import { BoxLabel } from "../box-label";
import { PublishedWords } from "../catalogue/published-words";
import { BoxShape } from "../icons";

/** One offer that a person can choose: who, where, why, and whose box. */
export interface OfferToChoose {
  readonly offerId: string;
  readonly name: string;
  /** Where care is given, with how far; or how it is given when it has no place. */
  readonly place: string;
  readonly reasons: readonly string[];
  /** What the partner itself publishes about it. */
  readonly words?: OfferWords | null;
  readonly box: Box;
}

interface OfferCardProps {
  readonly offer: OfferToChoose;
  readonly id: string;
  readonly chosen: boolean;
  readonly recommended?: boolean;
}

/** A radio in the shape of a card. Its name is read out with its reasons. */
export function OfferCard({ offer, id, chosen, recommended = false }: OfferCardProps) {
  const words = boxStyleWords(offer.box.style, offer.box.brand.name, offer.box.partner.name);
  return (
    <div className={`offer-card${recommended ? " offer-card--recommended" : ""}`}>
      {recommended ? <p className="offer-card__flag">Recommended for you</p> : null}
      <div className="nhsuk-radios__item offer-card__radio">
        <input
          className="nhsuk-radios__input"
          id={id}
          name="choice"
          type="radio"
          value={offer.offerId}
          defaultChecked={chosen}
          aria-describedby={offer.reasons.length > 0 ? `${id}-why` : undefined}
        />
        <label className="nhsuk-label nhsuk-radios__label offer-card__label" htmlFor={id}>
          <span className="offer-card__name">{offer.name}</span>
          {offer.place ? <span className="offer-card__place">{offer.place}</span> : null}
        </label>
      </div>
      <div className="offer-card__body">
        {offer.words ? <PublishedWords words={offer.words} /> : null}
        {offer.reasons.length > 0 ? (
          <ul className="offer-card__reasons" id={`${id}-why`}>
            {offer.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
        {recommended ? (
          <BoxLabel box={offer.box} />
        ) : (
          <details className="nhsuk-details offer-card__box">
            <summary className="nhsuk-details__summary">
              <BoxShape style={offer.box.style} size={30} />
              <span className="nhsuk-details__summary-text">
                {words.strip}
                <span className="nhsuk-u-visually-hidden">: for {offer.name}</span>
              </span>
            </summary>
            <div className="offer-card__label-inside">
              <BoxLabel box={offer.box} />
            </div>
          </details>
        )}
      </div>
    </div>
  );
}
