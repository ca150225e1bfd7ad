import type { Directory } from "~/domain/directory/directory";
import type { Overlay } from "~/domain/directory/types";
import type { Setting } from "~/domain/fulfilment/deadlines";
import type { Instant } from "~/domain/shared/time";
import type { Reader } from "~db/connect";
import { readBrandNow } from "~db/queries/brands";
import type { Onedoor } from "./context";

/** The brand's own now: real time and its offset. Inside a transaction, give the transaction. Throws UnknownBrand. */
export const brandNow = (
  onedoor: Onedoor,
  brandId: string,
  reader: Reader = onedoor.db.kysely,
): Promise<Instant> => readBrandNow(reader, brandId, onedoor.clock());

/** A brand as a use case sees it, read before its transaction begins. */
export interface BrandSetting {
  readonly directory: Directory;
  readonly overlay: Overlay;
  readonly setting: Setting;
}

export async function brandSetting(onedoor: Onedoor, brandId: string): Promise<BrandSetting> {
  const [directory, overlay, now] = await Promise.all([
    onedoor.directories.current(brandId),
    onedoor.directories.overlay(brandId),
    brandNow(onedoor, brandId),
  ]);
  return {
    directory,
    overlay,
    setting: {
      now,
      brandKind: directory.brand.kind,
      policy: directory.policy,
      bankHolidays: directory.bankHolidays,
    },
  };
}
