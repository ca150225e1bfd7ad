import { Button } from "nhsuk-react-components";
import { STYLE_WORDS } from "~/content/box";
import { ARRANGEMENT_WORDS, KIND_WORDS, NEW_PARTNER } from "~/content/manage/partners";
import { BOX_STYLES } from "~/domain/directory/types";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { DateFields, TextArea, TextField } from "../form/text-fields";
import { Group } from "./group";
import { MarkFields } from "./mark-fields";
import { type Fields, fieldsOf, type SentBack } from "./typed";

const ARRANGEMENTS = Object.entries(ARRANGEMENT_WORDS).map(([value, words]) => ({ value, ...words }));

/** What a form of a new partner holds at first. */
export const PARTNER_BEFORE: SentBack["typed"] = { colour: "#8f4a00", boxes: BOX_STYLES };

export type Leads = readonly { readonly id: string; readonly name: string }[];

/** Asks who a new partner is and how it is bound. */
export function PartnerForm({
  action,
  sent,
  leads,
}: {
  readonly action: string;
  readonly sent: SentBack | null;
  readonly leads: Leads;
}) {
  const fields = fieldsOf(sent, PARTNER_BEFORE);
  return (
    <form method="post" action={action} noValidate>
      <WhoFields fields={fields} />
      <Group title={NEW_PARTNER.bound}>
        <BoundFields fields={fields} leads={leads} />
        <DateFields {...fields.date("starts")} legend={NEW_PARTNER.starts} hint={NEW_PARTNER.startsHint} />
      </Group>
      <Button type="submit">{NEW_PARTNER.save}</Button>
    </form>
  );
}

const selectOf = ({ chosen, ...field }: ReturnType<ReturnType<typeof fieldsOf>["one"]>) => ({
  ...field,
  value: chosen,
});

/** Who an organisation is, and its mark. */
export const WhoFields = ({ fields }: { readonly fields: Fields }) => (
  <>
    <Group title={NEW_PARTNER.who}>
      <TextField
        {...fields.text("name")}
        label={NEW_PARTNER.name}
        hint={NEW_PARTNER.nameHint}
        autoComplete="off"
      />
      <TextField
        {...fields.text("shortName")}
        label={NEW_PARTNER.shortName}
        hint={NEW_PARTNER.shortNameHint}
        width={20}
        autoComplete="off"
      />
      <Select {...selectOf(fields.one("kind"))} label={NEW_PARTNER.kind}>
        <option value="">{NEW_PARTNER.chooseKind}</option>
        {Object.entries(KIND_WORDS).map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </Select>
      <TextField
        {...fields.text("odsCode")}
        label={NEW_PARTNER.ods}
        hint={NEW_PARTNER.odsHint}
        width={10}
        autoComplete="off"
      />
      <TextField
        {...fields.text("phone")}
        label={NEW_PARTNER.phone}
        hint={NEW_PARTNER.phoneHint}
        width={20}
        inputMode="tel"
        autoComplete="off"
      />
      <TextField {...fields.text("website")} label={NEW_PARTNER.website} autoComplete="off" />
      <TextArea {...fields.text("about")} label={NEW_PARTNER.about} rows={2} maxLength={300} />
    </Group>
    <MarkFields
      fields={fields}
      title={NEW_PARTNER.mark}
      hint={NEW_PARTNER.markHint}
      letters={NEW_PARTNER.letters}
    />
  </>
);

/** How a partner is bound, and in whose boxes its care may come. */
export const BoundFields = ({ fields, leads }: { readonly fields: Fields; readonly leads: Leads }) => (
  <>
    <Radios {...fields.one("arrangement")} legend={NEW_PARTNER.arrangement} choices={ARRANGEMENTS} />
    <Select {...selectOf(fields.one("lead"))} label={NEW_PARTNER.lead} hint={NEW_PARTNER.leadHint}>
      <option value="">{NEW_PARTNER.noLead}</option>
      {leads.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
    <Checkboxes
      {...fields.any("boxes")}
      legend={NEW_PARTNER.boxes}
      hint={NEW_PARTNER.boxesHint}
      choices={BOX_STYLES.map((style) => ({ value: style, label: STYLE_WORDS[style] }))}
    />
  </>
);
