import { Button } from "nhsuk-react-components";
import { NEW_PLACE } from "~/content/manage/partners";
import { Radios } from "../form/radios";
import { DateFields, TextArea, TextField } from "../form/text-fields";
import { Group, SECTION } from "./group";
import { fieldsOf, type SentBack } from "./typed";
import { WeekFields } from "./week-fields";

const STEP_FREE = Object.entries(NEW_PLACE.stepFreeChoices).map(([value, label]) => ({ value, label }));

/** Asks where care is given: the place, when it is open, and whether it is only for a time. */
export function PlaceForm({ action, sent }: { readonly action: string; readonly sent: SentBack | null }) {
  const fields = fieldsOf(sent, { stepFree: "unknown" });
  return (
    <form method="post" action={action} noValidate>
      <TextField
        {...fields.text("name")}
        label={NEW_PLACE.name}
        hint={NEW_PLACE.nameHint}
        autoComplete="off"
      />
      <TextArea
        {...fields.text("address")}
        label={NEW_PLACE.address}
        hint={NEW_PLACE.addressHint}
        rows={3}
        maxLength={250}
      />
      <TextField {...fields.text("postcode")} label={NEW_PLACE.postcode} width={10} autoComplete="off" />
      <Group title={NEW_PLACE.open}>
        <WeekFields fields={fields} words={NEW_PLACE} />
      </Group>
      <Radios
        {...fields.one("stepFree")}
        legend={NEW_PLACE.stepFree}
        {...SECTION}
        choices={STEP_FREE}
        small
      />
      <Group title={NEW_PLACE.popUp} hint={NEW_PLACE.popUpHint}>
        <DateFields {...fields.date("from")} legend={NEW_PLACE.from} />
        <DateFields {...fields.date("until")} legend={NEW_PLACE.until} />
      </Group>
      <Button type="submit">{NEW_PLACE.save}</Button>
    </form>
  );
}
