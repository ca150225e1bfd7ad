import type { ReactNode } from "react";
import { PageModule } from "./page-module";

/**
 * What keeps a page up to date: where its stream is, and the words that are read out, politely, once something has
 * changed. What may be swapped stands in elements with an id and `data-live`.
 */
export function LivePage({
  events,
  say,
  children,
}: {
  readonly events: string;
  readonly say: string;
  readonly children: ReactNode;
}) {
  return (
    <div data-live-events={events}>
      <p className="nhsuk-u-visually-hidden" role="status" data-live-say={say} />
      {children}
      <PageModule name="live" />
    </div>
  );
}
