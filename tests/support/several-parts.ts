import type { DirectoryContents, Service, ServicePart } from "~/domain/directory/types";
import { readTracking } from "~db/queries/tracking";
import { type FrontDoor, threePartners } from "./front-door";
import { offer, service, TOWN } from "./small-town";

const byPartner = { booking: "partner", slots: null } as const;

/** What a falls check is made of when all of it is asked for at once. */
export const AT_ONCE: readonly ServicePart[] = [
  { serviceId: "home-visit", after: [] },
  { serviceId: "medicines", after: [] },
  { serviceId: "classes", after: [] },
];
/** Classes come last: the visit says which are right. */
export const CLASSES_LAST: readonly ServicePart[] = [
  { serviceId: "home-visit", after: [] },
  { serviceId: "medicines", after: [] },
  { serviceId: "classes", after: ["home-visit", "medicines"] },
];

/** A service with one red flag of its own. */
function flagged(
  id: string,
  name: string,
  flag: string,
  text: string,
  change: Partial<Service> = {},
): Service {
  const { redFlags, ...plain } = service(id, { name, ...change });
  return { ...plain, redFlags: redFlags && { ...redFlags, items: [{ id: flag, text, leadsTo: "999" }] } };
}

/**
 * Three partners, and a falls check in three parts: a home visit (harbour, then hill), a medicines review that is
 * booked directly (hill), and classes (mead). Physiotherapy and an eye test can be asked for beside it.
 */
export const fallsTown = (parts = AT_ONCE, change: Partial<DirectoryContents> = {}): DirectoryContents => {
  const town = threePartners();
  return {
    ...town,
    services: [
      ...town.services,
      flagged("home-visit", "Home visit", "fallen", "I have fallen and cannot get up"),
      flagged("medicines", "Medicines review", "took", "I took too many", { priority: "urgent" }),
      flagged("classes", "Strength classes", "chest", "My chest hurts"),
      service("falls-check", { name: "Falls check", parts }),
    ],
    offers: [
      ...town.offers,
      offer("home-visit", "harbour", byPartner),
      offer("home-visit", "hill", byPartner),
      offer("medicines", "hill"),
      offer("classes", "mead", byPartner),
    ],
    ...change,
  };
};

/** Every part of a request in words: its service, how it stands, and with whom. */
export async function partsOf({ onedoor }: FrontDoor, reference: string, brandId = TOWN) {
  const tracking = await readTracking(onedoor.db.kysely, brandId, reference);
  if (!tracking) throw new Error(`There is no request ${reference}`);
  return tracking.parts.map(({ part, fulfilments }) => {
    const held = fulfilments.at(-1);
    const owner = part.owner.kind === "partner" ? part.owner.organisationId : part.owner.kind;
    const how = part.waiting ? "waiting" : part.status === "open" ? (held?.status ?? "unasked") : part.status;
    return `${part.serviceId}: ${how}, ${owner}`;
  });
}
