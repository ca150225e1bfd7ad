import { expect, it } from "vitest";
import { runDueWork } from "~/jobs/due-work";
import type { Database } from "~db/connect";
import { auditOf } from "~db/queries/audit";
import { readBrands } from "~db/queries/brands";
import { COPIED, COPIED_WITH_OPEN_WORK, NOT_COPIED } from "~db/queries/copy-brand";
import { readDirectoryContents, UnknownBrand } from "~db/queries/directory";
import { digestOfBrand, rowsOfBrand, tablesOfBrands } from "~tests/support/brand-rows";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, openFrontDoor, standing, submitted, TOWN, worker } from "~tests/support/front-door";
import { postOffice } from "~tests/support/post-office";
import { CLASSES_LAST, fallsTown } from "~tests/support/several-parts";
import { brand, partnership } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { sealAudit, verifyAudit } from "./audit";
import { type CopyBrand, copyBrand } from "./copy-brand";
import { clearBrandsCutShort, deleteBrand, removeBrand } from "./delete-brand";
import { forgetExpired } from "./forget-expired";
import { acceptFulfilment } from "./respond-to-fulfilment";
import { sendDueMessages } from "./send-messages";

const COPY = "next-town";
const who = { kind: "operator" as const, name: "Ada" };
const asked = (change: Partial<CopyBrand> = {}): CopyBrand => ({
  from: TOWN,
  to: { id: COPY, name: "Next Town Care", area: "Next Town" },
  openWork: true,
  who,
  ...change,
});

/** A database that is written to so many times, and then by nobody any more. */
function dyingAfter(db: Database, writes: number): Database {
  let left = writes;
  return {
    ...db,
    write: (work) => {
      left -= 1;
      if (left < 0) throw new Error("The process died");
      return db.write(work);
    },
  };
}

/** Every id and reference of a brand's requests and of what hangs from them. */
async function namesIn(db: Database, brandId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const table of ["requests", "parts", "fulfilments", "decisions", "messages"] as const) {
    const rows = await db.kysely.selectFrom(table).select("id").where("brand_id", "=", brandId).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  const requests = db.kysely
    .selectFrom("requests")
    .select(["reference", "draft_id"])
    .where("brand_id", "=", brandId);
  for (const { reference, draft_id } of await requests.execute()) ids.push(reference, draft_id);
  return ids;
}

onEachDatabase((open) => {
  async function town(): Promise<{ door: FrontDoor; db: Database; references: string[] }> {
    const db = await open();
    const door = await openFrontDoor(db, fallsTown(CLASSES_LAST));
    const references = [
      await submitted(door),
      await submitted(door, { serviceId: "eye-test", slot: "soonest" }),
      await submitted(door, { serviceId: "falls-check" }),
    ];
    await runDueWork(door.onedoor);
    return { door, db, references };
  }

  it("every table of a brand is copied, or is said not to be, with all of its columns", async () => {
    const tables = await tablesOfBrands(await open());
    const said = [...COPIED.map(({ table }) => table), ...COPIED_WITH_OPEN_WORK, ...Object.keys(NOT_COPIED)];
    expect([...said].sort()).toEqual([...tables.keys()]);
    for (const { table, columns } of COPIED)
      expect(["brand_id", ...columns].sort(), table).toEqual([...(tables.get(table) ?? [])].sort());
  });

  it("a copy is a world of its own: its directory, its open work under names of its own, its look, and the same past", async () => {
    const { door, db } = await town();
    const before = await digestOfBrand(db, TOWN);
    const result = await copyBrand(door.onedoor, asked());
    expect(result).toMatchObject({ kind: "copied", brandId: COPY, requests: 3, leftOut: 0 });
    expect(await digestOfBrand(db, TOWN)).toBe(before);

    const original = await readDirectoryContents(db.kysely, TOWN);
    const copy = await readDirectoryContents(db.kysely, COPY);
    const { version: _old, brand: _was, ...kept } = original;
    const { version: _new, brand: is, ...copied } = copy;
    expect(copied).toEqual(kept);
    expect(is).toMatchObject({ id: COPY, name: "Next Town Care", area: "Next Town", historyOf: TOWN });
    expect(is.policy).toEqual(original.brand.policy);

    expect(await unsound(db, COPY, door.onedoor.clock())).toEqual([]);
    const [names, copies] = [await namesIn(db, TOWN), await namesIn(db, COPY)];
    expect(copies.length).toBe(names.length);
    const rows = [...(await rowsOfBrand(db, COPY)).values()].flat().join("\n");
    expect(names.filter((name) => rows.includes(`"${name}`))).toEqual([]);
    expect(rows).not.toContain(`/b/${TOWN}/`);

    await sealAudit(door.onedoor);
    const { faults, events } = await verifyAudit(door.onedoor, COPY);
    expect(faults).toEqual([]);
    expect(events).toBeGreaterThan(5);
    const [first] = await auditOf(db.kysely, COPY, COPY);
    expect(first).toMatchObject({ action: "copied", actor: JSON.stringify(who) });
    expect(JSON.parse(first?.body ?? "")).toMatchObject({ from: TOWN });
  });

  it("nothing that was to be sent is sent twice", async () => {
    const { door, db } = await town();
    await copyBrand(door.onedoor, asked());
    const due = await db.kysely
      .selectFrom("messages")
      .select("id")
      .where("brand_id", "=", COPY)
      .where("next_attempt_at", "is not", null)
      .execute();
    expect(due).toEqual([]);
  });

  it.each([
    ["by name", (brandId: string) => `https://care.example/b/${brandId}`],
    ["at bare addresses", () => "https://care.example:3000"],
    ["at a host of its own", () => "https://seaside.example"],
  ])(
    "what a person was sent leads to their request in the copy, where the original is found %s",
    async (_, doorOf) => {
      const db = await open();
      const door = await openFrontDoor(db);
      const contact = { email: "rosa@example.org" };
      const reference = await submitted(door, { contact });
      await submitted(door, { contact, serviceId: "eye-test", slot: "soonest" });
      await sendDueMessages(door.onedoor, postOffice(undefined, doorOf), TOWN);
      const ledTo = async (brandId: string) => {
        const requests = await db.kysely
          .selectFrom("requests")
          .select("reference")
          .where("brand_id", "=", brandId)
          .execute();
        const sent = db.kysely.selectFrom("deliveries").select("body").where("brand_id", "=", brandId);
        const bodies = (await sent.execute()).map(({ body }) => body);
        const links = bodies.flatMap((body) => body.match(/https:\/\/[^\s"\\]+/g) ?? []);
        return { own: requests.map((row) => row.reference), links: [...new Set(links)].sort() };
      };
      const before = await ledTo(TOWN);
      expect(before.links).toContain(`${doorOf(TOWN)}/requests/${reference}`);
      await copyBrand(door.onedoor, asked());
      const { origin } = new URL(doorOf(TOWN));
      const { own, links } = await ledTo(COPY);
      expect(links).toEqual(own.map((its) => `${origin}/b/${COPY}/requests/${its}`).sort());
      expect(links).toHaveLength(2);
      expect(await ledTo(TOWN)).toEqual(before);
    },
  );

  it("goes on as the original does: its partners answer its own work", async () => {
    const { door, db } = await town();
    await copyBrand(door.onedoor, asked());
    const row = await db.kysely
      .selectFrom("fulfilments")
      .innerJoin("requests", (join) =>
        join.onRef("requests.brand_id", "=", "fulfilments.brand_id").onRef("requests.id", "=", "request_id"),
      )
      .select(["fulfilments.id", "fulfilments.version", "organisation_id", "reference"])
      .where("fulfilments.brand_id", "=", COPY)
      .where("requests.service_id", "=", "physiotherapy")
      .executeTakeFirstOrThrow();
    const before = await digestOfBrand(db, TOWN);
    const accepting = {
      fulfilmentId: row.id,
      version: row.version,
      startsAt: "2026-11-30T10:00:00.000Z",
      key: null,
    };
    expect(await acceptFulfilment(door.onedoor, COPY, worker(row.organisation_id), accepting)).toEqual({
      kind: "done",
    });
    expect(await acceptFulfilment(door.onedoor, TOWN, worker(row.organisation_id), accepting)).not.toEqual({
      kind: "done",
    });
    expect((await standing(door, row.reference, COPY)).asked).toEqual(["harbour accepted"]);
    expect(await digestOfBrand(db, TOWN)).toBe(before);
  });

  it("without its open work, what somebody had is free, and what its partner blocked stays blocked", async () => {
    const { door, db } = await town();
    const result = await copyBrand(door.onedoor, asked({ openWork: false }));
    expect(result).toMatchObject({ kind: "copied", requests: 0 });
    const slots = (brandId: string) =>
      db.kysely
        .selectFrom("slots")
        .select(["id", "status"])
        .where("brand_id", "=", brandId)
        .where("starts_at", ">", door.onedoor.clock())
        .orderBy("id")
        .execute();
    const [of, in_] = [await slots(TOWN), await slots(COPY)];
    expect(of.some(({ status }) => status === "busy")).toBe(true);
    expect(in_).toEqual(of.map(({ id }) => ({ id, status: "free" })));
    expect(await namesIn(db, COPY)).toEqual([]);
  });

  it("some of the members come along, with what is theirs and nobody else's", async () => {
    const { door, db } = await town();
    const some = { openWork: false, members: ["harbour", "mead"] };
    expect(await copyBrand(door.onedoor, asked(some))).toMatchObject({ kind: "copied" });
    const { organisations, partnerships, locations, offers, services } = await readDirectoryContents(
      db.kysely,
      COPY,
    );
    const owners = [
      organisations.map(({ id }) => id),
      ...[partnerships, locations, offers].map((rows) => rows.map(({ organisationId }) => organisationId)),
    ];
    for (const each of owners) expect([...new Set(each)].sort()).toEqual(["harbour", "mead"]);
    expect(services.length).toBe((await readDirectoryContents(db.kysely, TOWN)).services.length);
  });

  it("what cannot be is refused with why, and nothing is written", async () => {
    const db = await open();
    const led = fallsTown(CLASSES_LAST, {
      partnerships: [
        partnership("harbour"),
        partnership("hill", { leadOrganisationId: "harbour" }),
        partnership("mead"),
      ],
    });
    const { onedoor } = await openFrontDoor(db, led);
    const before = await digestOfBrand(db, TOWN);
    const refused = async (change: Partial<CopyBrand>) => {
      const result = await copyBrand(onedoor, asked(change));
      return result.kind === "refused" ? result.reasons.join("; ") : result.kind;
    };
    expect(await refused({ to: { id: "Next Town" } })).toMatch(/small letters/);
    expect(await refused({ to: { id: COPY, name: " " } })).toMatch(/needs a name/);
    expect(await refused({ to: { id: COPY, mark: { letters: "NT", colour: "#ffff00" } } })).toMatch(/darker/);
    expect(await refused({ to: { id: TOWN } })).toMatch(/is taken/);
    expect(await refused({ to: { id: "stage-left" } })).toMatch(/is a stage’s/);
    expect(await refused({ openWork: false, members: ["hill"] })).toMatch(/works under "harbour"/);
    expect(await refused({ openWork: false, members: ["nobody"] })).toMatch(/not a member/);
    expect(await refused({ openWork: false, members: [] })).toMatch(/at least one/);
    expect(await refused({ members: ["mead"] })).toMatch(/Open work/);
    await expect(copyBrand(onedoor, asked({ from: "nowhere" }))).rejects.toThrow(UnknownBrand);
    expect((await readBrands(db.kysely)).map(({ id }) => id)).toEqual([TOWN]);
    expect(await digestOfBrand(db, TOWN)).toBe(before);
  });

  it("a brand of real organisations is copied as one, and nothing is invented of it", async () => {
    const { onedoor } = await openFrontDoor(
      await open(),
      fallsTown(CLASSES_LAST, { brand: brand({ kind: "real" }) }),
    );
    expect(await copyBrand(onedoor, asked({ to: { id: COPY, kind: "lab" } }))).toMatchObject({
      kind: "refused",
    });
    expect(await copyBrand(onedoor, asked({ to: { id: COPY } }))).toMatchObject({ kind: "copied" });
    expect(await deleteBrand(onedoor, COPY)).toMatchObject({ kind: "refused" });
    expect(await deleteBrand(onedoor, COPY, { evenIfReal: true })).toEqual({ kind: "deleted" });
  });

  it("a copy that was cut short is found by nobody, is begun again when asked for, and is cleared away by the clock", async () => {
    const { door, db } = await town();
    const { onedoor } = door;
    for (const after of [1, 4, 9, 12, 13]) {
      const dying = dyingAfter(db, after);
      await expect(copyBrand({ ...onedoor, db: dying }, asked())).rejects.toThrow("died");
      expect((await readBrands(db.kysely)).map(({ id }) => id)).toEqual([TOWN]);
      await expect(readDirectoryContents(db.kysely, COPY)).rejects.toThrow(UnknownBrand);
      expect(await copyBrand(onedoor, asked()), "while the claim stands").toMatchObject({ kind: "refused" });
      door.at(new Date(Date.parse(onedoor.clock()) + 61_000).toISOString());
      if (after === 4) {
        await forgetExpired(onedoor);
        const rows = await rowsOfBrand(db, COPY);
        expect([...rows.values()].flat()).toEqual([]);
        continue;
      }
      expect(await copyBrand(onedoor, asked())).toMatchObject({ kind: "copied", requests: 3 });
      expect(await unsound(db, COPY, onedoor.clock())).toEqual([]);
      expect(await deleteBrand(onedoor, COPY)).toEqual({ kind: "deleted" });
    }
  });

  it("what was found cut short, and is whole by the time that it would be taken away, stays", async () => {
    const { door, db } = await town();
    const { onedoor } = door;
    /** A process that is held up before it writes for the nth time, while another makes the copy. */
    const overtaken = (nth: number) => {
      let writes = 0;
      const slow: Database = {
        ...db,
        async write(work) {
          writes += 1;
          if (writes === nth) expect(await copyBrand(onedoor, asked())).toMatchObject({ kind: "copied" });
          return db.write(work);
        },
      };
      return { ...onedoor, db: slow };
    };
    const cutShort = async () => {
      const dying = { ...onedoor, db: dyingAfter(db, 4) };
      await expect(copyBrand(dying, asked())).rejects.toThrow("died");
      door.at(new Date(Date.parse(onedoor.clock()) + 61_000).toISOString());
    };

    await cutShort();
    expect(await clearBrandsCutShort(overtaken(1))).toBe(0);
    const copy = await digestOfBrand(db, COPY);
    expect((await readBrands(db.kysely)).map(({ id }) => id)).toEqual([COPY, TOWN]);
    expect(await removeBrand(onedoor, COPY, { onlyIfCutShort: true })).toBe(false);
    expect(await digestOfBrand(db, COPY)).toBe(copy);
    expect(await deleteBrand(onedoor, COPY)).toEqual({ kind: "deleted" });

    // Who asks for the same copy finds it cut short, and is overtaken before clearing it away.
    await cutShort();
    expect(await copyBrand(overtaken(2), asked())).toEqual({
      kind: "refused",
      reasons: [`The address “${COPY}” is taken: choose another`],
    });
    expect(await unsound(db, COPY, onedoor.clock())).toEqual([]);
  });

  it("a brand is deleted with its chain, and nothing else is touched; the one at bare addresses stays", async () => {
    const { door, db } = await town();
    await copyBrand(door.onedoor, asked());
    await sealAudit(door.onedoor);
    const before = await digestOfBrand(db, TOWN);
    expect(await deleteBrand(door.onedoor, TOWN)).toMatchObject({ kind: "refused" });
    expect(await deleteBrand(door.onedoor, "nowhere")).toMatchObject({ kind: "refused" });
    const third = await copyBrand(door.onedoor, asked({ from: COPY, to: { id: "third" }, openWork: false }));
    expect(third).toMatchObject({ kind: "copied" });
    expect((await readDirectoryContents(db.kysely, "third")).brand.historyOf).toBe(TOWN);
    for (const id of [COPY, "third"])
      expect(await deleteBrand(door.onedoor, id)).toEqual({ kind: "deleted" });
    for (const id of [COPY, "third"]) expect([...(await rowsOfBrand(db, id)).values()].flat()).toEqual([]);
    expect(await digestOfBrand(db, TOWN)).toBe(before);
    expect(await verifyAudit(door.onedoor, TOWN)).toMatchObject({ faults: [] });
  });
});
