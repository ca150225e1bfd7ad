import { Button, Details, Radios } from "nhsuk-react-components";
import { NOTHING_KNOWN } from "~/content/offers";
import { boxesHeading } from "~/content/parts";
import type { Brand } from "~/domain/directory/types";
import { BEST } from "~/domain/journeys/steps/choose";
import type { PatientExplanation } from "~/domain/routing/explain/patient";
import type { OfferOrder } from "~/domain/routing/offer-order";
import { BoxLabel } from "../box-label";
import { errorOf } from "../form/error-summary";
import { LEGEND_HEADINGS } from "../form/legend";
import { type PartBox, PartBoxes } from "../part-boxes";
import { TelephoneLink } from "../telephone-link";
import { type FieldsProps, one } from "./fields";
import { OfferCard, OfferRadio, type OfferToChoose } from "./offer-card";
import { OfferMap, type OfferMapView } from "./offer-map";
import { GoOnByEnter, OfferOrderFields } from "./offer-order";
import { WhyThisOne } from "./why-this-one";

/** Somewhere that gives the care and cannot be chosen, with the reasons in plain words. */
export interface OfferNotSuitable {
  readonly offerId: string;
  readonly name: string;
  readonly reasons: readonly string[];
}

/** Who can be asked. What `referral` and `none` lead to is said before the person goes on. */
export type WhoCanBeAsked =
  | {
      readonly outcome: "offered";
      /** The recommended one first, then the others in the order asked for. Capacity never takes one off the list. */
      readonly offers: readonly OfferToChoose[];
      readonly order?: OfferOrder;
      /** What the order cannot tell, in words; empty when there is nothing to say. */
      readonly orderNote?: string;
      /** Null when nobody's place is known, or there is but one to choose. */
      readonly map?: OfferMapView | null;
      /** Why the first comes first, in plain words. */
      readonly why?: PatientExplanation;
      /** Nobody's wait or room is known: said once, and not on every card. */
      readonly nothingKnown?: boolean;
      /** A long list stands open, because the person asked to see more. */
      readonly unfolded?: boolean;
      readonly notSuitable: readonly OfferNotSuitable[];
      /** How many more the next press brings, and how long the list then is. */
      readonly more: { readonly count: number; readonly judged: number } | null;
      /** How long the list is now, where somebody asked for more than the first of it. */
      readonly judged?: number | null;
    }
  | {
      readonly outcome: "referral";
      readonly practice: OfferToChoose;
      /** Where the practice may refer to, nearest first. */
      readonly hospitals: readonly OfferNotSuitable[];
    }
  | {
      readonly outcome: "none";
      readonly notSuitable: readonly OfferNotSuitable[];
      readonly desk: Brand["desk"];
    }
  /** Several partners give it together: each part is asked of whoever fits best. */
  | {
      readonly outcome: "parts";
      readonly serviceName: string;
      readonly parts: readonly PartBox[];
      readonly desk: Brand["desk"];
    };

export function ChooseFields({
  who,
  title,
  typed,
  errors,
}: FieldsProps & { readonly who: WhoCanBeAsked; readonly title: string }) {
  switch (who.outcome) {
    case "offered":
      return <Offered who={who} title={title} typed={typed} errors={errors} />;
    case "referral":
      return <Referral who={who} />;
    case "none":
      return <NobodyToAsk who={who} />;
    case "parts":
      return <Together who={who} />;
    default:
      return who satisfies never;
  }
}

/** A list longer than the first is shown as far as the second; the rest of it is one press away on the same page. */
const MOST_OPEN = 14;
const OPEN = 8;

function Offered({
  who,
  title,
  typed,
  errors,
}: FieldsProps & { readonly who: Extract<WhoCanBeAsked, { outcome: "offered" }>; readonly title: string }) {
  const [best, ...others] = who.offers;
  const near = others.length > MOST_OPEN ? others.slice(0, OPEN) : others;
  const far = others.slice(near.length);
  const chosen = one(typed, "choice");
  return (
    <>
      <GoOnByEnter />
      {who.judged ? <input type="hidden" name="more" value={who.judged} /> : null}
      <Radios
        name="choice"
        legend={title}
        legendProps={LEGEND_HEADINGS.page}
        error={errorOf(errors, "choice")}
      >
        {who.nothingKnown ? <p>{NOTHING_KNOWN}.</p> : null}
        {best ? <OfferCard offer={best} id="choice" chosen={chosen === best.offerId} recommended /> : null}
        {who.why ? <WhyThisOne explanation={who.why} /> : null}
        <div className="offer-card offer-card--any">
          <OfferRadio id="choice-best" value={BEST} chosen={chosen === BEST} describedBy="choice-best-why">
            <span className="offer-card__name">Choose for me</span>
          </OfferRadio>
          <p className="offer-card__body" id="choice-best-why">
            We ask whoever fits you best at the moment you send it. You see who that is straight away.
          </p>
        </div>
        {others.length > 0 ? (
          <>
            <h2 className="nhsuk-heading-m choose__others">
              {others.length === 1 ? "1 other that can help" : `${others.length} others that can help`}
            </h2>
            {who.map ? <OfferMap map={who.map} /> : null}
            {others.length > 1 ? (
              <OfferOrderFields order={who.order ?? "best"} note={who.orderNote ?? ""} />
            ) : null}
            <Cards offers={near} chosen={chosen} />
            {far.length > 0 ? (
              <Details
                className="choose__more"
                open={who.unfolded || far.some(({ offerId }) => offerId === chosen)}
              >
                <Details.Summary>Show the next {far.length}</Details.Summary>
                <Cards offers={far} chosen={chosen} />
              </Details>
            ) : null}
          </>
        ) : null}
      </Radios>
      {who.more ? (
        <Button type="submit" secondary name="more" value={who.more.judged} formMethod="get" formNoValidate>
          {who.more.count === 1 ? "Show 1 more" : `Show ${who.more.count} more, farther down the list`}
        </Button>
      ) : null}
      <NotSuitable offers={who.notSuitable} title="Not right for you" />
    </>
  );
}

function Cards({ offers, chosen }: { readonly offers: readonly OfferToChoose[]; readonly chosen: string }) {
  return (
    <div className="choose__cards">
      {offers.map((offer) => (
        <OfferCard
          key={offer.offerId}
          offer={offer}
          id={`choice-${offer.offerId}`}
          chosen={chosen === offer.offerId}
        />
      ))}
    </div>
  );
}

/** Nothing to choose: who is asked for each part is shown before the person goes on. */
function Together({ who }: { readonly who: Extract<WhoCanBeAsked, { outcome: "parts" }> }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{boxesHeading(who.serviceName, who.parts.length)}</h1>
      <p>
        You ask once and have one reference. We ask whoever fits you best for each part, at the moment you
        send it. Each one gives you a time of its own.
      </p>
      <input type="hidden" name="choice" value={BEST} />
      <PartBoxes parts={who.parts} desk={who.desk.name} headingLevel={2} />
    </>
  );
}

function Referral({ who }: { readonly who: Extract<WhoCanBeAsked, { outcome: "referral" }> }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Your practice refers you</h1>
      <p>
        The hospital or clinic needs a letter from your practice for this. You do not have to ring: we send
        your request to <strong>{who.practice.name}</strong>, and they take it from there.
      </p>
      <input type="hidden" name="choice" value={BEST} />
      <OfferCardShown offer={who.practice} />
      {who.hospitals.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Where they may refer you</h2>
          <p>
            You can say which you would like best when your practice gets in touch. Waits are for everyone,
            not a promise to you.
          </p>
          <ul className="hospital-waits">
            {who.hospitals.map((hospital) => (
              <li key={hospital.offerId}>
                <strong>{hospital.name}</strong>
                {hospital.reasons.map((reason) => (
                  <span key={reason}>{reason}</span>
                ))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function OfferCardShown({ offer }: { readonly offer: OfferToChoose }) {
  return (
    <div className="offer-card offer-card--recommended">
      <p className="offer-card__flag">Who you ask</p>
      <div className="offer-card__alone">
        <p className="offer-card__name">{offer.name}</p>
        {offer.place ? <p className="offer-card__place">{offer.place}</p> : null}
        <ul className="offer-card__reasons">
          {offer.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <BoxLabel box={offer.box} />
      </div>
    </div>
  );
}

function NobodyToAsk({ who }: { readonly who: Extract<WhoCanBeAsked, { outcome: "none" }> }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">A person will find who can help</h1>
      <p>
        None of our partners can take this as it stands. That does not end here:{" "}
        <strong>{who.desk.name}</strong> reads your request, looks further, and comes back to you.
      </p>
      <input type="hidden" name="choice" value={BEST} />
      <p>
        You can also ring them{who.desk.phone ? " on " : ""}
        {who.desk.phone ? <TelephoneLink number={who.desk.phone} /> : null}
        {who.desk.hours ? ` (${who.desk.hours})` : ""}.
      </p>
      <NotSuitable offers={who.notSuitable} title="Why our partners cannot take it" />
    </>
  );
}

function NotSuitable({
  offers,
  title,
}: {
  readonly offers: readonly OfferNotSuitable[];
  readonly title: string;
}) {
  if (offers.length === 0) return null;
  return (
    <Details>
      <Details.Summary>
        {title} ({offers.length})
      </Details.Summary>
      <Details.Text>
        <ul className="not-suitable">
          {offers.map((offer) => (
            <li key={offer.offerId}>
              <strong>{offer.name}</strong>: {offer.reasons.join(". ")}
            </li>
          ))}
        </ul>
      </Details.Text>
    </Details>
  );
}
