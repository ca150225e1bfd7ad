import { describe, expect, it } from "vitest";
import { HELD_STATUSES } from "~/domain/fulfilment/transitions";
import { localDate } from "~/domain/shared/time";
import { applyChanges } from "~/domain/simulation/apply-changes";
import { type RecordedRequest, replay } from "~/domain/simulation/replay";
import { openWorkOf, readOpenParts } from "~db/queries/open-work";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, firstWork, openFrontDoor, TOWN, worker } from "~tests/support/front-door";
import { askedAlike } from "~tests/support/leaving";
import { needOf } from "./ask-next";
import { leavePartnership } from "./leave-partnership";
import { declineFulfilment } from "./respond-to-fulfilment";
import { brandSetting } from "./setting";

const ASKED = 12;
const DECLINED = 4;
/** So many that nothing is used up: handing on does not make partners fuller either. */
const ROOM_FOR_ALL = 1_000_000;

/** Twelve people ask for the same; the nearest partner declines some, so that others have them. */
async function busyTown(door: FrontDoor): Promise<void> {
  await askedAlike(door, ASKED, { serviceId: "physiotherapy" });
  for (let time = 0; time < DECLINED; time += 1) {
    const work = await firstWork(door, "harbour");
    const result = await declineFulfilment(door.onedoor, TOWN, worker("harbour"), {
      ...work,
      reason: "22",
      note: "",
    });
    expect(result.kind).toBe("done");
  }
}

/** Where the what-if of a partner's leaving sends each of its open parts, by the part's id. */
async function tried({ onedoor }: FrontDoor, organisationId: string): Promise<Record<string, string | null>> {
  const brand = await brandSetting(onedoor, TOWN);
  const { directory, setting } = brand;
  const from = localDate(setting.now);
  const leaves = { kind: "leave" as const, organisationId };
  const changed = applyChanges({ directory }, [], [leaves], { from, until: from, seed: 1 });
  if (changed.kind === "refused") throw new Error(JSON.stringify(changed.reasons));
  const open = await openWorkOf(onedoor.db.kysely, TOWN, [organisationId]);
  const parts = await readOpenParts(
    onedoor.db.kysely,
    TOWN,
    open.map(({ partId }) => partId),
  );
  const requests = parts.map(
    ({ state, detail }): RecordedRequest => ({
      id: state.part.id,
      at: setting.now,
      need: needOf(brand, state, detail, "partner-left"),
    }),
  );
  const { choices } = replay(changed.world.directory, brand.overlay, requests, { otherwise: ROOM_FOR_ALL });
  return Object.fromEntries(choices.map(({ requestId, offerId }) => [requestId, offerId]));
}

/** Who has each part now, of those that are asked for. */
async function havers({ onedoor }: FrontDoor, partIds: readonly string[]) {
  const rows = await onedoor.db.kysely
    .selectFrom("fulfilments")
    .select(["part_id", "offer_id"])
    .where("brand_id", "=", TOWN)
    .where("part_id", "in", partIds)
    .where("status", "in", HELD_STATUSES)
    .execute();
  const offers = new Map(rows.map(({ part_id, offer_id }) => [part_id, offer_id]));
  return Object.fromEntries(partIds.map((id) => [id, offers.get(id) ?? null]));
}

onEachDatabase((open) => {
  describe("the what-if of a partner’s leaving", () => {
    it.each([
      ["harbour", ASKED - DECLINED],
      ["hill", DECLINED],
    ])("sends the open work of %s where it really goes when it leaves", async (organisationId, many) => {
      const door = await openFrontDoor(await open());
      await busyTown(door);
      const expected = await tried(door, organisationId);
      expect(Object.keys(expected)).toHaveLength(many);
      const left = await leavePartnership(door.onedoor, TOWN, {
        organisationId,
        on: null,
        openWork: "reroute",
      });
      expect(left).toMatchObject({ kind: "done", handedOn: { fulfilments: many } });
      expect(await havers(door, Object.keys(expected))).toEqual(expected);
    });

    it("leaves nobody for the last partner’s work, and so does its leaving", async () => {
      const door = await openFrontDoor(await open());
      await busyTown(door);
      for (const organisationId of ["harbour", "hill"])
        await leavePartnership(door.onedoor, TOWN, { organisationId, on: null, openWork: "reroute" });
      const expected = await tried(door, "mead");
      expect(new Set(Object.values(expected))).toEqual(new Set([null]));
      await leavePartnership(door.onedoor, TOWN, { organisationId: "mead", on: null, openWork: "reroute" });
      expect(await havers(door, Object.keys(expected))).toEqual(expected);
    });
  });
});
