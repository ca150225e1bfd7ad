import { BoxChange } from "~/components/box-change";
import { BoxLabel } from "~/components/box-label";
import { TelephoneLink } from "~/components/telephone-link";
import type { BoxView, Holder, PartView } from "~/content/tracking/part-view";
import { ButtonLink } from "../form/button-link";
import { TrackingLine } from "./tracking-line";

/** One part of a request: the promise, where it is, who has it, and whose box it comes in. */
export function PartTracking({
  part,
  chooseAt,
  only,
}: {
  readonly part: PartView;
  /** Where the person chooses again, when it is their turn. */
  readonly chooseAt: string;
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
          {part.promise.state === "open" ? <p className="promise__rule">{part.promise.rule}</p> : null}
        </div>
        {part.yourTurn ? (
          <p>
            <ButtonLink href={chooseAt}>Choose who we ask next</ButtonLink>
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
        {only ? (
          <h2 className="nhsuk-heading-m">Where your request is</h2>
        ) : (
          <h3 className="nhsuk-heading-s">Where it is</h3>
        )}
        <TrackingLine steps={part.steps} label={`Steps of your request for ${part.serviceName}`} />
        {part.holder ? <WhoHasIt holder={part.holder} heading={Heading} /> : null}
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
