import { DOORMAT_STATUS, DOORMAT_WORDS } from "~/content/messages/doormat";
import { FROM } from "~/content/messages/sent";
import type { Mark } from "~/domain/directory/types";
import type { DeliveryStatus } from "~/domain/messages/delivery";
import { CHANNELS, type Channel, type Written } from "~/domain/messages/types";
import { BoxLabel } from "./box-label";
import { DoorMark } from "./door-mark";
import { OrganisationMark } from "./organisation-mark";

/** A message as it arrived, or did not, at one of the three places. */
export interface Arrival {
  readonly id: string;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  /** "10 am today" */
  readonly when: string;
  readonly to: readonly string[];
  readonly written: Written;
  /** Where the address that it names leads in this browser. */
  readonly page: string;
}

/** The address that a message names, at the end of a sentence. */
const NAMED = /https?:\/\/\S+$/;

/** The phone with its texts, the inbox with its emails and the mat with its letters, in the order that they are given. */
export function Doormat({
  arrivals,
  brandMark,
  channels = CHANNELS,
  places = DOORMAT_WORDS,
}: {
  readonly arrivals: readonly Arrival[];
  readonly brandMark: Mark;
  readonly channels?: readonly Channel[];
  readonly places?: Partial<typeof DOORMAT_WORDS>;
}) {
  return (
    <div className="doormat">
      {channels.map((channel) => {
        const here = arrivals.filter((each) => each.channel === channel);
        const { title, empty } = places[channel] ?? DOORMAT_WORDS[channel];
        return (
          <section
            key={channel}
            className={`doormat__place doormat__place--${channel}`}
            aria-labelledby={`at-${channel}`}
          >
            <h2 className="nhsuk-heading-m" id={`at-${channel}`}>
              {title}
            </h2>
            {here.length === 0 ? <p className="doormat__empty">{empty}</p> : null}
            <ol className="doormat__list">
              {here.map((arrival) => (
                <li key={arrival.id} className={`doormat__item doormat__item--${arrival.status}`}>
                  <Failing status={arrival.status} />
                  {channel === "text" ? <Text {...arrival} /> : <Sealed {...arrival} brandMark={brandMark} />}
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function Failing({ status }: Pick<Arrival, "status">) {
  const words = DOORMAT_STATUS[status];
  return words === "" ? null : <p className="doormat__failed">{words}</p>;
}

function Text({ written, when, page }: Arrival) {
  return (
    <>
      <p className="doormat__from">
        {FROM} <strong>{written.from}</strong>, {when}
      </p>
      {written.paragraphs.map((paragraph) => (
        <p key={paragraph} className="doormat__bubble">
          <Linked text={paragraph} page={page} />
        </p>
      ))}
    </>
  );
}

/** An email or a letter: its head with the sign of who writes, its words, and the label of its box. */
function Sealed({ channel, written, when, to, page, brandMark }: Arrival & { readonly brandMark: Mark }) {
  const { box, from, subject, paragraphs } = written;
  const theirs = channel === "letter" && box !== null && box.style !== "brand";
  const ours = !theirs || box?.style === "both";
  return (
    <article aria-label={`${from}: ${subject ?? ""}`}>
      <header className="doormat__head">
        <span className="doormat__marks">
          {theirs && box ? <OrganisationMark mark={box.partner.mark} size={40} /> : null}
          {ours ? <DoorMark size={36} colour={brandMark.colour} /> : null}
        </span>
        <p className="doormat__from">
          {channel === "email" ? "From " : ""}
          <strong>{from}</strong>
          <span>{when}</span>
        </p>
      </header>
      <p className="doormat__to">
        {channel === "email" ? `To ${to.join(", ")}` : to.map((line) => <span key={line}>{line}</span>)}
      </p>
      <h3 className="nhsuk-heading-s">{subject}</h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <Linked text={paragraph} page={page} />
        </p>
      ))}
      {box === null ? null : <BoxLabel box={box} form="compact" />}
    </article>
  );
}

/** The address at the end of a sentence leads to the page, wherever this demonstration is served. */
function Linked({ text, page }: { readonly text: string; readonly page: string }) {
  const address = NAMED.exec(text)?.[0];
  if (address === undefined) return <>{text}</>;
  return (
    <>
      {text.slice(0, -address.length)}
      <a href={page}>{address}</a>
    </>
  );
}
