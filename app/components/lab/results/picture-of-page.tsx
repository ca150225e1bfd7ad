import { PICTURES } from "~/content/lab/pictures";

/** A picture of a page as a participant saw it. */
export interface PictureShown {
  readonly src: string;
  /** Where the page can be looked at, with what is known of it. */
  readonly href: string;
  /** What it is of, for who does not see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** What is wider is no phone’s. */
const WIDE = 600;

/** The head of a page, small; it leads to all of it. */
export const PictureOfPage = ({
  picture: { src, href, alt, width, height },
}: {
  readonly picture: PictureShown;
}) => (
  <a className={`lab-picture${width > WIDE ? " lab-picture--wide" : ""}`} href={href}>
    <img src={src} alt={alt} width={width} height={height} loading="lazy" />
    <span aria-hidden="true">{PICTURES.look}</span>
  </a>
);

/** On paper nothing waits until it is looked at, and nothing leads on. */
export const PictureOnPaper = ({
  picture: { src, alt, width, height },
  of,
  note,
}: {
  readonly picture: PictureShown;
  readonly of: string;
  readonly note: string;
}) => (
  <figure className="lab-paper-picture">
    <img src={src} alt={alt} width={width} height={height} />
    <figcaption>
      {note === "" ? null : <strong>{note}</strong>} {of}
    </figcaption>
  </figure>
);
