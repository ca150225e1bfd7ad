import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { failureWords } from "~/content/failures";
import { referenceWords } from "~/content/plain-pages";
import { useErrorReference } from "~/error-reference";
import { useMaybeFrontDoor } from "~/front-door";
import { SearchBox } from "./search-box";
import { TelephoneLink } from "./telephone-link";

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

/** The title of a page that fails, or that has none of its own. */
export const titleOf = (error: unknown, brand = "Onedoor"): string =>
  error == null ? brand : `${failureWords(statusOf(error)).title} – ${brand}`;

/** What a person sees when an address is wrong or a page fails: what to do, and where help is. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const status = statusOf(error);
  const door = useMaybeFrontDoor();
  const { pathname, search } = useLocation();
  const reference = useErrorReference();
  const { title, words, again } = failureWords(status);
  return (
    <>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>{words}</p>
      {again ? (
        <p>
          <a href={pathname + search}>{again}</a>
        </p>
      ) : null}
      {status >= 500 && reference !== undefined ? <p>{referenceWords(reference)}</p> : null}
      <p>
        If you need help now, call <TelephoneLink number="111" />. In an emergency, call{" "}
        <TelephoneLink number="999" />.
      </p>
      {door ? (
        <>
          <div className="error-page__search">
            <SearchBox
              id="search"
              action={door.paths.services()}
              suggest={door.paths.servicesSuggest()}
              look="page"
            />
          </div>
          <p>
            Or ask {door.brand.desk.name}
            {door.brand.desk.phone ? (
              <>
                {" "}
                on <TelephoneLink number={door.brand.desk.phone} />
              </>
            ) : null}
            .
          </p>
        </>
      ) : null}
    </>
  );
}
