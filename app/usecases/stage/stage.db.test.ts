import { expect, it } from "vitest";
import { localDate, localTime, weekdayOf } from "~/domain/shared/time";
import { STORIES } from "~/domain/stage/stories";
import { STORY_IDS } from "~/domain/stage/story";
import { readBrands } from "~db/queries/brands";
import { readDecisions } from "~db/queries/decisions";
import { countWaiting, type OpenStage, readStage } from "~db/queries/stages";
import { readTracking } from "~db/queries/tracking";
import { digestOfBrand } from "~tests/support/brand-rows";
import { onEachDatabase } from "~tests/support/databases";
import { ALAN, larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import { unsound } from "~tests/support/sound";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";
import { playerOf, referenceOf } from "../worlds/people";
import { beginStory, doBeside, goToStep, MOST_STAGES, resetStory, storyOf } from "./play";
import { tendWorlds } from "./worlds";

/** Goes through a story from its first step to its last. */
async function playThrough(onedoor: Onedoor, begun: OpenStage): Promise<OpenStage> {
  let stage = begun;
  for (let to = 1; to < storyOf(stage.story).steps.length; to += 1) {
    const next = await goToStep(onedoor, TOWN, ALAN, { stageId: stage.id, from: to - 1, to });
    if (next === undefined) throw new Error("The stage has come down");
    expect([stage.story, to, next.skipped]).toEqual([stage.story, to, false]);
    stage = next;
  }
  return stage;
}

/** What became of the request of a stage's story. */
async function standing(onedoor: Onedoor, { worldId, story }: OpenStage) {
  const player = await playerOf(onedoor, worldId, storyOf(story).person);
  const reference = await referenceOf(onedoor, worldId, player);
  const tracking = await readTracking(onedoor.db.kysely, worldId, reference ?? "");
  const parts = tracking?.parts ?? [];
  return {
    parts: parts.map(({ part, fulfilments }) => ({
      owner: part.owner.kind,
      status: part.status,
      asked: fulfilments.map(({ organisationId, status, box }) => [organisationId, status, box.style]),
    })),
    decisions: tracking ? await readDecisions(onedoor.db.kysely, worldId, tracking.request.id) : [],
  };
}

onEachDatabase((open) => {
  it("each story plays to its end, in a world of its own that starts on a working morning", {
    timeout: 120_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open(), "2026-11-28T22:00:00.000Z");
    const before = await digestOfBrand(onedoor.db, TOWN);
    const ends = new Map<string, Awaited<ReturnType<typeof standing>>>();
    for (const id of STORY_IDS) {
      const begun = await beginStory(onedoor, TOWN, ALAN, id);
      const morning = await brandNow(onedoor, begun.worldId);
      expect([weekdayOf(localDate(morning)), localTime(morning)]).toEqual([1, "09:30"]);
      const stage = await playThrough(onedoor, begun);
      ends.set(id, await standing(onedoor, stage));
      expect(await unsound(onedoor.db, stage.worldId, await brandNow(onedoor, stage.worldId))).toEqual([]);
    }
    const asked = (id: string) => ends.get(id)?.parts.map((part) => part.asked);
    expect(ends.get("simple")?.parts).toMatchObject([{ status: "complete" }]);
    expect(asked("whose-box")).toEqual([
      [
        ["harbour-trust", "rejected", "partner"],
        ["lighthouse", "accepted", "brand"],
      ],
    ]);
    expect(asked("refusal")).toEqual([
      [
        ["harbour-trust", "rejected", "partner"],
        ["tidewell", "accepted", "both"],
      ],
    ]);
    // Nobody refused: the first was silent.
    expect(asked("silence")).toEqual([
      [
        ["larkshore", "cancelled", "both"],
        ["tidewell", "accepted", "both"],
      ],
    ]);
    expect(new Set(asked("three-boxes")?.map(([first]) => first?.[2]))).toEqual(
      new Set(["partner", "both", "brand"]),
    );
    expect(asked("pop-up")?.[0]?.[0]?.[0]).toBe("lantern");
    const [decided] = ends.get("pop-up")?.decisions ?? [];
    expect(decided?.decision.candidates.filter(({ eligible }) => eligible).length).toBeGreaterThan(1);
    expect(ends.get("nobody-left")?.parts).toEqual([{ owner: "desk", status: "open", asked: [] }]);
    // The town has an entry for each stage that was put up, and nothing else.
    const after = await onedoor.db.kysely
      .selectFrom("requests")
      .select("id")
      .where("brand_id", "=", TOWN)
      .execute();
    expect(after).toEqual([]);
    expect(before).not.toBe("");
  });

  it("going back is another world, played again to the step before; the old one is taken away", {
    timeout: 60_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const begun = await beginStory(onedoor, TOWN, ALAN, "refusal");
    const at = await playThrough(onedoor, begun);
    await tendWorlds(onedoor);
    expect(
      await countWaiting(onedoor.db.kysely, TOWN, (await onedoor.directories.current(TOWN)).version),
    ).toBe(2);
    const back = await goToStep(onedoor, TOWN, ALAN, { stageId: begun.id, from: at.step, to: 2 });
    expect(back).toMatchObject({ id: begun.id, step: 2 });
    expect(back?.worldId).not.toBe(at.worldId);
    expect((await standing(onedoor, back as OpenStage)).parts).toMatchObject([
      {
        asked: [
          ["harbour-trust", "rejected", "partner"],
          ["tidewell", "requested", "both"],
        ],
      },
    ]);
    await tendWorlds(onedoor);
    const brands = (await readBrands(onedoor.db.kysely)).map(({ id }) => id);
    expect(brands).toContain(back?.worldId);
    expect(brands).not.toContain(at.worldId);
    // The town, the stage, and two that wait.
    expect(brands.length).toBe(4);
  });

  it("begins again from wherever it is: while a step is made, and for who still sees an earlier one", {
    timeout: 60_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const { id: stageId, worldId } = await beginStory(onedoor, TOWN, ALAN, "refusal");
    await goToStep(onedoor, TOWN, ALAN, { stageId, from: 0, to: 1 });
    const [, again] = await Promise.all([
      goToStep(onedoor, TOWN, ALAN, { stageId, from: 1, to: 2 }),
      resetStory(onedoor, TOWN, ALAN, stageId),
    ]);
    expect(again).toMatchObject({ id: stageId, step: 0 });
    expect(again?.worldId).not.toBe(worldId);
    expect(await readStage(onedoor.db.kysely, TOWN, stageId)).toMatchObject({
      worldId: again?.worldId,
      step: 0,
    });
    expect((await standing(onedoor, again as OpenStage)).parts).toEqual([]);
    expect(await resetStory(onedoor, TOWN, ALAN, "no-such-stage")).toBeUndefined();
  });

  it("somebody who puts up more and more has the newest few, and nobody else's come down", {
    timeout: 60_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const stands = async (id: string) => (await readStage(onedoor.db.kysely, TOWN, id)) !== undefined;
    const other = await beginStory(onedoor, TOWN, { accountId: "somebody-else", name: "Bea Hart" }, "simple");
    const ids: string[] = [];
    for (let nth = 0; nth < MOST_STAGES + 2; nth += 1) {
      setClock(`2026-11-25T14:0${nth}:00.000Z`);
      ids.push((await beginStory(onedoor, TOWN, ALAN, "simple")).id);
    }
    const standing = await Promise.all(ids.map(stands));
    expect(standing).toEqual([false, false, ...Array(MOST_STAGES).fill(true)]);
    expect(await stands(other.id)).toBe(true);
  });

  it("a key that is pressed twice is one step, and what was done in a pane already is passed over", {
    timeout: 60_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const { id: stageId } = await beginStory(onedoor, TOWN, ALAN, "refusal");
    const twice = await Promise.all(
      [1, 2].map(() => goToStep(onedoor, TOWN, ALAN, { stageId, from: 0, to: 1 })),
    );
    expect(twice.map((stage) => stage?.step)).toEqual([1, 1]);
    const stage = await readStage(onedoor.db.kysely, TOWN, stageId);
    expect((await standing(onedoor, stage as OpenStage)).parts).toHaveLength(1);
    const accept = { did: "accept", inWorkingDays: 1, time: "10:00" } as const;
    expect(await doBeside(onedoor, TOWN, stageId, { act: "happen", happening: accept })).toMatchObject({
      skipped: false,
    });
    expect(await goToStep(onedoor, TOWN, ALAN, { stageId, from: 1, to: 2 })).toMatchObject({
      step: 2,
      skipped: true,
    });
    expect(await goToStep(onedoor, TOWN, ALAN, { stageId, from: 2, to: 99 })).toBeUndefined();
  });

  it("what fails is logged, and the story goes on without it: in a step, beside the story, and played again", {
    timeout: 60_000,
  }, async () => {
    const logged: (readonly [object, string])[] = [];
    const { onedoor } = await larkmouthTown(await open(), undefined, (fields, message) => {
      logged.push([fields, message]);
    });
    /** Whoever runs a brand is gone, or everybody who works at its partners. */
    const gone = (brandId: string, of: "brand" | "partners") =>
      onedoor.db.write((tx) =>
        tx
          .deleteFrom("memberships")
          .where("brand_id", "=", brandId)
          .where("organisation_id", of === "brand" ? "is" : "is not", null)
          .execute(),
      );
    // Whoever would open a place is not there, in the town and so in its worlds.
    await gone(TOWN, "brand");
    const begun = await beginStory(onedoor, TOWN, ALAN, "pop-up");
    const go = (from: number, to: number) => goToStep(onedoor, TOWN, ALAN, { stageId: begun.id, from, to });
    expect(await go(0, 1)).toMatchObject({ step: 1, skipped: false });
    expect(logged).toEqual([]);
    expect(await go(1, 2)).toMatchObject({ step: 2, skipped: true });
    const said = { story: "pop-up", act: "pop-up", err: expect.any(Error) };
    const message = "An act of a story could not be done";
    expect(logged).toEqual([[said, message]]);
    expect(await go(2, 3)).toMatchObject({ step: 3, skipped: false });

    // Nobody who could answer is at work, wherever it was sent.
    const { worldId } = (await readStage(onedoor.db.kysely, TOWN, begun.id)) as OpenStage;
    await gone(worldId, "partners");
    const accept = { did: "accept", inWorkingDays: 1, time: "10:00" } as const;
    expect(await doBeside(onedoor, TOWN, begun.id, { act: "happen", happening: accept })).toMatchObject({
      step: 3,
      skipped: true,
    });
    expect(logged[1]).toMatchObject([{ act: "happen" }, message]);

    expect(await go(3, 2)).toMatchObject({ id: begun.id, step: 2, skipped: true });
    expect((await readStage(onedoor.db.kysely, TOWN, begun.id))?.worldId).not.toBe(worldId);
    expect(logged[2]).toEqual([said, message]);
    expect(logged).toHaveLength(3);
  });

  it("a stage that nobody has used for some hours comes down with its world, and no other brand does", {
    timeout: 60_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const { id: stageId } = await beginStory(onedoor, TOWN, ALAN, "simple");
    await tendWorlds(onedoor);
    setClock("2026-11-25T17:59:00.000Z");
    await tendWorlds(onedoor);
    expect(await readStage(onedoor.db.kysely, TOWN, stageId)).toBeDefined();
    setClock("2026-11-25T18:01:00.000Z");
    await tendWorlds(onedoor);
    expect(await readStage(onedoor.db.kysely, TOWN, stageId)).toBeUndefined();
    expect((await readBrands(onedoor.db.kysely)).map(({ id }) => id)).toEqual([TOWN]);
    expect(await goToStep(onedoor, TOWN, ALAN, { stageId, from: 0, to: 1 })).toBeUndefined();
  });
});

it("every step of every story has its acts in order: nobody sends before they have answered", () => {
  for (const { id, steps } of STORIES) {
    const acts = steps.flatMap((step) => step.acts.map(({ act }) => act));
    const [answer, send] = [acts.indexOf("answer"), acts.indexOf("send")];
    expect([id, answer >= 0 && answer < send]).toEqual([id, true]);
  }
});
