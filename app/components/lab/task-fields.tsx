import { EDIT, TASK } from "~/content/lab/edit-study";
import { EVENT_WORDS } from "~/content/lab/studies";
import { sentence } from "~/domain/shared/in-words";
import { EVENT_TYPES_OF_A_REQUEST } from "~/domain/usability/reached";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-fields";
import { Group, SECTION } from "../manage/group";
import type { Fields } from "../manage/typed";
import type { PartChoices } from "./part-fields";

/** The fields of a task: what is read, how it begins, when it went well, what is asked after it. */
export function TaskFields({ fields, choices }: { readonly fields: Fields; readonly choices: PartChoices }) {
  return (
    <>
      <TextField {...fields.text("id")} label={TASK.id} hint={TASK.idHint} width={20} autoComplete="off" />
      <TextArea {...fields.text("words")} label={TASK.words} hint={TASK.wordsHint} rows={5} />
      <Group title={TASK.begins}>
        <Select
          name="person"
          label={TASK.person}
          value={fields.text("person").value}
          error={fields.text("person").error}
        >
          {choices.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Radios
          {...fields.one("signedIn")}
          legend={TASK.signedIn}
          choices={[
            { value: "yes", label: EDIT.yes },
            { value: "no", label: EDIT.no },
          ]}
        />
        <TextField
          {...fields.text("startsAt")}
          label={TASK.startsAt}
          hint={TASK.startsAtHint}
          width={20}
          autoComplete="off"
        />
        <TextArea {...fields.text("before")} label={TASK.before} hint={TASK.beforeHint} rows={6} />
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{TASK.beforeExampleTitle}</span>
          </summary>
          <div className="nhsuk-details__text">
            <pre className="lab-lines">{TASK.beforeExample}</pre>
          </div>
        </details>
      </Group>
      <Success fields={fields} choices={choices} />
      <TextArea {...fields.text("path")} label={TASK.path} hint={TASK.pathHint} rows={6} />
      <TextField
        {...fields.text("limit")}
        label={TASK.limit}
        hint={TASK.limitHint}
        width={2}
        inputMode="numeric"
        autoComplete="off"
      />
      {choices.questions.length === 0 ? null : (
        <Checkboxes
          {...fields.any("questions")}
          legend={TASK.questions}
          {...SECTION}
          choices={choices.questions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextArea {...fields.text("script")} label={TASK.script} rows={5} />
    </>
  );
}

function Success({ fields, choices }: { readonly fields: Fields; readonly choices: PartChoices }) {
  return (
    <>
      <Radios
        {...fields.one("by")}
        legend={TASK.well}
        {...SECTION}
        choices={Object.entries(TASK.by).map(([value, label]) => ({ value, label }))}
      />
      <Group title={TASK.by.event}>
        <Select
          name="event"
          label={TASK.event}
          value={fields.text("event").value}
          error={fields.text("event").error}
        >
          {EVENT_TYPES_OF_A_REQUEST.map((event) => (
            <option key={event} value={event}>
              {sentence(EVENT_WORDS[event])}
            </option>
          ))}
        </Select>
        <Select
          name="service"
          label={TASK.service}
          value={fields.text("service").value}
          error={fields.text("service").error}
        >
          <option value="">{TASK.anyService}</option>
          {choices.services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Group>
      <Group title={TASK.by.address}>
        <TextField
          {...fields.text("pattern")}
          label={TASK.pattern}
          hint={TASK.patternHint}
          width={20}
          autoComplete="off"
        />
        <TextArea {...fields.text("values")} label={TASK.values} hint={TASK.valuesHint} rows={2} />
      </Group>
      <Group title={TASK.by.judgement}>
        <TextField {...fields.text("of")} label={TASK.of} maxLength={200} autoComplete="off" />
      </Group>
    </>
  );
}
