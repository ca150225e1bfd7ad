import { expect, it } from "vitest";
import type { Database } from "~db/connect";
import { onEachDatabase } from "~tests/support/databases";
import { brand, smallTown, TOWN } from "~tests/support/small-town";
import { addMembership, readAccount, readMemberships, upsertAccount } from "./accounts";
import { writeDirectory } from "./directory";
import { type Person, readPersonOfAccount, writePeople } from "./people";
import { createSession, deleteSession, expireSessions, readSession, touchSession } from "./sessions";

const NOW = "2026-11-22T09:00:00.000Z";
const HOUR_LATER = "2026-11-22T10:00:00.000Z";
const TWO_HOURS_LATER = "2026-11-22T11:00:00.000Z";

const grace = {
  id: "account-grace",
  issuer: "https://id.example",
  subject: "grace",
  name: "Grace Okafor",
  email: "grace@example.org",
  claims: { nhs_number: "9990000018" },
};

const session = {
  id: "5e55",
  brandId: TOWN,
  audience: "patient",
  accountId: grace.id,
  body: { identityLevel: "P9" },
  expiresAt: HOUR_LATER,
};

onEachDatabase((open) => {
  async function town(): Promise<Database> {
    const db = await open();
    await db.write(async (tx) => {
      await writeDirectory(tx, smallTown(), NOW);
      await writeDirectory(tx, smallTown({ brand: brand({ id: "next-town" }) }), NOW);
      await upsertAccount(tx, grace, NOW);
    });
    return db;
  }

  it("knows an account by its issuer and subject, and keeps its id when it is described anew", async () => {
    const db = await town();
    const married = { ...grace, id: "another-id", name: "Grace Bello", email: null };
    const kept = await db.write((tx) => upsertAccount(tx, married, HOUR_LATER));
    expect(kept).toEqual({ ...married, id: grace.id });
    expect(await readAccount(db.kysely, grace.id)).toEqual(kept);
    expect(await readAccount(db.kysely, "another-id")).toBeUndefined();
  });

  it("lets an account do things in one brand, and not in another", async () => {
    const db = await town();
    const clerk = { accountId: grace.id, organisationId: "harbour", role: "partner" };
    const desk = { accountId: grace.id, organisationId: null, role: "desk" };
    await db.write(async (tx) => {
      for (const membership of [clerk, desk, clerk, desk]) await addMembership(tx, TOWN, membership);
    });
    expect(await readMemberships(db.kysely, TOWN, grace.id)).toEqual([desk, clerk]);
    expect(await readMemberships(db.kysely, "next-town", grace.id)).toEqual([]);
  });

  it("gives a session to its own brand and audience only, while it lasts", async () => {
    const db = await town();
    await db.write((tx) => createSession(tx, session));
    expect(await readSession(db.kysely, TOWN, "patient", session.id, NOW)).toEqual(session);
    expect(await readSession(db.kysely, TOWN, "partner", session.id, NOW)).toBeUndefined();
    expect(await readSession(db.kysely, "next-town", "patient", session.id, NOW)).toBeUndefined();
    expect(await readSession(db.kysely, TOWN, "patient", session.id, HOUR_LATER)).toBeUndefined();
  });

  it("makes a session last longer, never shorter; ends it; and clears what is over", async () => {
    const db = await town();
    await createSession(db.kysely, session);
    await touchSession(db.kysely, TOWN, session.id, TWO_HOURS_LATER);
    await touchSession(db.kysely, TOWN, session.id, HOUR_LATER);
    const read = await readSession(db.kysely, TOWN, "patient", session.id, HOUR_LATER);
    expect(read?.expiresAt).toBe(TWO_HOURS_LATER);
    await createSession(db.kysely, { ...session, id: "0ld" });
    expect(await expireSessions(db.kysely, HOUR_LATER)).toBe(1);
    await deleteSession(db.kysely, "next-town", session.id);
    expect(await readSession(db.kysely, TOWN, "patient", session.id, HOUR_LATER)).toBeDefined();
    await deleteSession(db.kysely, TOWN, session.id);
    expect(await readSession(db.kysely, TOWN, "patient", session.id, HOUR_LATER)).toBeUndefined();
  });

  it("knows which person an account is, in each brand", async () => {
    const db = await town();
    const person: Person = {
      id: "grace",
      accountId: grace.id,
      name: "Grace Okafor",
      bornOn: "1961-04-02",
      sex: "female",
      nhsNumber: "9990000018",
      registeredWith: "L99001",
      postcode: "LK1 1AA",
      phone: "07700 900123",
      email: null,
      knownTo: ["harbour"],
    };
    await db.write((tx) => writePeople(tx, TOWN, [{ ...person, knownTo: [] }]));
    await db.write((tx) => writePeople(tx, TOWN, [person]));
    expect(await readPersonOfAccount(db.kysely, TOWN, grace.id)).toEqual(person);
    expect(await readPersonOfAccount(db.kysely, "next-town", grace.id)).toBeUndefined();
  });
});
