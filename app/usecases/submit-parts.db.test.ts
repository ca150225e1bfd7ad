import { describe, expect, test } from "vitest";
import { readDecisions } from "~db/queries/decisions";
import { readMessages } from "~db/queries/messages";
import { onEachDatabase } from "~tests/support/databases";
import { answeredDraft, openFrontDoor, standing, submitted, TOWN, VISITOR } from "~tests/support/front-door";
import { CLASSES_LAST, fallsTown, partsOf } from "~tests/support/several-parts";
import { saveAnswers } from "./save-answers";
import { submitRequest } from "./submit-request";

const FALLS = { serviceId: "falls-check" };

onEachDatabase((open) => {
  describe("a service of several parts", () => {
    test("is one request under one reference, with each part asked of its own partner", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      const reference = await submitted(door, FALLS);
      expect(await partsOf(door, reference)).toEqual([
        "home-visit: requested, harbour",
        "medicines: accepted, hill",
        "classes: requested, mead",
      ]);
      const { request, parts, happened } = await standing(door, reference);
      expect(request).toMatchObject({ serviceId: "falls-check", priority: "routine" });
      expect(parts.map(({ part }) => [part.position, part.priority])).toEqual([
        [1, "routine"],
        [2, "urgent"],
        [3, "routine"],
      ]);
      const [visit, review] = parts;
      expect(review?.part.promise.by).not.toBe(visit?.part.promise.by);
      expect(review?.fulfilments[0]?.appointment?.startsAt).toBe("2026-11-23T10:00:00.000Z");
      expect(happened.filter((type) => type === "request-submitted")).toHaveLength(1);
      const { kysely } = door.onedoor.db;
      const decisions = await readDecisions(kysely, TOWN, request.id);
      expect(decisions.map(({ decision }) => decision.serviceId).sort()).toEqual([
        "classes",
        "home-visit",
        "medicines",
      ]);
      const received = (await readMessages(kysely, TOWN, request.id)).filter(
        ({ template }) => template === "request-received",
      );
      expect(received).toHaveLength(1);
    });

    test("asks nobody yet for a part that comes after others", async () => {
      const door = await openFrontDoor(await open(), fallsTown(CLASSES_LAST));
      const reference = await submitted(door, FALLS);
      expect((await partsOf(door, reference))[2]).toBe("classes: waiting, desk");
      const { parts } = await standing(door, reference);
      expect(parts[2]?.part.after).toEqual([1, 2]);
      expect(parts[2]?.fulfilments).toEqual([]);
    });

    test("is asked of the best partner without a time when no diary has one left", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      for (const person of ["b", "c"]) {
        await submitted(door, { serviceId: "medicines", visitor: person.repeat(64), slot: "soonest" });
      }
      const reference = await submitted(door, FALLS);
      expect((await partsOf(door, reference))[1]).toBe("medicines: requested, hill");
    });

    test("goes to the front desk for the part that nobody can be asked for, and to partners for the others", async () => {
      const town = fallsTown();
      const offers = town.offers.filter(({ serviceId }) => serviceId !== "classes");
      const door = await openFrontDoor(await open(), { ...town, offers });
      expect(await partsOf(door, await submitted(door, FALLS))).toEqual([
        "home-visit: requested, harbour",
        "medicines: accepted, hill",
        "classes: unasked, desk",
      ]);
    });

    test("stops for a red flag of each of its parts, and is one request however often it is sent", async () => {
      const door = await openFrontDoor(await open(), fallsTown());
      const draftId = await answeredDraft(door, FALLS);
      const asker = { visitor: VISITOR, accountId: null, draftId };
      for (const flags of ["numb", "home-visit.fallen", "medicines.took", "classes.chest"]) {
        const saved = await saveAnswers(door.onedoor, TOWN, {
          ...asker,
          step: "red-flags",
          input: { flags },
        });
        expect(saved, flags).toMatchObject({ kind: "danger", leadsTo: "999" });
      }
      expect(await submitRequest(door.onedoor, TOWN, asker)).toEqual({
        kind: "incomplete",
        step: "red-flags",
      });
      await saveAnswers(door.onedoor, TOWN, { ...asker, step: "red-flags", input: { flags: "none" } });
      const results = await Promise.all([1, 2, 3].map(() => submitRequest(door.onedoor, TOWN, asker)));
      expect(new Set(results.map((result) => result.kind === "submitted" && result.reference)).size).toBe(1);
      expect(await door.onedoor.db.kysely.selectFrom("parts").select("id").execute()).toHaveLength(3);
    });
  });
});
