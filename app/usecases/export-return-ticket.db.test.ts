import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MANIFEST, type ReturnTicket } from "~/integrations/fhir/return-ticket";
import { upsertAccount } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { writePeople } from "~db/queries/people";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
  worker,
} from "~tests/support/front-door";
import { askedAlike } from "~tests/support/leaving";
import { organisation, service } from "~tests/support/small-town";
import { exportReturnTicket } from "./export-return-ticket";
import { checkReturnTicket, writeReturnTicket } from "./keep-return-ticket";
import { leavePartnership } from "./leave-partnership";
import { completeFulfilment } from "./progress-fulfilment";
import { acceptFulfilment, declineFulfilment } from "./respond-to-fulfilment";

const FULFILMENTS = runs(60, 1_000);
const operator = { kind: "operator" as const, name: "olive" };

const town = () =>
  threePartners({
    organisations: [
      organisation("harbour", { odsCode: "RLK01", kind: "practice" }),
      organisation("hill", { name: "Hill Secret Trust" }),
      organisation("mead", { name: "Mead Secret Trust" }),
    ],
    services: [service("physiotherapy"), service("eye-test", { name: "Eye test" })],
  });

const ticketFor = async ({ onedoor }: FrontDoor, organisationId: string): Promise<ReturnTicket> => {
  const ticket = await exportReturnTicket(onedoor, TOWN, organisationId, operator);
  if (!ticket) throw new Error(`There is no ${organisationId}`);
  return ticket;
};
const countsOf = ({ manifest }: ReturnTicket) =>
  Object.fromEntries(manifest.files.map(({ resourceType, count }) => [resourceType, count]));
const linesOf = ({ files }: ReturnTicket, name: string) =>
  (files.get(name) ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "onedoor-ticket-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

onEachDatabase((open) => {
  vi.setConfig({ testTimeout: 120_000 });

  test(`of a partner that left with ${FULFILMENTS} open fulfilments opens, and its counts agree`, async () => {
    const door = await openFrontDoor(await open(), town());
    const { kysely } = door.onedoor.db;
    await askedAlike(door, FULFILMENTS, { serviceId: "physiotherapy" });
    const before = await ticketFor(door, "harbour");
    expect(countsOf(before)).toMatchObject({
      Organization: 1,
      Location: 1,
      HealthcareService: 2,
      Patient: FULFILMENTS,
      ServiceRequest: FULFILMENTS,
      Task: FULFILMENTS,
      Communication: FULFILMENTS,
    });
    await leavePartnership(door.onedoor, TOWN, { organisationId: "harbour", on: null, openWork: "reroute" });

    const ticket = await ticketFor(door, "harbour");
    const own = await kysely
      .selectFrom("fulfilments")
      .select("id")
      .where("organisation_id", "=", "harbour")
      .execute();
    const tasks = linesOf(ticket, "Task.ndjson");
    expect(tasks.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
    expect(countsOf(ticket)).toMatchObject({
      Patient: 0,
      ServiceRequest: 0,
      Task: FULFILMENTS,
      Communication: 2 * FULFILMENTS,
    });
    expect(ticket.manifest.leftOut[0]?.count).toBe(FULFILMENTS);

    const to = join(folder, "ticket");
    await writeReturnTicket(ticket, to);
    expect(await checkReturnTicket(to)).toEqual({ manifest: ticket.manifest, faults: [] });
    expect((await auditOf(kysely, TOWN, "harbour")).map(({ action }) => action)).toEqual([
      "exported",
      "leave",
      "exported",
    ]);
  });

  test("holds its list and its care, and nothing of another partner or of what it declined", async () => {
    const door = await openFrontDoor(await open(), town());
    const { db, clock } = door.onedoor;
    await db.write(async (tx) => {
      const account = { id: "rosa", issuer: "https://id.example", subject: "rosa", email: null, claims: {} };
      await upsertAccount(tx, { ...account, name: "Rosa Marchetti" }, clock());
      const person = { sex: "female", postcode: "LK1 1AA", phone: null, email: null, knownTo: [] } as const;
      await writePeople(tx, TOWN, [
        {
          ...person,
          id: "rosa",
          accountId: "rosa",
          name: "Rosa Marchetti",
          bornOn: "1992-03-27",
          nhsNumber: "9990000018",
          registeredWith: "RLK01",
        },
        {
          ...person,
          id: "other",
          accountId: null,
          name: "Olga Elsewhere",
          bornOn: "1950-01-01",
          nhsNumber: null,
          registeredWith: "OTHER",
        },
      ]);
    });
    const done = await submitted(door, { accountId: "rosa" });
    const work = await firstWork(door, "harbour");
    await acceptFulfilment(door.onedoor, TOWN, worker("harbour"), {
      ...work,
      startsAt: "2026-11-24T10:00:00.000Z",
    });
    const { version } = await firstWork(door, "harbour");
    await completeFulfilment(door.onedoor, TOWN, worker("harbour"), {
      ...work,
      version,
      code: "treated",
      outcome: "Do the exercises",
    });
    const booked = await submitted(door, {
      visitor: "b".repeat(64),
      serviceId: "eye-test",
      choice: "eye-test-harbour",
      slot: "soonest",
    });
    const declined = await submitted(door, { visitor: "c".repeat(64) });
    const { request, fulfilments } = await standing(door, declined);
    await declineFulfilment(door.onedoor, TOWN, worker("harbour"), {
      fulfilmentId: fulfilments[0]?.id ?? "",
      version: 1,
      reason: "22",
      note: "Secret words",
    });
    // What only the declined request says.
    const row = await db.kysely
      .selectFrom("requests")
      .select("body")
      .where("id", "=", request.id)
      .executeTakeFirstOrThrow();
    await db.kysely
      .updateTable("requests")
      .set({ body: row.body.replaceAll("Rosa Marchetti", "Secret Person"), person_name: "Secret Person" })
      .where("id", "=", request.id)
      .execute();
    const elsewhere = await submitted(door, { visitor: "d".repeat(64), choice: "physiotherapy-hill" });

    const ticket = await ticketFor(door, "harbour");
    expect(countsOf(ticket)).toEqual({
      Organization: 1,
      Location: 1,
      HealthcareService: 2,
      Patient: 2,
      ServiceRequest: 2,
      Task: 3,
      Appointment: 2,
      Slot: 1,
      Communication: 3,
    });
    const [listed] = linesOf(ticket, "Patient.ndjson");
    expect(listed).toMatchObject({
      id: "listed-rosa",
      generalPractitioner: [{ reference: "Organization/harbour" }],
    });
    const task = (reference: string) =>
      linesOf(ticket, "Task.ndjson").find(({ identifier }) => identifier[1].value === reference);
    expect(task(done)).toMatchObject({
      status: "completed",
      for: { reference: "Patient/listed-rosa" },
      output: [{}, { valueString: "Do the exercises" }],
    });
    expect(task(booked)).toMatchObject({ status: "accepted" });
    expect(Object.keys(task(declined)).sort()).toEqual([
      "authoredOn",
      "id",
      "identifier",
      "intent",
      "owner",
      "resourceType",
      "restriction",
      "status",
      "statusReason",
    ]);
    const all = [...ticket.files.values()].join("\n");
    for (const secret of ["Secret", "Olga", "hill", "mead", elsewhere, request.id])
      expect(all.includes(secret), secret).toBe(false);
    expect(await exportReturnTicket(door.onedoor, TOWN, "nobody", operator)).toBeUndefined();
  });

  describe("in a folder", () => {
    test("is whole or not there, and shows whatever was changed since", async () => {
      const door = await openFrontDoor(await open(), town());
      await submitted(door);
      const ticket = await ticketFor(door, "harbour");
      const faultsAfter = async (change: (to: string) => Promise<unknown>) => {
        const to = await mkdtemp(join(folder, "changed-"));
        await writeReturnTicket(ticket, to);
        await change(to);
        return (await checkReturnTicket(to)).faults.join("\n");
      };
      const line = (ticket.files.get("Task.ndjson") ?? "").trim();
      expect(await faultsAfter(async () => {})).toBe("");
      expect(await faultsAfter((to) => appendFile(join(to, "Task.ndjson"), `${line}\n`))).toMatch(
        /digest differs[\s\S]*has 2 lines, not 1[\s\S]*is there twice/,
      );
      expect(await faultsAfter((to) => writeFile(join(to, "Task.ndjson"), "{}\n"))).toMatch(/is no Task/);
      expect(await faultsAfter((to) => writeFile(join(to, "Patient.ndjson"), ""))).toMatch(
        /refers to Patient/,
      );
      expect(await faultsAfter((to) => rm(join(to, "Slot.ndjson")))).toMatch(/Slot.ndjson is missing/);
      expect(await faultsAfter((to) => writeFile(join(to, "more.txt"), ""))).toMatch(/not in the manifest/);
      expect(await faultsAfter((to) => writeFile(join(to, MANIFEST), "{"))).toMatch(/cannot be read/);

      const full = join(folder, "full");
      await mkdir(full);
      await writeFile(join(full, "mine.txt"), "mine");
      await expect(writeReturnTicket(ticket, full)).rejects.toThrow(/is not empty/);
      expect(await readdir(full)).toEqual(["mine.txt"]);
      const broken = { ...ticket, files: new Map([...ticket.files, ["no/such/place", ""]]) };
      await expect(writeReturnTicket(broken, join(folder, "broken"))).rejects.toThrow();
      expect((await readdir(folder)).filter((name) => name.includes("broken"))).toEqual([]);
      await expect(checkReturnTicket(join(folder, "nowhere"))).rejects.toThrow(/no folder/);
      expect(await readFile(join(full, "mine.txt"), "utf8")).toBe("mine");
    });
  });
});
