import { describe, expect, test } from "vitest";
import type { LightContact } from "~/domain/directory/light-contact";
import type { DeliveryNews } from "~/domain/messages/delivery";
import { runDueWork } from "~/jobs/due-work";
import { auditOf } from "~db/queries/audit";
import { notArrived } from "~db/queries/not-arrived";
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
import { postOffice, provider } from "~tests/support/post-office";
import { organisation } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { sealAudit, verifyAudit } from "./audit";
import { cancelRequest } from "./cancel-request";
import { openLightLink } from "./open-light-link";
import { completeFulfilment } from "./progress-fulfilment";
import {
  acceptFulfilment,
  bookFulfilment,
  declineFulfilment,
  type PartnerActor,
} from "./respond-to-fulfilment";
import { sendDueMessages } from "./send-messages";

const EMAIL = "bill@example.org";
const CONTACT = { email: EMAIL, phone: "07700 900712" };
const TUESDAY_10AM = "2026-11-24T10:00:00.000Z";
const taken: DeliveryNews = { kind: "accepted", providerId: "n1" };

/** The harbour has a phone and no system; the hill and the mead work on our pages. */
const withLight = (lightContact: LightContact = CONTACT) =>
  threePartners({
    organisations: [organisation("harbour", { lightContact }), organisation("hill"), organisation("mead")],
  });

/** Sends what is due, and gives what the partner got, in order. */
async function delivered(door: FrontDoor, answer: (channel: string) => DeliveryNews = () => taken) {
  const post = provider(({ way }) => answer(way.channel));
  await sendDueMessages(door.onedoor, postOffice(post), TOWN);
  return post.handed.filter(({ way }) => [EMAIL, "07700900712"].includes(String(way.to)));
}

const codeIn = (parcel: { readonly written: { readonly paragraphs: readonly string[] } } | undefined) => {
  const code = /\/light\/([\w-]{43})/.exec(parcel?.written.paragraphs.join("\n") ?? "")?.[1];
  if (code === undefined) throw new Error(`No link in ${JSON.stringify(parcel)}`);
  return code;
};

/** Whoever holds a link that is open, as the page makes them an actor. */
async function holder(door: FrontDoor, code: string, name = "Bill H., by link") {
  const found = await openLightLink(door.onedoor, TOWN, code);
  if (found.kind !== "open") throw new Error(found.kind);
  const { id, organisationId, fulfilmentId } = found.link;
  const actor: PartnerActor = { kind: "partner", organisationId, accountId: id, name, byLink: true };
  return { actor, fulfilmentId, asks: found.asks };
}

const kindOf = async (door: FrontDoor, code: string) => (await openLightLink(door.onedoor, TOWN, code)).kind;

onEachDatabase((open) => {
  async function asked(contact: LightContact = CONTACT) {
    const door = await openFrontDoor(await open(), withLight(contact));
    const reference = await submitted(door);
    const [parcel] = await delivered(door);
    return { door, reference, parcel, code: codeIn(parcel) };
  }

  test("new work comes by email as a link, whose code is kept nowhere; opening it uses nothing up", async () => {
    const { door, reference, parcel, code } = await asked();
    expect(parcel?.way).toEqual({ channel: "email", to: EMAIL });
    expect(parcel?.written.subject).toBe(`There is a new request for you (${reference})`);
    const { kysely } = door.onedoor.db;
    for (const table of ["light_links", "deliveries", "messages", "events", "audit"] as const)
      expect(JSON.stringify(await kysely.selectFrom(table).selectAll().execute())).not.toContain(code);
    const link = await kysely.selectFrom("light_links").selectAll().executeTakeFirstOrThrow();
    const { fulfilments } = await standing(door, reference);
    expect(link).toMatchObject({
      asks: "answer",
      sent_to: EMAIL,
      fulfilment_id: fulfilments[0]?.id,
      expires_at: fulfilments[0]?.answerBy,
      opened_at: null,
      used_at: null,
    });
    expect([await kindOf(door, code), await kindOf(door, code)]).toEqual(["open", "open"]);
    const opened = await kysely.selectFrom("light_links").select("opened_at").executeTakeFirstOrThrow();
    expect(opened.opened_at).toBe(door.onedoor.clock());
  });

  test("a partner that works on our pages is sent nothing", async () => {
    const door = await openFrontDoor(await open());
    await submitted(door);
    const post = provider(() => taken);
    await sendDueMessages(door.onedoor, postOffice(post), TOWN);
    expect(post.handed.map(({ way }) => way.channel)).toEqual(["letter"]);
    expect(await door.onedoor.db.kysely.selectFrom("light_links").selectAll().execute()).toEqual([]);
  });

  test("without an email it is a text; an email that does not arrive is followed by a text with the same link", async () => {
    const texted = await asked({ phone: CONTACT.phone });
    expect(texted.parcel?.way).toEqual({ channel: "text", to: "07700900712" });

    const door = await openFrontDoor(await open(), withLight());
    const reference = await submitted(door);
    const parcels = await delivered(door, (channel) =>
      channel === "email" ? { kind: "refused", why: "400" } : taken,
    );
    expect(parcels.map(({ way }) => way.channel)).toEqual(["email", "text"]);
    expect(codeIn(parcels[1])).toBe(codeIn(parcels[0]));
    expect(await kindOf(door, codeIn(parcels[1]))).toBe("open");
    // The front desk sees that the first way failed, as work to ring about.
    expect((await notArrived(door.onedoor.db.kysely, TOWN)).items).toMatchObject([
      { reference, partner: "harbour", template: "new-work", failed: ["email"], sentBy: "text" },
    ]);
    expect(await unsound(door.onedoor.db, TOWN, door.onedoor.clock())).toEqual([]);
  });

  test("what is put off is sent again with the same link, made anew", async () => {
    const door = await openFrontDoor(await open(), withLight());
    await submitted(door);
    const [first] = await delivered(door, () => ({ kind: "later", why: "503" }));
    door.at("2026-11-23T09:01:00.000Z");
    const [second] = await delivered(door);
    expect(second).toEqual(first);
    expect(await kindOf(door, codeIn(second))).toBe("open");
  });

  test("the whole way by links: yes with a time, then how it went; each is used once, signed and vouched for", async () => {
    const { door, reference, code } = await asked();
    const first = await holder(door, code);
    expect(first.asks).toBe("answer");
    const yes = { fulfilmentId: first.fulfilmentId, version: 1, key: "page-key-1", startsAt: TUESDAY_10AM };
    expect(await acceptFulfilment(door.onedoor, TOWN, first.actor, yes)).toEqual({ kind: "done" });
    // The same form once more is the same answer; another by the same link is none.
    expect(await acceptFulfilment(door.onedoor, TOWN, first.actor, yes)).toEqual({ kind: "done" });
    const other = { ...yes, key: "page-key-2", version: 2 };
    expect(await bookFulfilment(door.onedoor, TOWN, first.actor, other)).toMatchObject({ kind: "refused" });
    expect(await openLightLink(door.onedoor, TOWN, code)).toEqual({
      kind: "used",
      at: door.onedoor.clock(),
      command: "accept",
    });

    const [next] = await delivered(door);
    const second = await holder(door, codeIn(next), "Jo P., by link");
    expect(second).toMatchObject({ asks: "outcome", fulfilmentId: first.fulfilmentId });
    door.at("2026-11-24T11:00:00.000Z");
    const over = {
      fulfilmentId: first.fulfilmentId,
      version: 2,
      code: "treated" as const,
      outcome: "Good to meet you",
    };
    expect(await completeFulfilment(door.onedoor, TOWN, second.actor, over)).toEqual({ kind: "done" });

    const { events, asked: stands, request } = await standing(door, reference);
    expect(stands).toEqual(["harbour completed"]);
    const by = events.flatMap(({ actor }) => (actor.kind === "partner" ? [actor] : []));
    expect(by.map(({ name, byLink }) => [name, byLink])).toEqual([
      ["Bill H., by link", true],
      ["Jo P., by link", true],
    ]);
    const trail = await auditOf(door.onedoor.db.kysely, TOWN, request.id);
    expect(trail.filter(({ actor }) => actor.includes('"byLink":true'))).toHaveLength(2);
    await sealAudit(door.onedoor);
    expect((await verifyAudit(door.onedoor, TOWN)).faults).toEqual([]);
    expect(await unsound(door.onedoor.db, TOWN, door.onedoor.clock())).toEqual([]);
  });

  test("a yes without a time is followed by a link that asks for one, until the promised date", async () => {
    const { door, reference, code } = await asked();
    const { actor, fulfilmentId } = await holder(door, code);
    const later = { fulfilmentId, version: 1, later: true as const };
    expect(await acceptFulfilment(door.onedoor, TOWN, actor, later)).toEqual({ kind: "done" });
    const [next] = await delivered(door);
    const second = await openLightLink(door.onedoor, TOWN, codeIn(next));
    const { part } = await standing(door, reference);
    expect(second).toMatchObject({ kind: "open", asks: "time", link: { expiresAt: part.dueAt } });
  });

  test("what comes to nothing uses nothing up", async () => {
    const { door, code } = await asked();
    const { actor, fulfilmentId } = await holder(door, code);
    const stale = { fulfilmentId, version: 7, reason: "22", note: "" };
    expect(await declineFulfilment(door.onedoor, TOWN, actor, stale)).toMatchObject({ kind: "changed" });
    expect(await kindOf(door, code)).toBe("open");
    const over = { fulfilmentId, version: 1, code: "treated" as const, outcome: "" };
    expect(await completeFulfilment(door.onedoor, TOWN, actor, over)).toEqual({
      kind: "refused",
      reasons: ["This link is for something else"],
    });
    expect(await kindOf(door, code)).toBe("open");
    const now = { ...stale, version: 1 };
    expect(await declineFulfilment(door.onedoor, TOWN, actor, now)).toEqual({ kind: "done" });
    expect(await kindOf(door, code)).toBe("used");
  });

  test("it is of one request: the work of another cannot be answered by it", async () => {
    const { door, code } = await asked();
    const { actor } = await holder(door, code);
    await submitted(door, { visitor: "b".repeat(64) });
    const both = await door.onedoor.db.kysely
      .selectFrom("light_links")
      .select("fulfilment_id")
      .executeTakeFirstOrThrow();
    const rows = await door.onedoor.db.kysely.selectFrom("fulfilments").select("id").execute();
    const other = rows.find(({ id }) => id !== both.fulfilment_id)?.id ?? "";
    const outcome = await declineFulfilment(door.onedoor, TOWN, actor, {
      fulfilmentId: other,
      version: 1,
      reason: "22",
      note: "",
    });
    expect(outcome).toMatchObject({ kind: "refused" });
    expect(await kindOf(door, code)).toBe("open");
  });

  describe("a link that cannot be used", () => {
    test("is unknown when a letter of it is another, and in another brand", async () => {
      const { door, code } = await asked();
      const altered = `${code.slice(0, -1)}${code.endsWith("A") ? "B" : "A"}`;
      expect(await kindOf(door, altered)).toBe("unknown");
      expect((await openLightLink(door.onedoor, "far-town", code)).kind).toBe("unknown");
    });

    test("is late when its time is up, before and after the clock has seen it, and does nothing then", async () => {
      const { door, reference, code } = await asked();
      const { actor, fulfilmentId } = await holder(door, code);
      door.at("2026-12-15T09:00:00.000Z");
      expect(await kindOf(door, code)).toBe("late");
      const yes = { fulfilmentId, version: 1, startsAt: "2026-12-16T10:00:00.000Z" };
      expect(await acceptFulfilment(door.onedoor, TOWN, actor, yes)).toMatchObject({ kind: "refused" });
      await runDueWork(door.onedoor);
      const late = await openLightLink(door.onedoor, TOWN, code);
      expect(late.kind).toBe("late");
      expect((await standing(door, reference)).asked[0]).toBe("harbour cancelled");
      // They are told that it is not theirs any more, without a link.
      const [withdrawn] = await delivered(door);
      expect(withdrawn?.written.subject).toContain("not with you any more");
      expect(withdrawn?.written.paragraphs.join("\n")).not.toContain("/light/");
    });

    test("is answered when somebody with an account was first", async () => {
      const { door, code } = await asked();
      const work = await firstWork(door, "harbour");
      const yes = { ...work, startsAt: TUESDAY_10AM };
      expect(await acceptFulfilment(door.onedoor, TOWN, worker("harbour"), yes)).toEqual({ kind: "done" });
      expect(await kindOf(door, code)).toBe("answered");
    });

    test("is gone when the person cancelled", async () => {
      const { door, reference, code } = await asked();
      const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
      const cancelled = await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);
      expect(cancelled).toEqual({ kind: "done" });
      expect(await kindOf(door, code)).toBe("gone");
    });

    test("is not made for what asks nothing any more when the message leaves", async () => {
      const door = await openFrontDoor(await open(), withLight());
      await submitted(door);
      const work = await firstWork(door, "harbour");
      await declineFulfilment(door.onedoor, TOWN, worker("harbour"), { ...work, reason: "22", note: "" });
      expect(await delivered(door)).toEqual([]);
      expect(await door.onedoor.db.kysely.selectFrom("light_links").selectAll().execute()).toEqual([]);
    });
  });
});
