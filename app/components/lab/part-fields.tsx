import { ABOUT, EDIT, END, QUESTION, SCRIPT } from "~/content/lab/edit-study";
import { PERMISSION_WORDS, TRUTH_WORDS } from "~/content/lab/studies";
import { sentence } from "~/domain/shared/in-words";
import { PERMISSIONS, type Question, TRUTHS } from "~/domain/usability/study";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-fields";
import { Group, SECTION } from "../manage/group";
import type { Fields } from "../manage/typed";
import { TaskFields } from "./task-fields";
import { VariantFields } from "./variant-fields";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What can be chosen in the form of a part. */
export interface PartChoices {
  readonly people: readonly Named[];
  readonly services: readonly Named[];
  readonly questions: readonly Named[];
}

interface PartProps {
  readonly fields: Fields;
  readonly choices: PartChoices;
  /** Where the form is sent. */
  readonly here: string;
}

export const YES_NO = [
  { value: "yes", label: EDIT.yes },
  { value: "no", label: EDIT.no },
];

const PARTS = {
  about: AboutFields,
  script: ScriptFields,
  end: EndFields,
  task: TaskFields,
  variant: VariantFields,
  question: QuestionFields,
} as const;

/** The fields of one part of a study. */
export function PartFields({ of, ...props }: PartProps & { readonly of: keyof typeof PARTS }) {
  const Fields = PARTS[of];
  return <Fields {...props} />;
}

function AboutFields({ fields }: PartProps) {
  return (
    <>
      <TextField {...fields.text("name")} label={ABOUT.name} maxLength={200} autoComplete="off" />
      <TextArea {...fields.text("aims")} label={ABOUT.aims} rows={4} />
      <TextArea
        {...fields.text("information")}
        label={ABOUT.information}
        hint={ABOUT.informationHint}
        rows={8}
      />
      <Checkboxes
        {...fields.any("permissions")}
        legend={ABOUT.permissions}
        hint={ABOUT.permissionsHint}
        {...SECTION}
        choices={PERMISSIONS.filter((each) => each !== "take-part").map((value) => ({
          value,
          label: sentence(PERMISSION_WORDS[value].short),
          hint: PERMISSION_WORDS[value].hint,
        }))}
      />
      <Radios {...fields.one("moderated")} legend={ABOUT.moderated} {...SECTION} choices={YES_NO} />
      <TextField
        {...fields.text("keepDays")}
        label={ABOUT.keepDays}
        hint={ABOUT.keepDaysHint}
        width={4}
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}

function ScriptFields({ fields }: PartProps) {
  return (
    <>
      <TextArea {...fields.text("opening")} label={SCRIPT.opening} rows={8} />
      <TextArea {...fields.text("closing")} label={SCRIPT.closing} rows={5} />
      <TextArea {...fields.text("safety")} label={SCRIPT.safety} rows={6} />
    </>
  );
}

function EndFields({ fields, choices }: PartProps) {
  return (
    <>
      <Radios {...fields.one("seq")} legend={END.seq} {...SECTION} choices={YES_NO} />
      <Radios {...fields.one("sus")} legend={END.sus} hint={END.susHint} {...SECTION} choices={YES_NO} />
      {choices.questions.length === 0 ? (
        <p>{END.none}</p>
      ) : (
        <Checkboxes
          {...fields.any("atEnd")}
          legend={END.atEnd}
          {...SECTION}
          choices={choices.questions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}

function QuestionFields({ fields }: PartProps) {
  return (
    <>
      <TextField {...fields.text("words")} label={QUESTION.words} maxLength={200} autoComplete="off" />
      <Radios
        {...fields.one("kind")}
        legend={QUESTION.kind}
        {...SECTION}
        choices={(Object.keys(QUESTION.kinds) as Question["kind"][]).map((value) => ({
          value,
          ...QUESTION.kinds[value],
        }))}
      />
      <Group title={QUESTION.kinds.comprehension.label}>
        <Select
          name="truth"
          label={QUESTION.truth}
          value={fields.text("truth").value}
          error={fields.text("truth").error}
        >
          {TRUTHS.map((truth) => (
            <option key={truth} value={truth}>
              {TRUTH_WORDS[truth]}
            </option>
          ))}
        </Select>
      </Group>
      <Group title={QUESTION.kinds.scale.label}>
        <TextField
          {...fields.text("steps")}
          label={QUESTION.steps}
          hint={QUESTION.stepsHint}
          width={2}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField {...fields.text("low")} label={QUESTION.low} width={20} autoComplete="off" />
        <TextField {...fields.text("high")} label={QUESTION.high} width={20} autoComplete="off" />
      </Group>
      <Group title={QUESTION.kinds.choice.label}>
        <TextArea {...fields.text("options")} label={QUESTION.options} hint={QUESTION.optionsHint} rows={5} />
      </Group>
    </>
  );
}
