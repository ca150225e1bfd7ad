import { z } from "zod";
import type { Reader } from "../connect";

const Contact = z.object({
  name: z.string().nullish(),
  phone: z.string().nullish(),
  email: z.string().nullish(),
  address: z.string().optional(),
  notes: z.string().optional(),
});
const Adjustments = z.object({ other: z.string() });
const Asked = z.object({
  contact: Contact,
  adjustments: Adjustments.optional(),
  need: z.object({ place: z.object({ postcode: z.string() }).nullable() }),
});
const InRequest = Asked.extend({ asked: z.array(z.object({ detail: Asked })).optional() });
const InDraft = z.looseObject({
  about: z.object({ name: z.string(), nhsNumber: z.string().nullish() }).optional(),
  contact: Contact.optional(),
  adjustments: Adjustments.optional(),
  place: z.object({ postcode: z.string() }).optional(),
});
const InQuestion = z.object({ answer: z.union([z.string(), z.array(z.string())]) });
const ByPatient = z.object({ kind: z.literal("patient") });
const Said = z.object({ text: z.string().optional(), note: z.string().optional() });

/** Of a choice the answer is the choice's id, which nobody types. */
const CHOSEN = /^[a-z0-9-]*$/;

type Words = readonly (string | null | undefined)[];

/**
 * What somebody typed in a participant's world and its pages may say again, line by line: names, of whom they asked for and
 * their own, how to reach them, and whatever they wrote. The names of the town's people are none of it.
 */
export async function wordsTypedIn(reader: Reader, worldId: string): Promise<readonly string[]> {
  const [drafts, requests, people, events] = await Promise.all([
    reader.selectFrom("drafts").select("answers").where("brand_id", "=", worldId).execute(),
    reader.selectFrom("requests").select(["person_name", "body"]).where("brand_id", "=", worldId).execute(),
    reader.selectFrom("people").select("name").where("brand_id", "=", worldId).execute(),
    reader.selectFrom("events").select(["actor", "body"]).where("brand_id", "=", worldId).execute(),
  ]);
  const known = new Set(people.map(({ name }) => name));
  const typed = [
    ...requests.flatMap(({ person_name, body }) => [person_name, ...inRequest(JSON.parse(body))]),
    ...drafts.flatMap(({ answers }) => inDraft(JSON.parse(answers))),
    ...events.flatMap(({ actor, body }) =>
      ByPatient.safeParse(JSON.parse(actor)).success ? inEvent(JSON.parse(body)) : [],
    ),
  ];
  const lines = typed.flatMap((words) => words?.split("\n") ?? []).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line.length > 1 && !known.has(line));
}

function inRequest(body: unknown): Words {
  const { asked = [], ...first } = InRequest.parse(body);
  return [first, ...asked.map(({ detail }) => detail)].flatMap(({ contact, adjustments, need }) => [
    ...inContact(contact),
    adjustments?.other,
    need.place?.postcode,
  ]);
}

function inDraft(answers: unknown): Words {
  const { about, contact, adjustments, place, ...others } = InDraft.parse(answers);
  const questions = Object.entries(others).flatMap(([step, answer]) =>
    step.startsWith("q-") ? [InQuestion.parse(answer).answer].flat() : [],
  );
  return [
    about?.name,
    about?.nhsNumber,
    ...(contact ? inContact(contact) : []),
    adjustments?.other,
    place?.postcode,
    ...questions.filter((answer) => !CHOSEN.test(answer)),
  ];
}

const inContact = ({ name, phone, email, address, notes }: z.infer<typeof Contact>): Words => [
  name,
  phone,
  email,
  address,
  notes,
];

function inEvent(body: unknown): Words {
  const { text, note } = Said.parse(body);
  return [text, note];
}
