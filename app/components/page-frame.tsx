import type { ReactNode } from "react";

/** The frame of every page: header, banner, main and footer. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="nhsuk-width-container">
      <main className="nhsuk-main-wrapper" id="maincontent">
        {children}
      </main>
    </div>
  );
}
