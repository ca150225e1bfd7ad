import { SHOWING } from "~/content/board/stage";
import type { PaneShown } from "./types";

/** A real page of the stage's world, as somebody else sees it; or that nobody is there to see one. */
export function Pane({
  id,
  pane,
  look,
}: {
  readonly id: string;
  readonly pane: PaneShown;
  readonly look: "phone" | "work";
}) {
  return (
    <section className={`stage-pane stage-pane--${look}`} aria-labelledby={`${id}-title`}>
      <h2 className="stage-pane__title" id={`${id}-title`}>
        {pane.title}
      </h2>
      <div className="stage-pane__screen">
        <div id={`${id}-nobody`} data-live="">
          {pane.address === null ? (
            <div className="stage-pane__nobody">
              <p>
                <strong>{SHOWING.nobodyWorks(pane.title)}</strong>
              </p>
              <p>{SHOWING.nobodyDo}</p>
            </div>
          ) : null}
        </div>
        <iframe
          className="stage-pane__frame"
          id={id}
          src={pane.address ?? undefined}
          hidden={pane.address === null}
          title={pane.title}
          data-stage-pane={pane.scroll}
        />
      </div>
    </section>
  );
}
