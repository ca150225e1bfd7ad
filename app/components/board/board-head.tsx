import { BOARD, BOARD_PAGES, type BoardPage } from "~/content/board/pages";
import { useFrontDoor } from "~/front-door";
import type { Paths } from "~/paths";

/** Where each page of the board room is. */
export const boardPages = (paths: Paths): readonly (readonly [BoardPage, string])[] => [
  ["start", paths.board()],
  ["partners", paths.boardPartners()],
  ["year", paths.boardYear()],
];

/** The heading of a page of the board room: which one it is, and the way to the others. */
export function BoardHead({ at, title }: { readonly at: BoardPage; readonly title: string }) {
  const { brand, paths } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {title === BOARD.title ? brand.name : [BOARD.title, brand.name].join(" · ")}
        </span>
        {title}
      </h1>
      <nav aria-label={BOARD.label}>
        <ul className="staff-pages">
          {boardPages(paths).map(([page, href]) => (
            <li key={page}>
              <a href={href} aria-current={page === at ? "page" : undefined}>
                {BOARD_PAGES[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
