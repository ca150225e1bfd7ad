import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Contacts } from "~/content/tracking/part-view";
import type { TrackedPart } from "~/content/tracking/tracked";
import { normalReference } from "~/domain/shared/identifiers";
import { modesInWords } from "~/domain/shared/in-words";
import { auditRead } from "~/usecases/audit";
import { hasProved } from "~/usecases/prove-request";
import { isAskedBy } from "~db/queries/guests";
import { readTracking, type Tracking } from "~db/queries/tracking";

/**
 * The request of an address, for whoever may see it: the account that owns it, the browser that asked for it, or a
 * guest who has just proved that they know its reference and date of birth. Anybody else is sent to prove it, and is
 * told no more than that, whether the request is there or not.
 */
export async function requestToTrack(
  context: AppLoadContext,
  reference: string | undefined,
): Promise<Tracking> {
  const normal = normalReference(reference ?? "");
  const tracking = normal && (await readTracking(context.onedoor.db.kysely, context.brand.id, normal));
  if (tracking && (await maySee(context, tracking))) {
    const { onedoor, brand, patient } = context;
    const who = { kind: "patient" as const, name: patient?.name ?? "A guest who knows the reference" };
    await auditRead(onedoor, brand.id, { who, action: "opened", subject: tracking.request.id });
    return tracking;
  }
  throw redirect(context.paths.requests({ reference: normal }), 303);
}

export async function maySee(
  { onedoor, brand, patient, visitor }: AppLoadContext,
  { request: { reference }, accountId }: Tracking,
): Promise<boolean> {
  if (patient !== null && patient.accountId === accountId) return true;
  if (visitor === null) return false;
  const asked = await isAskedBy(onedoor.db.kysely, brand.id, {
    visitor: visitor.hash,
    accountId: patient?.accountId ?? null,
    reference,
    now: onedoor.clock(),
  });
  return asked || hasProved(onedoor, brand.id, visitor.hash, reference);
}

/** True when anything that was asked for is a sensitive service: the pages about it are then kept to oneself. */
export const isSensitive = ({ directory }: AppLoadContext, { request, parts }: Tracking): boolean =>
  [request.serviceId, ...parts.map(({ part }) => part.serviceId)].some(
    (id) => directory.service(id)?.sensitive === true,
  );

/** The parts of a request as pages speak of them: by name, with what each waits for. */
export function trackedParts({ directory }: AppLoadContext, { parts }: Tracking): readonly TrackedPart[] {
  const nameOf = (serviceId: string) => directory.service(serviceId)?.name ?? "Your care";
  return parts.map(({ part, fulfilments }) => {
    const held = fulfilments.at(-1);
    return {
      part,
      fulfilments,
      serviceName: nameOf(part.serviceId),
      place: parts.length > 1 ? `Part ${part.position} of ${parts.length}` : "",
      refers: held !== undefined && directory.offer(held.offerId)?.role === "referrer",
      waitsFor: parts
        .filter((other) => part.after.includes(other.part.position) && other.part.status === "open")
        .map((other) => nameOf(other.part.serviceId)),
    };
  });
}

/** The names and numbers that a tracking page speaks of, as this brand knows them. */
export function contactsOf({ brand, directory }: AppLoadContext): Contacts {
  return {
    brand: brand.name,
    real: brand.kind === "real",
    desk: brand.desk,
    organisation: (id) => directory.organisation(id)?.name ?? "A partner that has left",
    where: (offerId) => {
      const offer = directory.offer(offerId);
      const location = offer?.locationId ? directory.location(offer.locationId) : undefined;
      return location ? `at ${location.name}` : modesInWords(offer?.modes ?? []);
    },
    phone: (id) => directory.organisation(id)?.phone ?? null,
  };
}
