import type { Selectable } from "kysely";
import { z } from "zod";
import { toJson } from "~/domain/shared/json";
import type { PlainDate } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { insertMany } from "./bulk";

/** What a person's row holds as JSON. */
export const PersonBody = z.object({
  sex: z.enum(["female", "male"]).nullable(),
  nhsNumber: z.string().nullable(),
  /** ODS code of the practice. */
  registeredWith: z.string().nullable(),
  postcode: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Organisations that look after them already. */
  knownTo: z.array(z.string()).readonly(),
});

/** A person whom a brand knows. In a demonstration every one of them is fictional. */
export interface Person extends Readonly<z.infer<typeof PersonBody>> {
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly bornOn: PlainDate;
}

/** Adds people, or changes those that are there. */
export async function writePeople(tx: Tx, brandId: string, people: readonly Person[]): Promise<void> {
  const rows = people.map(({ id, accountId, name, bornOn, ...body }) => ({
    brand_id: brandId,
    id,
    account_id: accountId,
    name,
    born_on: bornOn,
    body: toJson(body),
  }));
  await insertMany(tx, "people", ["brand_id", "id", "account_id", "name", "born_on", "body"], rows, {
    key: ["brand_id", "id"],
    otherwise: "update",
  });
}

/** A person of a brand by their id. */
export async function readPerson(
  reader: Reader,
  brandId: string,
  personId: string,
): Promise<Person | undefined> {
  const row = await reader
    .selectFrom("people")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return row && toPerson(row);
}

/** The person that an account is, in one brand. */
export async function readPersonOfAccount(
  reader: Reader,
  brandId: string,
  accountId: string,
): Promise<Person | undefined> {
  const row = await reader
    .selectFrom("people")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row && toPerson(row);
}

/** The one person of the brand who has this NHS number and this date of birth; undefined when there is none, or more than one. */
export async function findOnlyPerson(
  reader: Reader,
  brandId: string,
  { nhsNumber, bornOn }: { readonly nhsNumber: string; readonly bornOn: PlainDate },
): Promise<Person | undefined> {
  const rows = await reader
    .selectFrom("people")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("born_on", "=", bornOn)
    .execute();
  const [only, ...others] = rows.map(toPerson).filter((person) => person.nhsNumber === nhsNumber);
  return others.length === 0 ? only : undefined;
}

const toPerson = (row: Selectable<Tables["people"]>): Person => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  bornOn: row.born_on,
  ...PersonBody.parse(JSON.parse(row.body)),
});

/** The people of a brand who can sign in, by name, and no more of them than a page can show. */
export async function readPeopleWhoSignIn(
  reader: Reader,
  brandId: string,
  most: number,
): Promise<readonly Pick<Person, "id" | "name">[]> {
  return await reader
    .selectFrom("people")
    .select(["id", "name"])
    .where("brand_id", "=", brandId)
    .where("account_id", "is not", null)
    .orderBy("name")
    .limit(most)
    .execute();
}
