import { buildDirectory, type Directory } from "~/domain/directory/directory";
import { noLongerPartners, standings } from "~/domain/directory/standing";
import { goesOn } from "~/domain/fulfilment/leaving";
import { localDate, type PlainDate } from "~/domain/shared/time";
import type { BrandInTime } from "~db/queries/brands";
import { readDirectoryContents } from "~db/queries/directory";
import { openWorkOf } from "~db/queries/open-work";
import { claimPartnerships } from "~db/queries/partnerships";
import type { Work } from "./apply-command";
import type { Onedoor } from "./context";
import { handOnOpenWork } from "./hand-on-open-work";
import { brandSetting } from "./setting";

/**
 * Hands on what those that are no longer partners still have: on the day on which a partner leaves all that it had, and
 * later whatever reached it from a process that had not heard of it yet. One transaction for a brand; any number of
 * processes can do this at once, and each fulfilment goes on once. Returns how many did.
 */
export async function handOnLeftWork(
  onedoor: Onedoor,
  { id: brandId, now, version }: BrandInTime,
): Promise<number> {
  // The clock asks every second, and there is mostly nothing to hand on: how things stand there is read when there is.
  const kept = await onedoor.directories.current(brandId, version);
  const today = localDate(now);
  const gone = goneFrom(kept, today);
  if (gone.length === 0) return 0;
  const standing = standings(kept.partnerships);
  const open = await openWorkOf(onedoor.db.kysely, brandId, gone);
  const due = open.filter((one) => goesOn(one, standing(one.organisationId, today)));
  if (due.length === 0) return 0;
  const brand = await brandSetting(onedoor, brandId);
  const withWork = [...new Set(due.map(({ organisationId }) => organisationId))];
  return onedoor.db.write(async (tx) => {
    const claimed = await claimPartnerships(tx, brandId, withWork);
    if (claimed.length === 0) return 0;
    // As it is now, not as it was kept: one of them may have come back.
    const directory = buildDirectory(await readDirectoryContents(tx, brandId));
    const work: Work = {
      onedoor,
      tx,
      brandId,
      actor: { kind: "clock" },
      touched: new Set(),
      brand: { ...brand, directory },
    };
    return (await handOnOpenWork(work, claimed)).fulfilments;
  });
}

const goneOn = new WeakMap<Directory, { readonly day: PlainDate; readonly gone: readonly string[] }>();

/** Worked out once a day for a directory, for the clock asks every second. */
function goneFrom(directory: Directory, day: PlainDate): readonly string[] {
  const known = goneOn.get(directory);
  if (known?.day === day) return known.gone;
  const gone = noLongerPartners(directory.partnerships, day);
  goneOn.set(directory, { day, gone });
  return gone;
}
