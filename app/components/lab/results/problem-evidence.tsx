import { PICTURES } from "~/content/lab/pictures";
import { PictureOnPaper, type PictureShown } from "./picture-of-page";

/** A problem with the pages on which it was seen, for paper. */
export interface EvidenceShown {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  /** What was noted when it was seen. */
  readonly moments: readonly { readonly id: string; readonly note: string; readonly of: string }[];
  readonly pictures: readonly {
    readonly picture: PictureShown;
    readonly of: string;
    readonly note: string;
  }[];
  /** How many there are in all. */
  readonly of: number;
}

export const ProblemEvidence = ({ problems }: { readonly problems: readonly EvidenceShown[] }) =>
  problems.map(({ id, title, words, moments, pictures, of }) => (
    <section key={id} className="lab-evidence" aria-labelledby={`evidence-${id}`}>
      <h3 className="nhsuk-heading-s" id={`evidence-${id}`}>
        {title}
      </h3>
      <p>
        {words} {of === 0 ? null : PICTURES.evidenceOf(pictures.length, of)}
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {moments.map((moment) => (
          <li key={moment.id}>
            {moment.note} <span className="lab-evidence__of">{moment.of}</span>
          </li>
        ))}
      </ul>
      {of === 0 ? null : (
        <div className="lab-evidence__pictures">
          {pictures.map((each) => (
            <PictureOnPaper key={each.picture.src + each.of} {...each} />
          ))}
        </div>
      )}
    </section>
  ));
