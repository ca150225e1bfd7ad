import type { Step } from "~/content/tracking/timeline";

const STATE_WORDS = { done: "Done", now: "Now", next: "Next" } as const;

/** A parcel's line of steps. Done, now and next differ in shape and in words, not only in colour. */
export function TrackingLine({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) {
  return (
    <ol className="tracking-line" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={`tracking-line__step tracking-line__step--${step.state} tracking-line__step--${step.tone}`}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <span className="tracking-line__dot" aria-hidden="true" />
          <div>
            <p className="tracking-line__title">
              {step.state === "done" ? (
                <span className="nhsuk-u-visually-hidden">Done: </span>
              ) : (
                <strong className="tracking-line__state">{STATE_WORDS[step.state]}</strong>
              )}{" "}
              {step.title}
            </p>
            {step.text ? <p className="tracking-line__text">{step.text}</p> : null}
            {step.when ? <p className="tracking-line__when">{step.when}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
