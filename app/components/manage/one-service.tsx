import { Button, SummaryList } from "nhsuk-react-components";
import { ONE_SERVICE, WORDS } from "~/content/manage/services";
import { ButtonLink } from "../form/button-link";

/** A line of what a service says: several sentences are several paragraphs. */
export interface SaidLine {
  readonly label: string;
  readonly said: readonly string[];
}

/** What a service says, with the way to change it. What it says nothing of is left out. */
export const WhatItSays = ({
  lines,
  change,
}: {
  readonly lines: readonly SaidLine[];
  readonly change: string;
}) => (
  <section aria-labelledby="says">
    <h2 className="nhsuk-heading-m" id="says">
      {WORDS.says}
    </h2>
    <SummaryList noBorder className="manage-facts">
      {lines
        .filter(({ said }) => said.length > 0)
        .map(({ label, said }) => (
          <SummaryList.Row key={label}>
            <SummaryList.Key>{label}</SummaryList.Key>
            <SummaryList.Value>
              {said.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </SummaryList.Value>
          </SummaryList.Row>
        ))}
    </SummaryList>
    <ButtonLink href={change} className="nhsuk-button--secondary">
      {ONE_SERVICE.change}
    </ButtonLink>
  </section>
);

/** What a service asks of its own, in a line each, with the way to change it. */
export const WhatItAsks = ({
  questions,
  change,
}: {
  readonly questions: readonly string[];
  readonly change: string;
}) => (
  <section aria-labelledby="asks">
    <h2 className="nhsuk-heading-m" id="asks">
      {ONE_SERVICE.questions}
    </h2>
    {questions.length === 0 ? (
      <p>{ONE_SERVICE.noQuestions}</p>
    ) : (
      <ol>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    )}
    <ButtonLink href={change} className="nhsuk-button--secondary">
      {ONE_SERVICE.changeQuestions}
    </ButtonLink>
  </section>
);

/** Which signs of danger a service asks for, who agreed them, and what waits for a second person. */
export const WhatIsDanger = ({
  words,
  change,
}: {
  readonly words: readonly string[];
  readonly change: string;
}) => (
  <section aria-labelledby="danger">
    <h2 className="nhsuk-heading-m" id="danger">
      {ONE_SERVICE.flags}
    </h2>
    {words.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <ButtonLink href={change} className="nhsuk-button--secondary">
      {ONE_SERVICE.changeFlags}
    </ButtonLink>
  </section>
);

/** Closes a service, or opens it again, with what that means. */
export const CloseOrOpen = ({
  action,
  seen,
  open,
  partOf,
}: {
  readonly action: string;
  readonly seen: string;
  readonly open: boolean;
  /** Of which other service it is a part; empty when of none. */
  readonly partOf: string;
}) => (
  <section aria-labelledby="close">
    <h2 className="nhsuk-heading-m" id="close">
      {open ? ONE_SERVICE.closeTitle : ONE_SERVICE.openTitle}
    </h2>
    <p>{open ? ONE_SERVICE.closeHow : ONE_SERVICE.openHow}</p>
    {partOf === "" ? null : <p>{partOf}</p>}
    <form method="post" action={action}>
      <input type="hidden" name="seen" value={seen} />
      <Button type="submit" name="status" value={open ? "closed" : "open"} warning={open}>
        {open ? ONE_SERVICE.close : ONE_SERVICE.open}
      </Button>
    </form>
  </section>
);
