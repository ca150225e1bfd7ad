import { BackLink, Button, Col, Row } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { NOTE_LENGTH } from "~/domain/fulfilment/note";
import { ErrorSummary, errorOf, type FieldError } from "../form/error-summary";
import { TextArea } from "../form/text-fields";

/** A page on which a person writes one thing about their own request. */
export function SayForm({
  back,
  caption,
  heading,
  children,
  first,
  label,
  hint,
  button,
  part,
  errors,
  typed,
}: {
  /** The request's own page. */
  readonly back: string;
  readonly caption: string;
  readonly heading: string;
  /** What stands between the heading and the form. */
  readonly children: ReactNode;
  /** What is asked in the form before the text. */
  readonly first?: ReactNode;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly button: string;
  /** As the page showed it, and the key under which the page is sent once. */
  readonly part: { readonly id: string; readonly version: number; readonly key: string };
  readonly errors: readonly FieldError[];
  readonly typed: string | undefined;
}) {
  return (
    <Row>
      <Col width="two-thirds">
        <BackLink href={back}>Back</BackLink>
        <ErrorSummary errors={errors} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{caption}</span>
          {heading}
        </h1>
        {children}
        <form method="post" noValidate>
          <input type="hidden" name="part" value={part.id} />
          <input type="hidden" name="version" value={part.version} />
          <input type="hidden" name="key" value={part.key} />
          {first}
          <TextArea
            name="text"
            label={label}
            hint={hint}
            error={errorOf(errors, "text")}
            value={typed}
            rows={4}
            maxLength={NOTE_LENGTH}
          />
          <Button type="submit">{button}</Button>
        </form>
      </Col>
    </Row>
  );
}
