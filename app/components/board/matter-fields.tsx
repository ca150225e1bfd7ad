import { MATTER_WORDS } from "~/content/board/governance";
import { POINT_WORDS } from "~/content/board/points";
import { PROPOSE } from "~/content/board/propose";
import { STYLE_WORDS } from "~/content/box";
import { NEW_PARTNER } from "~/content/manage/partners";
import { PRIORITY_WORDS, WORDS } from "~/content/manage/services";
import { NEEDS } from "~/content/needs";
import { POINT_NAMES } from "~/domain/directory/kinds";
import { BOX_STYLES } from "~/domain/directory/types";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import { MATTER_KINDS, type MatterKind } from "~/domain/governance/matter-kinds";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-fields";
import { Group, SECTION } from "../manage/group";
import { BoundFields, type Leads, WhoFields } from "../manage/partner-form";
import type { Fields } from "../manage/typed";
import { AskedForFields } from "../manage/words-form";

/** What there is to choose from: members for whom it makes sense, services, and who could be admitted. */
export interface MatterChoices {
  readonly members: Leads;
  readonly services: Leads;
  readonly outside: Leads;
}

interface MatterFieldsProps {
  readonly kind: MatterKind;
  readonly fields: Fields;
  readonly choices: MatterChoices;
}

/** What is asked of one kind of matter. */
export function MatterFields({ kind, fields, choices }: MatterFieldsProps) {
  switch (kind) {
    case "admit":
      return <AdmitFields fields={fields} choices={choices} />;
    case "leave":
    case "suspend":
      return (
        <>
          <Choose fields={fields} name="member" label={PROPOSE.member} from={choices.members} />
          <Radios
            {...fields.one("openWork")}
            legend={PROPOSE.openWork}
            choices={[
              { value: "reroute", label: PROPOSE.reroute },
              { value: "finish", label: PROPOSE.finish },
            ]}
          />
        </>
      );
    case "resume":
      return <Choose fields={fields} name="member" label={PROPOSE.member} from={choices.members} />;
    case "box-rule":
      return (
        <>
          <Choose fields={fields} name="member" label={PROPOSE.member} from={choices.members} />
          <Checkboxes
            {...fields.any("styles")}
            legend={PROPOSE.styles}
            hint={PROPOSE.stylesHint}
            choices={BOX_STYLES.map((style) => ({ value: style, label: STYLE_WORDS[style] }))}
          />
        </>
      );
    case "add-service":
      return <ServiceFields fields={fields} />;
    case "retire-service":
      return <Choose fields={fields} name="service" label={PROPOSE.service} from={choices.services} />;
    case "policy":
      return <PolicyFields fields={fields} />;
    case "constitution":
      return <RulesFields fields={fields} />;
    default:
      return kind satisfies never;
  }
}

const Choose = ({
  fields,
  name,
  label,
  from,
}: {
  readonly fields: Fields;
  readonly name: string;
  readonly label: string;
  readonly from: Leads;
}) => {
  const { chosen, error } = fields.one(name);
  return (
    <Select name={name} label={label} error={error} value={chosen}>
      <option value="">{PROPOSE.chooseOne}</option>
      {from.map(({ id, name: called }) => (
        <option key={id} value={id}>
          {called}
        </option>
      ))}
    </Select>
  );
};

const AdmitFields = ({ fields, choices }: Omit<MatterFieldsProps, "kind">) => (
  <>
    <Choose
      fields={fields}
      name="who"
      label={PROPOSE.who}
      from={[...choices.outside, { id: "new", name: PROPOSE.someoneNew }]}
    />
    <Group title={NEW_PARTNER.bound}>
      <BoundFields fields={fields} leads={choices.members} />
    </Group>
    <details className="nhsuk-details board-decide__newcomer" open>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{PROPOSE.newcomer}</span>
      </summary>
      <div className="nhsuk-details__text">
        <WhoFields fields={fields} />
      </div>
    </details>
  </>
);

const ServiceFields = ({ fields }: { readonly fields: Fields }) => (
  <>
    <TextField {...fields.text("name")} label={WORDS.name} hint={WORDS.nameHint} autoComplete="off" />
    <TextField {...fields.text("summary")} label={WORDS.summary} autoComplete="off" />
    <Checkboxes
      {...fields.any("needs")}
      legend={WORDS.needs}
      {...SECTION}
      choices={NEEDS.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <TextArea {...fields.text("whatItIs")} label={WORDS.whatItIs} hint={WORDS.lineHint} />
    <AskedForFields fields={fields} />
  </>
);

const PolicyFields = ({ fields }: { readonly fields: Fields }) => (
  <>
    <Group title={PROPOSE.points} hint={PROPOSE.pointsHint}>
      <div className="board-decide__grid">
        {POINT_NAMES.map((name) => (
          <TextField
            key={name}
            {...fields.text(`points-${name}`)}
            label={POINT_WORDS[name]}
            width={4}
            inputMode="numeric"
            autoComplete="off"
          />
        ))}
      </div>
    </Group>
    <SpanFields fields={fields} name="answer" title={PROPOSE.answer} />
    <SpanFields fields={fields} name="promise" title={PROPOSE.promise} />
  </>
);

/** A length of time for each priority: how many of which unit. */
const SpanFields = ({
  fields,
  name,
  title,
}: {
  readonly fields: Fields;
  readonly name: string;
  readonly title: string;
}) => (
  <Group title={title}>
    {PRIORITIES.map((priority) => {
      const field = `${name}-${priority}`;
      const unit = fields.one(`${field}-unit`);
      return (
        <div key={priority} className="board-decide__span">
          <TextField
            {...fields.text(field)}
            label={PRIORITY_WORDS[priority]}
            width={4}
            inputMode="numeric"
            autoComplete="off"
          />
          <select
            className="nhsuk-select"
            id={unit.name}
            name={unit.name}
            defaultValue={unit.chosen}
            aria-label={`${title}: ${PRIORITY_WORDS[priority]}`}
          >
            <option value="hours">{PROPOSE.hours}</option>
            <option value="workingDays">{PROPOSE.workingDays}</option>
          </select>
        </div>
      );
    })}
  </Group>
);

const RulesFields = ({ fields }: { readonly fields: Fields }) => {
  const count = (name: string, label: string) => (
    <TextField
      key={name}
      {...fields.text(name)}
      label={label}
      width={10}
      inputMode="numeric"
      autoComplete="off"
    />
  );
  return (
    <>
      <Radios
        {...fields.one("votes")}
        legend={PROPOSE.votes}
        {...SECTION}
        choices={[
          { value: "one-each", label: PROPOSE.oneEach },
          { value: "by-list", label: PROPOSE.byList },
          { value: "mix", label: PROPOSE.mix },
        ]}
      />
      {count("withoutList", PROPOSE.withoutList)}
      {count("byMember", PROPOSE.byMember)}
      <Group title={PROPOSE.thresholds}>
        <div className="board-decide__grid">
          {MATTER_KINDS.map((kind) => count(`threshold-${kind}`, MATTER_WORDS[kind].label))}
        </div>
      </Group>
      {count("quorum", PROPOSE.quorum)}
      {count("discussionDays", PROPOSE.discussionDays)}
      {count("votingDays", PROPOSE.votingDays)}
    </>
  );
};
