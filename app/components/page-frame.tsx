import { useMatches } from "@remix-run/react";
import { SkipLink } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { ENGLISH_FRAME, type FrameWords } from "~/content/frame";
import { type FrontDoor, saysSensitive, useFrameWords, useMaybeFrontDoor } from "~/front-door";
import type { Paths } from "~/paths";
import { HelpStrip } from "./help-strip";
import { KindBanner } from "./kind-banner";
import { LeaveQuickly } from "./leave-quickly";
import { PageFooter } from "./page-footer";
import { PageHeader } from "./page-header";
import { SessionWarning } from "./session-warning";

export type Door = FrontDoor & { readonly paths: Paths };

/** The frame of every page: skip link, banner, header, where help is, main and footer. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const sensitive = useMatches().some(({ data }) => saysSensitive(data));
  return (
    <Frame door={useMaybeFrontDoor()} words={useFrameWords()} sensitive={sensitive}>
      {children}
    </Frame>
  );
}

/** The same for a door that is given. Without one (the page failed before it was known), help is still there. */
export function Frame({
  door,
  words = ENGLISH_FRAME,
  sensitive = false,
  children,
}: {
  readonly door: Door | undefined;
  readonly words?: FrameWords;
  readonly sensitive?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <SkipLink>{words.skip}</SkipLink>
      {door ? <KindBanner kind={door.brand.kind} words={words} /> : null}
      {door ? <PageHeader door={door} words={words} /> : null}
      <HelpStrip words={words} />
      {sensitive ? <LeaveQuickly /> : null}
      <div className="nhsuk-width-container page-body">
        <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
          {children}
        </main>
      </div>
      {door ? <PageFooter door={door} words={words} /> : null}
      {door?.patient ? <SessionWarning door={door} seconds={door.patient.secondsLeft} /> : null}
    </>
  );
}
