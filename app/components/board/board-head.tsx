import { BOARD, BOARD_PAGES, type BoardPage } from "~/content/board/pages";
import { type FrontDoor, useFrontDoor } from "~/front-door";
import type { Paths } from "~/paths";

/** Where each page of the board room is. */
export const boardPages = (
  paths: Paths,
  { kind }: Pick<FrontDoor["brand"], "kind">,
): readonly (readonly [BoardPage, string])[] => [
  ["start", paths.board()],
  // What is played there is made up: where organisations are real there is no stage.
  ...(kind === "demo" ? [["stage", paths.boardStage()] as const] : []),
  ["flow", paths.boardFlow()],
  // What is not known of a real organisation is not played again.
  ...(kind === "real" ? [] : [["what-if", paths.boardWhatIf()] as const]),
  ["governance", paths.boardGovernance()],
  ["partners", paths.boardPartners()],
  // Where organisations are real no front door is made up beside theirs.
  ...(kind === "demo" ? [["replicate", paths.boardReplicate()] as const] : []),
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
          {boardPages(paths, brand).map(([page, href]) => (
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
