import { expect, it } from "vitest";
import { z } from "zod";
import { participantBy, readParticipants } from "~db/queries/participants";
import { insertStudy, insertStudyVersion } from "~db/queries/studies";
import { type Open, onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, TOWN } from "~tests/support/front-door";
import { smallStudy } from "~tests/support/lab";
import { forgetKeys } from "../forget-expired";
import { hashOfCode } from "../invite-colleague";
import { askAgain, askParticipants } from "./ask-participants";
import { deleteParticipant } from "./delete-participant";

const INGRID = { accountId: "ingrid", name: "Ingrid Solberg" };
const ID = "words";

/** A study that is open, and a way to ask people into it by a form of some key. */
async function lab(open: Open) {
  const { onedoor, at } = await openFrontDoor(await open());
  const now = onedoor.clock();
  const study = smallStudy();
  const times = { madeBy: "ingrid", madeAt: now, changedAt: now };
  const setOpen = (state: "open" | "closed") =>
    onedoor.db.kysely.updateTable("studies").set({ state }).where("id", "=", ID).execute();
  await onedoor.db.write(async (tx) => {
    await insertStudy(tx, TOWN, { id: ID, state: "closed", version: 1, edition: 1, draft: study, ...times });
    await insertStudyVersion(tx, TOWN, { studyId: ID, version: 1, study, now });
  });
  const ask = (many: number, key: string) =>
    askParticipants(onedoor, TOWN, INGRID, { studyId: ID, many, key });
  return { onedoor, at, reader: onedoor.db.kysely, ask, setOpen };
}

onEachDatabase((open) => {
  it("people are asked once by a form that is sent again, and the same links are told; other numbers are asked besides", async () => {
    const { onedoor, reader, ask, setOpen } = await lab(open);
    const key = "0b9a4d0e-8f5a-4b52-9a34-2f1f6a9d5b11";
    expect(await ask(2, key)).toEqual({ kind: "not-open" });
    await setOpen("open");
    const [first, twice] = await Promise.all([ask(2, key), ask(2, key)]);
    const again = await ask(2, key);
    if (first?.kind !== "asked" || again.kind !== "asked") throw new Error("They are asked");
    expect(first.by).toHaveLength(2);
    expect([twice, again]).toEqual([first, first]);
    expect(await readParticipants(reader, TOWN, ID)).toHaveLength(2);
    // Every link is another, and as links of ours are written.
    const links = first.by.map(({ link }) => z.uuid().parse(link));
    expect(new Set(links).size).toBe(2);
    const more = await ask(1, key);
    expect(more).toMatchObject({ kind: "asked" });
    expect(await readParticipants(reader, TOWN, ID)).toHaveLength(3);
    // Who was given another link since, or is gone, is told no more.
    const [one, other] = first.by;
    await askAgain(onedoor, TOWN, {
      participantId: one?.participantId ?? "",
      key: "a-key-of-another-page",
    });
    expect(await ask(2, key)).toEqual({ kind: "asked", by: [other] });
    await deleteParticipant(onedoor, TOWN, other?.participantId ?? "");
    expect(await ask(2, key)).toEqual({ kind: "asked", by: [] });
    expect(await readParticipants(reader, TOWN, ID)).toHaveLength(2);
    // Nothing that is kept tells a link, or of whom it was.
    const told = [key, ...first.by.flatMap(({ participantId, link }) => [participantId, link])];
    const kept = JSON.stringify(await reader.selectFrom("commands").selectAll().execute());
    expect(told.filter((secret) => kept.includes(secret))).toEqual([]);
  });

  it("somebody gets one new link by a form that is sent twice, and an old form brings no old link back", async () => {
    const { onedoor, reader, ask, setOpen } = await lab(open);
    await setOpen("open");
    const asked = await ask(1, "asked-first");
    const participantId = (asked.kind === "asked" && asked.by[0]?.participantId) || "";
    const form = { participantId, key: "sent-twice" };
    const [first, twice] = await Promise.all([1, 2].map(() => askAgain(onedoor, TOWN, form)));
    expect([first?.kind, twice]).toEqual(["asked", first]);
    const newer = await askAgain(onedoor, TOWN, { participantId, key: "sent-later" });
    expect(await askAgain(onedoor, TOWN, form)).toEqual({ kind: "another-since" });
    expect(await askAgain(onedoor, TOWN, { participantId, key: "sent-later" })).toEqual(newer);
    const link = newer.kind === "asked" ? newer.link : "";
    expect(await participantBy(reader, TOWN, "link_hash", hashOfCode(link))).toMatchObject({
      id: participantId,
    });
  });

  it("a form that is sent again weeks later brings no old link back, and what was sent is forgotten when nobody is there", async () => {
    const { onedoor, at, reader, ask, setOpen } = await lab(open);
    await setOpen("open");
    const first = await ask(1, "asked-first");
    const participantId = (first.kind === "asked" && first.by[0]?.participantId) || "";
    const lost = { participantId, key: "sent-before-it-was-lost" };
    expect(await askAgain(onedoor, TOWN, lost)).toMatchObject({ kind: "asked" });
    const form = { participantId, key: "sent-afterwards" };
    const newest = await askAgain(onedoor, TOWN, form);
    at("2026-12-14T09:00:00.000Z");
    await forgetKeys(onedoor);
    expect(await askAgain(onedoor, TOWN, lost)).toEqual({ kind: "another-since" });
    expect(await askAgain(onedoor, TOWN, form)).toEqual(newest);
    expect(await ask(1, "asked-first")).toEqual({ kind: "asked", by: [] });
    expect(await readParticipants(reader, TOWN, ID)).toHaveLength(1);
    await deleteParticipant(onedoor, TOWN, participantId);
    await forgetKeys(onedoor);
    expect(await reader.selectFrom("commands").selectAll().execute()).toEqual([]);
  });
});
