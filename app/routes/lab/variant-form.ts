import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { nth, VARIANT } from "~/content/lab/edit-study";
import type { Directory } from "~/domain/directory/directory";
import { BOX_STYLES } from "~/domain/directory/types";
import { line, oneOf, required, ticked } from "~/domain/journeys/input";
import { POINT_REASONS } from "~/domain/simulation/changes";
import { idFrom, withItem } from "~/domain/usability/edit-study";
import { MOST, type Study, type Variant, type VariantChange } from "~/domain/usability/study";
import type { PartForm } from "./study-parts";

const points = line
  .refine((text) => text === "" || (/^\d{1,3}$/.test(text) && Number(text) <= 100), {
    error: VARIANT.errors.points,
  })
  .transform((text) => (text === "" ? null : Number(text)));

/** What a form has any number of: a group of fields each, told apart by their names' ends. The first field says that it is there. */
const GROUPS = { style: ["style", "services"], words: ["of", "called", "says"] } as const;
export type Several = keyof typeof GROUPS;

const Style = z
  .object({ style: oneOf(["", ...BOX_STYLES], VARIANT.style), services: ticked })
  .transform(({ style, services }): VariantChange[] =>
    style === "" ? [] : [{ change: "box-style", style, services }],
  );

const text = line.refine((typed) => typed.length <= 200, { error: VARIANT.errors.long });
const wordsOf = ({ service }: Directory) =>
  z
    .object({ of: line, called: text, says: text })
    .transform(({ of, called, says }, checked): VariantChange[] => {
      if (called === "" && says === "") return [];
      if (service(of) === undefined)
        checked.addIssue({ code: "custom", path: ["of"], message: VARIANT.errors.service });
      return [{ change: "words", service: of, name: called || null, summary: says || null }];
    });

/** How many groups of one kind a form has. */
function manyOf(typed: Readonly<Record<string, unknown>>, kind: Several): number {
  let many = 0;
  while (many < MOST.changes && typed[nth(GROUPS[kind][0], many)] !== undefined) many += 1;
  return many;
}

const variantSchema = (directory: Directory) => {
  const words = wordsOf(directory);
  return z
    .looseObject({
      name: required("The name", 200, VARIANT.errors.name),
      distance: points,
      wait: points,
      continuity: points,
      preference: points,
      capacity: points,
      kept: points,
      share: points,
    })
    .transform(({ name, ...read }, checked): Variant => {
      const each = (kind: Several, schema: typeof Style | typeof words): VariantChange[] =>
        Array.from({ length: Math.max(1, manyOf(read, kind)) }, (_, at) => {
          const group = Object.fromEntries(GROUPS[kind].map((field) => [field, read[nth(field, at)]]));
          const made = schema.safeParse(group);
          if (made.success) return made.data;
          for (const { path, message } of made.error.issues)
            checked.addIssue({ code: "custom", path: [nth(String(path[0]), at)], message });
          return [];
        }).flat();
      const counted = POINT_REASONS.flatMap((reason) =>
        read[reason] === null ? [] : [[reason, read[reason]] as const],
      );
      return {
        id: "variant",
        name,
        changes: [
          ...each("style", Style),
          ...each("words", words),
          ...(counted.length === 0
            ? []
            : [{ change: "order" as const, points: Object.fromEntries(counted) }]),
        ],
      };
    });
};

/** What was typed, with room for one more of what the form has any number of. */
export function withOneMore(typed: SentBack["typed"], kind: Several): SentBack["typed"] {
  const at = manyOf(typed, kind);
  return at >= MOST.changes ? typed : { ...typed, [nth(GROUPS[kind][0], at)]: "" };
}

/**
 * The form of one variant; of a new one when `id` is null. Changes of one kind keep their order; what the kinds change is
 * apart, so that between kinds there is none.
 */
export const variantForm = (study: Study, id: string | null, directory: Directory): PartForm<Variant> => {
  const variant = study.variants.find((each) => each.id === id);
  const all = <Kind extends VariantChange["change"]>(kind: Kind) =>
    (variant?.changes ?? []).filter(
      (each): each is Extract<VariantChange, { change: Kind }> => each.change === kind,
    );
  /** At least one of them stands in the form, and may be empty. */
  const groups = <Group extends object>(found: readonly Group[], empty: Group) =>
    (found.length === 0 ? [empty] : found).flatMap((group, at) =>
      Object.entries(group).map(([field, value]) => [nth(field, at), value] as const),
    );
  const order = Object.assign({}, ...all("order").map((each) => each.points)) as Record<string, number>;
  return {
    schema: variantSchema(directory),
    typed: {
      name: variant?.name ?? "",
      ...Object.fromEntries(
        groups(
          all("box-style").map(({ style, services }) => ({ style: style as string, services })),
          { style: "", services: [] },
        ),
      ),
      ...Object.fromEntries(
        groups(
          all("words").map(({ service, name, summary }) => ({
            of: service,
            called: name ?? "",
            says: summary ?? "",
          })),
          { of: "", called: "", says: "" },
        ),
      ),
      ...Object.fromEntries(POINT_REASONS.map((reason) => [reason, String(order[reason] ?? "")])),
    },
    apply: (draft, value) => {
      const known = id ?? idFrom(value.name, new Set(draft.variants.map((each) => each.id)));
      return withItem(draft, "variants", known, { ...value, id: known });
    },
    blamed: "name",
  };
};
