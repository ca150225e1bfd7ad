import { createContext, type ReactNode, useContext } from "react";

/** On paper nothing can be pressed: all sections stand open there. */
export const OnPaper = createContext(false);

/** A part of a long page under a heading, which on a screen is folded under what it comes to. */
export const Section = ({
  id,
  title,
  gist = "",
  open = false,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly gist?: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) => {
  const heading = (
    <h2 className="nhsuk-heading-m" id={id}>
      {title}
    </h2>
  );
  return useContext(OnPaper) ? (
    <section className="lab-section" aria-labelledby={id}>
      {heading}
      {children}
    </section>
  ) : (
    <details className="lab-fold" open={open}>
      <summary>
        {heading}
        {gist === "" ? null : <span className="lab-fold__gist">{gist}</span>}
      </summary>
      <div className="lab-fold__body">{children}</div>
    </details>
  );
};
