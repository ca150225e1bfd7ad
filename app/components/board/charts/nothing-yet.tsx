import { FLOW } from "~/content/board/flow";

/** Nobody asked, and so there is nothing to draw. */
export const NothingYet = ({ command }: { readonly command: string | null }) => (
  <div className="board-nothing">
    <p>{FLOW.nothing}</p>
    {command === null ? null : (
      <p>
        {FLOW.nothingDo} <code>{command}</code>
      </p>
    )}
  </div>
);
