import { describe, expect, test } from "vitest";
import { NOTHING_KNOWN } from "~/domain/journeys/known";
import { knownOf } from "~/usecases/journey-context";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { upsertAccount } from "./accounts";
import { decisionsOf } from "./decisions";
import { writePeople } from "./people";
import { findByReferenceAndBirth, requestsOf } from "./requests";
import { readTracking } from "./tracking";
import { worklist } from "./worklist";

const ROSA = {
  id: "account-rosa",
  issuer: "https://identity.test",
  subject: "rosa",
  name: "Rosa Marchetti",
  email: null,
  claims: {},
};

onEachDatabase((open) => {
  test("a guest needs the reference and the date of birth, both right, in the right brand", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const { kysely } = door.onedoor.db;
    expect((await findByReferenceAndBirth(kysely, TOWN, reference, "1992-03-27"))?.reference).toBe(reference);
    expect(await findByReferenceAndBirth(kysely, TOWN, reference, "1992-03-28")).toBeUndefined();
    expect(await findByReferenceAndBirth(kysely, TOWN, "K7PM-3QXR", "1992-03-27")).toBeUndefined();
    expect(await findByReferenceAndBirth(kysely, "other-town", reference, "1992-03-27")).toBeUndefined();
    expect(await readTracking(kysely, "other-town", reference)).toBeUndefined();
    expect(await decisionsOf(kysely, "other-town", reference)).toEqual([]);
    expect(await decisionsOf(kysely, TOWN, reference)).toHaveLength(1);
  });

  test("an account's requests come newest first, a page at a time, and are nobody else's", async () => {
    const door = await openFrontDoor(await open());
    const { db } = door.onedoor;
    await db.write((tx) => upsertAccount(tx, ROSA, "2026-11-23T09:00:00.000Z"));
    const references: string[] = [];
    for (let minute = 0; minute < 22; minute += 1) {
      door.at(`2026-11-23T09:${String(minute).padStart(2, "0")}:00.000Z`);
      references.unshift(await submitted(door, { accountId: ROSA.id }));
    }
    await submitted(door);
    const first = await requestsOf(db.kysely, TOWN, ROSA.id);
    expect(first.items).toHaveLength(20);
    expect(first.items[0]).toMatchObject({
      personName: "Rosa Marchetti",
      parts: [{ status: "open", owner: { kind: "partner", organisationId: "harbour" } }],
    });
    const second = await requestsOf(db.kysely, TOWN, ROSA.id, first.nextCursor);
    expect([...first.items, ...second.items].map(({ reference }) => reference)).toEqual(references);
    expect(second.nextCursor).toBeNull();
    expect((await requestsOf(db.kysely, TOWN, ROSA.id, "nonsense")).items).toHaveLength(20);
    expect((await requestsOf(db.kysely, "other-town", ROSA.id)).items).toEqual([]);

    const { items, counts, pages } = await worklist(
      db.kysely,
      { brandId: TOWN, organisationId: "harbour", now: door.onedoor.clock() },
      { page: 99 },
    );
    expect({ listed: items.length, requested: counts["to-review"], pages }).toEqual({
      listed: 23,
      requested: 23,
      pages: 1,
    });
  });

  describe("what is known of a person who signed in", () => {
    test("is the practice that a proved identity vouches for, and who looks after them", async () => {
      const { onedoor } = await openFrontDoor(await open());
      const claims = { identity_proofing_level: "P9", gp_registration_details: { gp_ods_code: "L81001" } };
      await onedoor.db.write(async (tx) => {
        await upsertAccount(tx, { ...ROSA, claims }, "2026-11-23T09:00:00.000Z");
        await writePeople(tx, TOWN, [
          {
            id: "rosa",
            accountId: ROSA.id,
            name: ROSA.name,
            bornOn: "1992-03-27",
            sex: "female",
            nhsNumber: null,
            registeredWith: "L81001",
            postcode: "LK1 1AA",
            phone: null,
            email: null,
            knownTo: ["hill"],
          },
        ]);
      });
      expect(await knownOf(onedoor.db.kysely, TOWN, ROSA.id)).toEqual({
        bornOn: "1992-03-27",
        nhsNumber: null,
        practice: "L81001",
        knownTo: ["hill"],
      });
      expect(await knownOf(onedoor.db.kysely, TOWN, null)).toEqual(NOTHING_KNOWN);
    });

    test.each([
      [
        "an identity that was not proved",
        { identity_proofing_level: "P5", gp_registration_details: { gp_ods_code: "L81001" } },
      ],
      ["a claim of another shape", { identity_proofing_level: "P9", gp_registration_details: "L81001" }],
    ])("is no practice with %s", async (_, claims) => {
      const { onedoor } = await openFrontDoor(await open());
      await onedoor.db.write((tx) => upsertAccount(tx, { ...ROSA, claims }, "2026-11-23T09:00:00.000Z"));
      expect((await knownOf(onedoor.db.kysely, TOWN, ROSA.id)).practice).toBeNull();
    });
  });

  test("events come in the order they happened, each with who did it", async () => {
    const door = await openFrontDoor(await open());
    const { events } = await standing(door, await submitted(door));
    expect(events.map(({ event, actor }) => [event.type, actor.kind])).toEqual([
      ["request-submitted", "patient"],
      ["part-routed", "patient"],
    ]);
    expect(events.map(({ seq }) => seq)).toEqual([...events.map(({ seq }) => seq)].sort((a, b) => a - b));
  });
});
