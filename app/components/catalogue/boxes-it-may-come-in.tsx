import { Details } from "nhsuk-react-components";
import { soonWords, waitSource } from "~/content/glance";
import { websiteLink } from "~/content/published-words";
import { SERVICE_TITLES, WHAT_BOXES_MEAN } from "~/content/service";
import type { Box } from "~/domain/boxes/types";
import type { OfferWords, Wait } from "~/domain/directory/types";
import type { Instant } from "~/domain/shared/time";
import { BoxLabel } from "../box-label";
import { BoxLegend } from "../box-legend";
import { PublishedWords } from "./published-words";

export interface PossibleBox {
  readonly offerId: string;
  readonly box: Box;
  /** The partner's own words for what it offers, where it publishes some. */
  readonly words: OfferWords | null;
  /** Where and how soon: the soonest, and another when that is a better fit. */
  readonly ways: readonly WayToBeSeen[];
}

export interface WayToBeSeen {
  readonly offerId: string;
  /** Where, with how far; or how it is given when it has no place. */
  readonly place: string;
  readonly nextFreeAt: Instant | null;
  readonly wait: Wait | null;
}

/** How many labels are drawn; the rest are named under them. */
const DRAWN = 4;

/** In whose boxes a service may come, before anyone has asked: labels for the first few, names for the rest. */
export function BoxesItMayComeIn({
  boxes,
  partners,
  brand,
  now,
}: {
  readonly boxes: readonly PossibleBox[];
  readonly partners: number;
  /** The front door's name. */
  readonly brand: string;
  readonly now: Instant;
}) {
  if (boxes.length === 0) return null;
  const rest = boxes.slice(DRAWN);
  const unnamed = partners - boxes.length;
  return (
    <section aria-labelledby="boxes" className="possible-boxes">
      <h2 className="nhsuk-heading-m" id="boxes">
        {SERVICE_TITLES.boxes}
      </h2>
      <p>
        {boxes.length === 1 ? "One organisation gives this." : "You choose, or we choose for you."} You see
        the whole label before you ask.
      </p>
      <WhatBoxesMean brand={brand} />
      <ul className="possible-boxes__labels">
        {boxes.slice(0, DRAWN).map(({ offerId, box, words, ways }) => (
          <li key={offerId}>
            {words ? <h3 className="possible-boxes__activity">{words.name}</h3> : null}
            <BoxLabel box={box} form="compact" />
            {ways.map((way) => (
              <PlaceAndWait key={way.offerId} way={way} now={now} />
            ))}
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
                  <OneOfTheRest each={each} now={now} />
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

/** What a box says, for whoever meets one for the first time. */
export const WhatBoxesMean = ({ brand }: { readonly brand: string }) => (
  <Details className="possible-boxes__meaning">
    <Details.Summary>{SERVICE_TITLES.boxesMean}</Details.Summary>
    <Details.Text>
      <p>{WHAT_BOXES_MEAN}</p>
      <BoxLegend brand={brand} />
    </Details.Text>
  </Details>
);

function PlaceAndWait({ way, now }: { readonly way: WayToBeSeen; readonly now: Instant }) {
  const soon = soonWords(way, now);
  if (way.place === "" && soon === undefined) return null;
  return (
    <p className="possible-boxes__facts">
      {way.place}
      {soon ? (
        <span>
          {soon} <Source way={way} />
        </span>
      ) : null}
    </p>
  );
}

function Source({ way: { nextFreeAt, wait } }: { readonly way: WayToBeSeen }) {
  if (nextFreeAt !== null || wait === null) return null;
  return <span className="possible-boxes__source">({waitSource(wait)})</span>;
}

function OneOfTheRest({ each, now }: { readonly each: PossibleBox; readonly now: Instant }) {
  const { box, words, ways } = each;
  const partner = box.partner.name;
  const website = websiteLink(words?.website ?? null);
  const facts = [
    words && words.name !== partner ? partner : null,
    ...ways.flatMap((way) => {
      const soon = soonWords(way, now);
      const source = way.nextFreeAt === null && way.wait ? ` (${waitSource(way.wait)})` : "";
      return [way.place, soon ? `${soon}${source}` : null];
    }),
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
