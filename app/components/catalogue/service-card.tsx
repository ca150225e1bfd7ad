import { ACCESS_WORDS, datedSoonWords, nearWords } from "~/content/glance";
import type { Organisation, Service } from "~/domain/directory/types";
import type { Glance } from "~/domain/routing/glance";
import type { Instant } from "~/domain/shared/time";
import { PartnerMarks } from "./partner-marks";

export interface ServiceOnCard {
  readonly service: Pick<Service, "id" | "name" | "summary" | "access">;
  /** Who gives it: each organisation once, nearest first when a place is known. */
  readonly partners: readonly Pick<Organisation, "id" | "shortName" | "mark">[];
  readonly glance: Glance;
}

/** One service in a list of results: what it is, how soon, how near, and by whom. */
export function ServiceCard({
  item,
  href,
  now,
}: {
  readonly item: ServiceOnCard;
  readonly href: string;
  readonly now: Instant;
}) {
  const facts = [
    ACCESS_WORDS[item.service.access].short,
    datedSoonWords(item.glance, now),
    nearWords(item.glance),
  ];
  return (
    <li className="service-card">
      <h2 className="service-card__name">
        <a href={href}>{item.service.name}</a>
      </h2>
      <p className="service-card__summary">{item.service.summary}</p>
      <ul className="service-card__facts">
        {facts.filter(Boolean).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <PartnerMarks partners={item.partners} />
    </li>
  );
}
