import type { Directory } from "~/domain/directory/directory";
import type { Organisation, Overlay, Service } from "~/domain/directory/types";
import { type Glance, glanceOf, needOfVisitor } from "~/domain/routing/glance";
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
  readonly decision: RoutingDecision;
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
  for (const offer of directory.offersOf(service.id)) {
    if (offer.role === "provider" && offer.status === "open") ids.add(offer.organisationId);
  }
  const partners = [...ids].flatMap((id) => directory.organisation(id) ?? []);
  return { service, glance: glanceOf(decision), partners, decision };
}

/** The first offer of each partner in a decision, in its order: in whose boxes a service may come. */
export function firstOfEachPartner(decision: RoutingDecision): readonly Candidate[] {
  const first = new Map<string, Candidate>();
  for (const candidate of decision.candidates) {
    const { role, organisationId } = candidate.facts;
    if (role === "provider" && !first.has(organisationId)) first.set(organisationId, candidate);
  }
  return [...first.values()];
}
