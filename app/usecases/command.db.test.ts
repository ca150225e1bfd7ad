import { expect, it } from "vitest";
import { onEachDatabase } from "~tests/support/databases";
import { firstWork, openFrontDoor, standing, submitted, TOWN, worker } from "~tests/support/front-door";
import { cancelRequest } from "./cancel-request";
import { CommandKey } from "./command";
import { forgetKeys } from "./forget-expired";
import { acceptFulfilment, declineFulfilment } from "./respond-to-fulfilment";

const KEY = "form-0001";
const TUESDAY = "2026-11-24T10:00:00.000Z";

onEachDatabase((open) => {
  async function asked() {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const work = await firstWork(door, "harbour");
    const decline = (change = {}) =>
      declineFulfilment(door.onedoor, TOWN, worker("harbour"), {
        ...work,
        reason: "22",
        note: "",
        key: KEY,
        ...change,
      });
    return { door, reference, work, decline };
  }

  it("the same command under the same key is done once, and answered the same", async () => {
    const { door, reference, decline } = await asked();
    expect([await decline(), await decline(), await decline()]).toEqual(Array(3).fill({ kind: "done" }));
    expect((await standing(door, reference)).asked).toEqual(["harbour rejected", "hill requested"]);
  });

  it("sent at once, it is done once all the same", async () => {
    const { door, reference, decline } = await asked();
    expect(await Promise.all(Array.from({ length: 8 }, () => decline()))).toEqual(
      Array(8).fill({ kind: "done" }),
    );
    expect((await standing(door, reference)).asked).toEqual(["harbour rejected", "hill requested"]);
  });

  it("another command under the same key, or another person's, is refused, and does nothing", async () => {
    const { door, reference, work, decline } = await asked();
    await decline();
    const refused = { kind: "refused", reasons: [expect.stringContaining("with other answers")] };
    expect(await decline({ note: "And we are closing" })).toEqual(refused);
    const other = { ...work, key: KEY, startsAt: TUESDAY };
    expect(await acceptFulfilment(door.onedoor, TOWN, worker("harbour"), other)).toEqual(refused);
    const hill = { ...(await firstWork(door, "hill")), reason: "22", note: "", key: KEY };
    expect(await declineFulfilment(door.onedoor, TOWN, worker("hill"), hill)).toEqual(refused);
    expect((await standing(door, reference)).asked).toEqual(["harbour rejected", "hill requested"]);
  });

  it("without a key, a command that was overtaken is told so", async () => {
    const { decline } = await asked();
    await decline({ key: null });
    expect(await decline({ key: null })).toEqual({ kind: "changed", by: "Sam of harbour" });
  });

  it("a key is kept as long as its request is open, and a day longer", async () => {
    const { door, reference, decline } = await asked();
    await decline();
    const kept = async () =>
      (await door.onedoor.db.kysely.selectFrom("commands").select("key").execute()).map(({ key }) => key);
    door.at("2026-11-27T09:00:00.000Z");
    await forgetKeys(door.onedoor);
    expect(await kept()).toEqual([KEY]);
    await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, { kind: "patient", name: "Rosa" });
    await forgetKeys(door.onedoor);
    expect(await kept()).toEqual([]);
  });

  it("a refusal is answered the same too, whatever has become possible since", async () => {
    const { door, work } = await asked();
    const late = { ...work, key: KEY, startsAt: "2026-11-20T10:00:00.000Z" };
    const accept = () => acceptFulfilment(door.onedoor, TOWN, worker("harbour"), late);
    const first = await accept();
    expect(first.kind).toBe("refused");
    expect(await accept()).toEqual(first);
  });
});

it("a key is a short plain word, and not whatever was sent", () => {
  expect(CommandKey.safeParse("0d5a7c1e-8f0b-4a51-9a43-5e9b7b2f3c11").success).toBe(true);
  for (const bad of ["", "short", "a".repeat(81), "with space ok", "quote'quote", "\u0000".repeat(9)])
    expect(CommandKey.safeParse(bad).success).toBe(false);
});
