import type { AppLoadContext } from "@remix-run/node";
import type { BrandLine } from "~/components/board/brands-compared";
import { countInWords } from "~/content/board/partners";
import { keptInWords, REPLICATE } from "~/content/board/replicate";
import { FEWEST_SHOWN, shownAlone } from "~/domain/flow/few";
import { pathsFor } from "~/paths";
import { type SisterBrand, sisterBrands } from "~db/queries/sister-brands";
import { notFound } from "../partner/partner-access";

/** The brand and those beside it. On demonstrations alone: elsewhere there is no such page. */
export async function brandsBeside({ brand, onedoor }: AppLoadContext): Promise<readonly SisterBrand[]> {
  if (brand.kind !== "demo") throw notFound();
  return sisterBrands(onedoor.db.kysely, brand.id, onedoor.clock());
}

/** What may be shown of each. */
export const brandLines = (beside: readonly SisterBrand[]): readonly BrandLine[] => {
  const [here] = beside;
  return beside.map((sister, place) => ({
    id: sister.brand.id,
    name: sister.brand.name,
    href: pathsFor(`/b/${sister.brand.id}`).home(),
    note:
      place === 0
        ? REPLICATE.here
        : sister.brand.historyOf === (here?.brand.historyOf ?? here?.brand.id)
          ? REPLICATE.made
          : "",
    people: sister.people,
    cells: [sister.members, sister.people, sister.services, sister.offers]
      .map((count) => count.toLocaleString("en-GB"))
      .concat(countInWords(shownAlone(sister.openWork)), keptInWords(keptShare(sister))),
  }));
};

/** The share of promises that were kept; null where it would tell of too few people. */
export function keptShare({ kept: { kept, broken } }: Pick<SisterBrand, "kept">): number | null {
  const shown = [kept, broken].every((count) => shownAlone(count) !== null);
  return shown && kept + broken >= FEWEST_SHOWN ? kept / (kept + broken) : null;
}

/** Each partner that works through several of them, with how many people those cover: the most first. */
export function sharedLines(beside: readonly SisterBrand[]): readonly string[] {
  const through = new Map<string, { name: string; doors: number; people: number }>();
  for (const { shared, people } of beside)
    for (const { odsCode, name } of shared) {
      const known = through.get(odsCode) ?? { name, doors: 0, people: 0 };
      through.set(odsCode, { name, doors: known.doors + 1, people: known.people + people });
    }
  return [...through.values()]
    .filter(({ doors }) => doors > 1)
    .sort((a, b) => b.doors - a.doors || b.people - a.people || (a.name < b.name ? -1 : 1))
    .map(({ name, doors, people }) => REPLICATE.shared(name, doors, people));
}
