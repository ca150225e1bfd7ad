import { BackLink, Button, InsetText } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { ANSWERS_ARE_KEPT } from "~/content/keeping";
import { ASKED_ALREADY, SO_FAR } from "~/content/unfinished";
import { ErrorSummary, type FieldError } from "../form/error-summary";

/** A request for the same service, and whom it is for where that is known. */
export interface SentAlready {
  readonly reference: string;
  readonly when: string;
  readonly person: string | null;
  readonly href: string;
}

interface StepFormProps {
  /** The service's name: what is being asked for stands over every question. */
  readonly caption: string;
  /** "Question 3 of about 8"; null where it would not be honest. */
  readonly progress: string | null;
  readonly back: string;
  readonly errors: readonly FieldError[];
  readonly button: string;
  /** A heading of its own, when the page has more than one field. */
  readonly heading?: string;
  /** The draft and the version of it that is shown: a form sent twice is one request, and nobody sends what they did not see. */
  readonly draft: { readonly id: string; readonly version: number } | null;
  /** What was sent for this service already, told above the first question. */
  readonly sent?: readonly SentAlready[];
  /** Where what is answered so far is shown, with how long it is kept; null before the first answer. */
  readonly later?: string | null;
  /** The answer is changed from check answers: a form that is sent with GET must say so again. */
  readonly changing?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One question a page: the way back, what is wrong if anything is, the fields, and one button. */
export function StepForm({
  caption,
  progress,
  back,
  errors,
  button,
  heading,
  draft,
  sent = [],
  later = null,
  changing = false,
  wide = false,
  children,
}: StepFormProps) {
  return (
    <>
      <BackLink href={back}>Back</BackLink>
      <div className={wide ? "step step--wide" : "step"}>
        <ErrorSummary errors={errors} />
        <p className="step__caption">
          {caption}
          {progress ? <span className="step__progress">{progress}</span> : null}
        </p>
        {heading ? <h1 className="nhsuk-heading-l">{heading}</h1> : null}
        {later === null ? <p className="step__kept">{ANSWERS_ARE_KEPT}</p> : null}
        {sent.length > 0 ? (
          <InsetText>
            {sent.map(({ reference, when, person, href }) => (
              <p key={reference}>
                {ASKED_ALREADY.told(when, person)}. <a href={href}>{ASKED_ALREADY.see(reference)}</a>
              </p>
            ))}
            <p>{ASKED_ALREADY.again}</p>
          </InsetText>
        ) : null}
        <form method="post" noValidate>
          {draft ? (
            <>
              <input type="hidden" name="draft" value={draft.id} />
              <input type="hidden" name="version" value={draft.version} />
            </>
          ) : null}
          {changing ? <input type="hidden" name="change" value="1" /> : null}
          {children}
          <Button type="submit">{button}</Button>
        </form>
        {later ? (
          <p>
            <a href={later}>{SO_FAR.stop}</a>
          </p>
        ) : null}
      </div>
    </>
  );
}
