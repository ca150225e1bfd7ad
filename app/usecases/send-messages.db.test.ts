import { describe, expect, test } from "vitest";
import type { DeliveryNews } from "~/domain/messages/delivery";
import { auditOf } from "~db/queries/audit";
import { messagesOfRequest } from "~db/queries/deliveries";
import { notArrived } from "~db/queries/not-arrived";
import { readTracking } from "~db/queries/tracking";
import { onEachDatabase } from "~tests/support/databases";
import {
  brand,
  type FrontDoor,
  openFrontDoor,
  submitted,
  TOWN,
  threePartners,
} from "~tests/support/front-door";
import { postOffice, provider } from "~tests/support/post-office";
import { sealAudit, verifyAudit } from "./audit";
import { sendDueMessages } from "./send-messages";
import { takeReceipt } from "./take-receipt";
import { tellThem } from "./tell-them";

const MOBILE = { phone: "07700 900101", email: "rosa@example.com" };
const dot = { kind: "desk", accountId: "dot", name: "Dot Lane" } as const;
const taken: DeliveryNews = { kind: "accepted", providerId: "n1" };

async function sent(door: FrontDoor, reference: string) {
  const tracking = await readTracking(door.onedoor.db.kysely, TOWN, reference);
  if (!tracking) throw new Error(`There is no request ${reference}`);
  const messages = await messagesOfRequest(door.onedoor.db.kysely, TOWN, tracking.request.id);
  return {
    requestId: tracking.request.id,
    messages,
    statuses: messages.map(({ message }) => message.status),
    ways: messages.flatMap(({ deliveries }) =>
      deliveries.map(({ channel, status }) => `${channel} ${status}`),
    ),
    happened: tracking.events.flatMap(({ event }) => (event.type.startsWith("message-") ? [event] : [])),
  };
}

const desk = async (door: FrontDoor) => (await notArrived(door.onedoor.db.kysely, TOWN)).items;
const minutesOn = (moment: string, minutes: number) =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString();

onEachDatabase((open) => {
  test("a message goes out by the first way that the person gave, once, under a reference of ours", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door, { contact: MOBILE });
    const post = provider(() => taken);
    expect(await sendDueMessages(door.onedoor, postOffice(post), TOWN)).toBe(1);
    expect(await sendDueMessages(door.onedoor, postOffice(post), TOWN)).toBe(0);
    const { ways, statuses, messages, happened } = await sent(door, reference);
    expect([ways, statuses]).toEqual([["text sent"], ["sent"]]);
    const [handed] = post.handed;
    expect(handed?.way).toEqual({ channel: "text", to: "07700900101" });
    expect(handed?.reference).toBe(`${TOWN}.${messages[0]?.message.id}.text`);
    expect(handed?.written.paragraphs[0]).toContain(`https://care.example/b/${TOWN}/requests/${reference}`);
    expect(happened).toMatchObject([{ type: "message-sent", template: "request-received", channel: "text" }]);
    expect(await desk(door)).toEqual([]);
  });

  test("without a mobile or an email it is a letter, in the box of who has the work", async () => {
    const door = await openFrontDoor(await open());
    await submitted(door);
    const post = provider(() => taken);
    await sendDueMessages(door.onedoor, postOffice(post), TOWN);
    expect(post.handed[0]?.way).toEqual({ channel: "letter", to: ["Rosa Marchetti", "LK1 1AA"] });
    expect(post.handed[0]?.written.from).toBe("The harbour partner");
    expect(post.handed[0]?.written.box?.partner.id).toBe("harbour");
  });

  test("in a brand of real names nothing leaves, whatever was queued", async () => {
    const real = threePartners({ brand: brand({ kind: "real" }) });
    const door = await openFrontDoor(await open(), real);
    const reference = await submitted(door, { contact: MOBILE });
    expect((await sent(door, reference)).statuses).toEqual(["kept-in-app"]);
    await door.onedoor.db.kysely
      .updateTable("messages")
      .set({ status: "queued", next_attempt_at: door.onedoor.clock() })
      .execute();
    const post = provider(() => taken);
    const office = postOffice(post);
    expect(await sendDueMessages(door.onedoor, office, TOWN)).toBe(0);
    expect(post.handed).toEqual([]);
  });

  test("what a provider puts off is tried again after a pause, with the same words and reference, and given up in the end", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door, { contact: { phone: "07700 900101" } });
    const start = door.onedoor.clock();
    const post = provider(({ way }) => (way.channel === "text" ? { kind: "later", why: "503" } : taken));
    const pass = () => sendDueMessages(door.onedoor, postOffice(post), TOWN);
    await pass();
    expect((await sent(door, reference)).ways).toEqual(["text waiting"]);
    expect(await pass()).toBe(0);
    for (const minutes of [1, 6, 36, 156, 516]) {
      door.at(minutesOn(start, minutes));
      await pass();
    }
    const texts = post.handed.filter(({ way }) => way.channel === "text");
    expect(texts).toHaveLength(6);
    expect(new Set(texts.map((parcel) => JSON.stringify(parcel))).size).toBe(1);
    expect((await sent(door, reference)).ways).toEqual(["text failed", "letter sent"]);
  });

  test("what is refused for ever goes by the next way, and the front desk is told at once", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door, { contact: MOBILE });
    const post = provider(({ way }) => (way.channel === "email" ? taken : { kind: "refused", why: "400" }));
    await sendDueMessages(door.onedoor, postOffice(post), TOWN);
    const after = await sent(door, reference);
    expect([after.ways, after.statuses]).toEqual([["text failed", "email sent"], ["sent"]]);
    expect(after.happened).toMatchObject([
      { type: "message-failed", channel: "text", next: "email" },
      { type: "message-sent", channel: "email" },
    ]);
    expect(await desk(door)).toMatchObject([
      { reference, template: "request-received", phone: MOBILE.phone, failed: ["text"], sentBy: "email" },
    ]);
  });

  describe("what does not arrive by any way", () => {
    async function nothingArrives() {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { contact: MOBILE });
      const post = provider(() => ({ kind: "refused", why: "400" }));
      await sendDueMessages(door.onedoor, postOffice(post), TOWN);
      return { door, reference };
    }

    test("is the front desk's, until they have told the person; that is written down, and done once", async () => {
      const { door, reference } = await nothingArrives();
      const { ways, statuses, messages, requestId } = await sent(door, reference);
      expect([ways, statuses]).toEqual([["text failed", "email failed", "letter failed"], ["failed"]]);
      const messageId = messages[0]?.message.id ?? "";
      expect(await desk(door)).toMatchObject([
        { messageId, sentBy: null, failed: ["text", "email", "letter"] },
      ]);

      const tell = (key: string, id = messageId) => tellThem(door.onedoor, TOWN, dot, { messageId: id, key });
      expect(await tell("told-key-1")).toEqual({ kind: "done" });
      expect(await tell("told-key-1")).toEqual({ kind: "done" });
      expect(await tell("told-key-2")).toMatchObject({ kind: "refused" });
      expect(await tell("told-key-3", "nobody")).toEqual({ kind: "not-found" });
      expect(await desk(door)).toEqual([]);
      const told = (await sent(door, reference)).happened.filter(({ type }) => type === "message-told");
      expect(told).toHaveLength(1);
      const audit = await auditOf(door.onedoor.db.kysely, TOWN, requestId);
      expect(JSON.parse(audit.at(-1)?.actor ?? "{}")).toEqual(dot);
      await sealAudit(door.onedoor);
      expect((await verifyAudit(door.onedoor, TOWN)).faults).toEqual([]);
    });
  });

  test("a person who gave no way to write to them is the front desk's at once", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const row = await door.onedoor.db.kysely.selectFrom("requests").select("body").executeTakeFirstOrThrow();
    const detail = JSON.parse(row.body);
    await door.onedoor.db.kysely
      .updateTable("requests")
      .set({ body: JSON.stringify({ ...detail, need: { ...detail.need, place: null } }) })
      .execute();
    const post = provider(() => taken);
    await sendDueMessages(door.onedoor, postOffice(post), TOWN);
    expect(post.handed).toEqual([]);
    expect((await sent(door, reference)).statuses).toEqual(["failed"]);
    expect(await desk(door)).toMatchObject([{ reference, failed: [], sentBy: null }]);
  });

  describe("a receipt", () => {
    async function texted() {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { contact: MOBILE });
      const post = provider(() => taken);
      const office = postOffice(post);
      await sendDueMessages(door.onedoor, office, TOWN);
      const name = post.handed[0]?.reference ?? "";
      const receive = (news: DeliveryNews) => takeReceipt(door.onedoor, { reference: name, news });
      return { door, reference, receive, office };
    }

    test("says that it arrived, and twice says nothing new", async () => {
      const { door, reference, receive } = await texted();
      expect(await receive({ kind: "arrived", providerId: "n1" })).toBe("taken");
      expect(await receive({ kind: "arrived", providerId: "n1" })).toBe("nothing-new");
      expect(await receive({ kind: "refused", why: "permanent-failure" })).toBe("nothing-new");
      const { ways, happened } = await sent(door, reference);
      expect([ways, happened.length]).toEqual([["text delivered"], 1]);
    });

    test("of a permanent failure sends it by the next way", async () => {
      const { door, reference, receive, office } = await texted();
      expect(await receive({ kind: "refused", why: "permanent-failure" })).toBe("taken");
      expect((await desk(door)).map(({ failed }) => failed)).toEqual([["text"]]);
      await sendDueMessages(door.onedoor, office, TOWN);
      expect((await sent(door, reference)).ways).toEqual(["text failed", "email sent"]);
    });

    test("of a fault of the provider's own has it sent again", async () => {
      const { door, reference, receive, office } = await texted();
      await receive({ kind: "later", why: "technical-failure" });
      expect((await sent(door, reference)).ways).toEqual(["text waiting"]);
      door.at(minutesOn(door.onedoor.clock(), 1));
      await sendDueMessages(door.onedoor, office, TOWN);
      expect((await sent(door, reference)).ways).toEqual(["text sent"]);
    });

    test("that never comes counts as one that says no: the next way, and the front desk", async () => {
      const { door, reference, receive, office } = await texted();
      const start = door.onedoor.clock();
      door.at(minutesOn(start, 4 * 24 * 60 - 1));
      expect(await sendDueMessages(door.onedoor, office, TOWN)).toBe(0);
      expect((await sent(door, reference)).ways).toEqual(["text sent"]);
      door.at(minutesOn(start, 4 * 24 * 60));
      await sendDueMessages(door.onedoor, office, TOWN);
      expect((await sent(door, reference)).ways).toEqual(["text failed", "email sent"]);
      expect(await desk(door)).toMatchObject([{ failed: ["text"], sentBy: "email" }]);
      // What says too late that it came changes nothing.
      expect(await receive({ kind: "arrived", providerId: "n1" })).toBe("nothing-new");
      door.at(minutesOn(start, 8 * 24 * 60));
      await sendDueMessages(door.onedoor, office, TOWN);
      door.at(minutesOn(start, 400 * 24 * 60));
      expect(await sendDueMessages(door.onedoor, office, TOWN)).toBe(0);
      expect((await sent(door, reference)).ways).toEqual(["text failed", "email failed", "letter sent"]);
    });

    test("of nothing of ours is told so", async () => {
      const { door } = await texted();
      const news: DeliveryNews = { kind: "arrived", providerId: "n1" };
      expect(await takeReceipt(door.onedoor, { reference: "hello", news })).toBe("unknown");
      expect(await takeReceipt(door.onedoor, { reference: "no-town.m1.text", news })).toBe("unknown");
      expect(await takeReceipt(door.onedoor, { reference: `${TOWN}.m1.text`, news })).toBe("nothing-new");
    });

    test("may come before the process has heard the provider's own answer", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { contact: MOBILE });
      const post = {
        async send({ reference: name }: { reference: string }): Promise<DeliveryNews> {
          await takeReceipt(door.onedoor, { reference: name, news: { kind: "arrived", providerId: "n1" } });
          return taken;
        },
      };
      await sendDueMessages(door.onedoor, postOffice(post), TOWN);
      const { ways, happened, statuses } = await sent(door, reference);
      expect([ways, statuses, happened.length]).toEqual([["text delivered"], ["delivered"], 1]);
    });
  });

  test("what was claimed by a process that died is sent again once the claim has lapsed, and not before", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door, { contact: MOBILE });
    const started = door.onedoor.clock();
    const seen: string[] = [];
    let die = true;
    const post = {
      async send({ reference: name }: { reference: string }): Promise<DeliveryNews> {
        seen.push(name);
        // Another process finds nothing to do while this one speaks to the provider.
        if (die) {
          die = false;
          expect(await sendDueMessages(door.onedoor, postOffice(post), TOWN)).toBe(0);
          door.at(minutesOn(started, 3));
          expect(await sendDueMessages(door.onedoor, postOffice(post), TOWN)).toBe(1);
          return { kind: "refused", why: "too late to count" };
        }
        return taken;
      },
    };
    await sendDueMessages(door.onedoor, postOffice(post), TOWN);
    expect(new Set(seen).size).toBe(1);
    expect(seen).toHaveLength(2);
    expect((await sent(door, reference)).ways).toEqual(["text sent"]);
  });
});
