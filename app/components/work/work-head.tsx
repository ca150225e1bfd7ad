import {
  headCaption,
  SWITCH,
  switchWords,
  WORK_PAGES,
  WORK_PAGES_LABEL,
  type WorkPage,
} from "~/content/people";
import type { Organisation } from "~/domain/directory/types";
import { useFrontDoor } from "~/front-door";
import { OrganisationMark } from "../organisation-mark";

/** Where else somebody can go from a page about one organisation. */
export interface Places {
  /** The page's own organisation is one that theirs answers for. */
  readonly answersFor: boolean;
  /** Which of the pages about this organisation it stands on. */
  readonly at: WorkPage;
  /** Those pages that somebody may open. */
  readonly pages: readonly { readonly id: WorkPage; readonly href: string }[];
  readonly others: readonly { readonly href: string; readonly name: string; readonly answersFor: boolean }[];
  readonly elsewhere: readonly { readonly href: string; readonly name: string; readonly brand: string }[];
}

/** The heading of a page about one organisation: which brand it is in, which organisation, and the way to any other. */
export function WorkHead({
  organisation,
  places,
}: {
  readonly organisation: Pick<Organisation, "name" | "mark">;
  readonly places: Places;
}) {
  const { brand } = useFrontDoor();
  const { at, pages, others, elsewhere } = places;
  return (
    <>
      <div className="staff-head">
        <div className="staff-head__who">
          <OrganisationMark mark={organisation.mark} size={48} />
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">
              {headCaption(WORK_PAGES[at], brand.name, places.answersFor)}
            </span>
            {organisation.name}
          </h1>
        </div>
      </div>
      <nav aria-label={WORK_PAGES_LABEL}>
        <ul className="staff-pages">
          {pages.map(({ id, href }) => (
            <li key={id}>
              <a href={href} aria-current={id === at ? "page" : undefined}>
                {WORK_PAGES[id]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {others.length + elsewhere.length > 0 ? (
        <nav aria-label={SWITCH}>
          <ul className="staff-switch">
            {[...others, ...elsewhere].map((place) => (
              <li key={place.href}>
                <a href={place.href}>{switchWords(place)}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  );
}
