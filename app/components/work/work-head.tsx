import { headCaption, PEOPLE, SWITCH, switchWords } from "~/content/people";
import type { Organisation } from "~/domain/directory/types";
import { useFrontDoor } from "~/front-door";
import { OrganisationMark } from "../organisation-mark";

/** Where else somebody can go from a page about one organisation. */
export interface Places {
  /** The page's own organisation is one that theirs answers for. */
  readonly answersFor: boolean;
  /** The page of its people, for whoever keeps them. */
  readonly people: string | null;
  readonly others: readonly { readonly href: string; readonly name: string; readonly answersFor: boolean }[];
  readonly elsewhere: readonly { readonly href: string; readonly name: string; readonly brand: string }[];
}

/** The heading of a page about one organisation: which brand it is in, which organisation, and the way to any other. */
export function WorkHead({
  caption,
  organisation,
  places,
}: {
  readonly caption: string;
  readonly organisation: Pick<Organisation, "name" | "mark">;
  readonly places: Places;
}) {
  const { brand } = useFrontDoor();
  const { people, others, elsewhere } = places;
  return (
    <>
      <div className="staff-head">
        <div className="staff-head__who">
          <OrganisationMark mark={organisation.mark} size={48} />
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">{headCaption(caption, brand.name, places.answersFor)}</span>
            {organisation.name}
          </h1>
        </div>
        {people === null ? null : <a href={people}>{PEOPLE.link}</a>}
      </div>
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
