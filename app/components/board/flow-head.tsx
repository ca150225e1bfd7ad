import { FLOW } from "~/content/board/flow";
import type { PeriodChoice } from "~/domain/flow/period";
import { ErrorSummary } from "../form/error-summary";
import { PeriodForm } from "./period-form";

export interface FlowHeadView {
  /** What is made up. */
  readonly made: string;
  readonly period: string;
  readonly choice: PeriodChoice;
  readonly from: string;
  readonly until: string;
  readonly error: string | null;
}

/** What a page of the flow says before its figures: what is made up, and of which weeks it is. */
export const FlowHead = ({ view, action }: { readonly view: FlowHeadView; readonly action: string }) => (
  <>
    {view.error === null ? null : <ErrorSummary errors={[{ field: "from", message: view.error }]} />}
    <p className="board-made">{view.made}</p>
    <PeriodForm action={action} choice={view.choice} from={view.from} until={view.until} error={view.error} />
    <p className="board-flow__period">
      <strong>{view.period}</strong>
    </p>
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{FLOW.howCounted}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>{FLOW.counts}</p>
      </div>
    </details>
  </>
);
