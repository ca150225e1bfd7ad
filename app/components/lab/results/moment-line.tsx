import type { ReactNode } from "react";
import { PICTURES } from "~/content/lab/pictures";
import { PROBLEMS } from "~/content/lab/problems";
import { PictureOfPage, type PictureShown } from "./picture-of-page";

/** A moment of a session in a list, with the ways to what it was. */
export interface MomentShown {
  readonly code: string;
  readonly event: string;
  readonly note: string;
  /** Who, in which task, when, and on which page. */
  readonly of: string;
  /** Where the page as it was can be looked at; null where it was not kept. */
  readonly page: string | null;
  readonly picture: PictureShown | null;
  readonly replay: string;
}

/** A moment as a form sends it: whose, and which event. */
export const keyOf = ({ code, event }: Pick<MomentShown, "code" | "event">): string => `${code}:${event}`;

export const MomentLine = ({
  moment: { note, of, page, picture, replay },
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
    {picture === null ? null : <PictureOfPage picture={picture} />}
    {page === null || picture !== null ? null : (
      <a href={page} aria-label={PICTURES.of(of)}>
        {PICTURES.look}
      </a>
    )}
    <a href={replay} aria-label={`${PROBLEMS.replay}: ${of}`}>
      {PROBLEMS.replay}
    </a>
    {children}
  </>
);
