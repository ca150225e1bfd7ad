import type { AppLoadContext } from "@remix-run/node";
import type { BesideEvents } from "~/content/tracking/part-view";
import { explainToPatient, type PatientExplanation } from "~/domain/routing/explain/patient";
import { decisionsById } from "~db/queries/decisions";
import { partsWithFeedback } from "~db/queries/feedback";
import { readsAtWork } from "~db/queries/said";
import type { TrackedPart, Tracking } from "~db/queries/tracking";

/** What a tracking page shows of its parts beside what happened to them; each is looked for only where it can be. */
export async function besideParts({ onedoor, brand }: AppLoadContext, { request, parts, events }: Tracking) {
  const { kysely } = onedoor.db;
  const held = parts.map(({ fulfilments }) => heldBy(fulfilments)?.decisionId);
  const over = parts.filter(({ part }) => part.status !== "open");
  const wrote = events.some(({ event }) => ["information-added", "question-asked"].includes(event.type));
  const [decisions, told, reads] = await Promise.all([
    decisionsById(
      kysely,
      brand.id,
      held.filter((id) => id !== undefined),
    ),
    partsWithFeedback(
      kysely,
      brand.id,
      over.map(({ part }) => part.id),
    ),
    readsAtWork(kysely, brand.id, wrote ? [request.id] : []),
  ]);
  const seenBy = reads.map(({ at, who }) => ({
    at,
    organisationId: who.kind === "partner" ? who.organisationId : null,
  }));
  return {
    of: (partId: string): BesideEvents => ({ seenBy, saidHowItWas: told.has(partId) }),
    /** Why the partner that has a part now was chosen; null when nobody has it, or nothing was decided. */
    why: ({ fulfilments }: TrackedPart): PatientExplanation | null => {
      const decision = decisions.get(heldBy(fulfilments)?.decisionId ?? "");
      return decision === undefined ? null : explainToPatient(decision);
    },
  };
}

/** Who has a part, or completed it. */
function heldBy(fulfilments: TrackedPart["fulfilments"]) {
  const last = fulfilments.at(-1);
  return last?.ended === null ? last : undefined;
}
