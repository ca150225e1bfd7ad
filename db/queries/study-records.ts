import { LabEvent } from "~/domain/usability/log";
import type { Entry, SessionRecord } from "~/domain/usability/results/permitted";
import type { Reader } from "../connect";

/** All that is recorded of everybody who was asked to take part in one version of a study, in the order of their places. */
export async function readStudyRecords(
  reader: Reader,
  brandId: string,
  studyId: string,
  version: number,
): Promise<SessionRecord[]> {
  const participants = await reader
    .selectFrom("participants")
    .select(["id", "variant"])
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("version", "=", version)
    .orderBy("place")
    .execute();
  const records = new Map<string, Entry[]>(participants.map(({ id }) => [id, []]));
  if (participants.length === 0) return [];
  const rows = await reader
    .selectFrom("lab_events")
    .select(["participant_id", "seq", "id", "at", "body"])
    .where("brand_id", "=", brandId)
    .where("participant_id", "in", [...records.keys()])
    .orderBy("participant_id")
    .orderBy("seq")
    .execute();
  for (const { participant_id, seq, id, at, body } of rows)
    records.get(participant_id)?.push({ seq: Number(seq), id, at, event: LabEvent.parse(JSON.parse(body)) });
  return participants.map(({ id, variant }) => ({ code: id, variant, record: records.get(id) ?? [] }));
}
