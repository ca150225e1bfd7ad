import { z } from "zod";
import { VARIANT } from "~/content/lab/edit-study";
import type { Directory } from "~/domain/directory/directory";
import { BOX_STYLES } from "~/domain/directory/types";
import { line, oneOf, required, ticked } from "~/domain/journeys/input";
import { POINT_REASONS } from "~/domain/simulation/changes";
import { idFrom, withItem } from "~/domain/usability/edit-study";
import type { Study, Variant, VariantChange } from "~/domain/usability/study";
import type { PartForm } from "./study-parts";

const points = line
  .refine((text) => text === "" || (/^\d{1,3}$/.test(text) && Number(text) <= 100), {
    error: VARIANT.errors.points,
  })
  .transform((text) => (text === "" ? null : Number(text)));

const variantSchema = ({ service }: Directory) =>
  z
    .object({
      name: required("The name", 200, VARIANT.errors.name),
      style: oneOf(["", ...BOX_STYLES], VARIANT.style),
      services: ticked,
      of: line,
      called: line.refine((text) => text.length <= 200),
      says: line.refine((text) => text.length <= 200),
      distance: points,
      wait: points,
      continuity: points,
      preference: points,
      capacity: points,
      kept: points,
      share: points,
    })
    .transform(({ name, style, services, of, called, says, ...reasons }, checked): Variant => {
      if ((called !== "" || says !== "") && service(of) === undefined)
        checked.addIssue({ code: "custom", path: ["of"], message: VARIANT.errors.service });
      const counted = POINT_REASONS.flatMap((reason) =>
        reasons[reason] === null ? [] : [[reason, reasons[reason]] as const],
      );
      const changes: VariantChange[] = [
        ...(style === "" ? [] : [{ change: "box-style" as const, style, services }]),
        ...(called === "" && says === ""
          ? []
          : [{ change: "words" as const, service: of, name: called || null, summary: says || null }]),
        ...(counted.length === 0 ? [] : [{ change: "order" as const, points: Object.fromEntries(counted) }]),
      ];
      return { id: "variant", name, changes };
    });

/** The form of one variant; of a new one when `id` is null. It has one change of each kind at most. */
export const variantForm = (study: Study, id: string | null, directory: Directory): PartForm<Variant> => {
  const variant = study.variants.find((each) => each.id === id);
  const change = <Kind extends VariantChange["change"]>(kind: Kind) =>
    variant?.changes.find((each): each is Extract<VariantChange, { change: Kind }> => each.change === kind);
  const [style, words, order] = [change("box-style"), change("words"), change("order")];
  return {
    schema: variantSchema(directory),
    typed: {
      name: variant?.name ?? "",
      style: style?.style ?? "",
      services: style?.services ?? [],
      of: words?.service ?? "",
      called: words?.name ?? "",
      says: words?.summary ?? "",
      ...Object.fromEntries(POINT_REASONS.map((reason) => [reason, String(order?.points[reason] ?? "")])),
    },
    apply: (draft, value) => {
      const known = id ?? idFrom(value.name, new Set(draft.variants.map((each) => each.id)));
      return withItem(draft, "variants", known, { ...value, id: known });
    },
    blamed: "name",
  };
};
