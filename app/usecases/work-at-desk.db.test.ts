import { describe, expect, it } from "vitest";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  worker,
} from "~tests/support/front-door";
import { chooseAgain } from "./choose-again";
import { declineFulfilment } from "./respond-to-fulfilment";
import { closeAtDesk, type DeskActor, type OnPart, rerouteFromDesk } from "./work-at-desk";

const nadia: DeskActor = { kind: "desk", accountId: "nadia", name: "Nadia Rashid" };
const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
/** Nothing, blank space of several kinds, and what is no writing at all. */
const NO_REASON = ["", "   ", "\n\t \r\n", "\u00A0\u2003", "\u0000\u202E"];

onEachDatabase((open) => {
  /** A request that its person left to the front desk. */
  async function atTheDesk(): Promise<{ door: FrontDoor; reference: string; on: OnPart }> {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door, { consent: "no" });
    const work = { ...(await firstWork(door, "harbour")), reason: "22", note: "" };
    await declineFulfilment(door.onedoor, TOWN, worker("harbour"), work);
    const { part } = await standing(door, reference);
    const own = { reference, partId: part.id, version: part.version, offerId: "desk" };
    expect(await chooseAgain(door.onedoor, TOWN, own, rosa)).toEqual({ kind: "done" });
    const { id: partId, version } = (await standing(door, reference)).part;
    return { door, reference, on: { partId, version } };
  }

  describe("the front desk gives a reason", () => {
    it("for whom it asks, and nothing happens without one", async () => {
      const { door, reference, on } = await atTheDesk();
      const before = await standing(door, reference);
      const ask = (note: string) =>
        rerouteFromDesk(door.onedoor, TOWN, nadia, { ...on, offerId: "physiotherapy-hill", note });
      for (const none of NO_REASON)
        expect(await ask(none)).toEqual({ kind: "refused", reasons: ["Say why you ask them"] });
      expect(await standing(door, reference)).toEqual(before);
      expect(await ask(" They have room ")).toEqual({ kind: "done" });
      expect((await standing(door, reference)).asked).toEqual(["harbour rejected", "hill requested"]);
    });

    it("for what it closes, and nothing happens without one", async () => {
      const { door, reference, on } = await atTheDesk();
      const before = await standing(door, reference);
      const close = (reason: string) => closeAtDesk(door.onedoor, TOWN, nadia, { ...on, reason });
      for (const none of NO_REASON)
        expect(await close(none)).toEqual({
          kind: "refused",
          reasons: ["Say why it is closed, in words that the person will read"],
        });
      expect(await standing(door, reference)).toEqual(before);
      expect(await close("Seen elsewhere")).toEqual({ kind: "done" });
      expect((await standing(door, reference)).part.status).toBe("closed");
    });
  });
});
