import type { Reader } from "../connect";

/** The brands that are worlds, of stages or of who takes part in a study: no list that people see has them. */
export const worlds = (reader: Reader) =>
  reader.selectFrom("stage_worlds").select("id").unionAll(reader.selectFrom("lab_worlds").select("id"));

/** Every world of a town, whatever its state. */
export async function worldsOf(reader: Reader, townId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("stage_worlds")
    .select("id")
    .where("brand_id", "=", townId)
    .unionAll(reader.selectFrom("lab_worlds").select("id").where("brand_id", "=", townId))
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
