import { afterEach, expect, test, vi } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import type { Database } from "~db/connect";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy } from "~tests/support/lab";
import { createLive, type Live, type Topic } from "./live";

const AT = "2026-11-22T09:00:00.000Z";
const quiet = { info() {}, warn() {}, error: vi.fn() };

const lives: Live[] = [];

function watching(db: Database, most = 10, mostEach = 10): Live {
  const live = createLive(db, quiet, { everyMs: 10, sessionsEveryMs: 10, heartbeatMs: 20, most, mostEach });
  lives.push(live);
  return live;
}

/** What a browser would read of a stream, as it comes. */
function read(response: Response | null) {
  const reader = response?.body?.getReader();
  const heard = { text: "", over: false };
  void (async () => {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) break;
      heard.text += new TextDecoder().decode(chunk.value);
    }
    heard.over = true;
  })();
  return {
    heard,
    changes: () => heard.text.split("event: changed").length - 1,
    leave: () => reader?.cancel(),
  };
}

async function brandWithRequest(db: Database, brandId: string) {
  await db.kysely
    .insertInto("brands")
    .values({
      id: brandId,
      name: brandId,
      is_default: 0,
      host: null,
      body: "{}",
      clock_offset_ms: 0,
      directory_version: 1,
      created_at: AT,
    })
    .execute();
  await db.kysely
    .insertInto("requests")
    .values({
      brand_id: brandId,
      id: "r1",
      reference: "K7PM-3QXR",
      draft_id: "d1",
      account_id: null,
      service_id: "physiotherapy",
      priority: "routine",
      person_name: "Ada Bryce",
      person_born_on: "1960-01-02",
      body: "{}",
      consent_to_pass_on: 1,
      submitted_at: AT,
    })
    .execute();
}

const happens = (db: Database, brandId: string) =>
  db.kysely
    .insertInto("events")
    .values({
      brand_id: brandId,
      request_id: "r1",
      part_id: null,
      type: "request-submitted",
      at: AT,
      actor: "{}",
      body: "{}",
    })
    .execute();

const request: Topic = { kind: "request", requestId: "r1" };

onEachDatabase((open) => {
  afterEach(() => {
    for (const live of lives.splice(0)) live.close();
    expect(quiet.error).not.toHaveBeenCalled();
  });

  test("a listener hears that its request changed, once for each change", async () => {
    const db = await open();
    await brandWithRequest(db, "larkmouth");
    await happens(db, "larkmouth");
    const live = watching(db);
    const { changes, heard } = read(live.stream("larkmouth", request, 1, "ada"));
    await vi.waitFor(() => expect(heard.text).toContain("still here"));
    expect(changes()).toBe(0);
    await happens(db, "larkmouth");
    await vi.waitFor(() => expect(changes()).toBe(1));
  });

  test("a brand never hears of another brand's request of the same id", async () => {
    const db = await open();
    await brandWithRequest(db, "larkmouth");
    await brandWithRequest(db, "saltby");
    const live = watching(db);
    const larkmouth = read(live.stream("larkmouth", request, 0, "ada"));
    const saltby = read(live.stream("saltby", request, 0, "ada"));
    const saltbyDesk = read(live.stream("saltby", { kind: "desk" }, 0, "ada"));
    await vi.waitFor(() => expect(saltby.heard.text).toContain("still here"));
    await happens(db, "larkmouth");
    await vi.waitFor(() => expect(larkmouth.changes()).toBe(1));
    expect(saltby.changes()).toBe(0);
    expect(saltbyDesk.changes()).toBe(0);
  });

  test("an event between the page and its stream is told at once", async () => {
    const db = await open();
    await brandWithRequest(db, "larkmouth");
    await happens(db, "larkmouth");
    const { changes } = read(watching(db).stream("larkmouth", request, 0, "ada"));
    await vi.waitFor(() => expect(changes()).toBe(1));
  });

  test("who follows somebody of whom everything is deleted is told, and nobody else", async () => {
    const db = await open();
    await brandWithRequest(db, "larkmouth");
    const onedoor = createOnedoor(db, quiet);
    const study = await openedStudy(onedoor, { id: "followed" });
    const [gone, stays] = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)];
    const live = watching(db);
    const newest = Number.MAX_SAFE_INTEGER;
    const follow = (participantId: string, kind: "session" | "taking-part") =>
      read(live.stream("larkmouth", { kind, participantId }, newest, "leon"));
    const [console_, page, other] = [
      follow(gone.id, "session"),
      follow(gone.id, "taking-part"),
      follow(stays.id, "session"),
    ];
    await vi.waitFor(() => expect(other.heard.text).toContain("still here"));
    expect([console_, page, other].map(({ changes }) => changes())).toEqual([0, 0, 0]);
    await db.kysely.deleteFrom("participants").where("id", "=", gone.id).execute();
    await vi.waitFor(() => expect(Math.min(console_.changes(), page.changes())).toBeGreaterThan(0));
    expect(other.changes()).toBe(0);
  });

  test("closing ends every stream, and a browser that goes is forgotten", async () => {
    const db = await open();
    const live = watching(db);
    const first = read(live.stream("larkmouth", request, 0, "ada"));
    const second = read(live.stream("larkmouth", { kind: "desk" }, 0, "ada"));
    expect(live.listeners()).toBe(2);
    await first.leave();
    await vi.waitFor(() => expect(first.heard.over).toBe(true));
    expect(live.listeners()).toBe(1);
    live.close();
    await vi.waitFor(() => expect(second.heard.over).toBe(true));
    expect(live.listeners()).toBe(0);
  });

  test("one listener too many is turned away", async () => {
    const live = watching(await open(), 1);
    read(live.stream("larkmouth", request, 0, "ada"));
    expect(live.stream("larkmouth", request, 0, "ada")).toBeNull();
  });

  test("one visitor holds no more than its share, and has it again when a page is left", async () => {
    const live = watching(await open(), 10, 2);
    const listen = (who: string) => live.stream("larkmouth", request, 0, who);
    const first = read(listen("ada"));
    read(listen("ada"));
    expect(listen("ada")).toBeNull();
    expect(listen("bea")).not.toBeNull();
    await first.leave();
    expect(listen("ada")).not.toBeNull();
    expect(listen("ada")).toBeNull();
  });

  test("once closed it takes nobody new", async () => {
    const live = watching(await open());
    live.close();
    expect(live.stream("larkmouth", request, 0, "ada")).toBeNull();
  });
});
