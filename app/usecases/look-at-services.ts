import type { Directory } from "~/domain/directory/directory";
import type { Organisation, Overlay, Service } from "~/domain/directory/types";
import {
  bySoonest,
  type Glance,
  glanceOf,
  glanceTogether,
  isOpenToVisitor,
  needOfVisitor,
} from "~/domain/routing/glance";
import { route } from "~/domain/routing/route";
import type { Candidate, Need, RoutingDecision } from "~/domain/routing/types";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

/** A service as a visitor sees it before asking for it. */
export interface ServiceLook {
  readonly service: Service;
  readonly glance: Glance;
  /** Who gives it, each organisation once: best first for this place, then those that nothing was judged of. */
  readonly partners: readonly Organisation[];
  /** How many places it is given at. */
  readonly places: number;
  readonly decision: RoutingDecision;
  /** Of a service of several parts, each of them, in order; empty otherwise. */
  readonly parts: readonly ServiceLook[];
}

/** How many, how near and how soon, for each of some services, from a place or from nowhere. A read: it keeps nothing. */
export async function lookAtServices(
  onedoor: Onedoor,
  brandId: string,
  services: readonly Service[],
  place: Need["place"],
): Promise<readonly ServiceLook[]> {
  const { directory, overlay, setting } = await brandSetting(onedoor, brandId);
  return services.map((service) => look(directory, overlay, service, place, setting.now));
}

function look(
  directory: Directory,
  overlay: Overlay,
  service: Service,
  place: Need["place"],
  now: string,
): ServiceLook {
  const decision = route(directory, overlay, needOfVisitor(service, place), now);
  const ids = new Set<string>();
  for (const { facts } of decision.candidates) if (facts.role === "provider") ids.add(facts.organisationId);
  const places = new Set<string>();
  for (const offer of directory.offersOf(service.id)) {
    if (offer.role !== "provider" || offer.status !== "open") continue;
    ids.add(offer.organisationId);
    if (offer.locationId !== null) places.add(offer.locationId);
  }
  const partners = [...ids].flatMap((id) => directory.organisation(id) ?? []);
  const parts = (service.parts ?? []).flatMap(({ serviceId }) => {
    const part = directory.service(serviceId);
    return part ? [look(directory, overlay, part, place, now)] : [];
  });
  if (parts.length === 0)
    return { service, glance: glanceOf(decision), partners, places: places.size, decision, parts };
  const first = parts.filter((_, index) => service.parts?.[index]?.after.length === 0);
  return {
    service,
    glance: glanceTogether(first.map(({ glance }) => glance)),
    partners: [...new Set(parts.flatMap((part) => part.partners))],
    places: parts.reduce((sum, part) => sum + part.places, 0),
    decision,
    parts,
  };
}

/**
 * Each partner of a decision once, in its order, by the ways in which it gives the service: the soonest, which is what
 * the service's glance tells of, and where that is somewhere else, the first in the decision's order.
 */
export function waysOfEachPartner(
  decision: RoutingDecision,
): readonly (readonly [soonest: Candidate, ...others: Candidate[]])[] {
  const byPartner = new Map<string, Candidate[]>();
  for (const candidate of decision.candidates) {
    const { role, organisationId } = candidate.facts;
    if (role !== "provider") continue;
    byPartner.set(organisationId, [...(byPartner.get(organisationId) ?? []), candidate]);
  }
  return [...byPartner.values()].flatMap((all): [Candidate, ...Candidate[]][] => {
    const open = all.filter(isOpenToVisitor);
    const [first, ...others] = open.length > 0 ? open : all;
    if (first === undefined) return [];
    const soonest = [first, ...others].sort(bySoonest)[0] ?? first;
    return soonest === first ? [[first]] : [[soonest, first]];
  });
}
