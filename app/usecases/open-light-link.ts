import { type LightAsk, lightAsk } from "~/domain/fulfilment/light-ask";
import type { PartState } from "~/domain/fulfilment/part-state";
import { findLightLink, type LightLink, markOpened } from "~db/queries/light-links";
import { partIdOfFulfilment, readPartState } from "~db/queries/part-states";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";
import { hashOfCode } from "./write-to-partner";

/**
 * What a one-time link comes to now. `answered` is by somebody with an account, or by another link; `late`, when its
 * time is up or the request went on without an answer; `gone`, when the request was taken back.
 */
export type LightStanding =
  | { readonly kind: "unknown" }
  | { readonly kind: "used"; readonly at: string; readonly command: string }
  | {
      readonly kind: "answered" | "late" | "gone";
      readonly link: LightLink;
      readonly state: PartState;
    }
  | { readonly kind: "open"; readonly link: LightLink; readonly asks: LightAsk };

/** Looks a link up by its code, and writes down when it was first opened. It uses nothing up. */
export async function openLightLink(onedoor: Onedoor, brandId: string, code: string): Promise<LightStanding> {
  const { db } = onedoor;
  const link = await findLightLink(db.kysely, brandId, hashOfCode(code));
  if (link === undefined) return { kind: "unknown" };
  if (link.used) return { kind: "used", ...link.used };
  const partId = await partIdOfFulfilment(db.kysely, brandId, link.organisationId, link.fulfilmentId);
  const state = partId === undefined ? undefined : await readPartState(db.kysely, brandId, partId);
  const fulfilment = state?.fulfilments.find(({ id }) => id === link.fulfilmentId);
  if (state === undefined || fulfilment === undefined) throw new Error(`Link ${link.id} is of nothing`);
  const now = await brandNow(onedoor, brandId);
  if (lightAsk(fulfilment) === link.asks) {
    if (link.expiresAt < now) return { kind: "late", link, state };
    if (link.openedAt === null) await db.write((tx) => markOpened(tx, brandId, link.id, now));
    return { kind: "open", link, asks: link.asks };
  }
  if (fulfilment.status !== "cancelled") return { kind: "answered", link, state };
  return { kind: fulfilment.ended?.reason === "silent" ? "late" : "gone", link, state };
}
