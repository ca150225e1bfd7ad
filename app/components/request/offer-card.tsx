import { Details, Radios } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { boxStyleWords } from "~/content/boxes";
import type { Box } from "~/domain/boxes/types";
import type { OfferWords } from "~/domain/directory/types";
import { BoxLabel } from "../box-label";
import { PublishedWords } from "../catalogue/published-words";
import { BoxShape } from "../icons";
import { OfferNumber } from "./offer-map";

/** One offer that a person can choose: who, where, why, and whose box. */
export interface OfferToChoose {
  readonly offerId: string;
  /** Its number on the map; left out where no map is drawn. */
  readonly number?: number;
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
      <OfferRadio
        id={id}
        value={offer.offerId}
        chosen={chosen}
        describedBy={offer.reasons.length > 0 ? `${id}-why` : undefined}
      >
        <span className="offer-card__name">
          {offer.number === undefined ? null : <OfferNumber number={offer.number} />}
          {offer.name}
        </span>
        {offer.place ? <span className="offer-card__place">{offer.place}</span> : null}
      </OfferRadio>
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
          <Details className="offer-card__box">
            <Details.Summary>
              <BoxShape style={offer.box.style} size={30} />
              {words.strip}
              <span className="nhsuk-u-visually-hidden">: for {offer.name}</span>
            </Details.Summary>
            <div className="offer-card__label-inside">
              <BoxLabel box={offer.box} />
            </div>
          </Details>
        )}
      </div>
    </div>
  );
}

/** The radio of a card: its name is what stands in the card's head, and its reasons are read out after it. */
export const OfferRadio = ({
  id,
  value,
  chosen,
  describedBy,
  children,
}: {
  readonly id: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly describedBy: string | undefined;
  readonly children: ReactNode;
}) => (
  <div className="offer-card__radio">
    <Radios.Item
      id={id}
      value={value}
      defaultChecked={chosen}
      labelProps={{ className: "offer-card__label" }}
      aria-describedby={describedBy}
    >
      {children}
    </Radios.Item>
  </div>
);
