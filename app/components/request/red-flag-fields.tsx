import type { RedFlagSet } from "~/domain/journeys/types";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { all, type FieldsProps } from "./fields";

/** Signs of an emergency, before anything else is asked. */
export function RedFlagFields({
  title,
  flags,
  typed,
  errors,
}: FieldsProps & { readonly title: string; readonly flags: Pick<RedFlagSet, "items" | "notice"> }) {
  return (
    <>
      <Checkboxes
        name="flags"
        legend={title}
        heading="page"
        hint="Tick all that apply. If none do, tick “None of these”."
        error={errorOf(errors, "flags")}
        chosen={all(typed, "flags")}
        choices={[
          ...flags.items.map(({ id, text }) => ({ value: id, label: text })),
          { divider: "or" },
          { value: "none", label: "None of these" },
        ]}
      />
      <p className="notice">{flags.notice}</p>
    </>
  );
}
