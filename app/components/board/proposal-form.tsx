import { Button } from "nhsuk-react-components";
import { MATTER_WORDS } from "~/content/board/governance";
import { PROPOSE } from "~/content/board/propose";
import { MATTER_KINDS, type MatterKind } from "~/domain/governance/matter-kinds";
import { errorOf, type FieldError } from "../form/error-summary";
import { type Choice, Radios } from "../form/radios";
import { DateFields, TextArea } from "../form/text-fields";
import { Group, SECTION } from "../manage/group";
import { fieldsOf, type SentBack } from "../manage/typed";
import { type MatterChoices, MatterFields } from "./matter-fields";

/** Asks what kind of thing should be decided; the next page asks for the rest. */
export const ChooseMatter = ({
  action,
  scenario,
  errors,
}: {
  readonly action: string;
  readonly scenario: string;
  readonly errors: readonly FieldError[];
}) => (
  <form method="get" action={action}>
    {scenario === "" ? null : <input type="hidden" name="scenario" value={scenario} />}
    <Radios
      name="matter"
      legend={PROPOSE.choose}
      error={errorOf(errors, "matter")}
      choices={MATTER_KINDS.map((kind) => ({
        value: kind,
        label: MATTER_WORDS[kind].label,
        hint: MATTER_WORDS[kind].hint,
      }))}
    />
    <p>{PROPOSE.dangers}</p>
    <Button type="submit">{PROPOSE.next}</Button>
  </form>
);

interface ProposalFormProps {
  readonly kind: MatterKind;
  readonly action: string;
  readonly scenario: string;
  readonly choices: MatterChoices;
  readonly before: SentBack["typed"];
  readonly sent: SentBack | null;
  /** From which seats one can speak. */
  readonly seats: readonly Choice[];
  readonly firstDay: string;
  readonly votingDays: string;
}

/** Asks what would change, why, and when. */
export function ProposalForm(props: ProposalFormProps) {
  const { kind, action, scenario, choices, before, sent, seats, firstDay, votingDays } = props;
  const fields = fieldsOf(sent, before);
  return (
    <form method="post" action={action} noValidate className="board-decide__form">
      <input type="hidden" name="matter" value={kind} />
      {scenario === "" ? null : <input type="hidden" name="scenario" value={scenario} />}
      <MatterFields kind={kind} fields={fields} choices={choices} />
      <TextArea
        {...fields.text("why")}
        label={PROPOSE.why}
        hint={PROPOSE.whyHint}
        rows={4}
        maxLength={2_000}
      />
      <Group title={PROPOSE.days}>
        <DateFields {...fields.date("opens")} legend={PROPOSE.opens} hint={PROPOSE.opensHint(firstDay)} />
        <DateFields
          {...fields.date("closes")}
          legend={PROPOSE.closes}
          hint={PROPOSE.closesHint(votingDays)}
        />
        <DateFields {...fields.date("applies")} legend={PROPOSE.applies} hint={PROPOSE.appliesHint} />
      </Group>
      {seats.length === 1 ? (
        <input type="hidden" name="as" value={seats[0]?.value} />
      ) : (
        <Radios {...fields.one("as")} legend={PROPOSE.as} {...SECTION} choices={seats} />
      )}
      <Button type="submit">{PROPOSE.send}</Button>
    </form>
  );
}
