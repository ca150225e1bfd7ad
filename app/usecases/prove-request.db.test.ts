import { expect, test } from "vitest";
import { isAskedBy } from "~db/queries/guests";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, submitted, TOWN, VISITOR } from "~tests/support/front-door";
import { hasProved, proveRequest } from "./prove-request";

const ELSEWHERE = "b".repeat(64);
const BORN = "1992-03-27";

onEachDatabase((open) => {
  test("a reference and a date of birth open that request, to that browser, for two hours", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const other = await submitted(door, { visitor: ELSEWHERE });
    const proof = { visitor: ELSEWHERE, reference, bornOn: BORN };
    expect(await proveRequest(door.onedoor, TOWN, proof)).toEqual({ kind: "proved" });
    expect(await hasProved(door.onedoor, TOWN, ELSEWHERE, reference)).toBe(true);
    expect(await hasProved(door.onedoor, TOWN, VISITOR, reference)).toBe(false);
    expect(await hasProved(door.onedoor, TOWN, ELSEWHERE, other)).toBe(false);
    expect(await hasProved(door.onedoor, "far-town", ELSEWHERE, reference)).toBe(false);
    door.at("2026-11-23T11:00:01.000Z");
    expect(await hasProved(door.onedoor, TOWN, ELSEWHERE, reference)).toBe(false);
  });

  test("proving it again makes it last, even when the first proof is over", async () => {
    const door = await openFrontDoor(await open());
    const proof = { visitor: ELSEWHERE, reference: await submitted(door), bornOn: BORN };
    for (const moment of [MONDAY_9AM, "2026-11-23T10:30:00.000Z", "2026-11-24T09:00:00.000Z"]) {
      door.at(moment);
      expect(await proveRequest(door.onedoor, TOWN, proof)).toEqual({ kind: "proved" });
      expect(await hasProved(door.onedoor, TOWN, ELSEWHERE, proof.reference)).toBe(true);
    }
  });

  test("a wrong date, an unknown reference and another brand are one answer", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const proof = { visitor: ELSEWHERE, reference, bornOn: BORN };
    for (const [brandId, wrong] of [
      [TOWN, { ...proof, bornOn: "1992-03-28" }],
      [TOWN, { ...proof, reference: "K7PM-3QXR" }],
      ["far-town", proof],
    ] as const) {
      expect(await proveRequest(door.onedoor, brandId, wrong)).toEqual({ kind: "no-match" });
    }
    expect(await hasProved(door.onedoor, TOWN, ELSEWHERE, reference)).toBe(false);
  });

  test("the browser that asked needs no proof while its draft lasts", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const reader = door.onedoor.db.kysely;
    const asked = (visitor: string, now: string) =>
      isAskedBy(reader, TOWN, { visitor, accountId: null, reference, now });
    expect(await asked(VISITOR, MONDAY_9AM)).toBe(true);
    expect(await asked(ELSEWHERE, MONDAY_9AM)).toBe(false);
    expect(await asked(VISITOR, "2026-11-25T09:00:00.000Z")).toBe(false);
  });
});
