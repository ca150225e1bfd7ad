import {
  ENGLISH_FRAME,
  type FrameWords,
  HEADER_AT_WORK,
  HEADER_IN_BOARD_ROOM,
  HEADER_IN_LAB,
} from "~/content/frame";
import type { Audience } from "~/domain/access/audience";
import { DoorMark } from "./door-mark";
import { InEnglish } from "./in-english";
import type { Door } from "./page-frame";
import { SearchBox } from "./search-box";

interface PageHeaderProps {
  readonly door: Door;
  readonly words: FrameWords;
}

/** The front door's name, the search, and the few links that a person needs. */
export function PageHeader({ door, words }: PageHeaderProps) {
  const { header } = words;
  const { paths, path, brand } = door;
  const atWork =
    path.startsWith(paths.invitation("")) ||
    [paths.partner(), paths.desk(), paths.manage()].some(
      (start) => path === start || path.startsWith(`${start}/`),
    );
  const inBoardRoom = path === paths.board() || path.startsWith(`${paths.board()}/`);
  const inLab = path === paths.lab() || path.startsWith(`${paths.lab()}/`);
  const forPatients = !atWork && !inBoardRoom && !inLab;
  // A page with a search of its own needs no second one; a question needs nothing beside it; English is searched.
  const asking = /\/services\/[^/]+\/request(\/|$)/.test(path);
  const inEnglish = words.lang === ENGLISH_FRAME.lang;
  const needsNoSearch =
    asking ||
    !forPatients ||
    !inEnglish ||
    path === paths.home() ||
    path === `${paths.home()}/` ||
    path === paths.services();
  const strapline = atWork
    ? HEADER_AT_WORK.strapline
    : inBoardRoom
      ? HEADER_IN_BOARD_ROOM.strapline
      : inLab
        ? HEADER_IN_LAB.strapline
        : header.strapline(brand);
  const Links = atWork ? WorkLinks : inBoardRoom ? BoardLinks : inLab ? LabLinks : PatientLinks;
  return (
    <header className={`page-header${forPatients ? "" : " page-header--at-work"}`}>
      <div className="nhsuk-width-container page-header__row">
        <a className="page-header__brand" href={paths.home()}>
          <DoorMark size={44} />
          <span>
            <span className="page-header__name">
              <InEnglish>{brand.name}</InEnglish>
            </span>
            <span className="page-header__strapline">{strapline}</span>
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
        <nav className="page-header__links" aria-label={header.label}>
          <ul>
            <Links door={door} words={words} />
          </ul>
        </nav>
      </div>
    </header>
  );
}

function PatientLinks({ door: { paths, path, patient }, words: { header } }: PageHeaderProps) {
  return (
    <>
      <HeaderLink href={paths.services({ view: "a-to-z" })} here={path === paths.services()}>
        {header.findCare}
      </HeaderLink>
      <HeaderLink href={paths.requests()} here={path === paths.requests()}>
        {header.requests}
      </HeaderLink>
      {patient ? (
        <SignedIn name={patient.name} signOut={paths.signOut()} as="patient" words={header.signOut} />
      ) : (
        <HeaderLink href={paths.signIn("patient", path)}>{header.signIn}</HeaderLink>
      )}
    </>
  );
}

function WorkLinks({ door: { paths, path, partner }, words: { header } }: PageHeaderProps) {
  return (
    <>
      {partner?.runs ? (
        <HeaderLink href={paths.manage()} here={path === paths.manage()}>
          {HEADER_AT_WORK.manage}
        </HeaderLink>
      ) : null}
      {partner?.desk ? (
        <HeaderLink href={paths.desk()} here={path === paths.desk()}>
          {HEADER_AT_WORK.desk}
        </HeaderLink>
      ) : null}
      <HeaderLink href={paths.partner()} here={path === paths.partner()}>
        {HEADER_AT_WORK.worklist}
      </HeaderLink>
      {partner ? (
        <SignedIn name={partner.name} signOut={paths.signOut()} as="partner" words={header.signOut} />
      ) : (
        <HeaderLink href={paths.signIn("partner", path)}>{header.signIn}</HeaderLink>
      )}
    </>
  );
}

function BoardLinks({ door: { paths, path, board }, words: { header } }: PageHeaderProps) {
  return (
    <>
      <HeaderLink href={paths.board()} here={path === paths.board()}>
        {HEADER_IN_BOARD_ROOM.home}
      </HeaderLink>
      {board ? (
        <SignedIn name={board.name} signOut={paths.signOut()} as="board" words={header.signOut} />
      ) : (
        <HeaderLink href={paths.signIn("board", path)}>{header.signIn}</HeaderLink>
      )}
    </>
  );
}

/** Who takes part is not signed in, and needs no way in for those who work here. */
function LabLinks({ door: { paths, path, lab }, words: { header } }: PageHeaderProps) {
  return lab ? (
    <>
      <HeaderLink href={paths.lab()} here={path === paths.lab()}>
        {HEADER_IN_LAB.home}
      </HeaderLink>
      <SignedIn name={lab.name} signOut={paths.signOut()} as="lab" words={header.signOut} />
    </>
  ) : null;
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
  words,
}: {
  readonly name: string;
  readonly signOut: string;
  readonly as: Audience;
  readonly words: string;
}) {
  return (
    <li className="page-header__person">
      <bdi>{name}</bdi>
      <form method="post" action={signOut}>
        <button type="submit" name="as" value={as} className="page-header__sign-out">
          {words}
        </button>
      </form>
    </li>
  );
}
