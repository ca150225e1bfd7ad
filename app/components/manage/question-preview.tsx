import { ONE_QUESTION } from "~/content/manage/services";
import type { Question } from "~/domain/journeys/types";
import { QuestionFields } from "../request/question-fields";

/** A question as people meet it: their own page's fields, with nothing in them. */
export const QuestionPreview = ({ question }: { readonly question: Question | null }) => (
  <section id="question-preview" className="manage-preview" aria-labelledby="preview-title">
    <h2 className="nhsuk-heading-m" id="preview-title">
      {ONE_QUESTION.preview}
    </h2>
    {question === null ? null : <QuestionFields question={question} typed={{}} errors={[]} preview />}
  </section>
);
