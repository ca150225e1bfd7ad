import type { AppLoadContext } from "@remix-run/node";
import { momentWords } from "~/content/deadlines";
import { may } from "~/domain/access/may";
import { allowedActions } from "~/domain/fulfilment/guards";
import type { PartnerViewer } from "~/server/app-context";
import { readPartState } from "~db/queries/part-states";
import { readFulfilment } from "~db/queries/partner-view";

/**
 * Whom a time is chosen for in the diary: what the form on their request sends, and how they are called. `cannot` when
 * no time can be given to them now, or not by this person; null when nobody is asked for.
 */
export async function movingOf(
  { onedoor, brand, paths, now }: AppLoadContext,
  viewer: PartnerViewer,
  organisationId: string,
  fulfilmentId: string,
) {
  if (fulfilmentId === "") return null;
  const view = await readFulfilment(onedoor.db.kysely, brand.id, organisationId, fulfilmentId);
  if (view === undefined) return null;
  const { fulfilment, request, detail } = view;
  const href = paths.partnerFulfilment(fulfilment.id);
  const state = await readPartState(onedoor.db.kysely, brand.id, fulfilment.partId);
  const allowed =
    state === undefined || !may(viewer, "answer", organisationId)
      ? []
      : allowedActions(state, "partner", fulfilment.id, now);
  const intent = (["book", "accept"] as const).find((each) => allowed.includes(each));
  if (intent === undefined || state === undefined) return { kind: "cannot" as const, href };
  return {
    kind: "moves" as const,
    href,
    offerId: fulfilment.offerId,
    person: detail?.person.name ?? request.reference,
    time: fulfilment.appointment === null ? "" : momentWords(fulfilment.appointment.startsAt, now),
    sent: {
      intent,
      version: fulfilment.version,
      part: state.part.version,
      key: `${onedoor.newId()}.${intent}`,
    },
  };
}
