import { describe, expect, it } from "vitest";
import { susId } from "~/domain/usability/log";
import { ofKind } from "~/domain/usability/session";
import { readBrands } from "~db/queries/brands";
import { putPicture, wantPictures } from "~db/queries/lab-pictures";
import { appendLabEvents, readLabRecord } from "~db/queries/lab-record";
import { labWorldsOf } from "~db/queries/lab-worlds";
import { participantBy, readParticipant } from "~db/queries/participants";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy, smallStudy, worldOf } from "~tests/support/lab";
import { larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import { tracesOf } from "~tests/support/traces";
import type { Onedoor } from "../context";
import { hashOfCode } from "../invite-colleague";
import { answerQuestions as answerService } from "../worlds/ask";
import { playerOf } from "../worlds/people";
import { deleteParticipant, deleteParticipantsDue } from "./delete-participant";
import {
  agree,
  answerQuestions,
  beginTask,
  continueHere,
  drawWithdrawCode,
  endTask,
  openLabLink,
  participantToWithdraw,
  resetWorld,
  setPaused,
  stopSession,
} from "./take-part";
import { tendLabWorlds } from "./worlds";

const ALL = { permissions: ["take-part", "follow-pages"] as const, holder: "hash of a cookie" };

const said = (question: string, value: string | number = 5, truth: string | null = null) => ({
  question,
  value,
  truth,
});

const SUS = Array.from({ length: 10 }, (_, item) => said(susId(item + 1), 3));

/** Somebody who has agreed, in a world that waited for them. */
async function agreed(onedoor: Onedoor, study: Awaited<ReturnType<typeof openedStudy>>, place = 0) {
  const { id, link } = await asked(onedoor, study, place);
  const done = await agree(onedoor, TOWN, id, { ...ALL, holder: `hash of cookie ${place}` });
  if (done === null) throw new Error("They could not agree");
  return { id, link, ...done };
}

onEachDatabase((open) => {
  it("a session goes from consent to its end, and its worlds and its record end with it", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const { id, link } = await agreed(onedoor, study);
    const at = async (now: Promise<{ session: { standing: object } } | undefined | null>) =>
      (await now)?.session.standing;
    // Nobody agrees twice, and nobody begins what is not their turn.
    expect(await agree(onedoor, TOWN, id, ALL)).toBeNull();
    expect(await beginTask(onedoor, TOWN, id, "read")).toBeNull();
    const first = await beginTask(onedoor, TOWN, id, "find");
    expect(first).toMatchObject({ begun: true });
    expect(await beginTask(onedoor, TOWN, id, "find")).toMatchObject({
      begun: false,
      worldId: first?.worldId,
    });
    setClock("2026-11-25T14:02:00.000Z");
    await setPaused(onedoor, TOWN, id, true);
    setClock("2026-11-25T15:02:00.000Z");
    await setPaused(onedoor, TOWN, id, false);
    // The press that ends a break, made twice: the button says something else by then.
    setClock("2026-11-25T15:02:01.400Z");
    expect(await at(endTask(onedoor, TOWN, id, "find", "done"))).toEqual({ at: "task", task: "find" });
    setClock("2026-11-25T15:03:00.000Z");
    expect(await at(endTask(onedoor, TOWN, id, "find", "done"))).toEqual({ at: "after-task", task: "find" });
    // A second press is of no task any more.
    await endTask(onedoor, TOWN, id, "find", "gave-up");
    await answerQuestions(onedoor, TOWN, id, "find", [said("seq"), said("why", "Fine")]);
    await answerQuestions(onedoor, TOWN, id, "find", [said("seq", 1)]);
    expect((await openLabLink(onedoor, TOWN, link)).kind).toBe("taking-part");
    await beginTask(onedoor, TOWN, id, "read");
    await endTask(onedoor, TOWN, id, "read", "gave-up");
    await answerQuestions(onedoor, TOWN, id, "read", [said("seq", 2), said("who", "Me", "Them")]);
    expect(await at(answerQuestions(onedoor, TOWN, id, null, SUS))).toEqual({ at: "end" });
    const end = await answerQuestions(onedoor, TOWN, id, null, [said("trust", 4)]);
    expect(end?.session.standing).toEqual({ at: "over", how: "finished" });
    expect(end?.session.tasks.map(({ how, workedMs }) => [how, workedMs])).toEqual([
      ["done", 180_000],
      ["gave-up", 0],
    ]);
    expect(end?.session.tasks[0]?.answers.get("seq")).toEqual({ value: 5, truth: null });
    const record = await readLabRecord(onedoor.db.kysely, TOWN, id);
    expect(record.map(({ event }) => event.kind).filter((kind) => kind !== "answered")).toEqual([
      "consented",
      "task-shown",
      "task-begun",
      "paused",
      "resumed",
      "task-over",
      "task-shown",
      "task-begun",
      "task-over",
      "finished",
    ]);
    expect(await readParticipant(onedoor.db.kysely, TOWN, id)).toMatchObject({
      state: "over",
      deleteAfter: "2026-12-25T15:03:00.000Z",
    });
    expect((await labWorldsOf(onedoor.db.kysely, TOWN, id)).map(({ state }) => state)).toEqual(["over"]);
    expect(await openLabLink(onedoor, TOWN, link)).toEqual({ kind: "over" });
  });

  it("of who has not agreed nothing is recorded, whatever is done about their session", async () => {
    const { onedoor } = await larkmouthTown(await open());
    const { id } = await asked(onedoor, await openedStudy(onedoor), 0);
    await setPaused(onedoor, TOWN, id, true);
    await stopSession(onedoor, TOWN, id, "facilitator", "She did not come");
    expect(await readLabRecord(onedoor.db.kysely, TOWN, id)).toEqual([]);
    expect(await readParticipant(onedoor.db.kysely, TOWN, id)).toMatchObject({ state: "asked" });
  });

  it("a task that is begun in several tabs at once begins once, in one world", {
    timeout: 120_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const { id } = await agreed(onedoor, await openedStudy(onedoor));
    const begun = await Promise.all([1, 2, 3].map(() => beginTask(onedoor, TOWN, id, "find")));
    expect(new Set(begun.map((each) => each?.worldId)).size).toBe(1);
    const record = await readLabRecord(onedoor.db.kysely, TOWN, id);
    expect(record.map(({ event }) => event.kind)).toEqual(["consented", "task-shown", "task-begun"]);
  });

  it("of a task whose time was up that is said, and it is lost by nobody who had done it by then", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const [slow, quick] = [await agreed(onedoor, study, 0), await agreed(onedoor, study, 1)];
    for (const { id } of [slow, quick]) await beginTask(onedoor, TOWN, id, "find");
    await onedoor.db.write((tx) =>
      appendLabEvents(tx, TOWN, quick.id, [
        { id: "seen", at: onedoor.clock(), event: { kind: "reached", task: "find" } },
      ]),
    );
    setClock("2026-11-25T14:06:00.000Z");
    const how = async (id: string) =>
      (await endTask(onedoor, TOWN, id, "find", "done"))?.session.tasks[0]?.how;
    expect([await how(slow.id), await how(quick.id)]).toEqual(["time-up", "done"]);
    // Who gets there when the time is up has had the time.
    const late = await agreed(onedoor, study, 2);
    await beginTask(onedoor, TOWN, late.id, "find");
    setClock("2026-11-25T14:12:00.000Z");
    await onedoor.db.write((tx) =>
      appendLabEvents(tx, TOWN, late.id, [
        { id: "seen", at: onedoor.clock(), event: { kind: "reached", task: "find" } },
      ]),
    );
    expect(await how(late.id)).toBe("time-up");
  });

  it("a session goes on elsewhere by its link alone, and is begun again from a task's beginning", {
    timeout: 120_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor, { study: smallStudy({ moderated: true }) });
    const { id } = await agreed(onedoor, study);
    const { kysely } = onedoor.db;
    await continueHere(onedoor, TOWN, id, "hash of another cookie");
    expect(await participantBy(kysely, TOWN, "holder_hash", "hash of cookie 0")).toBeUndefined();
    expect(await participantBy(kysely, TOWN, "holder_hash", "hash of another cookie")).toMatchObject({ id });
    expect(await resetWorld(onedoor, TOWN, id)).toBeNull();
    const begun = await beginTask(onedoor, TOWN, id, "find");
    const reset = await resetWorld(onedoor, TOWN, id);
    expect(reset?.worldId).not.toBe(begun?.worldId);
    expect(await beginTask(onedoor, TOWN, id, "find")).toMatchObject({
      begun: false,
      worldId: reset?.worldId,
    });
    const record = await readLabRecord(kysely, TOWN, id);
    expect(ofKind(record, "world-reset").map(({ event }) => event.world)).toEqual([reset?.worldId]);
    await stopSession(onedoor, TOWN, id, "facilitator", "They were tired");
    await stopSession(onedoor, TOWN, id, "participant");
    expect(ofKind(await readLabRecord(kysely, TOWN, id), "stopped").map(({ event }) => event.by)).toEqual([
      "facilitator",
    ]);
    expect(await beginTask(onedoor, TOWN, id, "find")).toBeNull();
  });

  it("who comes back days later begins their task again, in another world", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const { id } = await agreed(onedoor, await openedStudy(onedoor));
    const before = await beginTask(onedoor, TOWN, id, "find");
    setClock("2026-11-26T14:01:00.000Z");
    await tendLabWorlds(onedoor);
    const after = await beginTask(onedoor, TOWN, id, "find");
    expect(after?.worldId).not.toBe(before?.worldId);
    const record = await readLabRecord(onedoor.db.kysely, TOWN, id);
    expect(record.slice(-2).map(({ event }) => event)).toEqual([
      { kind: "task-begun", task: "find", world: before?.worldId },
      { kind: "world-reset", task: "find", world: after?.worldId },
    ]);
  });

  describe("everything of a participant", () => {
    it("is deleted when they withdraw by their code, wherever it was; nobody else's is", {
      timeout: 120_000,
    }, async () => {
      const db = await open();
      const { onedoor } = await larkmouthTown(db);
      const study = await openedStudy(onedoor, { study: smallStudy({ moderated: true }) });
      const [gone, stays] = [await agreed(onedoor, study, 0), await agreed(onedoor, study, 1)];
      const typed = "Ich tippte etwas Eigenes";
      const pixels = "these pixels show a page of theirs";
      for (const { id } of [gone, stays]) await beginTask(onedoor, TOWN, id, "find");
      await resetWorld(onedoor, TOWN, gone.id);
      await tendLabWorlds(onedoor);
      const worlds = (await labWorldsOf(db.kysely, TOWN, gone.id)).map(({ worldId }) => worldId);
      expect(worlds.length).toBe(3);
      const here = await worldOf(onedoor, { townId: TOWN, participantId: gone.id }, study.study);
      const grace = await playerOf(onedoor, here, "grace-okonkwo");
      await answerService(onedoor, here, grace, {
        service: "physiotherapy",
        answers: { where: "back", "leg-pain": "no", "how-long": "weeks", stops: typed },
      });
      await onedoor.db.write(async (tx) => {
        await appendLabEvents(tx, TOWN, gone.id, [
          { id: "typed", at: onedoor.clock(), event: { kind: "typed", on: "stops", text: typed } },
        ]);
        await tx
          .insertInto("lab_snapshots")
          .values({ brand_id: TOWN, participant_id: gone.id, id: "page", html: `<p>${typed}</p>` })
          .execute();
        const at = onedoor.clock();
        await wantPictures(tx, TOWN, gone.id, ["typed"], { as: "mark", at });
        const size = { width: 360, widthTold: true, height: 640, wholeHeight: 640 };
        const moment = { brandId: TOWN, participantId: gone.id, eventId: "typed", until: at };
        await putPicture(tx, moment, { page: "page", ...size }, { png: Buffer.from(pixels), ...size });
      });
      const others = await readLabRecord(db.kysely, TOWN, stays.id);
      const theirs = (await labWorldsOf(db.kysely, TOWN, stays.id)).map(({ worldId }) => worldId);
      const secrets = [
        gone.id,
        gone.link,
        hashOfCode(gone.link),
        "hash of cookie 0",
        typed,
        pixels,
        ...worlds,
      ];
      // All but the link itself, which was never kept, is there to be found.
      const traces = await tracesOf(db, secrets);
      for (const secret of secrets)
        expect([secret, traces.some((trace) => trace.startsWith(`${secret} in`))]).toEqual([
          secret,
          secret !== gone.link,
        ]);

      const code = gone.withdrawCode.toLowerCase().replaceAll("-", " ");
      expect(await participantToWithdraw(onedoor, TOWN, `${code}x`)).toBeUndefined();
      const found = await participantToWithdraw(onedoor, TOWN, code);
      expect(found?.id).toBe(gone.id);
      expect(await deleteParticipant(onedoor, TOWN, gone.id)).toBe("wiped");
      expect(await tracesOf(db, secrets)).toEqual([]);
      expect(await deleteParticipant(onedoor, TOWN, gone.id)).toBe("unknown");

      const left = await db.kysely.selectFrom("studies").select("deleted").executeTakeFirstOrThrow();
      expect(Number(left.deleted)).toBe(1);
      expect(await readLabRecord(db.kysely, TOWN, stays.id)).toEqual(others);
      expect((await readBrands(db.kysely)).map(({ id }) => id).sort()).toEqual([TOWN, ...theirs].sort());
      expect(await beginTask(onedoor, TOWN, stays.id, "find")).toMatchObject({ begun: false });
    });

    it("is deleted by itself on its day: of who never came, of who stopped half way, and of who ended", {
      timeout: 120_000,
    }, async () => {
      const { onedoor, setClock } = await larkmouthTown(await open(), "2026-11-01T10:00:00.000Z");
      const study = await openedStudy(onedoor);
      const never = await asked(onedoor, study, 5, "2026-12-01T10:00:00.000Z");
      const half = await agreed(onedoor, study, 0);
      setClock("2026-11-03T10:00:00.000Z");
      const ended = await agreed(onedoor, study, 1);
      await stopSession(onedoor, TOWN, ended.id, "participant");
      const here = async () => {
        const there = [never, half, ended].map(({ id }) => readParticipant(onedoor.db.kysely, TOWN, id));
        return (await Promise.all(there)).map((each) => each !== undefined);
      };
      setClock("2026-12-01T09:59:00.000Z");
      expect([await deleteParticipantsDue(onedoor), await here()]).toEqual([0, [true, true, true]]);
      setClock("2026-12-01T10:00:00.000Z");
      expect([await deleteParticipantsDue(onedoor), await here()]).toEqual([2, [false, false, true]]);
      setClock("2026-12-03T10:00:00.000Z");
      expect([await deleteParticipantsDue(onedoor), await here()]).toEqual([1, [false, false, false]]);
    });

    it("can be deleted by another code, once the first was lost", { timeout: 120_000 }, async () => {
      const { onedoor } = await larkmouthTown(await open());
      const { id, withdrawCode } = await agreed(onedoor, await openedStudy(onedoor));
      const another = await drawWithdrawCode(onedoor, TOWN, id);
      expect(await participantToWithdraw(onedoor, TOWN, withdrawCode)).toBeUndefined();
      expect(await participantToWithdraw(onedoor, TOWN, another)).toMatchObject({ id });
    });
  });
});
