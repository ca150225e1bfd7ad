import { Button } from "nhsuk-react-components";
import { boxStyleWords } from "~/content/boxes";
import { NEW_OFFER } from "~/content/manage/partners";
import type { BoxStyle } from "~/domain/directory/types";
import { sentence } from "~/domain/shared/in-words";
import { Checkboxes } from "../form/checkboxes";
import { type Choice, Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextField } from "../form/text-fields";
import { Group, SECTION } from "./group";
import { fieldsOf, type SentBack } from "./typed";
import { WeekFields } from "./week-fields";

/** Asks what care a partner gives: which service, where, to whom, at which times, and in whose box. */
export function OfferForm({
  action,
  sent,
  services,
  places,
  styles,
  brand,
  partner,
}: {
  readonly action: string;
  readonly sent: SentBack | null;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly Choice[];
  /** Whose boxes were agreed. */
  readonly styles: readonly BoxStyle[];
  readonly brand: string;
  readonly partner: string;
}) {
  const fields = fieldsOf(sent, { place: places[0]?.value ?? "", modes: "in-person", reach: "anywhere" });
  const { chosen: service, ...serviceField } = fields.one("service");
  return (
    <form method="post" action={action} noValidate>
      <Select {...serviceField} value={service} label={NEW_OFFER.service} bold>
        <option value="">{NEW_OFFER.chooseService}</option>
        {services.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Radios {...fields.one("place")} legend={NEW_OFFER.place} {...SECTION} choices={places} />
      <Checkboxes
        {...fields.any("modes")}
        legend={NEW_OFFER.how}
        {...SECTION}
        choices={NEW_OFFER.modes.map((mode) => ({ value: mode, label: NEW_OFFER.mode(mode) }))}
      />
      <Group title={NEW_OFFER.ages} hint={NEW_OFFER.agesHint}>
        <div className="manage-row">
          <TextField
            {...fields.text("ages-from")}
            label={NEW_OFFER.agesFrom}
            width={4}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextField
            {...fields.text("ages-until")}
            label={NEW_OFFER.agesUntil}
            width={4}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </Group>
      <Radios
        {...fields.one("reach")}
        legend={NEW_OFFER.reach}
        {...SECTION}
        choices={[
          { value: "anywhere", label: NEW_OFFER.reachAnywhere },
          { value: "within", label: NEW_OFFER.reachWithin },
          { value: "list", label: NEW_OFFER.reachList },
        ]}
      />
      <TextField
        {...fields.text("miles")}
        label={NEW_OFFER.miles}
        width={4}
        inputMode="numeric"
        autoComplete="off"
      />
      <Radios
        {...fields.one("times")}
        legend={NEW_OFFER.times}
        {...SECTION}
        choices={[
          { value: "direct", label: NEW_OFFER.timesDirect, hint: NEW_OFFER.timesDirectHint },
          { value: "partner", label: NEW_OFFER.timesPartner, hint: NEW_OFFER.timesPartnerHint },
        ]}
      />
      <Group title={NEW_OFFER.first} hint={NEW_OFFER.firstHint}>
        <WeekFields fields={fields} words={NEW_OFFER} />
        <TextField
          {...fields.text("minutes")}
          label={NEW_OFFER.minutes}
          width={4}
          inputMode="numeric"
          autoComplete="off"
        />
      </Group>
      <Radios
        {...fields.one("box")}
        legend={NEW_OFFER.box}
        {...SECTION}
        choices={styles.map((style) => {
          const words = boxStyleWords(style, brand, partner);
          return { value: style, label: sentence(words.strip), hint: words.meaning };
        })}
      />
      <Button type="submit">{NEW_OFFER.save}</Button>
    </form>
  );
}
