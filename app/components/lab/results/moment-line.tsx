import type { ReactNode } from "react";
import { PROBLEMS } from "~/content/lab/results";

/** A moment of a session in a list, with the ways to what it was. */
export interface MomentShown {
  readonly code: string;
  readonly event: string;
  readonly note: string;
  /** Who, in which task, when, and on which page. */
  readonly of: string;
  readonly picture: string | null;
  readonly replay: string;
}

/** A moment as a form sends it: whose, and which event. */
export const keyOf = ({ code, event }: Pick<MomentShown, "code" | "event">): string => `${code}:${event}`;

export const MomentLine = ({
  moment: { note, of, picture, replay },
  children,
}: {
  readonly moment: MomentShown;
  readonly children?: ReactNode;
}) => (
  <>
    <span className="lab-moments__note">
      {note}
      <span className="lab-moments__of">{of}</span>
    </span>
    {picture === null ? null : (
      <a href={picture} aria-label={`${PROBLEMS.look}: ${of}`}>
        {PROBLEMS.look}
      </a>
    )}
    <a href={replay} aria-label={`${PROBLEMS.replay}: ${of}`}>
      {PROBLEMS.replay}
    </a>
    {children}
  </>
);
