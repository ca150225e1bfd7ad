import { expect, it } from "vitest";
import type { Permission, Study } from "~/domain/usability/study";
import type { Told } from "~/domain/usability/told";
import {
  appendLabEvents,
  type Breaks,
  labChangesAfter,
  newestLabChange,
  readLabRecord,
} from "~db/queries/lab-record";
import { readSnapshot } from "~db/queries/lab-snapshots";
import { holdParticipant } from "~db/queries/participants";
import { type Open, onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy, smallStudy } from "~tests/support/lab";
import { LARKMOUTH, larkmouthTown } from "~tests/support/larkmouth-town";
import { deleteParticipant } from "./delete-participant";
import { type PageSent, recordPages } from "./record-pages";
import { recordTold } from "./record-told";
import { judgeTask, leaveQuestions, tagMoment } from "./run-session";
import { agree, endTask, setPaused, stopSession } from "./take-part";

const ALL: readonly Permission[] = ["take-part", "follow-pages", "keep-pictures"];
const WORLD = "lab-00000000000000000000000000000000";

/** Somebody who agreed and has begun the first task, at a minute past two. */
async function inTask(open: Open, permissions = ALL, change: Partial<Study> = {}) {
  const { onedoor, setClock } = await larkmouthTown(await open(), "2026-11-25T14:00:00.000Z");
  const study = await openedStudy(onedoor, { study: smallStudy(change) });
  const who = await asked(onedoor, study, 0);
  await agree(onedoor, LARKMOUTH, who.id, { permissions, holder: "holder" });
  setClock("2026-11-25T14:01:00.000Z");
  await onedoor.db.write((tx) =>
    appendLabEvents(tx, LARKMOUTH, who.id, [
      { id: "begun", at: onedoor.clock(), event: { kind: "task-begun", task: "find", world: WORLD } },
    ]),
  );
  const kinds = async () =>
    (await readLabRecord(onedoor.db.kysely, LARKMOUTH, who.id))
      .map(({ event }) => event.kind)
      .filter((kind) => !["consented", "task-shown", "task-begun"].includes(kind));
  return { onedoor, setClock, who, kinds };
}

const page = (id: string, participantId: string, change: Partial<PageSent> = {}): PageSent => ({
  id,
  townId: LARKMOUTH,
  participantId,
  worldId: WORLD,
  at: "2026-11-25T14:01:10.000Z",
  method: "GET",
  pattern: "/services",
  values: {},
  status: 200,
  read: async (picturing) => ({
    title: "Services",
    errors: [],
    picture: picturing && `<p>${picturing.withTyping ? "typed" : ""}</p>`,
  }),
  ...change,
});
const SUCCESS = { pattern: "/services/:service", values: { service: "physiotherapy" } };

const told = (...events: (readonly [id: number, ago: number, event: Told[number]["event"]])[]): Told =>
  events.map(([id, ago, event]) => ({ id: id.toString(16).padStart(32, "0"), ago, event }));

onEachDatabase((open) => {
  it("what is told again, by several at once, is recorded once and when it happened", async () => {
    const { onedoor, setClock, who, kinds } = await inTask(open);
    setClock("2026-11-25T14:02:00.000Z");
    const pages = [page("one", who.id), page("two", who.id, SUCCESS)];
    const clicks = told([1, 9_000, { kind: "click", on: "link Services" }], [2, 1_000, { kind: "back" }]);
    await Promise.all([
      recordPages(onedoor, pages),
      recordPages(onedoor, pages),
      recordTold(onedoor, LARKMOUTH, who.id, clicks),
      recordTold(onedoor, LARKMOUTH, who.id, clicks),
      recordPages(onedoor, pages.slice(1)),
    ]);
    expect((await kinds()).sort()).toEqual(["back", "click", "page", "page", "reached"]);
    const record = await readLabRecord(onedoor.db.kysely, LARKMOUTH, who.id);
    const atOf = (kind: string) => record.find(({ event }) => event.kind === kind)?.at;
    expect([atOf("click"), atOf("reached")]).toEqual([
      "2026-11-25T14:01:51.000Z",
      "2026-11-25T14:01:10.000Z",
    ]);
    expect(await readSnapshot(onedoor.db.kysely, LARKMOUTH, who.id, "one")).toBe("<p></p>");
  });

  it("what is said to be of before the session is of its beginning, and no id is taken by somebody else's", async () => {
    const { onedoor, setClock, who } = await inTask(open);
    const study = { id: "whose-care", study: smallStudy() };
    const other = await asked(onedoor, study, 1);
    await agree(onedoor, LARKMOUTH, other.id, { permissions: ALL, holder: "another holder" });
    setClock("2026-11-25T14:02:00.000Z");
    const longAgo = told(
      [1, 24 * 3_600_000, { kind: "back" }],
      [2, 120_001, { kind: "left" }],
      [3, 1_000, { kind: "returned" }],
    );
    for (const { id } of [who, other]) expect(await recordTold(onedoor, LARKMOUTH, id, longAgo)).toBe(true);
    const mark = { tag: "quote", severity: null, note: "So long ago", by: "leon-adeyemi" } as const;
    const key = { key: "a-mark-of-long-ago", agoMs: 24 * 3_600_000 };
    await tagMoment(onedoor, LARKMOUTH, who.id, mark, key);
    const timesOf = async (id: string) =>
      (await readLabRecord(onedoor.db.kysely, LARKMOUTH, id))
        .filter(({ event }) => ["back", "left", "returned", "tagged"].includes(event.kind))
        .map(({ event, at }) => `${event.kind} ${at.slice(11, 19)}`);
    expect(await timesOf(who.id)).toEqual([
      "back 14:00:00",
      "left 14:00:00",
      "returned 14:01:59",
      "tagged 14:00:00",
    ]);
    expect(await timesOf(other.id)).toEqual(["back 14:01:00", "left 14:01:00", "returned 14:01:59"]);
  });

  it("a page that is written down after its task was over is a success all the same, and one after the end is none", async () => {
    const { onedoor, setClock, who, kinds } = await inTask(open);
    setClock("2026-11-25T14:01:20.000Z");
    await endTask(onedoor, LARKMOUTH, who.id, "find", "done");
    await recordPages(onedoor, [page("late", who.id, { ...SUCCESS, at: "2026-11-25T14:01:21.000Z" })]);
    expect(await kinds()).toEqual(["task-over", "page"]);
    await recordPages(onedoor, [page("in-time", who.id, SUCCESS)]);
    expect(await kinds()).toEqual(["task-over", "page", "page", "reached"]);
  });

  it("a page moves the session of who had a break, which it may have ended, and nobody else's", async () => {
    const { onedoor, setClock, who } = await inTask(open);
    const { kysely } = onedoor.db;
    const other = await asked(onedoor, { id: "whose-care", study: smallStudy() }, 1);
    await agree(onedoor, LARKMOUTH, other.id, { permissions: ALL, holder: "another holder" });
    const breaks: Breaks = new Map();
    const movedBy = async (does: () => Promise<unknown>) => {
      const newest = await newestLabChange(kysely);
      await does();
      const changes = await labChangesAfter(kysely, newest, 200);
      // Who has read everything before knows the same.
      expect(await labChangesAfter(kysely, newest, 200, breaks)).toEqual(changes);
      return changes.map((each) => [each.participantId, each.moves]);
    };
    const see = (at: string) =>
      recordPages(onedoor, [
        page(`${who.id} ${at}`, who.id, { at }),
        page(`${other.id} ${at}`, other.id, { at }),
      ]);
    expect(await movedBy(() => see("2026-11-25T14:01:10.000Z"))).not.toContainEqual([who.id, true]);
    setClock("2026-11-25T14:01:20.000Z");
    const left = () => leaveQuestions(onedoor, LARKMOUTH, who.id, { task: "find", by: "leon-adeyemi" });
    expect(await movedBy(left)).toEqual([]);
    expect(await movedBy(() => setPaused(onedoor, LARKMOUTH, who.id, true))).toEqual([[who.id, true]]);
    const moved = await movedBy(() => see("2026-11-25T14:01:30.000Z"));
    expect(moved).toHaveLength(2);
    expect(moved).toEqual(
      expect.arrayContaining([
        [who.id, true],
        [other.id, false],
      ]),
    );
    await endTask(onedoor, LARKMOUTH, who.id, "find", "moved-on");
    expect((await movedBy(left))[0]).toEqual([who.id, true]);
  });

  it("nothing is recorded that was not allowed: no pages, no pictures, no typing unless the study asks for it too", async () => {
    const nothing = await inTask(open, ["take-part"]);
    await recordPages(nothing.onedoor, [page("one", nothing.who.id), page("two", nothing.who.id, SUCCESS)]);
    await recordTold(nothing.onedoor, LARKMOUTH, nothing.who.id, told([1, 0, { kind: "back" }]));
    expect(await nothing.kinds()).toEqual(["reached"]);

    const typed = told([1, 0, { kind: "typed", on: "field q", text: "sore knee" }]);
    for (const [permissions, keepTyping, kept] of [
      [ALL, true, false],
      [[...ALL, "keep-typing"], false, false],
      [[...ALL, "keep-typing"], true, true],
    ] as const) {
      const { onedoor, who, kinds } = await inTask(open, permissions, { keepTyping });
      await recordTold(onedoor, LARKMOUTH, who.id, typed);
      await recordPages(onedoor, [page("one", who.id)]);
      expect(await kinds()).toEqual(kept ? ["typed", "page"] : ["page"]);
      const picture = await readSnapshot(onedoor.db.kysely, LARKMOUTH, who.id, "one");
      expect(picture).toBe(kept ? "<p>typed</p>" : "<p></p>");
    }
  }, 60_000);

  it("what a browser could not tell before the end of the session is recorded after it, and what came after the end is not", async () => {
    const { onedoor, setClock, who, kinds } = await inTask(open);
    setClock("2026-11-25T14:02:00.000Z");
    await stopSession(onedoor, LARKMOUTH, who.id, "participant");
    setClock("2026-11-25T14:03:00.000Z");
    const tell = (...events: Parameters<typeof told>) =>
      recordTold(onedoor, LARKMOUTH, who.id, told(...events));
    expect(await tell([1, 59_999, { kind: "click", on: "link Services" }])).toBe(false);
    expect(await tell([2, 60_000, { kind: "back" }], [3, 1_000, { kind: "left" }])).toBe(true);
    expect(await kinds()).toEqual(["stopped", "back"]);
  });

  it("of who is gone nothing is recorded, and what was sent to others with it is not lost", async () => {
    const { onedoor, who, kinds } = await inTask(open);
    expect(await recordTold(onedoor, LARKMOUTH, "nobody", told([1, 0, { kind: "back" }]))).toBe(false);
    await recordPages(onedoor, [page("one", "nobody"), page("two", who.id)]);
    expect(await kinds()).toEqual(["page"]);
    await Promise.all([
      deleteParticipant(onedoor, LARKMOUTH, who.id),
      recordPages(onedoor, [page("three", who.id)]),
      recordTold(onedoor, LARKMOUTH, who.id, told([2, 0, { kind: "left" }])),
    ]);
    expect(await onedoor.db.write((tx) => holdParticipant(tx, LARKMOUTH, who.id))).toBeUndefined();
    expect(await readLabRecord(onedoor.db.kysely, LARKMOUTH, who.id)).toEqual([]);
  });

  it("a facilitator's mark is made once under its key, at its own moment, and what they judge stands as they last said", async () => {
    const { onedoor, setClock, who, kinds } = await inTask(open);
    setClock("2026-11-25T14:03:00.000Z");
    const mark = { tag: "problem", severity: 3, note: "Cannot find it", by: "leon-adeyemi" } as const;
    const sent = () => tagMoment(onedoor, LARKMOUTH, who.id, mark, { key: "a-mark", agoMs: 20_000 });
    await Promise.all([sent(), sent(), sent()]);
    const judge = (task: string, success: boolean) =>
      judgeTask(onedoor, LARKMOUTH, who.id, { task, success, by: "leon-adeyemi" });
    await judge("find", false);
    await judge("find", false);
    await judge("read", true);
    const last = await judge("find", true);
    expect(await kinds()).toEqual(["tagged", "judged", "judged"]);
    expect(last?.session.tasks.map(({ judged }) => judged)).toEqual([true, null]);
    const record = await readLabRecord(onedoor.db.kysely, LARKMOUTH, who.id);
    expect(record.find(({ id }) => id === "a-mark")?.at).toBe("2026-11-25T14:02:40.000Z");
    // A laptop that was shut over a weekend tells it on Monday.
    setClock("2026-11-28T14:03:00.000Z");
    const late = { key: "a-late-mark", agoMs: 3 * 86_400_000 - 10_000 };
    await tagMoment(onedoor, LARKMOUTH, who.id, mark, late);
    const then = await readLabRecord(onedoor.db.kysely, LARKMOUTH, who.id);
    expect(then.find(({ id }) => id === "a-late-mark")?.at).toBe("2026-11-25T14:03:10.000Z");
  });
});
