import type { ReactNode } from "react";
import { ACCESS_WORDS, nearWords, soonWords, waitSource } from "~/content/glance";
import type { Brand, Service } from "~/domain/directory/types";
import type { Glance } from "~/domain/routing/glance";
import { counted } from "~/domain/shared/in-words";
import type { Instant } from "~/domain/shared/time";
import { ButtonLink } from "../form/button-link";
import { TelephoneLink } from "../telephone-link";

interface AskCardProps {
  readonly service: Pick<Service, "access" | "cost"> & { readonly canAsk: boolean };
  readonly glance: Glance;
  readonly partners: number;
  /** How many places they give it at. */
  readonly places: number;
  readonly now: Instant;
  readonly askHref: string;
  readonly desk: Brand["desk"];
  /** The postcode form. */
  readonly children: ReactNode;
}

/** What a person decides by, beside the button that asks: how soon, how near, what it costs. */
export function AskCard({ service, glance, partners, places, now, askHref, desk, children }: AskCardProps) {
  const soon = soonWords(glance, now);
  const near = nearWords(glance);
  return (
    <aside className="ask-card" aria-label="Ask for this">
      <dl className="ask-card__facts">
        <div>
          <dt>How to get it</dt>
          <dd>{ACCESS_WORDS[service.access].long}</dd>
        </div>
        <div>
          <dt>How soon</dt>
          <dd>
            {soon ?? "Not known yet. They will tell you when they answer."}
            {glance.nextFreeAt === null && glance.wait ? (
              <span className="ask-card__source">{waitSource(glance.wait)}</span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>How near</dt>
          <dd>
            {near ??
              `${counted(partners, "organisation")}${places > 0 ? `, at ${counted(places, "place")}` : ""}`}
            {near === undefined && places > 0 ? (
              <span className="ask-card__source">Give your postcode to see which is nearest.</span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>Cost</dt>
          <dd>{service.cost}</dd>
        </div>
      </dl>
      {service.canAsk ? (
        <ButtonLink href={askHref} className="ask-card__button">
          Ask for this
        </ButtonLink>
      ) : (
        <p>
          <strong>You cannot ask for this here yet.</strong> Talk to {desk.name}
          {desk.phone ? (
            <>
              {" "}
              on <TelephoneLink number={desk.phone} />
            </>
          ) : null}
          .
        </p>
      )}
      {children}
    </aside>
  );
}
