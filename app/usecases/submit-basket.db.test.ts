import { describe, expect, test } from "vitest";
import { readFulfilment } from "~db/queries/partner-view";
import { releaseHolds } from "~db/queries/slots";
import { worklist } from "~db/queries/worklist";
import { onEachDatabase } from "~tests/support/databases";
import {
  type Asking,
  answeredDraft,
  type FrontDoor,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  TOWN,
  VISITOR,
} from "~tests/support/front-door";
import { fallsTown, partsOf } from "~tests/support/several-parts";
import { saveAnswers } from "./save-answers";
import { submitBasket } from "./submit-basket";
import { submitRequest } from "./submit-request";

const TEN = "eye-test-harbour.20261123T1000Z";
const ASKER = { visitor: VISITOR, accountId: null };

const basketOf = async (door: FrontDoor, ...all: readonly Asking[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const asking of all) ids.push(await answeredDraft(door, asking));
  return ids;
};
const send = (door: FrontDoor, draftIds: readonly string[]) =>
  submitBasket(door.onedoor, TOWN, { ...ASKER, draftIds });
const requests = ({ onedoor }: FrontDoor) => onedoor.db.kysely.selectFrom("requests").select("id").execute();

onEachDatabase((open) => {
  describe("a basket", () => {
    test("is one request under one reference, with a part for each service and each part of one", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      const drafts = await basketOf(
        door,
        { serviceId: "physiotherapy", choice: "physiotherapy-mead" },
        { serviceId: "falls-check", consent: "no" },
      );
      const result = await send(door, drafts);
      if (result.kind !== "submitted") throw new Error(JSON.stringify(result));
      expect(await partsOf(door, result.reference)).toEqual([
        "physiotherapy: requested, mead",
        "home-visit: requested, harbour",
        "medicines: accepted, hill",
        "classes: requested, mead",
      ]);
      const { detail, request, parts } = await standing(door, result.reference);
      expect(request.consentToPassOn).toBe(false);
      expect(parts.map(({ part }) => part.shortlist)).toEqual([["physiotherapy-mead"], [], [], []]);
      expect(detail.asked?.map(({ serviceId, positions }) => [serviceId, positions])).toEqual([
        ["physiotherapy", [1]],
        ["falls-check", [2, 3, 4]],
      ]);
    });

    test("tells a partner what was answered for its own part, and nothing of what was asked for beside it", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      await send(door, await basketOf(door, { serviceId: "physiotherapy" }, { serviceId: "falls-check" }));
      const { kysely } = door.onedoor.db;
      const { items } = await worklist(kysely, { brandId: TOWN, organisationId: "mead", now: MONDAY_9AM });
      expect(items.map(({ part }) => part)).toEqual([
        { serviceId: "classes", priority: "routine", ofServiceId: "falls-check", place: 3, of: 3 },
      ]);
      const view = await readFulfilment(kysely, TOWN, "mead", items[0]?.fulfilment.id ?? "");
      expect(view?.detail?.need.serviceId).toBe("falls-check");
    });

    test("is the same request when it is sent again, twice at once, or one of its drafts alone", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      const drafts = await basketOf(door, { serviceId: "physiotherapy" }, { serviceId: "home-visit" });
      const results = await Promise.all([send(door, drafts), send(door, [...drafts].reverse())]);
      const [one] = results;
      const reference = one?.kind === "submitted" ? one.reference : "";
      expect(results.map((result) => result.kind === "submitted" && result.reference)).toEqual([
        reference,
        reference,
      ]);
      for (const draftId of drafts) {
        expect(await submitRequest(door.onedoor, TOWN, { ...ASKER, draftId })).toEqual({
          kind: "submitted",
          reference,
          again: true,
        });
      }
      expect(await requests(door)).toHaveLength(1);
    });

    test("is not sent when one of it was sent before, is not finished, or is for somebody else", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      const [physiotherapy = "", visit = "", classes = ""] = await basketOf(
        door,
        { serviceId: "physiotherapy" },
        { serviceId: "home-visit" },
        { serviceId: "classes" },
      );
      const about = { ...ASKER, draftId: classes, step: "about" };
      const input = {
        name: "Ada Rossi",
        "born-day": "27",
        "born-month": "3",
        "born-year": "1992",
        sex: "female",
      };
      await saveAnswers(door.onedoor, TOWN, { ...about, input });
      expect(await send(door, [visit, classes])).toEqual({ kind: "another-person", draftId: classes });
      await saveAnswers(door.onedoor, TOWN, { ...about, input: { ...input, "born-year": "1950" } });
      expect(await send(door, [visit, classes])).toEqual({
        kind: "incomplete",
        step: "red-flags",
        draftId: classes,
      });
      const alone = await submitRequest(door.onedoor, TOWN, { ...ASKER, draftId: physiotherapy });
      expect(await send(door, [visit, physiotherapy])).toMatchObject({
        kind: "sent-already",
        draftId: physiotherapy,
        reference: alone.kind === "submitted" && alone.reference,
      });
      expect(await send(door, [])).toEqual({ kind: "empty" });
      expect(await send(door, [visit, "nobody's"])).toEqual({ kind: "no-draft", draftId: "nobody's" });
      expect(await requests(door)).toHaveLength(1);
    });

    test("lets go every time that it took when one of its times is gone", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      const eyes = { serviceId: "eye-test", choice: "eye-test-harbour", slot: TEN };
      const drafts = await basketOf(door, { serviceId: "falls-check" }, eyes);
      // Its hold has lapsed when somebody else takes the time.
      await door.onedoor.db.write((tx) => releaseHolds(tx, TOWN, drafts[1] ?? ""));
      const visitor = "b".repeat(64);
      const draftId = await answeredDraft(door, { ...eyes, visitor });
      const other = { visitor, accountId: null, draftId };
      expect(await submitRequest(door.onedoor, TOWN, other)).toMatchObject({ kind: "submitted" });
      expect(await send(door, drafts)).toEqual({ kind: "slot-taken", draftId: drafts[1] });
      const busy = await door.onedoor.db.kysely
        .selectFrom("slots")
        .select("offer_id")
        .where("status", "=", "busy")
        .execute();
      expect(busy.map(({ offer_id }) => offer_id)).toEqual(["eye-test-harbour"]);
      expect(await requests(door)).toHaveLength(1);
    });
  });
});
