import { DoorMark } from "./door-mark";
import type { Door } from "./page-frame";
import { SearchBox } from "./search-box";

/** The front door's name, the search, and the few links that a person needs. */
export function PageHeader({ door }: { readonly door: Door }) {
  const { paths, path, brand } = door;
  const atWork =
    path.startsWith(paths.invitation("")) ||
    [paths.partner(), paths.desk()].some((start) => path === start || path.startsWith(`${start}/`));
  // A page with a search of its own needs no second one; a question needs nothing beside it.
  const asking = /\/services\/[^/]+\/request(\/|$)/.test(path);
  const needsNoSearch =
    asking || atWork || path === paths.home() || path === `${paths.home()}/` || path === paths.services();
  return (
    <header className={`page-header${atWork ? " page-header--at-work" : ""}`}>
      <div className="nhsuk-width-container page-header__row">
        <a className="page-header__brand" href={paths.home()}>
          <DoorMark size={44} />
          <span>
            <span className="page-header__name">{brand.name}</span>
            {atWork ? (
              <span className="page-header__strapline">For the people who give the care</span>
            ) : (
              <span className="page-header__strapline">{brand.strapline}</span>
            )}
          </span>
        </a>
        {needsNoSearch ? null : (
          <SearchBox
            id="header-search"
            action={paths.services()}
            suggest={paths.servicesSuggest()}
            look="header"
          />
        )}
        <nav className="page-header__links" aria-label="Main">
          <ul>{atWork ? <WorkLinks door={door} /> : <PatientLinks door={door} />}</ul>
        </nav>
      </div>
    </header>
  );
}

function PatientLinks({ door: { paths, path, patient } }: { readonly door: Door }) {
  return (
    <>
      <HeaderLink href={paths.services({ view: "a-to-z" })} here={path === paths.services()}>
        Find care
      </HeaderLink>
      <HeaderLink href={paths.requests()} here={path === paths.requests()}>
        My requests
      </HeaderLink>
      {patient ? (
        <SignedIn name={patient.name} signOut={paths.signOut()} as="patient" />
      ) : (
        <HeaderLink href={paths.signIn("patient", path)}>Sign in</HeaderLink>
      )}
    </>
  );
}

function WorkLinks({ door: { paths, path, partner } }: { readonly door: Door }) {
  return (
    <>
      {partner?.desk ? (
        <HeaderLink href={paths.desk()} here={path === paths.desk()}>
          Front desk
        </HeaderLink>
      ) : null}
      <HeaderLink href={paths.partner()} here={path === paths.partner()}>
        Worklist
      </HeaderLink>
      {partner ? (
        <SignedIn name={partner.name} signOut={paths.signOut()} as="partner" />
      ) : (
        <HeaderLink href={paths.signIn("partner", path)}>Sign in</HeaderLink>
      )}
    </>
  );
}

function HeaderLink({
  href,
  here = false,
  children,
}: {
  readonly href: string;
  readonly here?: boolean;
  readonly children: string;
}) {
  return (
    <li>
      <a href={href} aria-current={here ? "page" : undefined}>
        {children}
      </a>
    </li>
  );
}

/** Leaving changes something, so it is a button in a form and not a link. */
function SignedIn({
  name,
  signOut,
  as,
}: {
  readonly name: string;
  readonly signOut: string;
  readonly as: "patient" | "partner";
}) {
  return (
    <li className="page-header__person">
      <span>{name}</span>
      <form method="post" action={signOut}>
        <button type="submit" name="as" value={as} className="page-header__sign-out">
          Sign out
        </button>
      </form>
    </li>
  );
}
