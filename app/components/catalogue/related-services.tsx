import type { NeedGroup } from "~/content/needs";
import { SERVICE_TITLES } from "~/content/service";
import type { Service } from "~/domain/directory/types";

/** What else might suit whoever reads a service's page, and the way to all that is about the same. */
export function RelatedServices({
  services,
  needs,
  hrefOf,
  needHrefOf,
}: {
  readonly services: readonly Pick<Service, "id" | "name" | "summary">[];
  readonly needs: readonly Pick<NeedGroup, "id" | "name">[];
  readonly hrefOf: (serviceId: string) => string;
  readonly needHrefOf: (need: string) => string;
}) {
  if (services.length === 0) return null;
  return (
    <section aria-labelledby="related" className="related">
      <h2 className="nhsuk-heading-m" id="related">
        {SERVICE_TITLES.related}
      </h2>
      <ul className="related__list">
        {services.map(({ id, name, summary }) => (
          <li key={id}>
            <a href={hrefOf(id)}>{name}</a>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
      {needs.length > 0 ? (
        <p>
          {SERVICE_TITLES.seeAll}{" "}
          {needs.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 ? "; " : ""}
              <a href={needHrefOf(id)}>{name.toLowerCase()}</a>
            </span>
          ))}
          .
        </p>
      ) : null}
    </section>
  );
}
