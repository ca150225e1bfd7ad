import type { RejectedReason } from "~/domain/routing/types";
import { runDueWork } from "~/jobs/due-work";
import { cancelRequest } from "~/usecases/cancel-request";
import type { Onedoor } from "~/usecases/context";
import { leavePartnership } from "~/usecases/leave-partnership";
import { acceptFulfilment, declineFulfilment } from "~/usecases/respond-to-fulfilment";
import { submitRequest } from "~/usecases/submit-request";
import { rerouteFromDesk } from "~/usecases/work-at-desk";
import { VISITOR, worker } from "~tests/support/front-door";

interface OnFulfilment {
  readonly organisationId: string;
  readonly fulfilmentId: string;
  readonly version: number;
  readonly key: string;
}

/** What is done in a process that may be killed, and is done again afterwards; as JSON, so that it can be handed over. */
export type Operation =
  | { readonly verb: "submit"; readonly draftId: string }
  | ({ readonly verb: "accept"; readonly startsAt: string } & OnFulfilment)
  | ({ readonly verb: "decline"; readonly reason: RejectedReason } & OnFulfilment)
  | {
      readonly verb: "reroute";
      readonly partId: string;
      readonly version: number;
      readonly offerId: string;
      readonly key: string;
    }
  | { readonly verb: "cancel"; readonly reference: string; readonly key: string }
  | { readonly verb: "leave"; readonly organisationId: string }
  | { readonly verb: "due" };

/** Does it, and says what came of it. */
export async function operate(onedoor: Onedoor, brandId: string, operation: Operation): Promise<string> {
  switch (operation.verb) {
    case "submit": {
      const { draftId } = operation;
      return (await submitRequest(onedoor, brandId, { visitor: VISITOR, draftId, accountId: null })).kind;
    }
    case "accept": {
      const { verb: _, organisationId, ...input } = operation;
      return (await acceptFulfilment(onedoor, brandId, worker(organisationId), input)).kind;
    }
    case "decline": {
      const { verb: _, organisationId, ...input } = operation;
      const refusal = { ...input, note: "" };
      return (await declineFulfilment(onedoor, brandId, worker(organisationId), refusal)).kind;
    }
    case "reroute": {
      const { verb: _, ...input } = operation;
      const desk = { kind: "desk" as const, accountId: "dee", name: "Dee" };
      return (await rerouteFromDesk(onedoor, brandId, desk, { ...input, note: "Rang them" })).kind;
    }
    case "cancel": {
      const { verb: _, ...input } = operation;
      const patient = { kind: "patient" as const, name: "Rosa Marchetti" };
      return (await cancelRequest(onedoor, brandId, { ...input, note: "" }, patient)).kind;
    }
    case "leave": {
      const { organisationId } = operation;
      const leaving = { organisationId, on: null, openWork: "reroute" as const };
      return (await leavePartnership(onedoor, brandId, leaving)).kind;
    }
    case "due":
      await runDueWork(onedoor);
      return "done";
    default:
      return operation satisfies never;
  }
}
