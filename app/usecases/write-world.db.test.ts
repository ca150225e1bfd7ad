import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { route } from "~/domain/routing/route";
import type { Database } from "~db/connect";
import { readDirectoryContents, writeDirectory } from "~db/queries/directory";
import { readOverlay } from "~db/queries/overlay";
import { NOW, syntheticDirectory, syntheticNeeds, syntheticWorld } from "~seeds/worlds/synthetic";
import { onEachDatabase } from "~tests/support/databases";
import { brand, contents } from "~tests/support/directory";
import type { Onedoor } from "./context";
import { createDirectories } from "./directories";
import { createLabRecords } from "./lab/records";
import { writeWorld } from "./write-world";

const OFFERS = 3_003;

onEachDatabase((open) => {
  let db: Database;
  let onedoor: Onedoor;
  beforeEach(async () => {
    db = await open();
    const clock = () => NOW;
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const directories = createDirectories(db, { clock });
    onedoor = {
      db,
      directories,
      labRecords: createLabRecords(),
      clock,
      newId: randomUUID,
      newReference: () => "K7PM-3QXR",
      log,
    };
  });
  const read = async () => ({
    contents: await readDirectoryContents(db.kysely, "dense"),
    overlay: await readOverlay(db.kysely, "dense", NOW),
  });
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

  it("writes exactly the world that stands in memory, and decides alike on both", async () => {
    const made = syntheticDirectory(OFFERS, 7);
    const result = await writeWorld(onedoor, syntheticWorld(OFFERS, 7, "dense"));
    expect(result).toMatchObject({ kind: "written", offers: OFFERS });
    const loaded = await read();
    for (const list of ["organisations", "partnerships", "locations", "offers", "services"] as const)
      expect(loaded.contents[list], list).toEqual(byId<{ readonly id: string }>(made.contents[list]));
    expect(loaded.contents.offers).toHaveLength(OFFERS);
    expect(loaded.contents.brand).toEqual({ ...made.contents.brand, id: "dense" });
    expect(new Map([...loaded.overlay].sort())).toEqual(new Map([...made.overlay].sort()));

    const inMemory = buildDirectory({ ...made.contents, brand: loaded.contents.brand });
    const fromDatabase = buildDirectory({ ...loaded.contents, version: inMemory.version });
    for (const need of syntheticNeeds(100, made.contents.organisations.length)) {
      expect(route(fromDatabase, loaded.overlay, need, NOW)).toEqual(
        route(inMemory, made.overlay, need, NOW),
      );
    }
  });

  it("changes nothing when the same world is asked for again, and never mixes two", async () => {
    const first = await writeWorld(onedoor, syntheticWorld(200, 7, "dense"));
    const before = await read();
    const again = await writeWorld(onedoor, syntheticWorld(200, 7, "dense"));
    expect(again).toEqual({
      kind: "there",
      directoryVersion: first.kind === "written" ? first.directoryVersion : -1,
    });
    for (const other of [syntheticWorld(200, 8, "dense"), syntheticWorld(201, 7, "dense")]) {
      const problem = '"dense" holds a world of 200 offers, seed 7 already';
      expect(await writeWorld(onedoor, other)).toEqual({ kind: "taken", problem });
    }
    expect(await read()).toEqual(before);
  });

  it("leaves any other brand alone", async () => {
    await db.write((tx) =>
      writeDirectory(tx, contents({ brand: brand({ id: "dense", kind: "real" }) }), NOW),
    );
    const before = await read();
    expect(await writeWorld(onedoor, syntheticWorld(10, 1, "dense"))).toMatchObject({ kind: "taken" });
    expect(await read()).toEqual(before);
  });

  it("writes on what was cut short", async () => {
    const world = syntheticWorld(300, 3, "dense");
    const cut = {
      ...world,
      offers: function* () {
        yield* [...world.offers()].slice(0, 50);
        throw new Error("the power went");
      },
    };
    await expect(writeWorld(onedoor, cut)).rejects.toThrow("the power went");
    expect((await writeWorld(onedoor, world)).kind).toBe("written");
    expect((await read()).contents.offers).toEqual(byId(syntheticDirectory(300, 3).contents.offers));
  });
});
