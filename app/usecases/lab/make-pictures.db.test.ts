import { expect, it } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import { PHONE_WIDTH } from "~/domain/usability/pictured";
import type { Permission } from "~/domain/usability/study";
import { copyBrand } from "~/usecases/copy-brand";
import { MOST_PICTURES, picturesOf, readPicture, wantPictures } from "~db/queries/lab-pictures";
import { appendLabEvents } from "~db/queries/lab-record";
import { type Open, onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy, smallStudy } from "~tests/support/lab";
import { LARKMOUTH, larkmouthTown } from "~tests/support/larkmouth-town";
import { tracesOf } from "~tests/support/traces";
import { deleteParticipant } from "./delete-participant";
import { makeProblem } from "./keep-problems";
import { MOST_TRIES, makePicturesDue, type PictureMaker } from "./make-pictures";
import { type PageSent, recordPages } from "./record-pages";
import { recordTold } from "./record-told";
import { tagMoment } from "./run-session";
import { agree } from "./take-part";

const BEGAN = "2026-11-25T14:00:00.000Z";
const ALL: readonly Permission[] = ["take-part", "follow-pages", "keep-pictures"];
const WORLD = "lab-00000000000000000000000000000000";
const INGRID = { accountId: "ingrid-solberg", name: "Ingrid Solberg" };
/** The first bytes of a picture, and some that stand for its pixels. */
const PNG = Buffer.from("\x89PNG\r\n\x1a\nthese pixels are somebody's", "latin1");

/** Somebody in their first task, and a browser that draws what it is given and says what that was. */
async function inTask(open: Open, permissions = ALL) {
  const town = await larkmouthTown(await open(), BEGAN);
  const { onedoor, setClock } = town;
  const study = await openedStudy(onedoor, { study: smallStudy() });
  const who = await asked(onedoor, study, 0);
  await agree(onedoor, LARKMOUTH, who.id, { permissions, holder: "holder" });
  await onedoor.db.write((tx) =>
    appendLabEvents(tx, LARKMOUTH, who.id, [
      { id: "begun", at: onedoor.clock(), event: { kind: "task-begun", task: "find", world: WORLD } },
    ]),
  );
  const drawn: { html: string; width: number }[] = [];
  const maker: PictureMaker = {
    async draw({ html, width }) {
      drawn.push({ html, width });
      return { kind: "drawn", png: PNG, height: 700, wholeHeight: 900 };
    },
  };
  const later = (ms: number) => setClock(instant(milliseconds(onedoor.clock()) + ms));
  const mark = (key: string) =>
    tagMoment(
      onedoor,
      LARKMOUTH,
      who.id,
      { tag: "problem", severity: 3, note: key, by: "leon" },
      { key, agoMs: 0 },
    );
  const see = async (id: string) => {
    await recordPages(onedoor, [page(id, who.id, onedoor.clock())]);
    later(1_000);
  };
  const standing = () => picturesOf(onedoor.db.kysely, LARKMOUTH, [who.id]);
  return { onedoor, study, who, drawn, maker, later, mark, see, standing };
}

const page = (id: string, participantId: string, at: string): PageSent => ({
  id,
  townId: LARKMOUTH,
  participantId,
  worldId: WORLD,
  at,
  method: "GET",
  pattern: "/services",
  values: {},
  status: 200,
  read: async () => ({ title: `Page ${id}`, errors: [], picture: `<p>${id}</p>` }),
});

onEachDatabase((open) => {
  it("what is marked is pictured a moment later, once for each page, as wide as the browser said", async () => {
    const { onedoor, who, drawn, maker, later, mark, see, standing } = await inTask(open);
    await see("one");
    await mark("first");
    await mark("first");
    await mark("again");
    expect(await makePicturesDue(onedoor, maker)).toBe(0);
    later(2_000);
    expect(await makePicturesDue(onedoor, maker)).toBe(2);
    expect(drawn).toEqual([{ html: "<p>one</p>", width: PHONE_WIDTH }]);
    await recordTold(onedoor, LARKMOUTH, who.id, [
      { id: "0".repeat(32), ago: 0, event: { kind: "window", width: 1_280 } },
    ]);
    await see("two");
    await mark("second");
    later(2_000);
    expect(await makePicturesDue(onedoor, maker)).toBe(1);
    expect(await makePicturesDue(onedoor, maker)).toBe(0);
    expect(drawn[1]).toEqual({ html: "<p>two</p>", width: 1_280 });
    expect((await standing()).map(({ eventId, page: of, made }) => [eventId, of, made])).toEqual([
      ["again", "one", null],
      ["first", "one", { width: PHONE_WIDTH, widthTold: false, height: 700, wholeHeight: 900 }],
      ["second", "two", { width: 1_280, widthTold: true, height: 700, wholeHeight: 900 }],
    ]);
    const read = await readPicture(onedoor.db.kysely, LARKMOUTH, who.id, "two");
    expect(read?.equals(PNG)).toBe(true);
    expect(await readPicture(onedoor.db.kysely, LARKMOUTH, "somebody-else", "two")).toBeUndefined();
  });

  it("nothing is pictured that was not allowed", async () => {
    for (const permissions of [["take-part", "follow-pages"], ["take-part"]] as const) {
      const { onedoor, maker, drawn, later, mark, see, standing } = await inTask(open, permissions);
      await see("one");
      await mark("first");
      expect(await standing()).toHaveLength(1);
      later(2_000);
      await makePicturesDue(onedoor, maker);
      expect([await standing(), drawn]).toEqual([[], []]);
    }
  });

  it("a page that is written down late is pictured all the same, and one that never comes is given up", async () => {
    const { onedoor, who, maker, drawn, later, mark, standing } = await inTask(open);
    const at = onedoor.clock();
    later(1_000);
    await mark("late");
    later(2_000);
    await makePicturesDue(onedoor, maker);
    expect(await standing()).toMatchObject([{ waits: true, page: null }]);
    await recordPages(onedoor, [page("one", who.id, at)]);
    later(10_000);
    await makePicturesDue(onedoor, maker);
    expect(drawn).toHaveLength(1);
    const other = await inTask(open);
    await other.mark("before any page");
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      other.later(3_600_000);
      expect(await makePicturesDue(other.onedoor, maker)).toBe(1);
    }
    expect(await other.standing()).toEqual([]);
  });

  it("a page that is written down once the one before was pictured is pictured in its place", async () => {
    const { onedoor, who, maker, drawn, later, mark, see, standing } = await inTask(open);
    await see("one");
    await mark("before");
    later(1_000);
    const second = onedoor.clock();
    later(1_000);
    await mark("on the second");
    later(2_000);
    expect(await makePicturesDue(onedoor, maker)).toBe(2);
    expect((await standing()).map(({ page: of }) => of)).toEqual(["one", "one"]);
    await recordPages(onedoor, [page("two", who.id, second)]);
    expect(await makePicturesDue(onedoor, maker)).toBe(2);
    const right = [
      ["before", "one", true],
      ["on the second", "two", true],
    ];
    const stands = async () =>
      (await standing()).map(({ eventId, page: of, made }) => [eventId, of, made !== null]);
    expect(await stands()).toEqual(right);
    expect(drawn.map(({ html }) => html).sort()).toEqual(["<p>one</p>", "<p>one</p>", "<p>two</p>"]);
  });

  it("a page that is written down while the one before is drawn is what is kept", async () => {
    const { onedoor, who, maker, drawn, later, mark, see, standing } = await inTask(open);
    await see("one");
    const second = onedoor.clock();
    later(1_000);
    await mark("on the second");
    later(2_000);
    const seen = await makePicturesDue(onedoor, {
      async draw(each) {
        await recordPages(onedoor, [page("two", who.id, second)]);
        return maker.draw(each);
      },
    });
    expect([seen, drawn.map(({ html }) => html)]).toEqual([2, ["<p>one</p>", "<p>two</p>"]]);
    expect(await standing()).toMatchObject([{ page: "two", waits: false }]);
  });

  it("whoever stops while it draws gives a picture back, as often as it may be", async () => {
    const { onedoor, maker, drawn, later, mark, see, standing } = await inTask(open);
    await see("one");
    await mark("first");
    later(2_000);
    let asked = 0;
    const stopping: PictureMaker = {
      async draw() {
        asked += 1;
        return { kind: "stopping" };
      },
    };
    for (let stops = 0; stops <= MOST_TRIES; stops += 1)
      expect(await makePicturesDue(onedoor, stopping)).toBe(0);
    expect(asked).toBe(MOST_TRIES + 1);
    expect(await standing()).toMatchObject([{ waits: true, whyNot: null }]);
    expect(await makePicturesDue(onedoor, maker)).toBe(1);
    expect(drawn).toHaveLength(1);
  });

  it("what fails is tried again later and later, so many times, and others are pictured meanwhile", async () => {
    const { onedoor, maker, later, mark, see, standing } = await inTask(open);
    let tries = 0;
    const failing: PictureMaker = {
      draw(each) {
        if (each.html !== "<p>bad</p>") return maker.draw(each);
        tries += 1;
        throw new Error("The browser is gone, with <p>bad</p>");
      },
    };
    const said: string[] = [];
    const logging = {
      ...onedoor,
      log: {
        ...onedoor.log,
        warn: (fields: object, message: string) => said.push(JSON.stringify([fields, message])),
      },
    };
    await see("bad");
    await mark("first");
    later(2_000);
    await see("good");
    await mark("second");
    later(2_000);
    expect(await makePicturesDue(logging, failing)).toBe(2);
    expect((await standing()).map(({ waits, made }) => [waits, made === null])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(await makePicturesDue(logging, failing)).toBe(0);
    for (const pause of [10_000, 40_000, 160_000, 640_000]) {
      later(pause - 1);
      expect(await makePicturesDue(logging, failing)).toBe(0);
      later(1);
      expect(await makePicturesDue(logging, failing)).toBe(1);
    }
    expect(tries).toBe(MOST_TRIES);
    later(86_400_000);
    expect(await makePicturesDue(logging, failing)).toBe(0);
    expect((await standing())[0]).toMatchObject({ waits: false, whyNot: "failed" });
    expect(said).toHaveLength(MOST_TRIES);
    expect(said.join()).not.toContain("bad");
  });

  it("of several processes one makes it, and what ends its process each time is given up", async () => {
    const { onedoor, maker, drawn, later, mark, see, standing } = await inTask(open);
    await see("one");
    await mark("first");
    later(2_000);
    const seen = await Promise.all([1, 2, 3, 4].map(() => makePicturesDue(onedoor, maker)));
    expect([seen.reduce((all, each) => all + each, 0), drawn.length]).toEqual([1, 1]);

    await see("deadly");
    await mark("second");
    later(2_000);
    for (let ended = 0; ended < MOST_TRIES; ended += 1) {
      // The process ends with it: whoever asked is never answered.
      await new Promise<void>((asked) => {
        const draw = () => {
          asked();
          return new Promise<never>(() => {});
        };
        void makePicturesDue(onedoor, { draw });
      });
      expect(await makePicturesDue(onedoor, maker)).toBe(0);
      later(120_000);
    }
    expect(await makePicturesDue(onedoor, maker)).toBe(1);
    expect([drawn.length, (await standing()).find(({ eventId }) => eventId === "second")?.whyNot]).toEqual([
      1,
      "failed",
    ]);
  });

  it("a session has so many pictures and no more, but for what shows a problem", async () => {
    const { onedoor, study, who, later, mark, see, standing } = await inTask(open);
    const events = Array.from({ length: MOST_PICTURES.mark + 5 }, (_, place) => `mark-${place}`);
    const at = onedoor.clock();
    await onedoor.db.write((tx) => wantPictures(tx, LARKMOUTH, who.id, events, { as: "mark", at }));
    await see("one");
    await mark("one too many");
    expect(await standing()).toHaveLength(MOST_PICTURES.mark);
    later(1_000);
    const moments = [{ code: who.id, event: "one too many" }];
    await makeProblem(onedoor, LARKMOUTH, INGRID, study.id, {
      id: "label",
      title: "A label",
      severity: 3,
      moments,
    });
    expect((await standing()).some(({ eventId }) => eventId === "one too many")).toBe(true);
  });

  it("a page whose styles are gone has no picture, and it is said why", async () => {
    const { onedoor, later, mark, see, standing } = await inTask(open);
    await see("one");
    await mark("first");
    later(2_000);
    await makePicturesDue(onedoor, { draw: async () => ({ kind: "styles-gone" }) });
    expect(await standing()).toMatchObject([{ waits: false, whyNot: "styles-gone", made: null }]);
  });

  it("goes with its participant, even while it is made, and along with no copy of the town", async () => {
    const { onedoor, who, maker, later, mark, see } = await inTask(open);
    await see("one");
    await mark("first");
    later(2_000);
    await makePicturesDue(onedoor, maker);
    const pixels = PNG.subarray(8);
    expect(await tracesOf(onedoor.db, [pixels])).not.toEqual([]);
    await copyBrand(onedoor, {
      from: LARKMOUTH,
      to: { id: "elsewhere" },
      openWork: true,
      who: { kind: "operator", name: "test" },
    });
    expect(await onedoor.db.kysely.selectFrom("lab_pictures").select("brand_id").execute()).toEqual([
      { brand_id: LARKMOUTH },
    ]);
    await see("two");
    await mark("second");
    later(2_000);
    await makePicturesDue(onedoor, {
      async draw(each) {
        await deleteParticipant(onedoor, LARKMOUTH, who.id);
        return maker.draw(each);
      },
    });
    expect(await tracesOf(onedoor.db, [who.id, pixels])).toEqual([]);
  }, 120_000);
});
