import { expect, it } from "vitest";
import type { Database } from "~db/connect";
import { writeDirectory } from "~db/queries/directory";
import type { Tables } from "~db/schema";
import { onEachDatabase } from "~tests/support/databases";
import { brand, offer, organisation, partnership, smallTown, TOWN } from "~tests/support/small-town";

const NOW = "2026-11-22T09:00:00.000Z";

const request = (id: string, change: Partial<Tables["requests"]> = {}): Tables["requests"] => ({
  brand_id: TOWN,
  id,
  reference: `REF-${id}`,
  draft_id: `draft-${id}`,
  account_id: null,
  service_id: "physiotherapy",
  priority: "routine",
  person_name: "Grace Okafor",
  person_born_on: "1961-04-02",
  body: "{}",
  consent_to_pass_on: 1,
  submitted_at: NOW,
  ...change,
});

const part = (id: string, change: Partial<Tables["parts"]> = {}): Tables["parts"] => ({
  brand_id: TOWN,
  id,
  request_id: "one",
  service_id: "physiotherapy",
  position: 1,
  status: "open",
  version: 1,
  owner_kind: "desk",
  owner_organisation_id: null,
  due_at: NOW,
  waiting: 0,
  priority: "routine",
  promise_by: NOW,
  promise_due_at: null,
  promise: "{}",
  body: "{}",
  ...change,
});

const fulfilment = (id: string, change: Partial<Tables["fulfilments"]> = {}): Tables["fulfilments"] => ({
  brand_id: TOWN,
  id,
  part_id: "part",
  request_id: "one",
  position: 1,
  offer_id: "physiotherapy-harbour",
  organisation_id: "harbour",
  decision_id: "decision",
  status: "requested",
  version: 1,
  requested_at: NOW,
  answer_by: NOW,
  appointment_at: null,
  slot_id: null,
  kept: null,
  body: "{}",
  ...change,
});

/** What the database itself refuses, whatever the code above it does. */
onEachDatabase((open) => {
  async function town(): Promise<Database> {
    const db = await open();
    await db.write(async (tx) => {
      await writeDirectory(tx, smallTown(), NOW);
      await tx.insertInto("requests").values(request("one")).execute();
      await tx.insertInto("parts").values(part("part")).execute();
      await tx.insertInto("fulfilments").values(fulfilment("first")).execute();
    });
    return db;
  }

  it("one draft becomes one request, under a reference of its own", async () => {
    const { kysely } = await town();
    const insert = (change: Partial<Tables["requests"]>) =>
      kysely.insertInto("requests").values(request("two", change)).execute();
    await expect(insert({ draft_id: "draft-one" })).rejects.toThrow(/constraint/i);
    await expect(insert({ reference: "REF-one" })).rejects.toThrow(/constraint/i);
    await expect(insert({ brand_id: "nowhere" })).rejects.toThrow(/constraint/i);
    await expect(insert({ priority: "stat" })).rejects.toThrow(/constraint/i);
    await expect(insert({})).resolves.toBeDefined();
  });

  it("a part that is open has a deadline, and a partner's part names the partner", async () => {
    const { kysely } = await town();
    const insert = (change: Partial<Tables["parts"]>) =>
      kysely.insertInto("parts").values(part("second", change)).execute();
    await expect(insert({ due_at: null })).rejects.toThrow(/constraint/i);
    await expect(insert({ owner_kind: "partner" })).rejects.toThrow(/constraint/i);
    await expect(insert({ owner_kind: "nobody" })).rejects.toThrow(/constraint/i);
    await expect(insert({ request_id: "none" })).rejects.toThrow(/constraint/i);
    await expect(insert({ status: "closed", due_at: null })).resolves.toBeDefined();
  });

  it("a part has one open fulfilment at a time", async () => {
    const { kysely } = await town();
    const second = kysely.insertInto("fulfilments").values(fulfilment("second", { position: 2 }));
    for (const status of ["accepted", "in-progress", "on-hold", "requested"]) {
      await kysely.updateTable("fulfilments").set({ status }).where("id", "=", "first").execute();
      await expect(second.execute()).rejects.toThrow(/constraint/i);
    }
    await kysely.updateTable("fulfilments").set({ status: "rejected" }).where("id", "=", "first").execute();
    await expect(second.execute()).resolves.toBeDefined();
    const sameTurn = fulfilment("third", { status: "rejected", position: 2 });
    await expect(kysely.insertInto("fulfilments").values(sameTurn).execute()).rejects.toThrow(/constraint/i);
    const misspelt = fulfilment("third", { status: "canceled", position: 3 });
    await expect(kysely.insertInto("fulfilments").values(misspelt).execute()).rejects.toThrow(/constraint/i);
  });

  it("a slot is busy for one fulfilment, and a fulfilment has one slot", async () => {
    const { kysely } = await town();
    const slot = (id: string, starts_at: string): Tables["slots"] => ({
      brand_id: TOWN,
      id,
      offer_id: "physiotherapy-harbour",
      starts_at,
      ends_at: starts_at,
      status: "busy",
      held_by: null,
      held_until: null,
      fulfilment_id: "first",
      blocked_why: null,
    });
    await kysely.insertInto("slots").values(slot("a", "2026-11-23T09:00:00.000Z")).execute();
    const other = slot("b", "2026-11-23T10:00:00.000Z");
    const insert = (row: Tables["slots"]) => kysely.insertInto("slots").values(row).execute();
    await expect(insert(other)).rejects.toThrow(/constraint/i);
    await expect(insert({ ...other, fulfilment_id: null })).rejects.toThrow(/constraint/i);
    await expect(insert({ ...other, status: "free" })).rejects.toThrow(/constraint/i);
    await expect(insert({ ...other, fulfilment_id: "x", held_by: "ada" })).rejects.toThrow(/constraint/i);
    await expect(insert({ ...slot("a2", "2026-11-23T09:00:00.000Z"), fulfilment_id: "x" })).rejects.toThrow(
      /constraint/i,
    );
    await expect(insert({ ...other, offer_id: "none", fulfilment_id: "x" })).rejects.toThrow(/constraint/i);
    const blocked = { ...other, status: "free", fulfilment_id: null, blocked_why: "Training" };
    await expect(insert(blocked)).rejects.toThrow(/constraint/i);
    await expect(insert({ ...other, fulfilment_id: "x" })).resolves.toBeDefined();
  });

  it("an ODS code is one organisation's in a brand, and may be in another brand too", async () => {
    const db = await town();
    const write = (id: string, organisations: ReturnType<typeof organisation>[]) =>
      db.write((tx) =>
        writeDirectory(
          tx,
          smallTown({
            brand: brand({ id }),
            organisations,
            partnerships: [],
            locations: [],
            offers: [],
          }),
          NOW,
        ),
      );
    const twice = ["a", "b"].map((id) => organisation(id, { odsCode: "RLK" }));
    await expect(write("next-town", twice)).rejects.toThrow(/constraint/i);
    await expect(write("next-town", [organisation("a", { odsCode: "RLK" })])).resolves.toBeDefined();
  });

  it("nothing in a directory names what is not in it", async () => {
    const db = await town();
    const write = (change: Parameters<typeof smallTown>[0]) =>
      db.write((tx) => writeDirectory(tx, smallTown(change), NOW));
    await expect(write({ partnerships: [partnership("nobody")] })).rejects.toThrow(/constraint/i);
    await expect(write({ offers: [offer("no-service", "hill")] })).rejects.toThrow(/constraint/i);
    await expect(write({ offers: [offer("physiotherapy", "hill", { locationId: "none" })] })).rejects.toThrow(
      /constraint/i,
    );
  });

  it("a brand goes with all that is in it, and takes nothing of another's along", async () => {
    const db = await town();
    await db.write((tx) => writeDirectory(tx, smallTown({ brand: brand({ id: "next-town" }) }), NOW));
    await db.kysely
      .insertInto("events")
      .values({
        brand_id: TOWN,
        request_id: "one",
        part_id: "part",
        type: "request-submitted",
        at: NOW,
        actor: "{}",
        body: "{}",
      })
      .execute();
    await db.kysely.deleteFrom("brands").where("id", "=", TOWN).execute();
    const left = async (table: "offers" | "requests" | "parts" | "fulfilments" | "events") =>
      (await db.kysely.selectFrom(table).select("brand_id").execute()).map((row) => row.brand_id);
    expect(await left("offers")).toEqual(["next-town", "next-town"]);
    for (const table of ["requests", "parts", "fulfilments", "events"] as const)
      expect(await left(table)).toEqual([]);
  });
});
