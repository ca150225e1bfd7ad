import type { Service } from "~/domain/directory/types";
import type { Known } from "~/domain/journeys/known";
import { needFrom } from "~/domain/journeys/need";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import type { Draft } from "~db/queries/drafts";
import type { Onedoor } from "./context";
import { knownOf } from "./journey-context";
import { type BrandSetting, brandSetting } from "./setting";

/** What would be routed now, from the answers so far: a read, which keeps nothing. `judged` shows more offers. */
export async function judgeDraft(
  onedoor: Onedoor,
  brandId: string,
  draft: Draft,
  options: { readonly judged?: number } = {},
): Promise<RoutingDecision> {
  const brand = await brandSetting(onedoor, brandId);
  const service = brand.directory.service(draft.serviceId);
  if (!service) throw new Error(`A draft asks for ${draft.serviceId}, which this brand does not have`);
  return judge(brand, service, draft, await knownOf(onedoor.db.kysely, brandId, draft.accountId), options);
}

/** A part of a composite before it is asked for: whom it would be asked of now, and what comes before it. */
export interface JudgedPart {
  readonly service: Service;
  /** The services of the parts that must be complete first. */
  readonly after: readonly Service[];
  readonly decision: RoutingDecision;
}

/** What each part of a composite would be routed to now, in order; empty for a service without parts. A read. */
export async function judgeParts(
  onedoor: Onedoor,
  brandId: string,
  draft: Draft,
): Promise<readonly JudgedPart[]> {
  const brand = await brandSetting(onedoor, brandId);
  const known = await knownOf(onedoor.db.kysely, brandId, draft.accountId);
  const found = (id: string): Service => {
    const service = brand.directory.service(id);
    if (!service) throw new Error(`A draft asks for ${id}, which this brand does not have`);
    return service;
  };
  return (found(draft.serviceId).parts ?? []).map(({ serviceId, after }) => {
    const service = found(serviceId);
    return { service, after: after.map(found), decision: judge(brand, service, draft, known, {}) };
  });
}

export function judge(
  { directory, overlay, setting }: BrandSetting,
  service: Service,
  draft: Draft,
  known: Known,
  options: { readonly judged?: number } = {},
): RoutingDecision {
  return route(directory, overlay, needFrom(service, draft.answers, known), setting.now, options);
}
