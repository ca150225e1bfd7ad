import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import { pageOfMoment, type ToPicture } from "~/domain/usability/pictured";
import { permittedSession } from "~/domain/usability/results/permitted";
import {
  claimPicture,
  endPicture,
  giveBackPicture,
  type NoPicture,
  nextPictureDue,
  type PictureClaim,
  type PictureDue,
  picturesOf,
  putPicture,
  tryPictureAgain,
  unwantPicture,
} from "~db/queries/lab-pictures";
import { readLabRecord } from "~db/queries/lab-record";
import { readSnapshot } from "~db/queries/lab-snapshots";
import { readParticipant } from "~db/queries/participants";
import { readStudyVersion } from "~db/queries/studies";
import type { Onedoor } from "../context";

/** Draws a page as a browser shows it, without scripts and without asking anybody for anything. */
export interface PictureMaker {
  /** Rejects when it cannot be drawn this time. */
  draw(page: { readonly html: string; readonly width: number }): Promise<Drawn>;
}

export type Drawn =
  | { readonly kind: "drawn"; readonly png: Buffer; readonly height: number; readonly wholeHeight: number }
  /** It asks for styles of a build that is not here: without them it is not the page that was seen. */
  | { readonly kind: "styles-gone" }
  /** This process stops before it is drawn. */
  | { readonly kind: "stopping" };

/** How often a picture is tried; each pause is four times as long as the one before. */
export const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 10_000;
/** Whoever makes a picture has this long; a process that ended meanwhile has it no more. */
const CLAIM_MS = 120_000;
/** Others that wait come in the next pass. */
const MOST_AT_ONCE = 10;

/** Makes the pictures that are due, one after the other. Gives how many were seen to. */
export async function makePicturesDue(onedoor: Onedoor, maker: PictureMaker): Promise<number> {
  let seen = 0;
  while (seen < MOST_AT_ONCE) {
    const due = await nextPictureDue(onedoor.db.kysely, onedoor.clock());
    if (due === undefined) break;
    const claimed = await claimPicture(onedoor.db.kysely, due, from(onedoor.clock(), CLAIM_MS));
    if (claimed === undefined) continue;
    if ((await makePicture(onedoor, maker, claimed)) === "stopping") break;
    seen += 1;
  }
  return seen;
}

async function makePicture(
  onedoor: Onedoor,
  maker: PictureMaker,
  due: PictureDue & PictureClaim,
): Promise<"seen" | "stopping"> {
  const { kysely } = onedoor.db;
  const found = await pageOf(onedoor, due);
  const last = due.tries + 1 >= MOST_TRIES;
  const again = () =>
    tryPictureAgain(
      kysely,
      due,
      from(onedoor.clock(), FIRST_PAUSE_MS * 4 ** Math.min(due.tries, MOST_TRIES)),
    );
  if (found === "none" || found === "not-yet") {
    await (found === "none" || last ? unwantPicture(kysely, due) : again());
    return "seen";
  }
  const { page } = found;
  const end = async (whyNot: NoPicture | null) => {
    await endPicture(kysely, due, { page, whyNot });
    return "seen" as const;
  };
  const others = await picturesOf(kysely, due.brandId, [due.participantId]);
  if (others.some((other) => other.page === page && other.made !== null)) return end(null);
  // One that ended its process each time is given up too.
  if (due.tries >= MOST_TRIES) return end("failed");
  try {
    const drawn = await maker.draw(found);
    if (drawn.kind === "styles-gone") return await end("styles-gone");
    await (drawn.kind === "stopping" ? giveBackPicture(kysely, due) : putPicture(kysely, due, found, drawn));
    return drawn.kind === "stopping" ? "stopping" : "seen";
  } catch (error) {
    // What a browser says may hold something of the page.
    const { name } = error instanceof Error ? error : { name: typeof error };
    onedoor.log.warn({ name, tries: due.tries + 1 }, "A picture of a page could not be made");
    if (last) return end("failed");
    await again();
    return "seen";
  }
}

/** The page that a moment points to, as far as its participant allows. */
async function pageOf(
  { db: { kysely } }: Onedoor,
  { brandId, participantId, eventId }: PictureDue,
): Promise<(ToPicture & { readonly html: string }) | "not-yet" | "none"> {
  const participant = await readParticipant(kysely, brandId, participantId);
  if (participant === undefined) return "none";
  const { studyId, version, variant } = participant;
  const study = await readStudyVersion(kysely, brandId, studyId, version);
  if (study === undefined) return "none";
  const record = await readLabRecord(kysely, brandId, participantId);
  const found = pageOfMoment(permittedSession(study, { code: participantId, variant, record }), eventId);
  if (typeof found === "string") return found;
  const html = await readSnapshot(kysely, brandId, participantId, found.page);
  return html === undefined ? "not-yet" : { ...found, html };
}

const from = (now: Instant, ms: number): Instant => instant(milliseconds(now) + ms);
