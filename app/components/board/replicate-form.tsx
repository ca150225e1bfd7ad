import { Button } from "nhsuk-react-components";
import { REPLICATE } from "~/content/board/replicate";
import { Checkboxes } from "../form/checkboxes";
import type { Choice } from "../form/radios";
import { Select } from "../form/select";
import { TextField } from "../form/text-fields";
import { SECTION } from "../manage/group";
import { MarkFields } from "../manage/mark-fields";
import type { Fields } from "../manage/typed";

/** Asks what the next town's front door is called, how it looks, who is behind it and whose policy it goes by. */
export const ReplicateForm = ({
  action,
  fields,
  members,
  policies,
}: {
  readonly action: string;
  readonly fields: Fields;
  readonly members: readonly Choice[];
  readonly policies: readonly { readonly id: string; readonly name: string }[];
}) => {
  const { chosen, ...policy } = fields.one("policyOf");
  return (
    <form method="post" action={action} noValidate className="manage-form">
      <TextField {...fields.text("name")} label={REPLICATE.name} autoComplete="off" />
      <TextField
        {...fields.text("area")}
        label={REPLICATE.area}
        hint={REPLICATE.areaHint}
        autoComplete="off"
      />
      <TextField
        {...fields.text("id")}
        label={REPLICATE.id}
        hint={REPLICATE.idHint}
        width={20}
        autoComplete="off"
      />
      <MarkFields
        fields={fields}
        title={REPLICATE.mark}
        hint={REPLICATE.markHint}
        letters={REPLICATE.letters}
      />
      <Checkboxes
        {...fields.any("members")}
        {...SECTION}
        legend={REPLICATE.comeAlong}
        hint={REPLICATE.comeAlongHint}
        choices={members}
      />
      <Select {...policy} value={chosen} label={REPLICATE.policy} hint={REPLICATE.policyHint} bold>
        {policies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button>{REPLICATE.save}</Button>
    </form>
  );
};
