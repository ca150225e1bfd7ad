import type { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import { instant } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import { up } from "~db/migrations/0018-invitations";
import { addMembership, readMemberships, upsertAccount } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { readColleagues, worksElsewhere } from "~db/queries/colleagues";
import { openInvitations } from "~db/queries/invitations";
import { onEachDatabase } from "~tests/support/databases";
import { brand, MONDAY_9AM, openFrontDoor, TOWN, threePartners } from "~tests/support/front-door";
import { acceptInvitation } from "./accept-invitation";
import { verifyAudit } from "./audit";
import { changeRole } from "./change-role";
import { inviteColleague } from "./invite-colleague";
import { removeColleague } from "./remove-colleague";
import type { PartnerActor } from "./respond-to-fulfilment";
import { withdrawInvitation } from "./withdraw-invitation";

const DAY_MS = 86_400_000;
const days = (count: number) => instant(Date.parse(MONDAY_9AM) + count * DAY_MS);
const at = (organisationId: string, accountId: string): PartnerActor => ({
  kind: "partner",
  organisationId,
  accountId,
  name: accountId,
});
const GWEN = at("harbour", "gwen");
const NEW = { name: "Tunde Bello", email: "tunde@example.org", role: "booker" as const };
const TUNDE = { accountId: "tunde", name: "Tunde Bello" };

/** Gwen manages the harbour, where Maggie books and Win reads; Hal manages the hill; Tunde works for nobody. */
async function people(db: Database) {
  const door = await openFrontDoor(db, threePartners());
  await db.write(async (tx) => {
    for (const id of ["gwen", "maggie", "win", "hal", "tunde"])
      await upsertAccount(
        tx,
        { id, issuer: "https://id.example", subject: id, name: id, email: `${id}@example.org`, claims: {} },
        MONDAY_9AM,
      );
    for (const [accountId, organisationId, role] of [
      ["gwen", "harbour", "manager"],
      ["maggie", "harbour", "booker"],
      ["win", "harbour", "reader"],
      ["hal", "hill", "manager"],
    ] as const)
      await addMembership(tx, TOWN, { accountId, organisationId, role });
  });
  return door;
}

onEachDatabase((open) => {
  const town = async () => {
    const db = await open();
    const door = await people(db);
    const roles = async (organisationId = "harbour") =>
      (await readColleagues(db.kysely, TOWN, organisationId)).map(
        ({ accountId, role }) => `${accountId} ${role}`,
      );
    const invited = async (change: Partial<typeof NEW> = {}) => {
      const result = await inviteColleague(door.onedoor, TOWN, GWEN, { ...NEW, ...change });
      if (result.kind !== "invited") throw new Error(result.kind);
      return result.code;
    };
    return { ...door, db, roles, invited };
  };

  describe("an invitation", () => {
    it("lets one person in, as what it says, and is then used", async () => {
      const { onedoor, db, roles, invited } = await town();
      const code = await invited();
      expect(await acceptInvitation(onedoor, TOWN, TUNDE, code)).toEqual({
        kind: "joined",
        organisationId: "harbour",
      });
      expect(await roles()).toContain("tunde booker");
      const again = await acceptInvitation(onedoor, TOWN, { accountId: "hal", name: "Hal" }, code);
      expect(again).toEqual({ kind: "over", because: "used" });
      expect(await roles()).toHaveLength(4);
      expect(await openInvitations(db.kysely, TOWN, "harbour", MONDAY_9AM)).toEqual([]);
    });

    it("lets one of two in who take it up at once", async () => {
      const { onedoor, roles, invited } = await town();
      const code = await invited();
      const kinds = await Promise.all(
        ["tunde", "hal"].map(
          async (id) => (await acceptInvitation(onedoor, TOWN, { accountId: id, name: id }, code)).kind,
        ),
      );
      expect(kinds.sort()).toEqual(["joined", "over"]);
      expect(await roles()).toHaveLength(4);
    });

    it("is kept without its code, and no other code or brand knows it", async () => {
      const { onedoor, db, invited } = await town();
      await openFrontDoor(db, threePartners({ brand: brand({ id: "far-town" }) }));
      const code = await invited();
      const rows = await db.kysely.selectFrom("invitations").selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(code);
      for (const [town, wrong] of [
        [TOWN, `${code}x`],
        [TOWN, rows[0]?.code_hash ?? ""],
        ["far-town", code],
      ] as const)
        expect(await acceptInvitation(onedoor, town, TUNDE, wrong)).toEqual({ kind: "not-found" });
    });

    it("works for seven days", async () => {
      const { onedoor, at: moveTo, invited } = await town();
      const code = await invited();
      moveTo(instant(Date.parse(days(7)) - 1));
      const other = await invited({ email: "other@example.org" });
      moveTo(days(7));
      expect(await acceptInvitation(onedoor, TOWN, TUNDE, code)).toEqual({ kind: "over", because: "lapsed" });
      expect((await acceptInvitation(onedoor, TOWN, TUNDE, other)).kind).toBe("joined");
    });

    it("can be taken back, and takes the place of one to the same address", async () => {
      const { onedoor, db, invited } = await town();
      const first = await invited();
      const second = await invited({ role: "booker" });
      expect(await acceptInvitation(onedoor, TOWN, TUNDE, first)).toEqual({
        kind: "over",
        because: "withdrawn",
      });
      const [open] = await openInvitations(db.kysely, TOWN, "harbour", MONDAY_9AM);
      const id = open?.id ?? "";
      expect(await withdrawInvitation(onedoor, TOWN, at("hill", "hal"), id)).toEqual({ kind: "not-found" });
      expect(await withdrawInvitation(onedoor, TOWN, GWEN, id)).toEqual({ kind: "withdrawn" });
      expect(await withdrawInvitation(onedoor, TOWN, GWEN, id)).toEqual({ kind: "not-found" });
      expect((await acceptInvitation(onedoor, TOWN, TUNDE, second)).kind).toBe("over");
    });

    it("leaves somebody who works there as they are, and is still open", async () => {
      const { onedoor, roles, invited } = await town();
      const code = await invited();
      const gwen = { accountId: "gwen", name: "Gwen" };
      expect((await acceptInvitation(onedoor, TOWN, gwen, code)).kind).toBe("here-already");
      expect(await roles()).toContain("gwen manager");
      expect((await acceptInvitation(onedoor, TOWN, TUNDE, code)).kind).toBe("joined");
    });
  });

  describe("an organisation’s people", () => {
    it.each(["maggie", "win", "hal", "tunde"])("are not kept by %s", async (accountId) => {
      const { onedoor, db, roles } = await town();
      const actor = at("harbour", accountId);
      const before = await roles();
      for (const { kind } of [
        await inviteColleague(onedoor, TOWN, actor, NEW),
        await withdrawInvitation(onedoor, TOWN, actor, "any"),
        await changeRole(onedoor, TOWN, actor, { accountId, role: "manager" }),
        await removeColleague(onedoor, TOWN, actor, "gwen"),
      ])
        expect(kind).toBe("not-manager");
      expect(await roles()).toEqual(before);
      expect(await auditOf(db.kysely, TOWN, "harbour")).toEqual([]);
    });

    it("always have a manager", async () => {
      const { onedoor, roles } = await town();
      const last = { kind: "last-manager" };
      expect(await changeRole(onedoor, TOWN, GWEN, { accountId: "gwen", role: "reader" })).toEqual(last);
      expect(await removeColleague(onedoor, TOWN, GWEN, "gwen")).toEqual(last);
      expect(await changeRole(onedoor, TOWN, GWEN, { accountId: "maggie", role: "manager" })).toEqual({
        kind: "done",
      });
      expect(await removeColleague(onedoor, TOWN, GWEN, "gwen")).toEqual({ kind: "done" });
      expect(await roles()).toEqual(["maggie manager", "win reader"]);
      // Who is no manager any more keeps nobody.
      expect((await removeColleague(onedoor, TOWN, GWEN, "win")).kind).toBe("not-manager");
    });

    it("have a manager still when two take it from each other at once", async () => {
      const { onedoor, roles } = await town();
      await changeRole(onedoor, TOWN, GWEN, { accountId: "maggie", role: "manager" });
      const results = await Promise.all([
        changeRole(onedoor, TOWN, GWEN, { accountId: "maggie", role: "booker" }),
        removeColleague(onedoor, TOWN, at("harbour", "maggie"), "gwen"),
      ]);
      expect(results.filter(({ kind }) => kind === "done")).toHaveLength(1);
      expect((await roles()).filter((role) => role.endsWith("manager"))).toHaveLength(1);
    });

    it("of another organisation are not found", async () => {
      const { onedoor, roles } = await town();
      const before = await roles("hill");
      expect((await changeRole(onedoor, TOWN, GWEN, { accountId: "hal", role: "reader" })).kind).toBe(
        "not-found",
      );
      expect((await removeColleague(onedoor, TOWN, GWEN, "hal")).kind).toBe("not-found");
      expect(await roles("hill")).toEqual(before);
    });

    it("are written down, each change with who made it", async () => {
      const { onedoor, db, invited } = await town();
      const code = await invited();
      await acceptInvitation(onedoor, TOWN, TUNDE, code);
      await changeRole(onedoor, TOWN, GWEN, { accountId: "tunde", role: "reader" });
      await changeRole(onedoor, TOWN, GWEN, { accountId: "tunde", role: "reader" });
      await removeColleague(onedoor, TOWN, GWEN, "tunde");
      const entries = await auditOf(db.kysely, TOWN, "harbour");
      expect(entries.map(({ action, actor }) => `${action} by ${JSON.parse(actor).accountId}`)).toEqual([
        "invited by gwen",
        "joined by tunde",
        "role-changed by gwen",
        "removed by gwen",
      ]);
      expect(JSON.stringify(entries)).not.toContain(code);
      expect((await verifyAudit(onedoor, TOWN)).faults).toEqual([]);
    });
  });

  it("somebody who works in two brands is told where else, by name", async () => {
    const { db } = await town();
    await openFrontDoor(db, threePartners({ brand: brand({ id: "far-town", name: "Far Town Care" }) }));
    await db.write(async (tx) => {
      await addMembership(tx, "far-town", { accountId: "maggie", organisationId: "mead", role: "reader" });
      await addMembership(tx, "far-town", { accountId: "maggie", organisationId: "hill", role: "clerk" });
    });
    expect(await worksElsewhere(db.kysely, TOWN, "maggie")).toEqual([
      {
        brandId: "far-town",
        brandName: "Far Town Care",
        organisationId: "mead",
        organisationName: "The mead partner",
      },
    ]);
    expect(await worksElsewhere(db.kysely, TOWN, "win")).toEqual([]);
  });

  it("whoever was at an organisation before there were roles can answer its work, once", async () => {
    const { db } = await town();
    const before = [
      ["maggie", "harbour", "clerk"],
      ["maggie", "harbour", "clinician"],
      ["maggie", "hill", "dentist"],
      ["win", "harbour", "reader"],
      ["hal", null, "board"],
    ] as const;
    await db.write(async (tx) => {
      await tx.schema.dropTable("invitations").execute();
      await tx.schema.dropIndex("memberships_of_organisation").execute();
      await tx.schema.dropIndex("memberships_of_account").execute();
      await tx.deleteFrom("memberships").execute();
      for (const [accountId, organisationId, role] of before)
        await addMembership(tx, TOWN, { accountId, organisationId, role });
      await up(tx as unknown as Kysely<unknown>);
    });
    const roles = await Promise.all(
      ["maggie", "win", "hal"].map((id) => readMemberships(db.kysely, TOWN, id)),
    );
    expect(
      roles.flat().map(({ accountId, organisationId, role }) => [accountId, organisationId, role]),
    ).toEqual([
      ["maggie", "harbour", "booker"],
      ["maggie", "hill", "booker"],
      ["win", "harbour", "reader"],
      ["hal", null, "board"],
    ]);
  });
});
