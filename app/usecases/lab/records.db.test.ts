import { expect, it, vi } from "vitest";
import type { Instant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { appendLabEvents, readLabRecord } from "~db/queries/lab-record";
import { deleteParticipantRow, insertParticipant, readParticipant } from "~db/queries/participants";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy } from "~tests/support/lab";
import { LARKMOUTH, larkmouthTown } from "~tests/support/larkmouth-town";
import { createLabRecords, type LabRecords } from "./records";

const AT = "2026-11-25T14:00:00.000Z";
const clicks = (...ids: readonly string[]) =>
  ids.map((id) => ({ id, at: AT, event: { kind: "click" as const, on: id } }));

onEachDatabase((open) => {
  async function lab() {
    const { onedoor } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const [one, other] = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)];
    const tell = (id: string, ...ids: readonly string[]) =>
      onedoor.db.write((tx) => appendLabEvents(tx, LARKMOUTH, id, clicks(...ids)));
    return { onedoor, one: one.id, other: other.id, tell };
  }
  const idsIn = async (records: LabRecords, { db }: Onedoor, id: string, madeAt: Instant = AT) =>
    (await records.of(db.kysely, LARKMOUTH, { id, madeAt })).map((each) => each.id);

  it("reads on from what it has: what two processes add is there for both, once and in its order", async () => {
    const { onedoor, one, other, tell } = await lab();
    const [here, there] = [createLabRecords(), createLabRecords()];
    expect(await idsIn(here, onedoor, one)).toEqual([]);
    await tell(one, "a", "b");
    await tell(other, "x");
    expect(await idsIn(here, onedoor, one)).toEqual(["a", "b"]);
    await tell(one, "b", "c");
    expect(await idsIn(there, onedoor, one)).toEqual(["a", "b", "c"]);
    expect(await idsIn(here, onedoor, one)).toEqual(["a", "b", "c"]);
    expect(await here.of(onedoor.db.kysely, LARKMOUTH, { id: one, madeAt: AT })).toEqual(
      await readLabRecord(onedoor.db.kysely, LARKMOUTH, one),
    );
  });

  it("asks the database for nothing that it has, and reads all of it again once it has forgotten", async () => {
    const { onedoor, one, tell } = await lab();
    const records = createLabRecords();
    await tell(one, "a", "b");
    await idsIn(records, onedoor, one);
    // It is never taken away there but with its participant: what is gone there and still known was not asked for.
    await onedoor.db.kysely.deleteFrom("lab_events").where("id", "=", "a").execute();
    expect(await idsIn(records, onedoor, one)).toEqual(["a", "b"]);
    records.forget(LARKMOUTH, "somebody else");
    expect(await idsIn(records, onedoor, one)).toEqual(["a", "b"]);
    records.forget(LARKMOUTH, one);
    expect(await idsIn(records, onedoor, one)).toEqual(["b"]);
  });

  it("keeps nothing of whoever is forgotten while it is read", async () => {
    const { onedoor, one, tell } = await lab();
    const records = createLabRecords();
    await tell(one, "a", "b");
    const reading = idsIn(records, onedoor, one);
    records.forget(LARKMOUTH, one);
    expect(await reading).toEqual(["a", "b"]);
    await onedoor.db.kysely.deleteFrom("lab_events").where("id", "=", "a").execute();
    expect(await idsIn(records, onedoor, one)).toEqual(["b"]);
  });

  it("keeps nothing that a transaction added and that came to nothing", async () => {
    const { onedoor, one, tell } = await lab();
    const records = createLabRecords();
    await tell(one, "a");
    const undone = onedoor.db.write(async (tx) => {
      await appendLabEvents(tx, LARKMOUTH, one, clicks("never"));
      const seen = await records.of(tx, LARKMOUTH, { id: one, madeAt: AT });
      expect(seen.map(({ id }) => id)).toEqual(["a", "never"]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await idsIn(records, onedoor, one)).toEqual(["a"]);
    await tell(one, "b");
    expect(await idsIn(records, onedoor, one)).toEqual(["a", "b"]);
  });

  it("a code that was another's before has none of their record, though nobody told this process", async () => {
    const { onedoor, one, tell } = await lab();
    const { db, labRecords } = onedoor;
    await tell(one, "a");
    const before = await readParticipant(db.kysely, LARKMOUTH, one);
    if (before === undefined) throw new Error("They were asked");
    expect(await idsIn(labRecords, onedoor, one, before.madeAt)).toEqual(["a"]);
    const after = { ...before, madeAt: "2026-11-26T09:00:00.000Z" };
    await db.write(async (tx) => {
      await deleteParticipantRow(tx, LARKMOUTH, before);
      await insertParticipant(tx, LARKMOUTH, after, "another link");
    });
    expect(await idsIn(labRecords, onedoor, one, after.madeAt)).toEqual([]);
  });

  it("keeps so many events and no more, and none that nobody has asked for in a while", async () => {
    const { onedoor, one, other, tell } = await lab();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let elapsed = 0;
    try {
      const records = createLabRecords({ most: 3, elapsed: () => elapsed });
      await tell(one, "a", "b");
      await tell(other, "x", "y");
      await idsIn(records, onedoor, one);
      await idsIn(records, onedoor, other);
      await onedoor.db.kysely.deleteFrom("lab_events").where("id", "in", ["a", "x"]).execute();
      expect(await idsIn(records, onedoor, other)).toEqual(["x", "y"]);
      expect(await idsIn(records, onedoor, one)).toEqual(["b"]);
      elapsed = 60_000;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await idsIn(records, onedoor, other)).toEqual(["y"]);
    } finally {
      vi.useRealTimers();
    }
  });
});
