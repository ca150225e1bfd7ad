import { BoxChange } from "~/components/box-change";
import { BoxLabel } from "~/components/box-label";
import { WhyThisOne } from "~/components/request/why-this-one";
import { TelephoneLink } from "~/components/telephone-link";
import { FEEDBACK } from "~/content/feedback";
import type { BoxView, Holder, PartView } from "~/content/tracking/part-view";
import { CAN_DO } from "~/content/while-waiting";
import type { PatientExplanation } from "~/domain/routing/explain/patient";
import { ButtonLink } from "../form/button-link";
import { type MovesView, OtherTimes } from "./other-times";
import { TrackingLine } from "./tracking-line";

type Place = "choose" | "answer" | "tell" | "worse" | "feedback" | "reopen" | "calendar";

/** One part of a request: the promise, where it is, who has it, and whose box it comes in. */
export function PartTracking({
  part,
  moves,
  why,
  at,
  only,
}: {
  readonly part: PartView;
  /** Other times that the person can have; null when there is nothing to change. */
  readonly moves: MovesView | null;
  /** Why this partner; null when nothing was decided. */
  readonly why: PatientExplanation | null;
  /** Where the person chooses again, answers, writes, says that they are worse or how it was, or opens it again. */
  readonly at: Readonly<Record<Place, string>>;
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
            {part.calendar === "add" ? (
              <p>
                <a href={at.calendar}>{CAN_DO.addToCalendar}</a>
              </p>
            ) : null}
          </div>
        ) : null}
        {part.calendar === "remove" ? (
          <p>
            {CAN_DO.lostTime} <a href={at.calendar}>{CAN_DO.takeOutOfCalendar}</a>
          </p>
        ) : null}
        {moves ? <OtherTimes moves={moves} /> : null}
        {only ? (
          <h2 className="nhsuk-heading-m">Where your request is</h2>
        ) : (
          <h3 className="nhsuk-heading-s">Where it is</h3>
        )}
        <TrackingLine steps={part.steps} label={`Steps of your request for ${part.serviceName}`} />
        {part.holder ? <WhoHasIt holder={part.holder} heading={Heading} /> : null}
        <SaidLines lines={part.said} heading={Heading} />
        <WhatYouCanDo part={part} at={at} />
      </div>
      <div>
        <BoxOfPart id={part.id} view={part.box} refers={part.refers} only={only} />
        {why ? <WhyThisOne explanation={why} summary={CAN_DO.why} /> : null}
      </div>
    </section>
  );
}

/** What a person can do with one part, as far as nothing above asks them to. */
function WhatYouCanDo({
  part,
  at,
}: {
  readonly part: PartView;
  readonly at: Readonly<Record<Place, string>>;
}) {
  const links = [
    part.canSayHowItWas ? { href: at.feedback, words: CAN_DO.feedback } : null,
    part.canWrite ? { href: at.worse, words: CAN_DO.worse } : null,
    part.canWrite ? { href: at.tell, words: CAN_DO.tell } : null,
    part.canReopen ? { href: at.reopen, words: CAN_DO.reopen } : null,
  ].filter((link) => link !== null);
  return (
    <>
      {part.saidHowItWas ? <p>{FEEDBACK.thanks}</p> : null}
      {links.length > 0 ? (
        <ul className="part-links">
          {links.map(({ href, words }) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** What was written to and fro while the person waits. */
function SaidLines({
  lines,
  heading: Heading,
}: {
  readonly lines: PartView["said"];
  readonly heading: "h2" | "h3";
}) {
  if (lines.length === 0) return null;
  return (
    <div className="said">
      <Heading className="nhsuk-heading-s">{CAN_DO.written}</Heading>
      <ol>
        {lines.map(({ id, who, text, when, seen }) => (
          <li key={id}>
            <p className="said__who">
              <strong>{who}</strong>, {when}
            </p>
            <p className="said__text">{text}</p>
            {seen ? <p className="said__seen">{seen}</p> : null}
          </li>
        ))}
      </ol>
    </div>
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
          <BoxLabel box={view.box} form={only ? "full" : "folded"} />
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
            form={only ? "full" : "folded"}
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
