import { expect, it } from "vitest";
import type { Database } from "~db/connect";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { readDirectoryContents, writeDirectory } from "~db/queries/directory";
import { sisterBrands } from "~db/queries/sister-brands";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, submitted, TOWN, threePartners } from "~tests/support/front-door";
import { brand, organisation, partnership, smallTown } from "~tests/support/small-town";
import type { OfTheBoard } from "./audit";
import { copyBrand } from "./copy-brand";
import { MOST_MADE, type NextTown, replicateBrand } from "./replicate-brand";

const member = (accountId: string): OfTheBoard => ({ kind: "board", accountId, name: accountId });
const next = (change: Partial<NextTown> = {}): NextTown => ({
  id: "reedmouth",
  name: "Reedmouth Care",
  strapline: "One door",
  area: "Reedmouth",
  mark: { letters: "RC", colour: "#205493" },
  members: ["harbour", "mead"],
  policyOf: TOWN,
  ...change,
});

const list = (patients: number) => ({ listSize: { patients, asOf: "2026-10-01" } });
const town = (change: Parameters<typeof threePartners>[0] = {}) =>
  threePartners({
    organisations: [
      organisation("harbour", { odsCode: "LKM201" }),
      organisation("hill", { odsCode: "LKM101", kind: "practice", ...list(20_000) }),
      organisation("mead"),
    ],
    ...change,
  });

/** The chair has the seat of the front door itself, the other one that of a partner. */
async function seated(db: Database): Promise<void> {
  await db.write(async (tx) => {
    for (const [id, organisationId] of [
      ["chair", null],
      ["hill-member", "hill"],
    ] as const) {
      const account = { id, issuer: "https://id.test", subject: id, name: id, email: null, claims: {} };
      await upsertAccount(tx, account, "2026-11-23T09:00:00.000Z");
      await addMembership(tx, TOWN, { accountId: id, organisationId, role: "board" });
    }
  });
}

onEachDatabase((open) => {
  it("the chair makes the next town's front door, with its own members, look and policy, and no work", async () => {
    const db = await open();
    const door = await openFrontDoor(db, town());
    await seated(db);
    await submitted(door);
    expect(await replicateBrand(door.onedoor, TOWN, member("chair"), next())).toMatchObject({
      kind: "copied",
      requests: 0,
    });
    const made = await readDirectoryContents(db.kysely, "reedmouth");
    expect(made.brand).toMatchObject({
      name: "Reedmouth Care",
      area: "Reedmouth",
      historyOf: TOWN,
      kind: "demo",
    });
    expect(made.organisations.map(({ id }) => id)).toEqual(["harbour", "mead"]);
  });

  it("nobody else makes one, nor anybody where organisations are real, or without end", async () => {
    const db = await open();
    const { onedoor } = await openFrontDoor(db, town());
    await seated(db);
    expect(await replicateBrand(onedoor, TOWN, member("hill-member"), next())).toEqual({
      kind: "not-allowed",
    });
    expect(await replicateBrand(onedoor, TOWN, member("nobody"), next())).toEqual({ kind: "not-allowed" });
    const elsewhere = next({ policyOf: "elsewhere" });
    expect(await replicateBrand(onedoor, TOWN, member("chair"), elsewhere)).toMatchObject({
      kind: "refused",
    });
    for (let number = 0; number < MOST_MADE; number += 1)
      expect(
        await replicateBrand(
          onedoor,
          TOWN,
          member("chair"),
          next({ id: `town-${number}`, name: `Town ${number}` }),
        ),
      ).toMatchObject({ kind: "copied" });
    expect(await replicateBrand(onedoor, TOWN, member("chair"), next())).toMatchObject({ kind: "refused" });
    await db.write(async (tx) => {
      const { version: _version, ...real } = await readDirectoryContents(tx, TOWN);
      await writeDirectory(
        tx,
        { ...real, version: 0, brand: { ...real.brand, kind: "real" } },
        onedoor.clock(),
      );
    });
    expect(await replicateBrand(onedoor, TOWN, member("chair"), next())).toEqual({ kind: "not-a-demo" });
  });

  it("has a name of its own, or it would stand beside the others unseen and uncounted", async () => {
    const db = await open();
    const { onedoor } = await openFrontDoor(db, town());
    await seated(db);
    const { name } = (await readDirectoryContents(db.kysely, TOWN)).brand;
    const make = (change: Partial<NextTown>) => replicateBrand(onedoor, TOWN, member("chair"), next(change));
    for (const same of [name, ` ${name.toUpperCase()} `])
      expect(await make({ name: same })).toEqual({ kind: "name-taken" });
    expect(await make({})).toMatchObject({ kind: "copied" });
    expect(await make({ id: "another" })).toEqual({ kind: "name-taken" });
    const sisters = await sisterBrands(db.kysely, TOWN, onedoor.clock());
    expect(sisters.map((sister) => sister.brand.id)).toEqual([TOWN, "reedmouth"]);
  });

  it("front doors that share a partner stand side by side, and neither strangers, real ones nor the same town once more do", async () => {
    const db = await open();
    const door = await openFrontDoor(db, town());
    const { onedoor } = door;
    const beside = (id: string, odsCode: string, kind: "demo" | "lab" | "real") =>
      smallTown({
        brand: brand({ id, name: id, kind }),
        organisations: [organisation("trust", { odsCode }), organisation("own", list(9_000))],
        partnerships: [partnership("trust"), partnership("own")],
        locations: [],
        offers: [],
      });
    await db.write(async (tx) => {
      await writeDirectory(tx, beside("marsh", "LKM201", "lab"), onedoor.clock());
      await writeDirectory(tx, beside("stranger", "LKM999", "demo"), onedoor.clock());
      await writeDirectory(tx, beside("real", "LKM201", "real"), onedoor.clock());
    });
    const who = { kind: "operator" as const, name: "Ada" };
    await copyBrand(onedoor, { from: TOWN, to: { id: "stage" }, openWork: false, who });
    await copyBrand(onedoor, { from: TOWN, to: { id: "next", name: "Next" }, openWork: false, who });
    for (const _each of Array.from({ length: 3 })) await submitted(door);

    const sisters = await sisterBrands(db.kysely, TOWN, onedoor.clock());
    expect(sisters.map((sister) => sister.brand.id)).toEqual([TOWN, "next", "marsh"]);
    expect(sisters.map(({ members }) => members)).toEqual([3, 3, 2]);
    expect(sisters.map(({ openWork }) => openWork)).toEqual([3, 0, 0]);
    expect(sisters.map(({ lists }) => lists)).toEqual([
      [{ practice: "LKM101", patients: 20_000 }],
      [{ practice: "LKM101", patients: 20_000 }],
      [{ practice: "marsh own", patients: 9_000 }],
    ]);
    expect(sisters[2]?.shared).toEqual([{ odsCode: "LKM201", name: "The harbour partner" }]);
  });
});
