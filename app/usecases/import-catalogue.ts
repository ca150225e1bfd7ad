import { type CatalogueChanges, catalogueChanges } from "~/domain/catalogue/catalogue-changes";
import type { Service } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import { insertAudit } from "~db/queries/audit";
import type { Reading } from "./audit";
import { changeDirectory } from "./change-directory";
import type { Onedoor } from "./context";
import { proposeIn } from "./propose-red-flags";

export type Imported =
  | { readonly kind: "done"; readonly changes: CatalogueChanges }
  | { readonly kind: "faulty"; readonly reasons: readonly string[] };

type Faulty = Extract<Imported, { kind: "faulty" }>;

/**
 * Takes a catalogue in from a file, all of it or nothing: services that are new or say something else. Signs of danger
 * are never published by it: those that differ are proposed, and somebody who runs the front door publishes them. With
 * `dryRun` it says what would come of it and changes nothing. Throws UnknownBrand.
 */
export async function importCatalogue(
  onedoor: Onedoor,
  brandId: string,
  who: Extract<Reading, { kind: "operator" }>,
  file: readonly Service[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Imported> {
  let changes: CatalogueChanges | undefined;
  const result = await changeDirectory<Faulty>(
    onedoor,
    brandId,
    { who },
    ({ services }) => {
      changes = catalogueChanges(services, file);
      if (changes.faults.length > 0) return { kind: "faulty", reasons: changes.faults };
      const { put, added, changed, toPropose } = changes;
      return {
        kind: "edit",
        put: { services: put },
        action: "catalogue-imported",
        subject: brandId,
        detail: { added, changed, proposed: toPropose.map(({ id }) => id) },
      };
    },
    {
      dryRun,
      also: async ({ tx, now: at }) => {
        const actor = toJson(who);
        await insertAudit(
          tx,
          brandId,
          (changes?.put ?? []).map(({ id: subject, ...service }) => ({
            at,
            actor,
            action: "service-imported",
            subject,
            body: toJson(service),
          })),
        );
        for (const { id: serviceId, redFlags } of changes?.toPropose ?? []) {
          if (redFlags === null) continue;
          const { source, notice, items } = redFlags;
          const author = { id: `operator ${who.name}`, name: who.name };
          const flags = { source, notice, items };
          const proposed = await proposeIn(onedoor, tx, brandId, { who }, author, { serviceId, flags });
          if (proposed.kind !== "done")
            throw new Error(`${serviceId}: ${proposed.kind}, and nothing was taken in`);
        }
      },
    },
  );
  if (result.kind === "faulty") return result;
  if (result.kind !== "done" || changes === undefined)
    throw new Error("Whoever runs the installation needs no leave, and was given none");
  return { kind: "done", changes };
}
