import { describe, expect, it } from "vitest";
import { boxOf } from "~/domain/boxes/box";
import { blankStudy } from "~/domain/usability/edit-study";
import type { Study } from "~/domain/usability/study";
import { upsertAccount } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { appendLabEvents } from "~db/queries/lab-record";
import {
  countParticipants,
  participantBy,
  readParticipants,
  updateParticipant,
  whoTakesPart,
} from "~db/queries/participants";
import { writePeople } from "~db/queries/people";
import { readStudies, readStudy, readStudyVersion } from "~db/queries/studies";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN } from "~tests/support/front-door";
import { hashOfCode } from "../invite-colleague";
import { applyVariant } from "./apply-variant";
import { askAgain, askParticipants, MOST_PARTICIPANTS } from "./ask-participants";
import { keepDraft, MOST_STUDIES, makeStudy } from "./keep-study";
import { closeStudy, openStudy } from "./open-study";

const INGRID = { accountId: "ingrid", name: "Ingrid Solberg" };
const ID = "words";
const STUDY: Study = {
  ...blankStudy("Which words?", "rosa", 11),
  variants: [
    { id: "as-it-is", name: "As it is", changes: [] },
    { id: "both", name: "Both", changes: [{ change: "box-style", services: [], style: "both" }] },
  ],
};

onEachDatabase((open) => {
  async function lab() {
    const { onedoor } = await openFrontDoor(await open());
    await onedoor.db.write(async (tx) => {
      await upsertAccount(
        tx,
        { id: "rosa", issuer: "https://id.example", subject: "rosa", name: "Rosa", email: null, claims: {} },
        MONDAY_9AM,
      );
      await writePeople(tx, TOWN, [
        {
          id: "rosa",
          accountId: "rosa",
          name: "Rosa Marchetti",
          bornOn: "1992-03-02",
          sex: "female",
          nhsNumber: null,
          registeredWith: null,
          postcode: "LK1 1AA",
          phone: null,
          email: null,
          knownTo: [],
        },
      ]);
    });
    await makeStudy(onedoor, TOWN, INGRID, { id: ID, study: STUDY });
    const edit = (seen: number, change: Partial<Study>) =>
      keepDraft(onedoor, TOWN, INGRID, { id: ID, seen }, (draft) => ({ ...draft, ...change }));
    const opened = (seen: number) => openStudy(onedoor, TOWN, INGRID, { id: ID, seen });
    const ask = (many: number) =>
      askParticipants(onedoor, TOWN, INGRID, { studyId: ID, many, key: onedoor.newId() });
    return { onedoor, reader: onedoor.db.kysely, edit, opened, ask };
  }

  describe("a study that is written", () => {
    it("is a draft until it is opened, and a form that is sent twice makes one", async () => {
      const { onedoor, reader } = await lab();
      expect(await makeStudy(onedoor, TOWN, INGRID, { id: ID, study: STUDY })).toEqual({
        kind: "made",
        id: ID,
      });
      expect(await readStudies(reader, TOWN)).toMatchObject([
        { id: ID, state: "draft", version: 0, edition: 1, draft: STUDY, madeBy: "ingrid" },
      ]);
    });

    it("is changed as of what somebody saw, and each change is in the audit", async () => {
      const { reader, edit } = await lab();
      expect(await edit(1, { aims: "Do words matter?" })).toEqual({ kind: "kept", edition: 2 });
      expect(await edit(1, { aims: "Do they?" })).toEqual({ kind: "changed-meanwhile" });
      expect((await readStudy(reader, TOWN, ID))?.draft.aims).toBe("Do words matter?");
      const actions = (await auditOf(reader, TOWN, ID)).map(({ action }) => action);
      expect(actions).toEqual(["study-made", "study-changed"]);
    });

    it("of two changes at once one is kept, and the other is told", async () => {
      const { reader, edit } = await lab();
      const kinds = (await Promise.all([edit(1, { aims: "One" }), edit(1, { aims: "Two" })])).map(
        ({ kind }) => kind,
      );
      expect(kinds.sort()).toEqual(["changed-meanwhile", "kept"]);
      expect(await readStudy(reader, TOWN, ID)).toMatchObject({ edition: 2 });
    });

    it("is always whole: what would not be is not kept, and said where", async () => {
      const { reader, edit } = await lab();
      expect(await edit(1, { tasks: [] })).toEqual({
        kind: "faulty",
        faults: [{ path: ["tasks"], message: "A study needs a task" }],
      });
      expect(await edit(1, { atEnd: ["unasked"] })).toEqual({
        kind: "faulty",
        faults: [{ path: ["atEnd"], message: "There is no question “unasked”" }],
      });
      expect(await readStudy(reader, TOWN, ID)).toMatchObject({ edition: 1 });
    });

    it("is one of no more than a hundred", async () => {
      const { onedoor, reader } = await lab();
      const make = (id: string) => makeStudy(onedoor, TOWN, INGRID, { id, study: STUDY });
      for (let many = 1; many < MOST_STUDIES; many += 1) await make(`study-${many}`);
      expect(await make("one-more")).toEqual({ kind: "too-many" });
      expect(await readStudies(reader, TOWN)).toHaveLength(MOST_STUDIES);
    });
  });

  describe("a version", () => {
    it("never changes once it is open, whatever is written after it", async () => {
      const { reader, edit, opened } = await lab();
      expect(await opened(1)).toEqual({ kind: "open", version: 1 });
      await edit(1, { aims: "Another thing" });
      expect(await readStudyVersion(reader, TOWN, ID, 1)).toEqual(STUDY);
      expect(await opened(2)).toEqual({ kind: "open", version: 2 });
      expect(await readStudyVersion(reader, TOWN, ID, 1)).toEqual(STUDY);
      expect(await readStudyVersion(reader, TOWN, ID, 2)).toEqual({ ...STUDY, aims: "Another thing" });
    });

    it("is one, when two open it at once", async () => {
      const { reader, opened } = await lab();
      const both = await Promise.all([opened(1), opened(1)]);
      expect(both).toEqual(Array(2).fill({ kind: "open", version: 1 }));
      expect(await readStudyVersion(reader, TOWN, ID, 2)).toBeUndefined();
    });

    it("is not opened by who has not seen what is in it", async () => {
      const { reader, edit, opened } = await lab();
      await edit(1, { aims: "Another thing" });
      expect(await opened(1)).toEqual({ kind: "changed-meanwhile" });
      expect(await readStudy(reader, TOWN, ID)).toMatchObject({ state: "draft", version: 0 });
    });

    it("opens again as it was after it was closed", async () => {
      const { onedoor, reader, opened } = await lab();
      const close = () => closeStudy(onedoor, TOWN, INGRID, { id: ID, seen: 1 });
      expect(await close()).toEqual({ kind: "not-open" });
      await opened(1);
      expect(await close()).toEqual({ kind: "closed" });
      expect(await readStudy(reader, TOWN, ID)).toMatchObject({ state: "closed", version: 1 });
      expect(await opened(1)).toEqual({ kind: "open", version: 1 });
    });

    it("is not opened where its people or services are not", async () => {
      const { edit, opened } = await lab();
      await edit(1, { tasks: STUDY.tasks.map((task) => ({ ...task, person: "nobody" })) });
      expect(await opened(2)).toEqual({
        kind: "misfits",
        reasons: ["Task “task-1”: nobody here is called nobody"],
      });
    });
  });

  describe("who is asked", () => {
    it("gets a code, a link that is not kept, and variants in balanced blocks", async () => {
      const { reader, opened, ask } = await lab();
      expect(await ask(1)).toEqual({ kind: "not-open" });
      await opened(1);
      const first = await ask(3);
      const then = await ask(5);
      if (first.kind !== "asked" || then.kind !== "asked") throw new Error(then.kind);
      const participants = await readParticipants(reader, TOWN, ID);
      expect(participants.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      const variants = participants.map(({ variant }) => variant);
      for (let block = 0; block < 8; block += 2)
        expect(variants.slice(block, block + 2).sort()).toEqual(["as-it-is", "both"]);
      for (const { participantId, link } of [...first.by, ...then.by]) {
        expect(participantId).toMatch(/^[2-9B-DF-HJ-NP-TV-Y]{4}$/);
        expect(await participantBy(reader, TOWN, "link_hash", hashOfCode(link))).toMatchObject({
          id: participantId,
          version: 1,
          state: "asked",
        });
      }
    });

    it("is asked once, when two ask at once: nobody gets the other's place", async () => {
      const { reader, opened, ask } = await lab();
      await opened(1);
      expect((await Promise.all([ask(4), ask(4)])).map(({ kind }) => kind)).toEqual(["asked", "asked"]);
      const places = (await readParticipants(reader, TOWN, ID)).map(({ place }) => place);
      expect(places).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    });

    it("stays with their version when another one is opened", async () => {
      const { reader, edit, opened, ask } = await lab();
      await opened(1);
      await ask(1);
      await edit(1, { sus: false });
      await opened(2);
      await ask(1);
      expect((await readParticipants(reader, TOWN, ID)).map(({ version }) => version)).toEqual([1, 2]);
    });

    it("is given each variant once before any twice, in every version from its first on", async () => {
      const { reader, edit, opened, ask } = await lab();
      await opened(1);
      await ask(1);
      await edit(1, { sus: false });
      await opened(2);
      await ask(2);
      await ask(2);
      const second = (await readParticipants(reader, TOWN, ID)).filter(({ version }) => version === 2);
      expect(second.map(({ place }) => place)).toEqual([2, 3, 4, 5]);
      const variants = second.map(({ variant }) => variant);
      for (const block of [variants.slice(0, 2), variants.slice(2)])
        expect(block.sort()).toEqual(["as-it-is", "both"]);
    });

    it("gets another link for one that was lost, and none when they are done", async () => {
      const { onedoor, reader, opened, ask } = await lab();
      await opened(1);
      const asked = await ask(1);
      if (asked.kind !== "asked") throw new Error(asked.kind);
      const [{ participantId, link } = { participantId: "", link: "" }] = asked.by;
      const again = await askAgain(onedoor, TOWN, { participantId, key: "a-first-key" });
      if (again.kind !== "asked") throw new Error(again.kind);
      expect(await participantBy(reader, TOWN, "link_hash", hashOfCode(link))).toBeUndefined();
      expect(await participantBy(reader, TOWN, "link_hash", hashOfCode(again.link))).toMatchObject({
        id: participantId,
      });
      await onedoor.db.write((tx) => updateParticipant(tx, TOWN, participantId, { state: "over" }));
      expect(await askAgain(onedoor, TOWN, { participantId, key: "another-key" })).toEqual({ kind: "over" });
      expect(await askAgain(onedoor, TOWN, { participantId: "none", key: "another-key" })).toEqual({
        kind: "not-found",
      });
    });

    it("is counted by how far they are, and is named in no audit", async () => {
      const { onedoor, reader, opened, ask } = await lab();
      await opened(1);
      const asked = await ask(3);
      if (asked.kind !== "asked") throw new Error(asked.kind);
      const [first = asked.by[0]] = asked.by;
      const id = first?.participantId ?? "";
      await onedoor.db.write((tx) => updateParticipant(tx, TOWN, id, { state: "taking-part" }));
      expect((await countParticipants(reader, TOWN)).get(ID)).toEqual({
        asked: 2,
        "taking-part": 1,
        over: 0,
      });
      const begun = async () => (await whoTakesPart(reader, TOWN)).map((each) => [each.id, each.lastAt]);
      expect(await begun()).toEqual([[id, MONDAY_9AM]]);
      const events = ["2026-11-23T10:00:00.000Z", "2026-11-23T11:00:00.000Z"].map((at) => ({
        id: at,
        at,
        event: { kind: "paused" as const },
      }));
      await onedoor.db.write((tx) => appendLabEvents(tx, TOWN, id, events));
      expect(await begun()).toEqual([[id, events[1]?.at]]);
      const audit = JSON.stringify(await auditOf(reader, TOWN, ID));
      expect(audit).toContain("participants-asked");
      for (const { participantId } of asked.by) expect(audit).not.toContain(participantId);
    });

    it("is one of no more than a study can have", async () => {
      const { opened, ask } = await lab();
      await opened(1);
      expect(await ask(MOST_PARTICIPANTS + 1)).toEqual({ kind: "too-many" });
    });
  });

  it("a variant is written to a world, whose pages then know nothing of it", async () => {
    const { onedoor } = await lab();
    const [asItIs, both] = STUDY.variants;
    if (asItIs === undefined || both === undefined) throw new Error("No variants");
    const { version } = await onedoor.directories.current(TOWN);
    await applyVariant(onedoor, TOWN, asItIs);
    expect((await onedoor.directories.current(TOWN)).version).toBe(version);
    await applyVariant(onedoor, TOWN, both);
    const directory = await onedoor.directories.current(TOWN);
    expect(boxOf(directory, "physiotherapy-harbour").style).toBe("both");
    const gold = {
      id: "gold",
      name: "Gold",
      changes: [{ change: "box-style", services: ["gold"], style: "both" }],
    };
    await expect(applyVariant(onedoor, TOWN, gold as typeof both)).rejects.toThrow("unknown service: gold");
  });
});
