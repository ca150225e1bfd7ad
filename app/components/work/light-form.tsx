import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { LIGHT } from "~/content/light";
import type { LightAsk } from "~/domain/fulfilment/light-ask";
import type { CommandType } from "~/domain/fulfilment/part-state";
import { errorOf } from "../form/error-summary";
import type { Choice } from "../form/radios";
import { TextField } from "../form/text-fields";
import { type AnswerProps, CompleteFields, ReasonFields, type SaidNo, TimeFields } from "./answer-forms";

interface Work {
  readonly asks: LightAsk;
  readonly may: readonly CommandType[];
  readonly times: readonly Choice[];
  readonly saidNo: SaidNo;
  /** What was accepted has a time that is still to come. */
  readonly isToCome: boolean;
}

/** The answer of somebody without an account: their name, and a button for each thing that the link may carry out. */
export function LightForm({ work, ...props }: AnswerProps & { readonly work: Work }) {
  return (
    <form method="post" action={props.action} noValidate>
      <input type="hidden" name="version" value={props.version} />
      <input type="hidden" name="part" value={props.partVersion} />
      <input type="hidden" name="key" value={props.pageKey} />
      <TextField
        name="who"
        label={LIGHT.name.label}
        hint={LIGHT.name.hint}
        error={errorOf(props.errors, "who")}
        value={props.typed.who}
        autoComplete="name"
      />
      {fieldsFor(work, props)}
    </form>
  );
}

function fieldsFor({ asks, may, times, saidNo, isToCome }: Work, props: AnswerProps): ReactNode {
  switch (asks) {
    case "answer":
      return (
        <>
          <h2 className="nhsuk-heading-m">{LIGHT.accept.title}</h2>
          <TimeFields times={times} {...props} />
          <div className="button-row">
            <Do value="accept">{LIGHT.accept.button}</Do>
            <Do value="accept-later" secondary>
              {LIGHT.accept.later}
            </Do>
          </div>
          <h2 className="nhsuk-heading-m">{LIGHT.decline.title}</h2>
          <ReasonFields {...DECLINED} saidNo={saidNo} {...props} />
          <Do value="decline" secondary>
            {LIGHT.decline.button}
          </Do>
        </>
      );
    case "time":
      return (
        <>
          <h2 className="nhsuk-heading-m">{LIGHT.time.title}</h2>
          <TimeFields times={times} {...props} />
          <Do value="book">{LIGHT.time.button}</Do>
        </>
      );
    case "outcome":
      return (
        <>
          <h2 className="nhsuk-heading-m">{LIGHT.complete.title}</h2>
          {isToCome ? <p>{LIGHT.notYet}</p> : null}
          <CompleteFields {...props} />
          <Do value="complete">{LIGHT.complete.button}</Do>
          {may.includes("did-not-attend") ? (
            <>
              <h2 className="nhsuk-heading-m">{LIGHT.missed.title}</h2>
              <Do value="did-not-attend" secondary>
                {LIGHT.missed.button}
              </Do>
            </>
          ) : null}
        </>
      );
    default:
      return asks satisfies never;
  }
}

/** The names of the fields of a refusal. */
const DECLINED = { reason: "reason", note: "note" } as const;

/** A button that says which of the answers is sent. */
const Do = ({
  value,
  secondary,
  children,
}: {
  readonly value: string;
  readonly secondary?: boolean;
  readonly children: string;
}) => (
  <Button type="submit" name="intent" value={value} secondary={secondary}>
    {children}
  </Button>
);
