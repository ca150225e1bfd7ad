import type { DirectoryContents } from "~/domain/directory/types";
import { releaseHolds } from "~db/queries/slots";
import { type Asking, answeredDraft, type FrontDoor, TOWN, VISITOR } from "~tests/support/front-door";
import { offer, service, smallTown } from "~tests/support/small-town";

/** Eye tests: by the harbour people take a time themselves, from this diary; on the hill the partner gives one. */
export const eyeTests = (minutes: number, opens: string, closes: string): DirectoryContents =>
  smallTown({
    services: [service("eye-test", { name: "Eye test" })],
    offers: [
      offer("eye-test", "harbour", { slots: { minutes, sessions: [{ weekday: 1, opens, closes }] } }),
      offer("eye-test", "hill", { booking: "partner", slots: null }),
    ],
  });

/** Drafts of VISITOR, as many as there are people, each answered alike to the end. Their holds have lapsed. */
export async function alikeDrafts(door: FrontDoor, howMany: number, asking: Asking): Promise<string[]> {
  const { db } = door.onedoor;
  const visitor = "who answers";
  const first = await answeredDraft(door, { serviceId: "eye-test", visitor, ...asking });
  await db.write((tx) => releaseHolds(tx, TOWN, first));
  const draft = await db.kysely
    .selectFrom("drafts")
    .selectAll()
    .where("brand_id", "=", TOWN)
    .where("id", "=", first)
    .executeTakeFirstOrThrow();
  await db.kysely.deleteFrom("drafts").where("id", "=", first).execute();
  const drafts = Array.from({ length: howMany }, (_, number) => ({
    ...draft,
    id: `${first}-${number}`,
    visitor: VISITOR,
  }));
  await db.kysely.insertInto("drafts").values(drafts).execute();
  return drafts.map(({ id }) => id);
}
