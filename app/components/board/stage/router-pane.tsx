import { DECIDING, POINT_WORDS } from "~/content/board/stage";
import { sentence } from "~/domain/shared/in-words";
import type { DecisionShown, OfferShown, StandingShown } from "./types";

/** The routing layer at work: who was looked at, what each was given points for, who was asked, and who has it now. */
export function RouterPane({
  decisions,
  standing,
}: {
  readonly decisions: readonly DecisionShown[];
  readonly standing: StandingShown | null;
}) {
  if (decisions.length === 0)
    return (
      <div className="stage-router__empty">
        <p className="stage-router__heading">{DECIDING.waiting}</p>
        <p>{DECIDING.waitingWhy}</p>
      </div>
    );
  return (
    <>
      {standing === null ? null : <Standing standing={standing} />}
      {decisions.map((decision) => (
        <Decision key={decision.key} decision={decision} whole={decisions.length === 1} />
      ))}
    </>
  );
}

function Standing({ standing }: { readonly standing: StandingShown }) {
  return (
    <div className="stage-router__standing">
      {standing.before.map((line) => (
        <p key={line} className="stage-router__before">
          {line}
        </p>
      ))}
      <p>
        {standing.over ? null : `${DECIDING.owner}: `}
        <strong>{standing.owner}</strong>
        {standing.due === "" ? "" : `, ${standing.due}`}
      </p>
      {standing.promise === "" ? null : (
        <p>
          {DECIDING.promise}: {standing.promise}
        </p>
      )}
    </div>
  );
}

function Decision({ decision, whole }: { readonly decision: DecisionShown; readonly whole: boolean }) {
  const { part, heading, judged, offers, failed } = decision;
  const [first] = offers;
  // Of one part of several, the only offer shown is marked in the heading: all the parts are to be seen at once.
  const alone = part !== "" && offers.length === 1 ? first : undefined;
  return (
    <section className="stage-router__decision" aria-label={part === "" ? heading : part}>
      <h3 className="stage-router__heading">
        {part === "" ? heading : part}
        <span className="stage-router__judged">
          {alone ? DECIDING.ofAll(markOf(alone, 0, decision), judged) : DECIDING.judged(judged)}
        </span>
      </h3>
      {offers.length === 0 ? (
        <p className="stage-router__nobody">
          {heading === DECIDING.would ? DECIDING.nobodyWould : DECIDING.nobody}
        </p>
      ) : null}
      <ol className="stage-router__offers">
        {offers.map((offer, index) => (
          <Offer
            key={offer.offerId}
            offer={offer}
            mark={alone ? "" : markOf(offer, index, decision)}
            reasons={alone ? REASONS_BESIDE : undefined}
            full={whole && (offer.chosen || (index === 0 && !offers.some(({ chosen }) => chosen)))}
          />
        ))}
      </ol>
      {decision.more > 0 && !alone ? (
        <p className="stage-router__more">{DECIDING.more(decision.more)}</p>
      ) : null}
      {failed.length === 0 ? null : (
        <div className="stage-router__failed">
          <h4>{DECIDING.failed}</h4>
          <ul>
            {failed.map(({ offerId, name, why }) => (
              <li key={offerId}>
                <strong>{DECIDING.because(name)}</strong> {why}
              </li>
            ))}
            {decision.failedMore > 0 ? <li>{DECIDING.more(decision.failedMore)}</li> : null}
          </ul>
        </div>
      )}
    </section>
  );
}

function markOf(offer: OfferShown, index: number, { byPerson, heading }: DecisionShown): string {
  if (offer.chosen && heading !== DECIDING.would) return byPerson ? DECIDING.byPerson : DECIDING.chosen;
  return index === 0 ? DECIDING.comesFirst : "";
}

/** How many reasons are said of an offer beside those of other parts. */
const REASONS_BESIDE = 3;

function Offer({
  offer,
  mark,
  reasons,
  full,
}: {
  readonly offer: OfferShown;
  readonly mark: string;
  /** How many are said at most; all of them when it is left out. */
  readonly reasons: number | undefined;
  readonly full: boolean;
}) {
  const { name, points, lines, chosen } = offer;
  const counted = lines.filter((line) => line.points > 0);
  return (
    <li className={`stage-offer${chosen ? " stage-offer--chosen" : ""}`}>
      {mark === "" ? null : <p className="stage-offer__mark">{mark}</p>}
      <p className="stage-offer__head">
        <span className="stage-offer__name">{name}</span>
        <span className="stage-offer__points">
          {points} <span className="stage-offer__unit">{DECIDING.points}</span>
        </span>
      </p>
      <PointsBar lines={counted} />
      {full ? (
        <ul className="stage-offer__lines">
          {lines.map((line) => (
            <li key={line.reason}>
              <span className="stage-offer__line-points">{line.points}</span>
              <span>
                {POINT_WORDS[line.reason]}
                {line.text === "" ? "" : `: ${line.text}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="stage-offer__why">
          {sentence(
            counted
              .map(({ text }) => text)
              .filter(Boolean)
              .slice(0, reasons)
              .join(" · "),
          )}
        </p>
      )}
    </li>
  );
}

/** A bar is as wide as there is room. */
const STRETCHED = "none";

/** Points side by side, a piece for each reason; the words and figures stand under it. */
function PointsBar({ lines }: { readonly lines: OfferShown["lines"] }) {
  let from = 0;
  return (
    <svg className="stage-offer__bar" viewBox="0 0 100 6" preserveAspectRatio={STRETCHED} aria-hidden="true">
      <rect className="stage-offer__track" x="0" y="0" width="100" height="6" />
      {lines.map(({ reason, points }) => {
        const x = from;
        from += points;
        return (
          <rect
            key={reason}
            className={`stage-offer__piece stage-offer__piece--${reason}`}
            x={x}
            y="0"
            width={Math.max(0, points - 0.6)}
            height="6"
          />
        );
      })}
    </svg>
  );
}
