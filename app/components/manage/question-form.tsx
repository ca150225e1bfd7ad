import { Button } from "nhsuk-react-components";
import { ONE_QUESTION, QUESTIONS } from "~/content/manage/services";
import type { Emergency } from "~/domain/journeys/types";
import { Checkboxes } from "../form/checkboxes";
import type { Choice } from "../form/radios";
import { Radios } from "../form/radios";
import { TextField } from "../form/text-fields";
import { PageModule } from "../page-module";
import { Group, SECTION } from "./group";
import { Seen } from "./seen";
import { type Fields, fieldsOf, type SentBack } from "./typed";

/** One line for an answer: the names of its fields, and where it leads when it leads to help at once. */
export interface OptionLine {
  readonly value: string;
  readonly option: string;
  readonly hint: string;
  readonly leadsTo: Emergency | null;
}

/** Asks how a question reads, how it is answered and when it is asked. It can be looked at before it is saved. */
export function QuestionForm({
  action,
  sent,
  seen,
  options,
  earlier,
}: {
  readonly action: string;
  readonly sent: SentBack;
  readonly seen: string;
  readonly options: readonly OptionLine[];
  /** The answers that it may wait for, of the questions that come before it. */
  readonly earlier: readonly Choice[];
}) {
  const fields = fieldsOf(sent);
  return (
    <form method="post" action={action} noValidate data-preview="question-preview">
      <Seen fields={fields} seen={seen} />
      <TextField
        {...fields.text("ask")}
        label={ONE_QUESTION.ask}
        hint={ONE_QUESTION.askHint}
        autoComplete="off"
      />
      <TextField
        {...fields.text("label")}
        label={ONE_QUESTION.label}
        hint={ONE_QUESTION.labelHint}
        width={20}
        autoComplete="off"
      />
      <TextField
        {...fields.text("hint")}
        label={ONE_QUESTION.hint}
        hint={ONE_QUESTION.hintHint}
        autoComplete="off"
      />
      <Radios
        {...fields.one("kind")}
        legend={ONE_QUESTION.kind}
        {...SECTION}
        choices={Object.entries(QUESTIONS.kinds).map(([value, label]) => ({ value, label }))}
      />
      <Radios
        {...fields.one("required")}
        legend={ONE_QUESTION.required}
        {...SECTION}
        choices={[
          { value: "yes", label: ONE_QUESTION.yes },
          { value: "no", label: ONE_QUESTION.no },
        ]}
      />
      <Group title={ONE_QUESTION.options} hint={ONE_QUESTION.optionsHint}>
        {options.map((option, at) => (
          <OptionFields key={option.option} option={option} fields={fields} place={at + 1} />
        ))}
      </Group>
      <TextField
        {...fields.text("maxLength")}
        label={ONE_QUESTION.maxLength}
        width={5}
        inputMode="numeric"
        autoComplete="off"
      />
      {earlier.length === 0 ? null : (
        <Checkboxes
          {...fields.any("onlyIf")}
          legend={ONE_QUESTION.onlyIf}
          hint={ONE_QUESTION.onlyIfHint}
          {...SECTION}
          choices={earlier}
        />
      )}
      <div className="box-setting__buttons">
        <Button type="submit" formMethod="get" secondary>
          {ONE_QUESTION.show}
        </Button>
        <Button type="submit">{ONE_QUESTION.save}</Button>
      </div>
      <PageModule name="preview" />
    </form>
  );
}

/** An answer and its hint. One that leads to help at once is shown with that, and is no one person's to change. */
function OptionFields({
  option,
  fields,
  place,
}: {
  readonly option: OptionLine;
  readonly fields: Fields;
  readonly place: number;
}) {
  const value = fields.text(option.value).value ?? "";
  return (
    <div className="manage-pair">
      <input type="hidden" name={option.value} value={value} />
      <TextField
        {...fields.text(option.option)}
        label={ONE_QUESTION.option(place)}
        {...(option.leadsTo === null ? {} : { hint: ONE_QUESTION.kept(option.leadsTo) })}
        width={20}
        autoComplete="off"
      />
      <TextField
        {...fields.text(option.hint)}
        label={ONE_QUESTION.optionHint(place)}
        width={20}
        autoComplete="off"
      />
    </div>
  );
}
