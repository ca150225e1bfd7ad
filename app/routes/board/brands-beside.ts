import type { AppLoadContext } from "@remix-run/node";
import type { BrandLine } from "~/components/board/brands-compared";
import { countInWords } from "~/content/board/partners";
import { keptInWords, REPLICATE } from "~/content/board/replicate";
import { FEWEST_SHOWN, isFew, roundedCount, shownAlone } from "~/domain/flow/few";
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
  const origin = here?.brand.historyOf ?? here?.brand.id;
  return beside.map((sister) => {
    const { brand, members, services, offers, openWork } = sister;
    const people = peopleIn([sister]);
    return {
      id: brand.id,
      name: brand.name,
      href: pathsFor(`/b/${brand.id}`).home(),
      note: sister === here ? REPLICATE.here : brand.historyOf === origin ? REPLICATE.made : "",
      people,
      cells: [
        ...[members, people, services, offers].map((count) => count.toLocaleString("en-GB")),
        countInWords(shownAlone(openWork)),
        keptInWords(keptShare(sister)),
      ],
    };
  });
};

/** The people on the lists of some front doors together: a list that several have is counted once. */
export const peopleIn = (brands: readonly Pick<SisterBrand, "lists">[]): number =>
  [
    ...new Map(
      brands.flatMap(({ lists }) => lists.map(({ practice, patients }) => [practice, patients] as const)),
    ).values(),
  ].reduce((sum, patients) => sum + patients, 0);

/** The share of promises that were kept; null where it would tell of too few people. */
function keptShare({ kept: { kept, broken } }: SisterBrand): number | "none" | null {
  if (kept + broken === 0) return "none";
  const shown = ![kept, broken].some(isFew);
  return shown && kept + broken >= FEWEST_SHOWN
    ? roundedCount(kept) / (roundedCount(kept) + roundedCount(broken))
    : null;
}

/** The partners that work through several of them, with how many people those cover: the most first, the rest as a number. */
export function sharedLines(beside: readonly SisterBrand[]): readonly string[] {
  const through = new Map<string, { name: string; doors: SisterBrand[] }>();
  for (const sister of beside)
    for (const { odsCode, name } of sister.shared)
      through.set(odsCode, { name, doors: [...(through.get(odsCode)?.doors ?? []), sister] });
  const several = [...through.values()]
    .filter(({ doors }) => doors.length > 1)
    .sort((a, b) => b.doors.length - a.doors.length || (a.name < b.name ? -1 : 1));
  const [first, ...others] = several;
  if (first === undefined) return [];
  return [
    REPLICATE.shared(first.name, first.doors.length, peopleIn(first.doors)),
    ...(others.length > 0 ? [REPLICATE.alsoShared(others.length)] : []),
  ];
}
