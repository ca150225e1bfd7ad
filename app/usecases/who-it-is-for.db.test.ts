import { describe, expect, test } from "vitest";
import { upsertAccount } from "~db/queries/accounts";
import { type Person, writePeople } from "~db/queries/people";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  VISITOR,
} from "~tests/support/front-door";
import { openDraft } from "./open-draft";
import { saveAnswers } from "./save-answers";

const NUMBER = "9990000018";
const ROSA: Person = {
  id: "rosa",
  accountId: null,
  name: "Rosa Marchetti",
  bornOn: "1992-03-27",
  sex: "female",
  nhsNumber: NUMBER,
  registeredWith: null,
  postcode: null,
  phone: null,
  email: null,
  knownTo: [],
};

const withPeople = (door: FrontDoor, ...people: readonly Person[]) =>
  door.onedoor.db.write((tx) => writePeople(tx, TOWN, people));

/** Rosa types this NHS number, asks, and is or is not somebody whom the brand knows. */
async function asks(door: FrontDoor, nhsNumber: string, bornYear = "1992") {
  const asker = { visitor: VISITOR, accountId: null };
  const draft = await openDraft(door.onedoor, TOWN, { ...asker, serviceId: "physiotherapy" });
  if (draft === null) throw new Error("No draft");
  for (const [step, input] of [
    ["red-flags", { flags: "none" }],
    ["who", { who: "myself" }],
  ] as const)
    await saveAnswers(door.onedoor, TOWN, { ...asker, draftId: draft.id, step, input });
  const about = {
    name: "Rosa Marchetti",
    "born-day": "27",
    "born-month": "3",
    "born-year": bornYear,
    sex: "female",
    nhsNumber,
  };
  const reference = await submitted(door, { answers: { about } });
  return (await standing(door, reference)).detail.person;
}

onEachDatabase((open) => {
  describe("a request is linked to a person whom the brand knows", () => {
    test("by NHS number and date of birth, both", async () => {
      const door = await openFrontDoor(await open());
      await withPeople(door, ROSA);
      expect(await asks(door, "999 000 0018")).toMatchObject({
        nhsNumber: { value: NUMBER, proved: false },
        personId: "rosa",
      });
    });

    test("never by one of them, nor when two would fit", async () => {
      const door = await openFrontDoor(await open());
      await withPeople(door, { ...ROSA, bornOn: "1993-03-27" });
      expect((await asks(door, NUMBER)).personId).toBeUndefined();
      const two = await openFrontDoor(await open());
      await withPeople(two, ROSA, { ...ROSA, id: "rosa-again" });
      const person = await asks(two, NUMBER);
      expect(person.nhsNumber).toEqual({ value: NUMBER, proved: false });
      expect(person.personId).toBeUndefined();
      const none = await openFrontDoor(await open());
      await withPeople(none, ROSA);
      expect(await asks(none, "")).toEqual({ name: "Rosa Marchetti", bornOn: "1992-03-27", sex: "female" });
    });

    test("a proved number is the signed-in person's own, at P9 only", async () => {
      for (const [level, proved] of [
        ["P9", true],
        ["P5", false],
      ] as const) {
        const door = await openFrontDoor(await open());
        const claims = { birthdate: "1992-03-27", nhs_number: NUMBER, identity_proofing_level: level };
        const account = { id: "rosa", issuer: "x", subject: "rosa", name: "Rosa", email: null, claims };
        await door.onedoor.db.write((tx) => upsertAccount(tx, account, MONDAY_9AM));
        const reference = await submitted(door, { accountId: "rosa" });
        const { person } = (await standing(door, reference)).detail;
        expect(person.nhsNumber).toEqual(proved ? { value: NUMBER, proved: true } : undefined);
      }
    });
  });
});
