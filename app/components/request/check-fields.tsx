import { Button, SummaryList } from "nhsuk-react-components";
import type { Box } from "~/domain/boxes/types";
import type { SummaryLine } from "~/domain/journeys/step";
import { counted } from "~/domain/shared/in-words";
import { BoxLabel } from "../box-label";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { type PartBox, PartBoxes } from "../part-boxes";
import { all, type FieldsProps, one } from "./fields";

/** A time that was picked, and until when and for how many minutes more it is kept; null when it no longer is. */
export interface KeptTime {
  readonly slotId: string;
  readonly when: string;
  readonly left: { readonly until: string; readonly minutes: number } | null;
  readonly renewAt: string;
}

/** What was said, and what it comes to. */
export interface CheckView {
  readonly kept: KeptTime | null;
  readonly lines: readonly SummaryLine[];
  /** Whose box it will come in, as far as that is known; null when the front desk takes it. */
  readonly box: Box | null;
  /** Whether a person chose, or we choose when it is sent. */
  readonly chosenFor: boolean;
  readonly promise: string;
  /** Of a service of several parts, each in order; empty otherwise. */
  readonly parts: readonly PartBox[];
  readonly desk: string;
  /** What else is answered to the end for the same person, and can be sent along. */
  readonly readyToo: readonly { readonly value: string; readonly name: string }[];
  /** Where something else is found, to be asked for at the same time. */
  readonly more: string;
}

interface CheckFieldsProps extends FieldsProps, CheckView {
  readonly hrefOf: (step: SummaryLine["step"]) => string;
}

/** Everything that was said, the label it will come with, and the consent to pass on, which has no default. */
export function CheckFields({
  lines,
  kept,
  hrefOf,
  box,
  chosenFor,
  promise,
  parts,
  desk,
  readyToo,
  more,
  typed,
  errors,
}: CheckFieldsProps) {
  return (
    <div className="check">
      <div>
        <SummaryList>
          {lines.map(({ step, label, value }) => (
            <SummaryList.Row key={`${step} ${label}`}>
              <SummaryList.Key>{label}</SummaryList.Key>
              <SummaryList.Value className="check__value">{value}</SummaryList.Value>
              <SummaryList.Action href={hrefOf(step)} visuallyHiddenText={label.toLowerCase()}>
                Change
              </SummaryList.Action>
            </SummaryList.Row>
          ))}
        </SummaryList>
        {kept ? <Kept kept={kept} /> : null}
      </div>
      {parts.length > 0 ? (
        <div className="check__parts">
          <h2 className="nhsuk-heading-m">The boxes it will most likely come in</h2>
          <PartBoxes parts={parts} desk={desk} />
        </div>
      ) : null}
      {box ? (
        <div>
          <h2 className="nhsuk-heading-m">
            {chosenFor ? "The box it will most likely come in" : "The box it will come in"}
          </h2>
          <BoxLabel box={box} />
        </div>
      ) : null}
      <div className="check__together">
        {readyToo.length > 0 ? (
          <Checkboxes
            name="with"
            legend="Send these at the same time?"
            heading="section"
            hint="You answered them already, and have not sent them. All of them come under one reference."
            error={errorOf(errors, "with")}
            chosen={all(typed, "with")}
            choices={readyToo.map(({ value, name }) => ({ value, label: name }))}
          />
        ) : null}
        <p>
          Do you need something else as well? <a href={more}>Find it and answer its questions</a>, then send
          both at once. Your answers here are kept.
        </p>
      </div>
      <div>
        <Radios
          name="consent"
          legend="If they cannot help, may we ask the next one on the list?"
          heading="section"
          hint="Whoever cannot help keeps the reference and not your answers."
          error={errorOf(errors, "consent")}
          chosen={one(typed, "consent")}
          choices={[
            {
              value: "yes",
              label: "Yes, ask the next one",
              hint: "You keep your place: the date we promise does not move.",
            },
            {
              value: "no",
              label: "No, come back to me first",
              hint: "You choose again. This can take longer.",
            },
          ]}
        />
        <p className="check__promise">{promise}</p>
      </div>
    </div>
  );
}

/** The form that keeps the time: beside the question's own, whose button stays the one that sends it. */
export const KEEP_TIME_FORM = "keep-time";

/** The same time, picked again, is kept for another ten minutes: no script counts them down. */
function Kept({ kept: { when, left } }: { readonly kept: KeptTime }) {
  return (
    <div className="kept-time">
      <p>
        {left === null
          ? `We no longer keep ${when} for you. If nobody has taken it, you can still have it.`
          : `We are keeping this time for you until ${left.until}: ${when}. You have ${counted(left.minutes, "more minute")}, and can have more.`}
      </p>
      <Button type="submit" secondary form={KEEP_TIME_FORM}>
        {left === null ? "Keep it for me again" : "Keep it for 10 more minutes"}
      </Button>
    </div>
  );
}
