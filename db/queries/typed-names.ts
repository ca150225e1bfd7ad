import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { DraftAnswers } from "~/domain/journeys/draft-answers";
import type { Reader } from "../connect";

/** The names that somebody typed in a participant's world: of whom they asked for, and their own. Those of the town's people are none. */
export async function namesTypedIn(reader: Reader, worldId: string): Promise<readonly string[]> {
  const [drafts, requests, people] = await Promise.all([
    reader.selectFrom("drafts").select("answers").where("brand_id", "=", worldId).execute(),
    reader.selectFrom("requests").select(["person_name", "body"]).where("brand_id", "=", worldId).execute(),
    reader.selectFrom("people").select("name").where("brand_id", "=", worldId).execute(),
  ]);
  const known = new Set(people.map(({ name }) => name));
  const typed = [
    ...requests.flatMap(({ person_name, body }) => {
      const { contact } = JSON.parse(body) as RequestDetail;
      return [person_name, contact.name ?? ""];
    }),
    ...drafts.flatMap(({ answers }) => {
      const { about, contact } = JSON.parse(answers) as DraftAnswers;
      return [about?.name ?? "", contact?.name ?? ""];
    }),
  ];
  return [...new Set(typed)].filter((name) => name !== "" && !known.has(name));
}
