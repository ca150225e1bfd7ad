import { z } from "zod";
import { agreedNow } from "~/domain/boxes/agreed";
import { BOX_STYLES, BOX_TONES, type BoxSettings } from "~/domain/directory/types";
import type { Actor } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader } from "~db/connect";
import { auditOf } from "~db/queries/audit";
import { changeDirectory, type DirectoryChanged } from "./change-directory";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";

const BOX_SET = "box-set";

const Settings = z.object({
  style: z.enum(BOX_STYLES),
  letterhead: z.string().nullable(),
  textSender: z.string().nullable(),
  caller: z.string().nullable(),
  doorSign: z.string().nullable(),
  questionsPhone: z.string().nullable(),
  tone: z.enum(BOX_TONES).exactOptional(),
}) satisfies z.ZodType<BoxSettings>;
/** What is kept on record of a change: the settings before it, and after. */
const Change = z.object({ before: Settings, after: Settings });
const Who = z.object({ name: z.string() });

export type BoxRefused =
  | { readonly kind: "not-found" }
  /** The partnership did not agree this style. */
  | { readonly kind: "not-agreed" };

/**
 * Sets how the care of one of the actor's own organisation's offers shows up, for requests from now on: a fulfilment
 * keeps the box that it was promised in. Settings that are the same as before are written down no second time.
 */
export const setBox = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { offerId, settings }: { readonly offerId: string; readonly settings: BoxSettings },
): Promise<DirectoryChanged<BoxRefused | { readonly kind: "same" }>> =>
  changeDirectory<BoxRefused | { readonly kind: "same" }>(
    onedoor,
    brandId,
    { who: actor, right: "set-box" },
    (contents, { today }) => {
      const offer = contents.offers.find(({ id }) => id === offerId);
      if (offer === undefined || offer.organisationId !== actor.organisationId) return { kind: "not-found" };
      if (!agreedNow(contents, actor.organisationId, today).includes(settings.style))
        return { kind: "not-agreed" };
      const change = Change.parse({ before: offer.box, after: settings });
      if (sameBox(change.before, change.after)) return { kind: "same" };
      return {
        kind: "edit",
        put: { offers: [{ ...offer, box: change.after }] },
        action: BOX_SET,
        subject: offerId,
        detail: change,
      };
    },
  );

/** Whether two settings say the same. */
export const sameBox = (one: BoxSettings, other: BoxSettings): boolean =>
  (Object.keys(Settings.shape) as (keyof BoxSettings)[]).every((key) => one[key] === other[key]);

/** One change of an offer's box: who made it and when, and the settings before it and after. */
export interface BoxVersion {
  readonly seq: number;
  readonly at: Instant;
  readonly by: Pick<Extract<Actor, { name: string }>, "name">;
  readonly before: BoxSettings;
  readonly after: BoxSettings;
}

/** Every change of an offer's box, the last first. A read. */
export async function boxVersions(reader: Reader, brandId: string, offerId: string): Promise<BoxVersion[]> {
  const rows = await auditOf(reader, brandId, offerId);
  return rows
    .filter(({ action }) => action === BOX_SET)
    .map(({ seq, at, actor, body }) => ({
      seq,
      at,
      by: Who.parse(JSON.parse(actor)),
      ...Change.parse(JSON.parse(body)),
    }))
    .reverse();
}
