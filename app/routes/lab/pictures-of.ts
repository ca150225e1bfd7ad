import type { AppLoadContext } from "@remix-run/node";
import type { PictureShown } from "~/components/lab/results/picture-of-page";
import type { NoPictureBecause } from "~/content/lab/pictures";
import { type PictureSize, type PictureStands, picturesOf } from "~db/queries/lab-pictures";

/** The pictures of pages of some participants. */
export interface PicturesHere {
  /** Null where there is none. `alt` says what it is of. */
  of(code: string, page: string | null | undefined, alt: string): PictureShown | null;
  /** How many are still to be made. */
  readonly waiting: number;
}

export async function picturesHere(
  { onedoor, brand, paths }: AppLoadContext,
  codes: readonly string[],
): Promise<PicturesHere> {
  const standing = await picturesOf(onedoor.db.kysely, brand.id, codes);
  const made = new Map(
    standing.flatMap(({ participantId, page, made: size }) =>
      page === null || size === null ? [] : [[keyOf(participantId, page), size] as const],
    ),
  );
  return {
    waiting: standing.filter(({ waits }) => waits).length,
    of(code, page, alt) {
      const size = page == null ? undefined : made.get(keyOf(code, page));
      if (page == null || size === undefined) return null;
      const { width, height } = size;
      return { src: paths.labPicture(code, page), href: paths.labPage(code, page), alt, width, height };
    },
  };
}

const keyOf = (code: string, page: string) => `${code} ${page}`;

/** How the picture of one page stands: made, or why it is not. */
export function pictureOfPage(
  { makesPictures }: Pick<AppLoadContext, "makesPictures">,
  standing: readonly PictureStands[],
  page: string,
  /** The moments in which that page was open. */
  moments: readonly string[],
): PictureSize | NoPictureBecause {
  const its = standing.filter((each) => each.page === page || moments.includes(each.eventId));
  const made = its.find((each) => each.page === page && each.made !== null)?.made;
  if (made) return made;
  if (its.some(({ waits }) => waits)) return makesPictures ? "waits" : "no-browser";
  return its.find(({ whyNot }) => whyNot !== null)?.whyNot ?? "unmarked";
}
