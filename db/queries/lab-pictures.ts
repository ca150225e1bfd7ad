import type { ExpressionBuilder } from "kysely";
import type { Instant } from "~/domain/shared/time";
import type { ToPicture } from "~/domain/usability/pictured";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** A moment of a session, by the id of its event. */
export interface MomentKey {
  readonly brandId: string;
  readonly participantId: string;
  readonly eventId: string;
}

/** A picture that is to be made. */
export interface PictureDue extends MomentKey {
  readonly tryAt: Instant;
  /** How often it was tried before. */
  readonly tries: number;
}

/** A picture that is one process's to make, until then. */
export interface PictureClaim extends MomentKey {
  readonly until: Instant;
}

/** Why there will be no picture: the page's styles are gone with an older build, or it could not be made. */
export const NO_PICTURE = ["styles-gone", "failed"] as const;
export type NoPicture = (typeof NO_PICTURE)[number];

/** How the picture of a moment stands. */
export interface PictureStands {
  readonly participantId: string;
  readonly eventId: string;
  readonly waits: boolean;
  readonly whyNot: NoPicture | null;
  readonly page: string | null;
  /** Null where there is none, or where another moment of that page has it. */
  readonly made: PictureSize | null;
}

export interface PictureSize {
  readonly width: number;
  readonly widthTold: boolean;
  readonly height: number;
  /** Of the page: what is more than the picture's was cut off. */
  readonly wholeHeight: number;
}

/** A marked session has an end, and so have its pictures; what shows a problem has room after all other marks. */
export const MOST_PICTURES = { mark: 60, evidence: 120 } as const;

/** Asks for pictures of the pages of moments; one that was asked for stays as it is. What is past the most is left out. */
export async function wantPictures(
  tx: Tx,
  brandId: string,
  participantId: string,
  eventIds: readonly string[],
  { as, at }: { readonly as: keyof typeof MOST_PICTURES; readonly at: Instant },
): Promise<void> {
  const { many } = await tx
    .selectFrom("lab_pictures")
    .select(({ fn }) => fn.countAll().as("many"))
    .where("brand_id", "=", brandId)
    .where("participant_id", "=", participantId)
    .executeTakeFirstOrThrow();
  const wanted = eventIds.slice(0, Math.max(0, MOST_PICTURES[as] - Number(many)));
  if (wanted.length === 0) return;
  await tx
    .insertInto("lab_pictures")
    .values(
      wanted.map((eventId) => ({
        brand_id: brandId,
        participant_id: participantId,
        event_id: eventId,
        try_at: at,
        tries: 0,
      })),
    )
    .onConflict((conflict) => conflict.columns(["brand_id", "participant_id", "event_id"]).doNothing())
    .execute();
}

/** The picture that has waited longest to be made, of all brands. */
export async function nextPictureDue(reader: Reader, now: Instant): Promise<PictureDue | undefined> {
  const row = await reader
    .selectFrom("lab_pictures")
    .select(["brand_id", "participant_id", "event_id", "try_at", "tries"])
    .where("try_at", "<=", now)
    .orderBy("try_at")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      brandId: row.brand_id,
      participantId: row.participant_id,
      eventId: row.event_id,
      tryAt: row.try_at ?? now,
      tries: row.tries,
    }
  );
}

/** Makes a picture this process's own until a moment from which on anybody tries again. Undefined when another has it. */
export async function claimPicture(
  db: Reader,
  due: PictureDue,
  until: Instant,
): Promise<(PictureDue & PictureClaim) | undefined> {
  const { numUpdatedRows } = await db
    .updateTable("lab_pictures")
    .set({ try_at: until, tries: due.tries + 1 })
    .where("brand_id", "=", due.brandId)
    .where("participant_id", "=", due.participantId)
    .where("event_id", "=", due.eventId)
    .where("try_at", "=", due.tryAt)
    .where("tries", "=", due.tries)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { ...due, until } : undefined;
}

/** Keeps a picture that was made. There is nothing to keep it in once everything of its participant was deleted. */
export const putPicture = (
  db: Reader,
  claimed: PictureClaim,
  { page, width, widthTold }: ToPicture,
  { png, height, wholeHeight }: { readonly png: Buffer } & Pick<PictureSize, "height" | "wholeHeight">,
): Promise<void> =>
  setPicture(db, claimed, {
    try_at: null,
    page_id: page,
    width,
    width_told: widthTold ? 1 : 0,
    height,
    whole_height: wholeHeight,
    png,
  });

/** There is no more to do: another moment has the picture of that page, or there will be none. */
export const endPicture = (
  db: Reader,
  claimed: PictureClaim,
  { page, whyNot }: { readonly page: string | null; readonly whyNot: NoPicture | null },
): Promise<void> => setPicture(db, claimed, { try_at: null, page_id: page, why_not: whyNot });

export const tryPictureAgain = (db: Reader, claimed: PictureClaim, at: Instant): Promise<void> =>
  setPicture(db, claimed, { try_at: at });

/** Whoever claimed it did not come to it: it waits as it did before. */
export const giveBackPicture = (db: Reader, claimed: PictureDue & PictureClaim): Promise<void> =>
  setPicture(db, claimed, { try_at: claimed.tryAt, tries: claimed.tries });

/**
 * Pictures of moments are made anew, and of those whose picture is the same one: another page was open in them than was
 * known. Who is making one of them meanwhile does not keep it.
 */
export async function makePicturesAnew(
  tx: Tx,
  brandId: string,
  participantId: string,
  eventIds: readonly string[],
  at: Instant,
): Promise<void> {
  if (eventIds.length === 0) return;
  const shared = await tx
    .selectFrom("lab_pictures")
    .select("page_id")
    .where("brand_id", "=", brandId)
    .where("participant_id", "=", participantId)
    .where("event_id", "in", eventIds)
    .where("page_id", "is not", null)
    .execute();
  const none = { page_id: null, width: null, width_told: null, height: null, whole_height: null, png: null };
  await tx
    .updateTable("lab_pictures")
    .set({ ...none, why_not: null, try_at: at, tries: 0 })
    .where("brand_id", "=", brandId)
    .where("participant_id", "=", participantId)
    .where((where) =>
      where.or([
        where("event_id", "in", eventIds),
        ...shared.map(({ page_id }) => where("page_id", "=", page_id)),
      ]),
    )
    .execute();
}

/** It is still theirs to make by then. */
const isClaimed =
  ({ brandId, participantId, eventId, until }: PictureClaim) =>
  ({ and }: ExpressionBuilder<Tables, "lab_pictures">) =>
    and({ brand_id: brandId, participant_id: participantId, event_id: eventId, try_at: until });

/** Sets nothing where it is another's to make by then, or is to be made anew. */
async function setPicture(
  db: Reader,
  claimed: PictureClaim,
  set: Partial<{
    try_at: string | null;
    tries: number;
    page_id: string | null;
    why_not: string | null;
    width: number;
    width_told: number;
    height: number;
    whole_height: number;
    png: Buffer;
  }>,
): Promise<void> {
  await db.updateTable("lab_pictures").set(set).where(isClaimed(claimed)).execute();
}

/** Asks for none any more. */
export async function unwantPicture(db: Reader, claimed: PictureClaim): Promise<void> {
  await db.deleteFrom("lab_pictures").where(isClaimed(claimed)).execute();
}

/** The picture of a page of a participant, as PNG. */
export async function readPicture(
  reader: Reader,
  brandId: string,
  participantId: string,
  page: string,
): Promise<Buffer | undefined> {
  const row = await reader
    .selectFrom("lab_pictures")
    .select("png")
    .where("brand_id", "=", brandId)
    .where("participant_id", "=", participantId)
    .where("page_id", "=", page)
    .where("png", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return row?.png ?? undefined;
}

/** How the pictures of participants' moments stand, without the pictures. */
export async function picturesOf(
  reader: Reader,
  brandId: string,
  participantIds: readonly string[],
): Promise<PictureStands[]> {
  if (participantIds.length === 0) return [];
  const rows = await reader
    .selectFrom("lab_pictures")
    .select(["participant_id", "event_id", "try_at", "why_not", "page_id"])
    .select(["width", "width_told", "height", "whole_height"])
    .where("brand_id", "=", brandId)
    .where("participant_id", "in", participantIds)
    .orderBy("participant_id")
    .orderBy("event_id")
    .execute();
  return rows.map(({ width, height, whole_height: wholeHeight, ...row }) => ({
    participantId: row.participant_id,
    eventId: row.event_id,
    waits: row.try_at !== null,
    whyNot: NO_PICTURE.find((each) => each === row.why_not) ?? null,
    page: row.page_id,
    made:
      width === null || height === null || wholeHeight === null
        ? null
        : { width, widthTold: row.width_told === 1, height, wholeHeight },
  }));
}
