import { HOW_IT_WORKS } from "~/content/how-it-works";
import { StepDrawing } from "./drawings";

/** The front door in three drawn steps. */
export function HowItWorks() {
  return (
    <ol className="how-it-works">
      {HOW_IT_WORKS.map((step) => (
        <li key={step.id}>
          <StepDrawing step={step.id} />
          <h3>{step.title}</h3>
          <p>{step.words}</p>
        </li>
      ))}
    </ol>
  );
}
