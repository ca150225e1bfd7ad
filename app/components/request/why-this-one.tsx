import { Details } from "nhsuk-react-components";
import type { PatientExplanation } from "~/domain/routing/explain/patient";

/** "Why this one?": the decision in plain words, folded away until somebody asks. */
export const WhyThisOne = ({
  explanation,
  summary = "Why this one comes first",
}: {
  readonly explanation: PatientExplanation;
  readonly summary?: string;
}) => (
  <Details className="why-this-one">
    <Details.Summary>{summary}</Details.Summary>
    {explanation.sections.map(({ heading, sentences }) => (
      <section key={heading}>
        <h3 className="nhsuk-heading-xs">{heading}</h3>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    ))}
  </Details>
);
