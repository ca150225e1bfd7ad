import { Details } from "nhsuk-react-components";
import { waitSource, waitWords } from "~/content/glance";
import { websiteLink } from "~/content/published-words";
import type { Box } from "~/domain/boxes/types";
import type { OfferWords, Wait } from "~/domain/directory/types";
import { BoxLabel } from "../box-label";
import { PublishedWords } from "./published-words";

export interface PossibleBox {
  readonly offerId: string;
  readonly box: Box;
  /** The partner's own words for what it offers, where it publishes some. */
  readonly words: OfferWords | null;
  /** Where, with how far; or how it is given when it has no place. */
  readonly place: string;
  readonly wait: Wait | null;
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
        {boxes.length === 1 ? "One organisation gives this." : "You choose, or we choose for you."} You see
        the whole label before you ask.
      </p>
      <ul className="possible-boxes__labels">
        {boxes.slice(0, DRAWN).map(({ offerId, box, words, place, wait }) => (
          <li key={offerId}>
            {words ? <h3 className="possible-boxes__activity">{words.name}</h3> : null}
            <BoxLabel box={box} form="compact" />
            <PlaceAndWait place={place} wait={wait} />
            {words ? <PublishedWords words={words} /> : null}
          </li>
        ))}
      </ul>
      {rest.length > 0 || unnamed > 0 ? (
        <Details>
          <Details.Summary>
            {rest.length + unnamed === 1 ? "1 more" : `${rest.length + unnamed} more`}
          </Details.Summary>
          <Details.Text>
            <ul className="nhsuk-list nhsuk-list--bullet">
              {rest.map((each) => (
                <li key={each.offerId}>
                  <OneOfTheRest {...each} />
                </li>
              ))}
              {unnamed > 0 ? <li>{unnamed === 1 ? "1 other" : `${unnamed} others`}</li> : null}
            </ul>
          </Details.Text>
        </Details>
      ) : null}
    </section>
  );
}

function PlaceAndWait({ place, wait }: Pick<PossibleBox, "place" | "wait">) {
  if (place === "" && wait === null) return null;
  return (
    <p className="possible-boxes__facts">
      {place}
      {wait ? (
        <span>
          {waitWords(wait)} <span className="possible-boxes__source">({waitSource(wait)})</span>
        </span>
      ) : null}
    </p>
  );
}

function OneOfTheRest({ box, words, place, wait }: PossibleBox) {
  const partner = box.partner.name;
  const website = websiteLink(words?.website ?? null);
  const facts = [
    words && words.name !== partner ? partner : null,
    place,
    wait ? `${waitWords(wait)} (${waitSource(wait)})` : null,
  ];
  return (
    <>
      {[words?.name ?? partner, ...facts].filter(Boolean).join(". ")}
      {website ? (
        <>
          .{" "}
          <a href={website.href} rel="noreferrer">
            {website.name}
          </a>
        </>
      ) : null}
    </>
  );
}
