import { Button } from "nhsuk-react-components";
import { nth, VARIANT } from "~/content/lab/edit-study";
import { POINT_REASONS } from "~/domain/simulation/changes";
import { MOST } from "~/domain/usability/study";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextField } from "../form/text-fields";
import { Group, SECTION } from "../manage/group";
import type { Fields } from "../manage/typed";
import type { PartChoices } from "./part-fields";

interface Props {
  readonly fields: Fields;
  readonly choices: PartChoices;
  /** Where the form is sent. */
  readonly here: string;
}

/** The fields of a variant: as many styles of boxes and as many other words as are wanted, and what counts in the order. */
export function VariantFields({ fields, choices, here }: Props) {
  const [styles, words] = [placesOf(fields, "style"), placesOf(fields, "of")];
  return (
    <>
      {/* Enter in a field is the form's first button: it saves, as in every other part. */}
      <button type="submit" hidden />
      <TextField {...fields.text("name")} label={VARIANT.name} maxLength={200} autoComplete="off" />
      {styles.map((at) => (
        <StyleFields key={at} fields={fields} choices={choices} at={at} />
      ))}
      <Add value="style" many={styles.length} label={VARIANT.addStyle} here={here} />
      {words.map((at) => (
        <WordsFields key={at} fields={fields} choices={choices} at={at} />
      ))}
      <Add value="words" many={words.length} label={VARIANT.addWords} here={here} />
      <Group title={VARIANT.points} hint={VARIANT.pointsHint}>
        <div className="manage-row">
          {POINT_REASONS.map((reason) => (
            <TextField
              key={reason}
              {...fields.text(reason)}
              label={VARIANT.reasons[reason]}
              width={4}
              inputMode="numeric"
              autoComplete="off"
            />
          ))}
        </div>
      </Group>
    </>
  );
}

/** The places of a group that the form has, from 0: as many as it has of the group's first field. */
function placesOf(fields: Fields, first: string): readonly number[] {
  let many = 1;
  while (many < MOST.changes && fields.text(nth(first, many)).value !== undefined) many += 1;
  return Array.from({ length: many }, (_, at) => at);
}

interface OneProps extends Omit<Props, "here"> {
  readonly at: number;
}

function StyleFields({ fields, choices, at }: OneProps) {
  const services = fields.any(nth("services", at));
  return (
    <div id={nth("styles", at)}>
      <Radios
        {...fields.one(nth("style", at))}
        legend={at === 0 ? VARIANT.style : VARIANT.styleAgain(at + 1)}
        {...SECTION}
        choices={Object.entries(VARIANT.styles).map(([value, label]) => ({ value, label }))}
      />
      <details className="nhsuk-details" open={at > 0 && services.chosen.length === 0}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{VARIANT.services}</span>
        </summary>
        <div className="nhsuk-details__text">
          <Checkboxes
            {...services}
            legend={VARIANT.services}
            hint={VARIANT.servicesHint}
            choices={choices.services.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      </details>
    </div>
  );
}

function WordsFields({ fields, choices, at }: OneProps) {
  const of = fields.text(nth("of", at));
  return (
    <div id={nth("words", at)}>
      <Group title={at === 0 ? VARIANT.words : VARIANT.wordsAgain(at + 1)}>
        <Select name={of.name} label={VARIANT.wordsOf} value={of.value} error={of.error}>
          <option value="">{VARIANT.none}</option>
          {choices.services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <TextField
          {...fields.text(nth("called", at))}
          label={VARIANT.wordsName}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          {...fields.text(nth("says", at))}
          label={VARIANT.wordsSummary}
          maxLength={200}
          autoComplete="off"
        />
      </Group>
    </div>
  );
}

/** Sends the form to get one more of a group, and goes to it; nothing is saved by that. */
function Add({
  value,
  many,
  label,
  here,
}: {
  readonly value: "style" | "words";
  readonly many: number;
  readonly label: string;
  readonly here: string;
}) {
  if (many >= MOST.changes) return null;
  const to = nth(value === "style" ? "styles" : "words", many);
  return (
    <div className="lab-add">
      {many > 1 ? <p className="nhsuk-hint">{VARIANT.several}</p> : null}
      <Button
        type="submit"
        name="add"
        value={value}
        formAction={`${here}#${to}`}
        secondary
        small
        formNoValidate
      >
        {label}
      </Button>
    </div>
  );
}
