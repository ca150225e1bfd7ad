import { z } from "zod";
import type { Reader } from "../connect";

const Named = z.object({ name: z.string().nullish() });
const InRequest = z.object({ contact: Named });
const InDraft = z.object({ about: Named.optional(), contact: Named.optional() });

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
      const { contact } = InRequest.parse(JSON.parse(body));
      return [person_name, contact.name ?? ""];
    }),
    ...drafts.flatMap(({ answers }) => {
      const { about, contact } = InDraft.parse(JSON.parse(answers));
      return [about?.name ?? "", contact?.name ?? ""];
    }),
  ];
  return [...new Set(typed)].filter((name) => name !== "" && !known.has(name));
}
