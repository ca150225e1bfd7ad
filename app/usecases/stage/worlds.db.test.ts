import { expect, it } from "vitest";
import { readBrands } from "~db/queries/brands";
import { sisterBrands } from "~db/queries/sister-brands";
import { countWaiting } from "~db/queries/stages";
import { worldsOf } from "~db/queries/worlds";
import { rowsOfBrand } from "~tests/support/brand-rows";
import { onEachDatabase } from "~tests/support/databases";
import { ALAN, LARKMOUTH, larkmouthTown } from "~tests/support/larkmouth-town";
import { changeDirectory } from "../change-directory";
import type { Onedoor } from "../context";
import { copyBrand } from "../copy-brand";
import { deleteBrand } from "../delete-brand";
import { beginStory } from "./play";
import { keepWorldsReady, tendWorlds } from "./worlds";

const ADA = { kind: "operator", name: "Ada" } as const;

/** Gives the town another name: its worlds are then of a town as it was. */
const rename = (onedoor: Onedoor, name: string) =>
  changeDirectory(onedoor, LARKMOUTH, { who: ADA }, ({ brand }) => ({
    kind: "edit",
    put: { brand: { ...brand, name } },
    action: "look-set",
    subject: brand.id,
    detail: {},
  }));

onEachDatabase((open) => {
  const waiting = async ({ db, directories }: Onedoor) =>
    countWaiting(db.kysely, LARKMOUTH, (await directories.current(LARKMOUTH)).version);
  const brandsOf = async ({ db }: Onedoor) => (await readBrands(db.kysely)).map(({ id }) => id);

  it("worlds that wait for a stage are of the town as it is now: those of before its change are taken away", {
    timeout: 60_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    await keepWorldsReady(onedoor, LARKMOUTH);
    await tendWorlds(onedoor);
    const before = await worldsOf(onedoor.db.kysely, LARKMOUTH);
    expect([before.length, await waiting(onedoor)]).toEqual([2, 2]);

    expect((await rename(onedoor, "Larkmouth and Saltmarsh Care")).kind).toBe("done");
    expect(await waiting(onedoor)).toBe(0);
    await keepWorldsReady(onedoor, LARKMOUTH);
    await tendWorlds(onedoor);
    const after = await worldsOf(onedoor.db.kysely, LARKMOUTH);
    expect([after.length, await waiting(onedoor)]).toEqual([2, 2]);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    expect(await brandsOf(onedoor)).toEqual([LARKMOUTH, ...after]);
    for (const id of after)
      expect((await onedoor.directories.current(id)).brand.name).toBe("Larkmouth and Saltmarsh Care");
  });

  it("the worlds of a town are no front doors beside it, whatever it has been called since", async () => {
    const { onedoor } = await larkmouthTown(await open());
    await keepWorldsReady(onedoor, LARKMOUTH);
    await tendWorlds(onedoor);
    await rename(onedoor, "Larkmouth and Saltmarsh Care");
    await copyBrand(onedoor, {
      from: LARKMOUTH,
      to: { id: "reedmouth", name: "Reedmouth Care" },
      openWork: false,
      who: ADA,
    });
    expect(await brandsOf(onedoor)).toHaveLength(4);
    const beside = await sisterBrands(onedoor.db.kysely, LARKMOUTH, onedoor.clock());
    expect(beside.map(({ brand }) => brand.id)).toEqual([LARKMOUTH, "reedmouth"]);
  });

  it("a town goes with the worlds of its stages: the one that is shown, and those that wait", {
    timeout: 60_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const town = "reedmouth";
    const to = { id: town, name: "Reedmouth Care" };
    await copyBrand(onedoor, { from: LARKMOUTH, to, openWork: false, who: ADA });
    const shown = await beginStory(onedoor, town, ALAN, "simple");
    await tendWorlds(onedoor);
    const worlds = await worldsOf(onedoor.db.kysely, town);
    expect(worlds).toHaveLength(3);
    expect(worlds).toContain(shown.worldId);

    expect(await deleteBrand(onedoor, town)).toEqual({ kind: "deleted" });
    for (const id of [town, ...worlds]) {
      const left = [...(await rowsOfBrand(onedoor.db, id))].filter(([, rows]) => rows.length > 0);
      expect([id, left.map(([table]) => table)]).toEqual([id, []]);
    }
    expect(await brandsOf(onedoor)).toEqual([LARKMOUTH]);
  });
});
