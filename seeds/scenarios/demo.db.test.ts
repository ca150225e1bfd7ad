import { expect, it } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { findAccount } from "~db/queries/accounts";
import { deskList } from "~db/queries/desk";
import { readParticipants } from "~db/queries/participants";
import { requestsOf } from "~db/queries/requests";
import { readStudies } from "~db/queries/studies";
import { readTracking } from "~db/queries/tracking";
import { worklist } from "~db/queries/worklist";
import { onEachDatabase } from "~tests/support/databases";
import { seedDemo } from "./demo";
import { OPEN_REQUESTS } from "./open-requests";
import { READY_STUDY } from "./studies";

const ISSUER = "https://people.example.org";
const unexpected = (_fields: object, message: string) => {
  throw new Error(message);
};

onEachDatabase((open) => {
  it("has work on partners' lists and at the front desk, and seeding again adds nothing", {
    timeout: 120_000,
  }, async () => {
    const db = await open();
    const onedoor = createOnedoor(db, { info: () => {}, warn: unexpected, error: unexpected });
    const count = async (table: "requests" | "slots" | "offers" | "memberships" | "accounts" | "people") =>
      (
        await db.kysely
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n;
    const counts = async () => ({
      requests: Number(await count("requests")),
      offers: Number(await count("offers")),
      memberships: Number(await count("memberships")),
      accounts: Number(await count("accounts")),
      people: Number(await count("people")),
    });

    await seedDemo(onedoor, { issuer: ISSUER });
    const first = await counts();
    expect(first.requests).toBe(OPEN_REQUESTS.length);
    expect(await count("slots")).toBeGreaterThan(1_000);

    await seedDemo(onedoor, { issuer: ISSUER });
    expect(await counts()).toEqual(first);

    expect(await readStudies(db.kysely, "larkmouth")).toMatchObject([
      { id: READY_STUDY, state: "open", version: 1 },
    ]);
    const asked = await readParticipants(db.kysely, "larkmouth", READY_STUDY);
    expect(asked.map(({ variant }) => variant).sort()).toEqual(["as-it-is", "both-names", "one-name"]);

    const desk = await deskList(db.kysely, "larkmouth");
    expect(JSON.stringify(desk)).toContain("Tomasz Wolski");
    expect(
      JSON.stringify(
        await worklist(db.kysely, {
          brandId: "larkmouth",
          organisationId: "harbour-trust",
          now: new Date().toISOString(),
        }),
      ),
    ).toContain("Arthur Penrose");
    const standing = async (patient: string, serviceId: string) => {
      const account = await findAccount(db.kysely, ISSUER, patient);
      const { items } = await requestsOf(db.kysely, "larkmouth", account?.id ?? "");
      const reference = items.find((item) => item.serviceIds.includes(serviceId))?.reference ?? "";
      const [tracked] = (await readTracking(db.kysely, "larkmouth", reference))?.parts ?? [];
      return {
        owner: tracked?.part.owner.kind,
        priority: tracked?.part.priority,
        asked: tracked?.fulfilments.map(({ status, appointment }) => [status, appointment !== null]),
      };
    };
    expect(await standing("danny-walsh", "physiotherapy")).toEqual({
      owner: "patient",
      priority: "routine",
      asked: [["on-hold", false]],
    });
    expect((await standing("winston-baptiste", "debt-advice")).asked).toEqual([["accepted", false]]);
    expect(await standing("winston-baptiste", "physiotherapy")).toMatchObject({
      owner: "partner",
      asked: [
        ["cancelled", true],
        ["requested", false],
      ],
    });
    expect(await standing("samira-haddad", "physiotherapy")).toMatchObject({
      owner: "patient",
      asked: [["failed", true]],
    });
    expect(await standing("arthur-penrose", "foot-care")).toMatchObject({
      owner: "partner",
      priority: "urgent",
    });
    const joan = await findAccount(db.kysely, ISSUER, "joan-tregenza");
    const hers = await requestsOf(db.kysely, "larkmouth", joan?.id ?? "");
    const owners = hers.items.map(({ serviceIds, parts }) => [serviceIds.join(), parts[0]?.owner.kind]);
    expect(Object.fromEntries(owners)).toEqual({ continence: "partner", "carers-assessment": "patient" });
  });
});
