import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { BoardHead, boardPages } from "~/components/board/board-head";
import { BOARD, BOARD_PAGES, BOARD_START } from "~/content/board/pages";
import { useFrontDoor } from "~/front-door";
import { inBoardRoom } from "./board-access";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: BOARD.title }];

export function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  return null;
}

export default function Start() {
  const { brand, paths } = useFrontDoor();
  const real = brand.kind === "real";
  return (
    <>
      <BoardHead at="start" title={BOARD.title} />
      <p>{real ? BOARD_START.introReal(brand.name) : BOARD_START.intro(brand.name)}</p>
      <ul className="manage-list" aria-label={BOARD.label}>
        {boardPages(paths, brand)
          .filter(([page]) => page !== "start")
          .map(([page, href]) => (
            <li key={page}>
              <span className="manage-list__name">
                <a href={href}>{BOARD_PAGES[page]}</a>
                <span className="manage-list__small">
                  {real && page === "flow" ? BOARD_START.flowReal : BOARD_START.about[page]}
                </span>
              </span>
            </li>
          ))}
      </ul>
      <p>{BOARD_START.noPatients}</p>
    </>
  );
}
