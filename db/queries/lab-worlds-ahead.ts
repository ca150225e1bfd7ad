import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { AHEAD } from "./lab-worlds";

/** How many who were asked into a study, and have not come yet, have a world that is wanted, being made or ready. */
export async function countLabWorldsAhead(reader: Reader, townId: string, studyId: string): Promise<number> {
  const { many } = await reader
    .selectFrom("participants")
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .where("participants.brand_id", "=", townId)
    .where("participants.study_id", "=", studyId)
    .where("participants.state", "=", "asked")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("lab_worlds")
          .select("lab_worlds.id")
          .whereRef("lab_worlds.brand_id", "=", "participants.brand_id")
          .whereRef("lab_worlds.participant_id", "=", "participants.id")
          .where("lab_worlds.state", "in", AHEAD),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(many);
}

/**
 * Who was asked into a study that is open and has no world yet, those first who were asked first, at most so many. Whose world
 * could not be made has none either, unless that was lately.
 */
export async function askedWithoutWorld(
  reader: Reader,
  townId: string,
  studyId: string,
  { most, failedSince }: { readonly most: number; readonly failedSince: Instant },
): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom("participants")
    .innerJoin("studies", (join) =>
      join
        .onRef("studies.brand_id", "=", "participants.brand_id")
        .onRef("studies.id", "=", "participants.study_id"),
    )
    .select("participants.id")
    .where("studies.state", "=", "open")
    .where("participants.brand_id", "=", townId)
    .where("participants.study_id", "=", studyId)
    .where("participants.state", "=", "asked")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("lab_worlds")
            .select("lab_worlds.id")
            .whereRef("lab_worlds.brand_id", "=", "participants.brand_id")
            .whereRef("lab_worlds.participant_id", "=", "participants.id")
            .where("lab_worlds.state", "!=", "over")
            .where((world) =>
              world.or([
                world("lab_worlds.state", "!=", "failed"),
                world("lab_worlds.used_at", ">=", failedSince),
              ]),
            ),
        ),
      ),
    )
    .orderBy("participants.place")
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many worlds are being made since a moment or later, over all towns. */
export async function countLabWorldsMaking(reader: Reader, since: Instant): Promise<number> {
  const { many } = await reader
    .selectFrom("lab_worlds")
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .where("state", "=", "making")
    .where("used_at", ">=", since)
    .executeTakeFirstOrThrow();
  return Number(many);
}
