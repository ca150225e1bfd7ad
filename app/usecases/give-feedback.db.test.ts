import { expect, test } from "vitest";
import { partsWithFeedback } from "~db/queries/feedback";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { cancelRequest } from "./cancel-request";
import { giveFeedback } from "./give-feedback";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const said = { score: "very-good", why: " They listened. ", named: false };

async function over(door: FrontDoor, visitor: string) {
  const reference = await submitted(door, { visitor });
  const { part } = await standing(door, reference);
  await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);
  return { reference, partId: part.id };
}

onEachDatabase((open) => {
  test("a person says once how a part was, when it is over, and nobody is named unless they want it", async () => {
    const door = await openFrontDoor(await open());
    const { kysely } = door.onedoor.db;
    const waiting = await submitted(door);
    const { part } = await standing(door, waiting);
    expect(
      await giveFeedback(door.onedoor, TOWN, { reference: waiting, partId: part.id, ...said }),
    ).toMatchObject({ kind: "refused" });

    const first = await over(door, "b".repeat(64));
    expect(await giveFeedback(door.onedoor, TOWN, { ...first, ...said, score: "lovely" })).toMatchObject({
      kind: "refused",
    });
    expect(await giveFeedback(door.onedoor, TOWN, { ...first, reference: waiting, ...said })).toEqual({
      kind: "not-found",
    });
    expect(await giveFeedback(door.onedoor, TOWN, { ...first, ...said })).toEqual({ kind: "done" });
    expect(await giveFeedback(door.onedoor, TOWN, { ...first, ...said, score: "poor" })).toMatchObject({
      kind: "refused",
    });
    const rows = await kysely.selectFrom("feedback").selectAll().execute();
    expect(rows).toMatchObject([
      { organisation_id: "harbour", score: "very-good", why: "They listened.", named: 0 },
    ]);
    expect(await partsWithFeedback(kysely, TOWN, [first.partId, part.id])).toEqual(new Set([first.partId]));
  });
});
