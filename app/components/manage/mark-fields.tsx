import { NEW_PARTNER } from "~/content/manage/partners";
import { TextField } from "../form/text-fields";
import { Group } from "./group";
import type { Fields } from "./typed";

/** Asks for a mark: a few letters on a colour. */
export const MarkFields = ({
  fields,
  title,
  hint,
  letters,
}: {
  readonly fields: Fields;
  readonly title: string;
  readonly hint: string;
  readonly letters: string;
}) => (
  <Group title={title} hint={hint}>
    <TextField {...fields.text("letters")} label={letters} width={4} autoComplete="off" />
    <TextField
      {...fields.text("colour")}
      label={NEW_PARTNER.colour}
      hint={NEW_PARTNER.colourHint}
      width={4}
      type="color"
      autoComplete="off"
    />
  </Group>
);
