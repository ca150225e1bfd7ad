import { isHeld } from "~/domain/fulfilment/transitions";
import { endOf, localDate, localInstant } from "~/domain/shared/time";
import type { Happening } from "~/domain/stage/acts";
import { readTracking } from "~db/queries/tracking";
import type { CommandResult } from "../apply-command";
import { askForInformation } from "../ask-for-information";
import type { Onedoor } from "../context";
import { didNotAttend } from "../miss-appointment";
import { completeFulfilment } from "../progress-fulfilment";
import { raisePriority } from "../raise-priority";
import { acceptFulfilment, declineFulfilment, type PartnerActor } from "../respond-to-fulfilment";
import { brandNow } from "../setting";
import { withdrawFulfilment } from "../withdraw-fulfilment";

/** Who is at work in an organisation, to answer for it. */
export type Staff = (organisationId: string) => PartnerActor | Promise<PartnerActor>;

/**
 * Whoever has a request now does something about it, as from their own page; of several parts, the one of the service
 * that is named, or else the first that a partner has. `not-found` when no partner has it.
 */
export async function happen(
  onedoor: Onedoor,
  brandId: string,
  { reference, part }: { readonly reference: string; readonly part?: string | undefined },
  happening: Happening,
  staff: Staff,
): Promise<CommandResult> {
  const tracking = await readTracking(onedoor.db.kysely, brandId, reference);
  const tracked = tracking?.parts.find(
    (each) =>
      (part === undefined || each.part.serviceId === part) &&
      each.fulfilments.some(({ status }) => isHeld(status)),
  );
  const fulfilment = tracked?.fulfilments.find(({ status }) => isHeld(status));
  if (tracked === undefined || fulfilment === undefined) return { kind: "not-found" };
  const actor = await staff(fulfilment.organisationId);
  const on = { fulfilmentId: fulfilment.id, version: fulfilment.version };
  switch (happening.did) {
    case "accept": {
      const directory = await onedoor.directories.current(brandId);
      const now = await brandNow(onedoor, brandId);
      const day = localDate(endOf({ workingDays: happening.inWorkingDays }, now, directory.bankHolidays));
      const startsAt = localInstant(day, happening.time);
      return acceptFulfilment(onedoor, brandId, actor, { ...on, startsAt });
    }
    case "accept-later":
      return acceptFulfilment(onedoor, brandId, actor, { ...on, later: true });
    case "decline": {
      const { reason, note } = happening;
      return declineFulfilment(onedoor, brandId, actor, { ...on, reason, note });
    }
    case "withdraw": {
      const { reason, note } = happening;
      return withdrawFulfilment(onedoor, brandId, actor, { ...on, reason, note });
    }
    case "ask": {
      const { question } = happening;
      return askForInformation(onedoor, brandId, actor, { ...on, of: "patient", question });
    }
    case "did-not-attend":
      return didNotAttend(onedoor, brandId, actor, { ...on, note: "" });
    case "raise-priority": {
      const { priority, note } = happening;
      const onPart = { fulfilmentId: fulfilment.id, partVersion: tracked.part.version };
      return raisePriority(onedoor, brandId, actor, { ...onPart, priority, note });
    }
    case "complete": {
      const { code, outcome } = happening;
      return completeFulfilment(onedoor, brandId, actor, { ...on, code, outcome });
    }
    default:
      return happening satisfies never;
  }
}
