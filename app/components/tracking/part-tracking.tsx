import { BoxChange } from "~/components/box-change";
import { BoxLabel } from "~/components/box-label";
import { TelephoneLink } from "~/components/telephone-link";
import type { BoxView, Holder, PartView } from "~/content/tracking/part-view";
import { ButtonLink } from "../form/button-link";
import { type MovesView, OtherTimes } from "./other-times";
import { TrackingLine } from "./tracking-line";

/** One part of a request: the promise, where it is, who has it, and whose box it comes in. */
export function PartTracking({
  part,
  moves,
  at,
  only,
}: {
  readonly part: PartView;
  /** Other times that the person can have; null when there is nothing to change. */
  readonly moves: MovesView | null;
  /** Where the person chooses again, answers, says that it is worse, or opens it again. */
  readonly at: Readonly<Record<"choose" | "answer" | "sooner" | "reopen", string>>;
  /** Alone on its page, a part needs no heading of its own. */
  readonly only: boolean;
}) {
  const Heading = only ? "h2" : "h3";
  return (
    <section
      className={`tracking__part${part.waitsFor.length > 0 ? " tracking__part--waiting" : ""}`}
      aria-label={part.serviceName}
    >
      <div>
        {only ? null : (
          <h2 className="nhsuk-heading-m tracking__part-name">
            <span className="tracking__part-place">{part.place}</span> {part.serviceName}
          </h2>
        )}
        <div className={`promise promise--${part.promise.state}`}>
          <p className="promise__text">{part.promise.text}</p>
          {part.raisedTo === null ? null : (
            <p className="promise__raised">
              <strong>{part.raisedTo}.</strong> Everyone who has it must act sooner.
            </p>
          )}
          {part.promise.state === "open" ? <p className="promise__rule">{part.promise.rule}</p> : null}
        </div>
        {part.yourTurn ? (
          <p>
            <ButtonLink href={at.choose}>Choose who we ask next</ButtonLink>
          </p>
        ) : null}
        {part.asksYou ? (
          <p>
            <ButtonLink href={at.answer}>Answer the question</ButtonLink>
          </p>
        ) : null}
        {part.appointment ? (
          <div className="appointment">
            <Heading className="nhsuk-heading-s">Your appointment</Heading>
            <p className="appointment__when">
              {part.appointment.day}, {part.appointment.time}
            </p>
            <p>{part.appointment.place}</p>
          </div>
        ) : null}
        {moves ? <OtherTimes moves={moves} /> : null}
        {only ? (
          <h2 className="nhsuk-heading-m">Where your request is</h2>
        ) : (
          <h3 className="nhsuk-heading-s">Where it is</h3>
        )}
        <TrackingLine steps={part.steps} label={`Steps of your request for ${part.serviceName}`} />
        {part.holder ? <WhoHasIt holder={part.holder} heading={Heading} /> : null}
        {part.canHurry ? (
          <p>
            <a href={at.sooner}>Tell them it is more urgent</a>
          </p>
        ) : null}
        {part.canReopen ? (
          <p>
            <a href={at.reopen}>This is not over: open it again</a>
          </p>
        ) : null}
      </div>
      <BoxOfPart id={part.id} view={part.box} refers={part.refers} only={only} />
    </section>
  );
}

function WhoHasIt({ holder, heading: Heading }: { readonly holder: Holder; readonly heading: "h2" | "h3" }) {
  return (
    <div className="who-has-it">
      <Heading className="nhsuk-heading-s">Who has it now: {holder.name}</Heading>
      <p>{holder.what}</p>
      {holder.phone ? (
        <p>
          <TelephoneLink number={holder.phone} />
        </p>
      ) : null}
    </div>
  );
}

function BoxOfPart({
  id,
  view,
  refers,
  only,
}: {
  readonly id: string;
  readonly view: BoxView | null;
  readonly refers: boolean;
  readonly only: boolean;
}) {
  if (view === null) return null;
  const Heading = only ? "h2" : "h3";
  const size = only ? "nhsuk-heading-m" : "nhsuk-heading-s";
  switch (view.kind) {
    case "as-promised":
      return (
        <div>
          <Heading className={size}>
            {refers ? "Whose box their answer comes in" : "Whose box it comes in"}
          </Heading>
          <BoxLabel box={view.box} form={only ? "full" : "compact"} />
        </div>
      );
    case "moved":
      return (
        <div>
          <p className="tracking__why">{view.move.why}</p>
          <BoxChange
            before={view.move.before}
            after={view.move.after}
            changes={view.move.changes}
            headingLevel={only ? 2 : 3}
            id={`box-change-${id}`}
            form={only ? "full" : "compact"}
          />
        </div>
      );
    case "gone":
      return (
        <div>
          <Heading className={size}>Whose box it was</Heading>
          <p className="tracking__why">{view.why}</p>
          <BoxLabel box={view.box} form="compact" state="struck" />
        </div>
      );
  }
}
